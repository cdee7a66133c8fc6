"""The Textual app. `run` is the one thing of it that the command line knows (`cli/opening.py`).

briefing_app.py   the app: one screen over one store; `app.tcss` lays out its parts
reader_screen.py  the one screen; `room.py` shares it out, `effects.py` carries out what panes answer
seen.py           what the frame tells of, as a value; `chrome.py` its first lines, `footer.py` its last one
look.py           how roles look: the colours, what they are without colour, and the glyphs with an ASCII twin
commands/         what the keys do, by the names in `tui/keys.py`
keyboard.py       the keys in the order in which they were typed
asking.py         what each key does while the reader is asked for words
panes/            the places that are no subject: help, palette, choice, who says so
widgets/          a list, a sheet, a bar, a prompt
own.py            what is the reader's own: what is new, notes, the basket, the place
live.py           the sources and the store, looked at while nobody waits
place.py          where the reader is, where the reader has been, and what was searched for
searching.py      a thread that searches while the reader types: how many hits; and how what it finds comes to the screen
writing.py        what a reader sees, as a file
editing.py        the sources, in the reader's editor
following.py      what is newer elsewhere, asked for in a thread of its own
mouse.py          what the mouse does for who asked for it
host.py           what the screen and its commands need of the app
"""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import BriefingError
from tui.settings import Settings
from tui.store.read import Store
from tui.views import HOME

if TYPE_CHECKING:
    from tui.findings import HasFindings
    from tui.origin import Feed, Sources


def run(
    store_path: Path,
    address: str | None = None,
    *,
    as_at: str | None = None,
    ascii_only: bool = False,
    mouse: bool = False,
    kiosk: bool = False,
    fresh: bool = False,
    sources: Sources | None = None,
    feed: Feed | None = None,
    briefing: Path | None = None,
    broken: HasFindings | None = None,
    settings: Settings | None = None,
    said: str = "",
) -> int:
    """Open the app on a store and give its exit code. `sources` are what it was built from, where the reader may edit them.

    `briefing` is where the briefing is, by which the reader's own state is kept; without it, and in a kiosk, nothing is. Without an
    address it opens where this reader was, unless `fresh`. `broken` is what is wrong in the sources of a store that is older. `feed`
    tells how newer ones come, where it comes from elsewhere. Raises BadInput where no app can run, before anything is drawn. `said` is
    what to say first.
    """
    settings = settings or Settings()
    from tui.terminal.probe import decide, looking, original_environment, prepare, refuse_unless_usable  # 3 ms: `run` alone asks

    refuse_unless_usable(os.environ)
    gc.disable()  # nothing of a start is garbage; the app turns it on again when it is drawn
    terminal = looking(decide(original_environment(), ascii_only=ascii_only, mouse=mouse, kiosk=kiosk), settings.look)
    prepare(os.environ)
    from tui.terminal.signals import Signals, end_if_gone, restore_terminal, watch_hang_up  # 37 ms: only who draws

    watch_hang_up()
    store = Store.open(store_path, as_at)
    from tui.app.own import Opening, Own  # 79 ms: the signals are heard by now

    own = Own.of(briefing, store, store_path) if briefing is not None and not terminal.kiosk else None
    first = settings.first or HOME
    opening = own.opening(address, first, fresh=fresh or not settings.place) if own else Opening((address or first,))
    if said:
        opening = replace(opening, said=f"{said} {opening.said}".strip())
    if opening.day and as_at is None:
        store.close()
        store = Store.open(store_path, opening.day)
    from tui.app.briefing_app import BriefingApp  # 250 ms: Textual, once it is clear that there is something to show

    reopen = partial(Store.open, store_path)
    app = BriefingApp(store, terminal, opening, reopen, sources, store_path, broken, feed, watch=settings.watch)
    Signals(app.leave).install()
    try:
        app.run(mouse=mouse)
    except Exception as error:  # noqa: BLE001 (the reader's terminal comes first, whatever it was)
        restore_terminal()
        app.failure = error
    lost = own.leave(app.reader) if own else ""
    Signals.left()
    end_if_gone()
    app.store.close()
    sys.stdout.flush()
    if lost:
        print(lost, file=sys.stderr)
    if app.failure is not None:
        _tell(app.failure, app.failed_at, kiosk=terminal.kiosk)
        return 1
    return app.return_code or 0


def _tell(failure: BaseException, address: str, *, kiosk: bool) -> None:
    """Raise a failure that has a sentence of its own for who called us; of any other, a fault of the program, write a report."""
    if isinstance(failure, BriefingError):
        raise failure
    from tui.terminal.crash import told  # 2 ms: only who fails pays for it

    print(told(failure, {"address": address}, os.environ, kiosk=kiosk), file=sys.stderr)
