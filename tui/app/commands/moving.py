"""Moving in a list, in the detail, between columns and panes, and between the links of the detail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app import chrome
from tui.app.commands.registry import command
from tui.views import TABS

if TYPE_CHECKING:
    from tui.app.desk import Desk

# Commands that come in bursts while a key is held; all others wait until the detail has followed.
IN_A_BURST = ("down", "up", "page_down", "page_up", "half_down", "half_up", "top", "bottom")


def _step(desk: Desk, rows: int) -> None:
    if desk.in_sheet or not desk.list.display:
        desk.sheet.scroll_by(rows)
    elif desk.list.move(rows):
        desk.moved()


def _far(desk: Desk, share: float, direction: int) -> None:
    page = desk.sheet.page if desk.in_sheet or not desk.list.display else desk.list.page
    _step(desk, direction * max(1, int(page * share)))


@command
def down(desk: Desk) -> None:
    """Next row, or a line further."""
    _step(desk, 1)


@command
def up(desk: Desk) -> None:
    """Previous row, or a line back."""
    _step(desk, -1)


@command
def page_down(desk: Desk) -> None:
    """A page further."""
    _far(desk, 1, 1)


@command
def page_up(desk: Desk) -> None:
    """A page back."""
    _far(desk, 1, -1)


@command
def half_down(desk: Desk) -> None:
    """Half a page further."""
    _far(desk, 0.5, 1)


@command
def half_up(desk: Desk) -> None:
    """Half a page back."""
    _far(desk, 0.5, -1)


@command
def top(desk: Desk) -> None:
    """The first row or line."""
    _step(desk, -(10**9))


@command
def bottom(desk: Desk) -> None:
    """The last row or line."""
    _step(desk, 10**9)


@command
def detail_down(desk: Desk) -> None:
    """The detail a few lines further, while the cursor stays in the list."""
    desk.sheet.scroll_by(max(1, desk.sheet.page // 2))


@command
def detail_up(desk: Desk) -> None:
    """The detail a few lines back."""
    desk.sheet.scroll_by(-max(1, desk.sheet.page // 2))


def _sideways(desk: Desk, name: str, step: int) -> None:
    effect = desk.place.pane.act(name, desk.place.row)
    if effect is not None:
        desk.take(effect)
    elif desk.in_sheet and (desk.place.rows or len(desk.stack) > 1):
        desk.say("From here [ and ] lead to the other panes.")
    else:
        _other_pane(desk, step)


def _other_pane(desk: Desk, step: int) -> None:
    names = list(TABS)
    desk.go(names[(names.index(desk.stack[0].pane.id) + step) % len(names)])


@command
def left(desk: Desk) -> None:
    """The previous column of a grid, else the previous pane."""
    _sideways(desk, "left", -1)


@command
def right(desk: Desk) -> None:
    """The next column of a grid, else the next pane."""
    _sideways(desk, "right", 1)


@command
def previous_pane(desk: Desk) -> None:
    """The pane before this one."""
    _other_pane(desk, -1)


@command
def next_pane(desk: Desk) -> None:
    """The pane after this one."""
    _other_pane(desk, 1)


@command
def next_link(desk: Desk) -> None:
    """Into the detail, and on to its next link."""
    _link(desk, 1)


@command
def previous_link(desk: Desk) -> None:
    """Back to the link before."""
    _link(desk, -1)


def _link(desk: Desk, step: int) -> None:
    if not desk.sheet.display:
        return
    if not desk.sheet.choose_link(step):
        if step < 0 and desk.sheet.link is not None:
            to_list(desk)
        elif not desk.sheet.links:
            desk.in_sheet = True
            desk.list.activate(False)
            desk.say("No links here; j and k scroll, q goes back to the list.")
        return
    desk.in_sheet = True
    desk.list.activate(False)
    chrome.draw(desk)


def to_list(desk: Desk) -> None:
    """Out of the detail, back to the list."""
    desk.sheet.leave()
    desk.in_sheet = not desk.place.rows
    desk.list.activate(not desk.in_sheet)
    chrome.draw(desk)
