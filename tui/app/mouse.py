"""What the mouse does for a reader who asked for it: a click puts the cursor on a row, a double click opens it, the wheel moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.events import Click, MouseEvent

    from tui.app.desk import Desk

WHEEL = 3  # lines


def clicked(desk: Desk, event: Click) -> None:
    """Put the cursor on the row, and the keys with it into the list; a double click opens the row. Elsewhere nothing happens."""
    if event.widget is not desk.list or desk.prompt is not None:
        return
    row = desk.list.row_at(event.y)
    if row is None:
        return
    if desk.in_sheet:
        desk.in_sheet = False
        desk.sheet.leave()
        desk.list.activate(True)
    if desk.list.put(row):
        desk.moved()
    if event.chain == 2:
        from tui.app.commands import run

        run(desk, "enter")


def turned(desk: Desk, event: MouseEvent, direction: int) -> None:
    """Scroll the page under the wheel, or move the cursor of the list."""
    if desk.prompt is not None:
        return
    under, _ = desk.get_widget_at(event.screen_x, event.screen_y)
    if under is desk.sheet:
        desk.sheet.scroll_by(direction * WHEEL)
    elif under is desk.list and desk.list.move(direction * WHEEL):
        desk.moved()
