"""What frames the panes: the room each part gets, the title, the tabs, the hints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from tui.app.keys import KEYS, Key, offered, shown
from tui.app.panes import PANES
from tui.dates import in_words
from tui.pages.cells import width

if TYPE_CHECKING:
    from tui.app.desk import Desk

SIDE_BY_SIDE = 100  # from this width list and detail stand side by side
STACKED = 60  # from this width one stands above the other; below it one at a time
LOWEST = 12  # fewer lines than this have no room for two parts


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
    desk.list.columns = pane.columns
    if beside:
        desk.list.styles.width, desk.list.styles.height = pane.room, "100%"
        desk.sheet.styles.width, desk.sheet.styles.height = "1fr", "100%"
    elif two:
        wanted = len(desk.place.rows) + 1
        desk.list.styles.width, desk.list.styles.height = "100%", min(wanted, max(5, lines * 45 // 100))
        desk.sheet.styles.width, desk.sheet.styles.height = "100%", "1fr"
    else:
        desk.list.styles.width = desk.sheet.styles.width = "100%"
        desk.list.styles.height = desk.sheet.styles.height = "1fr"
    desk.sheet.draw_edge("left" if beside else "top" if two else "")


def draw(desk: Desk) -> None:
    """The title, the tabs and the hints for the place on top."""
    look = desk.look
    manifest = desk.store.manifest
    bold, dim = Style(bold=True), look.style("dim")
    as_at = f"  as at {in_words(desk.store.as_at)}"
    handling = manifest.handling.split(" ", 1)[0]
    desk.bars["title"].show([(f"{manifest.title}", bold), (as_at, dim)], handling)
    tabs: list[tuple[str, Style | None]] = []
    bottom = desk.stack[0].pane
    cells = desk.app.size.width
    trail = [place.pane.title for place in desk.stack[1:]]
    wide = not trail and sum(len(pane.title) + 3 for pane in PANES.values()) <= cells + 1
    for number, (ident, pane) in enumerate(PANES.items(), 1):
        here = ident == bottom.id
        word = f"{number} {pane.title}" if wide or here else str(number)
        tabs.append((word, look.reverse if here else None))
        tabs.append((" ", None))
    if trail:
        tabs.append(("> " + " > ".join(trail), bold))
    desk.bars["tabs"].show(tabs, desk.place.pane.subtitle())
    desk.bars["foot"].show(_foot(desk))


def _foot(desk: Desk) -> list[tuple[str, Style | None]]:
    if desk.message:
        return [(desk.message, Style(bold=True))]
    if desk.place.filter:
        held = sum(1 for row in desk.place.rows if not row.heading)
        return [
            (f"/{desk.place.filter}", Style(bold=True)),
            (f"  {held} match{'es' * (held != 1)}  ", None),
            *_hints(desk, ("back", "help")),
        ]
    return _hints(desk, None)


def _hints(desk: Desk, only: tuple[str, ...] | None) -> list[tuple[str, Style | None]]:
    """Keys that work here, the most useful first: those of this place, then those that work everywhere."""
    place = desk.place.pane.id
    keys = [
        key for key in KEYS if offered(key, place, kiosk=desk.kiosk) and (key.hint or desk.all_hints) and (only is None or key.name in only)
    ]
    if not desk.place.pane.states:
        keys = [key for key in keys if key.name != "provenance"]
    if not desk.place.rows:
        keys = [key for key in keys if key.name not in ("filter", "enter")]
    keys.sort(key=lambda key: (_RANK.get(key.name, 5), not key.panes))
    out: list[tuple[str, Style | None]] = []
    room = desk.app.size.width
    for key in keys:
        piece = [(f"{shown(key.keys[0])} ", Style(bold=True)), (f"{_word(desk, key)}  ", None)]
        size = sum(width(text) for text, _ in piece)
        if size - 2 > room:
            continue
        room -= size
        out.extend(piece)
    return out


_RANK = {"help": 0, "back": 1, "enter": 2}


def _word(desk: Desk, key: Key) -> str:
    if key.name == "back" and len(desk.stack) == 1 and not desk.place.filter and not _in_detail(desk):
        return "quit"
    return key.hint or key.text


def _in_detail(desk: Desk) -> bool:
    """Whether back leads from the detail to the list of the same place."""
    return desk.in_sheet and bool(desk.place.rows)
