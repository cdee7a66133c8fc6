"""Going deeper, back, and through the history of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.moving import to_list
from tui.app.commands.registry import command
from tui.app.panes import PANES
from tui.app.panes.leaf import Leaf
from tui.app.place import Place

if TYPE_CHECKING:
    from tui.app.desk import Desk


@command
def enter(desk: Desk) -> None:
    """Follow the link chosen, or open the row."""
    target = desk.sheet.target if desk.in_sheet else None
    if target is not None:
        desk.go(target)
        return
    row = desk.place.row
    if desk.in_sheet or row is None:
        return
    if not desk.sheet.display and desk.place.pane.id in PANES:
        # One part at a time: the row's own page is what lies deeper.
        page = desk.place.pane.page(row, desk.app.size.width)
        desk.push(Place(Leaf(desk.store, page)), remember=True)
        return
    desk.take(desk.place.pane.enter(row))


@command
def back(desk: Desk) -> None:
    """Out of the detail, out of a filter, out of this place; at the top out of the program."""
    if desk.place.filter:
        desk.set_filter("")
    elif desk.in_sheet and desk.place.rows:
        to_list(desk)
    elif desk.zoom:
        desk.zoom = 0
        desk.show()
    elif len(desk.stack) > 1:
        effect = desk.place.pane.leave()
        desk.stack.pop()
        desk.place.load()
        desk.show()
        desk.take(effect)
    else:
        desk.app.exit()


@command
def quit(desk: Desk) -> None:  # noqa: A001
    """Leave at once."""
    desk.app.exit()


@command
def history_back(desk: Desk) -> None:
    """The address before this one."""
    if desk.now > 0:
        desk.now -= 1
        desk.go(desk.history[desk.now], remember=False)
    else:
        desk.say("This is where you began.")


@command
def history_forward(desk: Desk) -> None:
    """The address after this one."""
    if desk.now + 1 < len(desk.history):
        desk.now += 1
        desk.go(desk.history[desk.now], remember=False)
    else:
        desk.say("This is the latest place.")
