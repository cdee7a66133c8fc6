"""The room that list and sheet get: side by side, one above the other, or one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region

from tui.app.chrome import LOWEST, above
from tui.views.pane import SIDE_BY_SIDE

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen
    from tui.app.seen import Seen

STACKED = 60  # from this width one stands above the other; below it one at a time


def stands_beside(screen: ReaderScreen) -> bool:
    """Return whether list and detail stand side by side where both are shown: as the reader asked, else as the pane has it."""
    size = screen.app.size
    return screen.split if screen.split is not None else not screen.place.pane.stacked(size.width, size.height)


def make_room(screen: ReaderScreen, seen: Seen) -> None:
    """Share the screen out between the list and the sheet."""
    size = screen.room = screen.app.size
    lines = size.height - above(seen) - 1
    screen.bars["tabs"].display = size.height >= LOWEST
    has_rows = bool(screen.place.rows) or bool(screen.place.filter)
    two = has_rows and size.width >= STACKED and size.height >= LOWEST and not screen.zoom
    two = two and (size.width >= SIDE_BY_SIDE or screen.split is not None or not screen.place.pane.alone)
    beside = two and stands_beside(screen)
    screen.list.display = has_rows and (two or screen.zoom <= 0)
    screen.sheet.display = not screen.list.display or two
    body = screen.list.parent
    assert body is not None
    body.styles.layout = "horizontal" if beside else "vertical"
    pane = screen.place.pane
    pane.room = pane.list_width(size.width) if beside else size.width
    first = screen.own.lead(pane) if screen.own else ()
    screen.list.columns, screen.list.cells, screen.list.lead = pane.columns, pane.room, (*first, *pane.lead(pane.room, screen.place.row))
    screen.list.first_lines = len(first)
    if beside:
        screen.list.styles.width, screen.list.styles.height = pane.room, "100%"
        screen.sheet.styles.width, screen.sheet.styles.height = "1fr", "100%"
    elif two:
        wanted = len(screen.place.rows) + 1 + len(screen.list.lead)
        screen.list.styles.width, screen.list.styles.height = "100%", min(wanted, max(5, pane.list_height(lines)))
        screen.sheet.styles.width, screen.sheet.styles.height = "100%", "1fr"
    else:
        screen.list.styles.width = screen.sheet.styles.width = "100%"
        screen.list.styles.height = screen.sheet.styles.height = "1fr"
    screen.sheet.give_room(size.width - pane.room if beside else size.width, "left" if beside else "top" if two else "")


def light(screen: ReaderScreen) -> None:
    """Let what stands above the list show where the cursor is now, in a pane where it does."""
    pane, rows = screen.place.pane, screen.list
    if not pane.lit:
        return
    before, rows.lead = rows.lead, (*rows.lead[: rows.first_lines], *pane.lead(pane.room, screen.place.row))
    for y, (old, new) in enumerate(zip(before, rows.lead, strict=False)):
        if old != new:
            rows.refresh(Region(0, y, rows.size.width, 1))
