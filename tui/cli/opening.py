"""Opening the app, or printing the text of an address where there is no terminal for one."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.asked import Asked
from tui.cli.settings import settings_of
from tui.findings import Finding, HasFindings, MachineError
from tui.keys import rebind
from tui.kiosk import in_kiosk
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
    if not (kiosk or in_kiosk(os.environ)):
        return _opened(asked, address, mouse=mouse, kiosk=False, fresh=fresh, every=every)
    from tui.compile.build import NOT_READY  # 0.8 ms: not every way in needs it

    try:
        return _opened(asked, address, mouse=mouse, kiosk=True, fresh=fresh, every=every)
    except MachineError:
        raise MachineError(NOT_READY) from None


def _opened(asked: Asked, address: str | None, *, mouse: bool, kiosk: bool, fresh: bool, every: float | None) -> int:
    if asked.json or asked.plain or sys.stdout is None or not sys.stdout.isatty():
        return printed(asked, address or HOME, kiosk=kiosk)
    settings, wrong = settings_of()
    rebind(settings.own_keys)
    arrival = asked.arrival(kiosk=kiosk)
    path, broken = (arrival.store, None) if arrival else _store(asked, kiosk=kiosk)
    from tui.app import run  # 1.1 ms: not every way in needs it

    return run(
        path,
        address,
        settings=settings,
        said=" ".join(part for part in (_told(wrong), arrival.said if arrival else "") if part),
        as_at=asked.day(path),
        ascii_only=asked.ascii,
        mouse=mouse or settings.mouse,
        kiosk=kiosk,
        fresh=fresh,
        sources=None if kiosk or arrival else _sources(asked),
        feed=arrival.followed(every) if arrival else None,
        briefing=path if arrival else asked.identity(),
        broken=broken,
    )


def _told(wrong: Sequence[Finding]) -> str:
    """Return what to say of settings that cannot be taken."""
    if not wrong:
        return ""
    return f"{len(wrong)} error{'s' * (len(wrong) != 1)} in your settings, so none of them holds; briefing config tells them."


def _store(asked: Asked, *, kiosk: bool) -> tuple[Path, HasFindings | None]:
    """Return the store to open; where the sources are at fault the one that was built before, and what is wrong.

    Where there is none, page what is wrong, the most important first, and raise HasFindings without telling it again.
    """
    try:
        return asked.store_path(kiosk=kiosk), None
    except HasFindings as error:
        from tui.compile.build import built  # 1.0 ms: not every way in needs it

        try:
            return built(asked.place), error
        except MachineError:
            from tui.cli.paging import page  # 8 ms: only where findings keep the app from opening

            page(error)
            error.before = ()
            raise error from None


def printed(asked: Asked, address: str, *, kiosk: bool = False) -> int:
    """Print the text of an address, or its data where that is asked for. Raise BadInput for what is no address."""
    from tui.views.subject import page_at  # 9 ms: not every way in needs it

    with asked.store(kiosk=kiosk) as store:
        value, page = page_at(store, address)
        asked.give(value, page)
    return 0


def _sources(asked: Asked) -> Sources | None:
    """Return what the store is built from, where that is the reader's: nobody edits the shipped briefing of an installed program."""
    from tui.origin import Sources, state_of  # 0.8 ms: not every way in needs it

    manifest = manifest_of(asked.place())
    if manifest is None or is_installed(manifest):
        return None
    from tui.compile.build import ready  # 0.8 ms: not every way in needs it

    return Sources(manifest.parent, lambda: ready(asked.place()), lambda data: state_of(manifest, data))
