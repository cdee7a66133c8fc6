"""What frames the panes: the room each part gets, the title, and the tabs with the way that led here.

A low screen has no line for the tabs; there the first line tells the place, and the briefing where room is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from tui.app import footer
from tui.app.widgets.bars import Piece
from tui.dates import in_words
from tui.views import TABS
from tui.views.cells import cut, width

if TYPE_CHECKING:
    from tui.app.desk import Desk

SIDE_BY_SIDE = 100  # from this width list and detail stand side by side
STACKED = 60  # from this width one stands above the other; below it one at a time
SHORTEST = 16  # cells; a name is not cut to less than this
APART = 2  # cells between what stands side by side in a line
LOWEST = 12  # fewer lines than this have no room for two parts

BOLD = Style(bold=True)


def make_room(desk: Desk) -> None:
    """List and sheet side by side, one above the other, or one at a time."""
    size = desk.room = desk.app.size
    lines = size.height - (2 if size.height >= LOWEST else 1) - 1
    desk.bars["tabs"].display = size.height >= LOWEST
    has_rows = bool(desk.place.rows) or bool(desk.place.filter)
    two = has_rows and size.width >= STACKED and size.height >= LOWEST and not desk.zoom
    beside = two and (desk.split if desk.split is not None else size.width >= SIDE_BY_SIDE)
    desk.list.display = has_rows and (two or desk.zoom <= 0)
    desk.sheet.display = not desk.list.display or two
    body = desk.list.parent
    assert body is not None
    body.styles.layout = "horizontal" if beside else "vertical"
    pane = desk.place.pane
    pane.room = pane.list_width(size.width) if beside else size.width
    desk.list.columns, desk.list.cells = pane.columns, pane.room
    if beside:
        desk.list.styles.width, desk.list.styles.height = pane.room, "100%"
        desk.sheet.styles.width, desk.sheet.styles.height = "1fr", "100%"
    elif two:
        wanted = len(desk.place.rows) + 1
        desk.list.styles.width, desk.list.styles.height = "100%", min(wanted, max(5, pane.list_height(lines)))
        desk.sheet.styles.width, desk.sheet.styles.height = "100%", "1fr"
    else:
        desk.list.styles.width = desk.sheet.styles.width = "100%"
        desk.list.styles.height = desk.sheet.styles.height = "1fr"
    desk.sheet.give_room(size.width - pane.room if beside else size.width, "left" if beside else "top" if two else "")


def draw(desk: Desk) -> None:
    """The title, the tabs and the hints for the place on top."""
    handling = desk.store.manifest.handling.split(" ", 1)[0]
    low = desk.room.height < LOWEST
    kept = width(handling) + (1 if low else APART)
    desk.bars["title"].show([_place(desk, kept) if low else _title(desk, desk.app.size.width - kept)], handling)
    desk.bars["tabs"].show([_tabs(desk)], desk.place.pane.subtitle())
    desk.bars["foot"].show(footer.foot(desk))


def _place(desk: Desk, kept: int) -> list[Piece]:
    """Where the reader is, on a screen without tabs, and behind it the briefing and the day where there is room."""
    cells = desk.app.size.width - kept
    above = [desk.look.text(place.pane.title) for place in desk.stack[1:]]
    here = TABS[desk.stack[0].pane.id].title
    if above and width(here) + SHORTEST < cells:
        way = f"{here} {_way(above, cells - width(here) - 1, desk.look.ellipsis)}".rstrip()
    else:
        way = _way(above, cells, desk.look.ellipsis).rstrip() if above else here
    if width(way) > cells:
        way = way[: cut(way, cells - len(desk.look.ellipsis))].rstrip() + desk.look.ellipsis
    rest = cells - width(way) - APART
    return [(way, desk.look.reverse), *([(" " * APART, None), *_title(desk, rest)] if rest >= SHORTEST else [])]


def _title(desk: Desk, cells: int) -> list[Piece]:
    """The briefing and the day of the reading in so many cells: the name is cut first, and then the day goes."""
    title = desk.look.text(desk.store.manifest.title)
    as_at = f"  as at {in_words(desk.store.as_at)}"
    room = cells - len(as_at)
    if room < SHORTEST:
        room, as_at = cells, ""
    if width(title) > room:
        title = title[: cut(title, room - len(desk.look.ellipsis))].rstrip() + desk.look.ellipsis
    return [(title, BOLD), (as_at, desk.look.style("dim"))]


def _tabs(desk: Desk) -> list[Piece]:
    """The panes with their keys, by name where there is room; above them the way that led here, its end at least."""
    cells = desk.app.size.width
    here = desk.stack[0].pane.id
    above = [desk.look.text(place.pane.title) for place in desk.stack[1:]]
    wide = not above and sum(len(pane.title) + 3 for pane in TABS.values()) <= cells + 1
    out: list[Piece] = []
    for number, (ident, pane) in enumerate(TABS.items(), 1):
        word = f"{number} {pane.title}" if wide or ident == here else str(number)
        out.append((word, desk.look.reverse if ident == here else None))
        out.append((" ", None))
    room = cells - sum(width(text) for text, _ in out)
    if above:
        if room < SHORTEST:  # where the reader is comes before where else there is to go
            out = [(TABS[here].title, desk.look.reverse), (" ", None)]
            room = cells - len(TABS[here].title) - 1
        out.append((_way(above, room, desk.look.ellipsis), BOLD))
    return out


def _way(titles: list[str], cells: int, ellipsis: str) -> str:
    """The titles of the way, as many of its last ones as there is room for, and the very last in any case."""
    for first in range(len(titles)):
        shown = titles if not first else [ellipsis, *titles[first:]]
        way = "".join(f"> {title} " for title in shown)
        if width(way) <= cells + 1:
            return way
    return f"> {titles[-1]}"
