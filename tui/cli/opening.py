"""Opening the app, or printing the text of an address where there is no terminal for one."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tui.cli.asked import Asked
from tui.locate import is_installed, manifest_of
from tui.views import HOME

if TYPE_CHECKING:
    from tui.origin import Sources


def opened(
    asked: Asked, address: str | None = None, *, mouse: bool = False, kiosk: bool = False, fresh: bool = False, every: float | None = None
) -> int:
    """Open the app at an address, else where this reader was.

    When standard output is no terminal, or text or JSON is asked for, print that instead; the overview where no address is named. Where
    the briefing comes from elsewhere, it asks for what is newer `every` so many seconds.
    """
    from tui.terminal.probe import in_kiosk

    kiosk = kiosk or in_kiosk(os.environ)
    if asked.json or asked.plain or sys.stdout is None or not sys.stdout.isatty():
        return printed(asked, address or HOME, kiosk=kiosk)
    from tui.app import run

    arrival = asked.arrival(kiosk=kiosk)
    path = arrival.store if arrival else asked.store_path(kiosk=kiosk)
    return run(
        path,
        address,
        as_at=asked.as_at,
        ascii_only=asked.ascii,
        mouse=mouse,
        kiosk=kiosk,
        fresh=fresh,
        sources=None if kiosk or arrival else _sources(asked),
        feed=arrival.followed(every) if arrival else None,
        briefing=path if arrival else asked.identity(),
    )


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
    return Sources(manifest.parent, asked.store_path) if manifest and not is_installed(manifest) else None
