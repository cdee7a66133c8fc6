"""Draws the README's pictures from the shipped briefing: `make screenshots`."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from tui.terminal.probe import Terminal, prepare

SIZE = (120, 34)
PICTURES = {
    "board": ("overview", SIZE),
    "compare": ("compare/us-28+e3/6", SIZE),
    "timeline": ("timeline", SIZE),
}


async def draw(name: str, address: str, size: tuple[int, int], store_path: Path) -> None:
    """Write one picture beside this file."""
    from tui.app.briefing_app import BriefingApp
    from tui.app.own import Opening
    from tui.store.read import Store

    with Store.open(store_path) as store:
        app = BriefingApp(store, Terminal(colour=True, ascii=False, mouse=False), Opening((address,)))
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.3)
            svg = app.export_screenshot(title="briefing")
    (Path(__file__).parent / f"{name}.svg").write_text(svg, encoding="utf-8")


def main() -> None:
    """Write every picture."""
    prepare(os.environ)
    from tui.compile.build import ready
    from tui.locate import shipped

    store = ready(shipped())
    for name, (address, size) in PICTURES.items():
        asyncio.run(draw(name, address, size, store))


if __name__ == "__main__":
    sys.exit(main())
