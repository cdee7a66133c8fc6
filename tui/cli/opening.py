"""Opening the app, or printing the text of an address where there is no terminal for one."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tui.cli.asked import Asked
from tui.errors import MachineError
from tui.locate import is_installed, manifest_of
from tui.views import HOME

if TYPE_CHECKING:
    from tui.origin import Sources


def opened(asked: Asked, address: str = HOME, *, mouse: bool = False, kiosk: bool = False) -> int:
    """Open the app at an address; when standard output is no terminal, or text or JSON is asked for, print that instead."""
    from tui.terminal.probe import in_kiosk

    if not (kiosk or in_kiosk(os.environ)):
        return _opened(asked, address, mouse=mouse, kiosk=False)
    from tui.compile.build import NOT_READY

    try:
        return _opened(asked, address, mouse=mouse, kiosk=True)
    except MachineError:
        raise MachineError(NOT_READY) from None


def _opened(asked: Asked, address: str, *, mouse: bool, kiosk: bool) -> int:
    if asked.json or asked.plain or sys.stdout is None or not sys.stdout.isatty():
        return printed(asked, address, kiosk=kiosk)
    from tui.app import run

    path, sources = asked.store_path(kiosk=kiosk), None if kiosk else _sources(asked)
    return run(path, address, as_at=asked.as_at, ascii_only=asked.ascii, mouse=mouse, kiosk=kiosk, sources=sources)


def printed(asked: Asked, address: str, *, kiosk: bool = False) -> int:
    """Print the text of an address, or its data where that is asked for. Raise BadInput for what is no address."""
    from tui.views.subject import page_at

    with asked.store(kiosk=kiosk) as store:
        value, page = page_at(store, address)
        asked.give(value, page)
    return 0


def _sources(asked: Asked) -> Sources | None:
    """Return what the store is built from, where that is the reader's: nobody edits the shipped briefing of an installed program."""
    from tui.origin import Sources

    manifest = manifest_of(asked.place())
    return Sources(manifest.parent, asked.fresh_store_path) if manifest and not is_installed(manifest) else None
