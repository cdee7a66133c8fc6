"""Going deeper, back, and through the history of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.moving import to_list
from tui.app.commands.registry import command
from tui.app.place import Place
from tui.views import TABS
from tui.views.record.pane import Leaf

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
    if desk.in_sheet:
        desk.say("Tab chooses a link, Enter follows it." if desk.sheet.links else "No link leads on from here.")
        return
    if row is None:
        desk.say("There is no row to open.")
        return
    if not desk.sheet.display and desk.place.pane.id in TABS:
        # One part at a time: the row's own page is what lies deeper.
        page = desk.place.pane.page(row, desk.app.size.width)
        desk.push(Place(Leaf(desk.store, page)))
        return
    desk.take(desk.place.pane.enter(row))


@command
def back(desk: Desk) -> None:
    """Out of the detail, out of a filter, out of this place, with what was chosen there; at the top out of the program."""
    if _out_of_part(desk):
        return
    if len(desk.stack) > 1:
        effect = desk.place.pane.leave()
        desk.rise()
        desk.take(effect)
    else:
        desk.app.exit()


@command
def out(desk: Desk) -> None:
    """Out as `back` leads out, but a choice is not taken, and at the top the program stays."""
    if _out_of_part(desk):
        return
    if len(desk.stack) > 1:
        desk.rise()
    else:
        desk.say("This is the top; q quits.")


def _out_of_part(desk: Desk) -> bool:
    """Out of what is narrower than the place itself; False when there is nothing such."""
    if desk.in_sheet and desk.place.rows:
        to_list(desk)
    elif desk.place.filter:
        desk.set_filter("")
    elif desk.zoom:
        desk.zoom = 0
        desk.show()
    else:
        return False
    return True


@command
def quit(desk: Desk) -> None:  # noqa: A001
    """Leave at once."""
    desk.app.exit()


@command
def history_back(desk: Desk) -> None:
    """The place before this one, as it was left."""
    _walk(desk, -1, "This is where you began.")


@command
def history_forward(desk: Desk) -> None:
    """The place after this one, as it was left."""
    _walk(desk, 1, "This is the latest place.")


def _walk(desk: Desk, by: int, end: str) -> None:
    if not desk.walk(by):
        desk.say(end)
    elif desk.place.pane.id == "search":
        from tui.app.searching import again

        again(desk)
