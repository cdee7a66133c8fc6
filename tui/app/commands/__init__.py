"""What the keys do: one function a command, registered by its name. A pane's own commands are the pane's.

registry.py  COMMANDS: the names of `tui/keys.py` and their functions
moving.py    in a list, in the detail, between columns, panes and links
going.py     deeper, back, and through the history of places
lettering.py letters on all rows and links, and what each key does then
finding.py   filter, sort, search, go to, help
reading.py   who says so, and copying
taking.py    a file of this view, the sources in an editor, a stop
yours.py     what is new, bookmarks, notes, the basket, a fresh beginning
window.py    how the screen is shared out and drawn
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands import finding, going, lettering, moving, reading, taking, window, yours
from tui.app.commands.registry import COMMANDS
from tui.keys import Key, find, offered, shown
from tui.views import TABS

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen

__all__ = ["COMMANDS", "finding", "going", "lettering", "moving", "reading", "run", "taking", "window", "yours"]


def run(screen: ReaderScreen, name: str) -> None:
    """Carry out a command by its name: the screen's own, or one that the pane offers. What cannot be done here says why."""
    screen.asked_to_quit = screen.message == going.AGAIN
    if screen.message:
        screen.message = ""
        screen.draw_frame()
    if name not in moving.IN_A_BURST:
        screen.settle()
    if name.startswith("pane_"):
        screen.go(list(TABS)[int(name.removeprefix("pane_")) - 1])
    elif screen.kiosk and not find(name).kiosk:
        screen.say("Not here: this is a kiosk, which starts no program and writes no file.")
    elif name in COMMANDS:
        COMMANDS[name](screen)
    elif offered(find(name), screen.place.pane.id):
        effect = screen.place.pane.act(name, screen.place.row)
        if effect is None:
            screen.say(f"{shown(find(name).keys[0])}: there is nothing here for it.")
        screen.take(effect)
    else:
        screen.say(elsewhere(screen, find(name)))


def elsewhere(screen: ReaderScreen, key: Key) -> str:
    """Return the sentence for a key that does nothing in this place: where it does something, as seen from where the reader is."""
    what = f"{shown(key.keys[0])} ({key.hint})"
    if any(offered(key, place.pane.id) for place in screen.stack[:-1]):
        return f"{what} works in the place below this page: q leads back there."
    panes = [f"{TABS[pane].title} (key {number})" for number, pane in enumerate(TABS, 1) if pane in key.panes]
    return f"{what} works in {' and '.join(panes)} only." if panes else f"{what} works in a choice only."
