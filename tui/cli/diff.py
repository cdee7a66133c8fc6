"""`briefing diff`: what changed between two days, or between two briefings."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from tui.cli.asked import Asked
from tui.cli.asking import FILE, asks, at
from tui.dates import last_day
from tui.errors import BadInput
from tui.folders import is_there
from tui.store.inputs import inputs_of
from tui.store.read import Store
from tui.views.changes.page import page
from tui.views.changes.question import changes


@click.command("diff")
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option("--md", "markdown", is_flag=True, help="Markdown, to send on.")
@asks
def command(asked: Asked, old: str, new: str, markdown: bool) -> int:
    """Tell what is new, changed and gone from OLD to NEW: numbers first, then words; which states and verdicts moved, and why.

    OLD and NEW are two days (2025-12-09 2025-12-24), or folders, manifests or built stores, in any mixture: a day is of the briefing at
    hand. With --as-at both briefings are read as at that day.
    """
    with ExitStack() as opened:
        before, path = _opened(opened, asked, old)
        after, path = _opened(opened, asked, new)
        if before.as_at == after.as_at and old == new:
            raise BadInput(f"{old} is named twice; there is nothing to compare")
        found = changes(before, after)
        if markdown and not asked.json:
            from tui.cli.delivering import deliver  # 43 ms: help and completions load every command
            from tui.render.formats import made_document

            deliver(made_document(after, inputs_of(path).digests, "md", page(found)), None)
        else:
            asked.give(found, lambda: page(found))
    return 0


def _opened(opened: ExitStack, asked: Asked, named: str) -> tuple[Store, Path]:
    """Return the store of a day or of a briefing, and its file. BadInput for what is neither."""
    if is_there(Path(named)) or "://" in named:
        path = at(asked, named).store_path()
        return opened.enter_context(Store.open(path, asked.day(path))), path
    path = asked.store_path()
    store = opened.enter_context(Store.open(path))
    day = last_day(named, store.manifest.as_of.upper)
    if day is None:
        raise BadInput(f"{named!r} is no day, and no briefing is there; write a day as 2025-12-09, or name a folder or a built store")
    return store.at(day), path
