"""How the screen is shared out and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app import chrome
from tui.app.commands.registry import command

if TYPE_CHECKING:
    from tui.app.desk import Desk


@command
def zoom(desk: Desk) -> None:
    """The detail takes the room of the list."""
    desk.zoom = min(1, desk.zoom + 1)
    desk.show()


@command
def unzoom(desk: Desk) -> None:
    """The list takes the room of the detail."""
    desk.zoom = max(-1, desk.zoom - 1)
    desk.show()


@command
def split(desk: Desk) -> None:
    """The detail beside the list, or below it."""
    beside = desk.split if desk.split is not None else desk.app.size.width >= chrome.SIDE_BY_SIDE
    desk.split = not beside
    desk.show()


@command
def theme(desk: Desk) -> None:
    """The terminal's own colours, or none."""
    from dataclasses import replace

    desk.look = replace(desk.look, colour=not desk.look.colour)
    desk.list.look = desk.sheet.look = desk.look
    for bar in desk.bars.values():
        bar.look = desk.look
    desk.refresh()
    chrome.draw(desk)


@command
def redraw(desk: Desk) -> None:
    """The whole screen anew, for when something else has written on it."""
    from tui.app.briefing_app import BriefingApp

    if isinstance(desk.app, BriefingApp):
        desk.app.redraw()


@command
def hints(desk: Desk) -> None:
    """More hints in the last line, or fewer."""
    desk.all_hints = not desk.all_hints
    chrome.draw(desk)
