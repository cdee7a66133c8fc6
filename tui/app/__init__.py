"""The Textual app.

keys.py         every key once
commands/       what the keys do
desk.py         the one screen, and chrome.py the frame around its parts
place.py        where the reader is
panes/          PANES: what each pane shows
widgets/        a list, a sheet, a bar, a prompt
look.py         how roles look, with colour or without
terminal.py     what this terminal can do
gate.py         the last gate before the terminal
guards.py       hang-up and signals
clipboard.py    copying over SSH
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path


def run(
    store_path: Path,
    address: str = "overview",
    *,
    as_at: str | None = None,
    ascii_only: bool = False,
    mouse: bool = False,
    kiosk: bool = False,
) -> int:
    """Open the app on a store and give its exit code. Raises BadInput where no app can run, before anything is drawn."""
    from tui.app.terminal import decide, original_environment, prepare, refuse_unless_usable

    refuse_unless_usable(os.environ)
    gc.disable()  # nothing of a start is garbage; the app turns it on again when it is drawn
    terminal = decide(original_environment(), ascii_only=ascii_only, mouse=mouse, kiosk=kiosk)
    prepare(os.environ)
    from tui.app.guards import watch_hang_up
    from tui.store.read import Store

    watch_hang_up()
    store = Store.open(store_path, as_at)
    from tui.app.briefing_app import BriefingApp

    app = BriefingApp(store, terminal, address, lambda day: Store.open(store_path, day))
    app.run(mouse=mouse)
    signal.alarm(0)  # we are leaving as asked; the hard end would come in the middle of it
    app.store.close()
    sys.stdout.flush()
    return app.return_code or 0
