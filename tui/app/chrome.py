"""What frames the panes: the room each part gets, the title, and the tabs with the way that led here.

A low screen has no line for the tabs; there the first line tells the place, and the briefing where room is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from tui.app import footer
from tui.app.tabs import tabs
from tui.app.widgets.bars import Piece
from tui.dates import in_words
from tui.views import TABS
from tui.views.cells import cut, width

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen

SIDE_BY_SIDE = 100  # from this width list and detail stand side by side
STACKED = 60  # from this width one stands above the other; below it one at a time
SHORTEST = 16  # cells; a name is not cut to less than this
APART = 2  # cells between what stands side by side in a line
LOWEST = 12  # fewer lines than this have no room for two parts

BOLD = Style(bold=True)


def make_room(screen: ReaderScreen) -> None:
    """List and sheet side by side, one above the other, or one at a time."""
    size = screen.room = screen.app.size
    lines = size.height - (2 if size.height >= LOWEST else 1) - 1
    screen.bars["tabs"].display = size.height >= LOWEST
    has_rows = bool(screen.place.rows) or bool(screen.place.filter)
    two = has_rows and size.width >= STACKED and size.height >= LOWEST and not screen.zoom
    two = two and (size.width >= SIDE_BY_SIDE or screen.split is not None or not screen.place.pane.alone)
    beside = two and (screen.split if screen.split is not None else size.width >= SIDE_BY_SIDE)
    screen.list.display = has_rows and (two or screen.zoom <= 0)
    screen.sheet.display = not screen.list.display or two
    body = screen.list.parent
    assert body is not None
    body.styles.layout = "horizontal" if beside else "vertical"
    pane = screen.place.pane
    pane.room = pane.list_width(size.width) if beside else size.width
    screen.list.columns, screen.list.cells, screen.list.lead = pane.columns, pane.room, pane.lead(pane.room)
    if beside:
        screen.list.styles.width, screen.list.styles.height = pane.room, "100%"
        screen.sheet.styles.width, screen.sheet.styles.height = "1fr", "100%"
    elif two:
        wanted = len(screen.place.rows) + 1
        screen.list.styles.width, screen.list.styles.height = "100%", min(wanted, max(5, pane.list_height(lines)))
        screen.sheet.styles.width, screen.sheet.styles.height = "100%", "1fr"
    else:
        screen.list.styles.width = screen.sheet.styles.width = "100%"
        screen.list.styles.height = screen.sheet.styles.height = "1fr"
    screen.sheet.give_room(size.width - pane.room if beside else size.width, "left" if beside else "top" if two else "")


def draw(screen: ReaderScreen) -> None:
    """The title, the tabs and the hints for the place on top."""
    handling = screen.store.manifest.handling.split(" ", 1)[0]
    low = screen.room.height < LOWEST
    kept = width(handling) + (1 if low else APART)
    screen.bars["title"].show([_place(screen, kept) if low else _title(screen, screen.app.size.width - kept)], handling)
    screen.bars["tabs"].show([_tabs(screen)], screen.place.pane.subtitle())
    screen.bars["foot"].show(footer.foot(screen))


def _place(screen: ReaderScreen, kept: int) -> list[Piece]:
    """Where the reader is, on a screen without tabs, and behind it the briefing and the day where there is room."""
    cells = screen.app.size.width - kept
    above = [screen.look.text(place.pane.title) for place in screen.stack[1:]]
    here = TABS[screen.stack[0].pane.id].title
    if above and width(here) + SHORTEST < cells:
        way = f"{here} {_way(above, cells - width(here) - 1, screen.look.ellipsis)}".rstrip()
    else:
        way = _way(above, cells, screen.look.ellipsis).rstrip() if above else here
    if width(way) > cells:
        way = way[: cut(way, cells - len(screen.look.ellipsis))].rstrip() + screen.look.ellipsis
    rest = cells - width(way) - APART
    return [(way, screen.look.reverse), *([(" " * APART, None), *_title(screen, rest)] if rest >= SHORTEST else [])]


def _title(screen: ReaderScreen, cells: int) -> list[Piece]:
    """The briefing and the day of the reading in so many cells: the name is cut first, and then the day goes."""
    title = screen.look.text(screen.store.manifest.title)
    as_at = f"  as at {in_words(screen.store.as_at)}"
    room = cells - len(as_at)
    if room < SHORTEST:
        room, as_at = cells, ""
    if width(title) > room:
        title = title[: cut(title, room - len(screen.look.ellipsis))].rstrip() + screen.look.ellipsis
    return [(title, BOLD), (as_at, screen.look.style("dim"))]


def _tabs(screen: ReaderScreen) -> list[Piece]:
    """The panes with their keys, by name as far as there is room; above them the way that led here, its end at least."""
    cells = screen.app.size.width
    here = screen.stack[0].pane.id
    above = [screen.look.text(place.pane.title) for place in screen.stack[1:]]
    titles, current = [pane.title for pane in TABS.values()], list(TABS).index(here)
    words = tabs(titles, current, 0 if above else cells)
    if words != [f"{number} {title}" for number, title in enumerate(titles, 1)]:  # shorter ones leave room for what stands at the right
        words = tabs(titles, current, 0 if above else cells - width(screen.place.pane.subtitle()) - APART)
    out: list[Piece] = []
    for number, word in enumerate(words):
        out.extend([(word, screen.look.reverse if number == current else None), (" ", None)])
    room = cells - sum(width(text) for text, _ in out)
    if above:
        if room < SHORTEST:  # where the reader is comes before where else there is to go
            out = [(TABS[here].title, screen.look.reverse), (" ", None)]
            room = cells - len(TABS[here].title) - 1
        out.append((_way(above, room, screen.look.ellipsis), BOLD))
    return out


def _way(titles: list[str], cells: int, ellipsis: str) -> str:
    """The titles of the way, as many of its last ones as there is room for, and the very last in any case."""
    for first in range(len(titles)):
        shown = titles if not first else [ellipsis, *titles[first:]]
        way = "".join(f"> {title} " for title in shown)
        if width(way) <= cells + 1:
            return way
    return f"> {titles[-1]}"
