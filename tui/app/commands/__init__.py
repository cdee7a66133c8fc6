"""What the keys do: one function a command, registered by its name. A pane's own commands are the pane's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app import chrome
from tui.app.commands import finding, going, moving, reading, taking, window
from tui.app.commands.registry import COMMANDS
from tui.app.keys import INSTEAD, find, offered
from tui.app.panes import PANES

if TYPE_CHECKING:
    from tui.app.desk import Desk

__all__ = ["COMMANDS", "finding", "going", "moving", "reading", "run", "taking", "window"]


def run(desk: Desk, name: str) -> None:
    """Carry out a command by its name: the screen's own, or one that the pane offers."""
    if desk.message:
        desk.message = ""
        chrome.draw(desk)
    if name.startswith("pane_"):
        desk.go(list(PANES)[int(name.removeprefix("pane_")) - 1])
    elif desk.kiosk and not find(name).kiosk:
        desk.say("Not here: this is a kiosk, which starts no program and writes no file.")
    elif name in COMMANDS:
        COMMANDS[name](desk)
    elif offered(find(name), desk.place.pane.id):
        desk.take(desk.place.pane.act(name, desk.place.row))
    elif name in INSTEAD:
        COMMANDS[INSTEAD[name]](desk)
