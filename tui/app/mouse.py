"""What the mouse does for a reader who asked for it: a click puts the cursor on a row, a double click opens it, the wheel moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.events import Click, MouseEvent

    from tui.app.reader_screen import ReaderScreen

WHEEL = 3  # lines


def clicked(screen: ReaderScreen, event: Click) -> None:
    """Put the cursor on the row, and the keys with it into the list; a double click opens the row. Elsewhere nothing happens."""
    if event.widget is not screen.list or screen.prompt is not None:
        return
    row = screen.list.row_at(event.y)
    if row is None:
        return
    if screen.in_sheet:
        screen.in_sheet = False
        screen.sheet.leave()
        screen.list.activate(True)
    if screen.list.put(row):
        screen.moved()
    if event.chain == 2:
        screen.command("enter")


def turned(screen: ReaderScreen, event: MouseEvent, direction: int) -> None:
    """Scroll the page under the wheel, or move the cursor of the list."""
    if screen.prompt is not None:
        return
    under, _ = screen.get_widget_at(event.screen_x, event.screen_y)
    if under is screen.sheet:
        screen.sheet.scroll_by(direction * WHEEL)
    elif under is screen.list and screen.list.move(direction * WHEEL):
        screen.moved()
