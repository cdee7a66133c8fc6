"""The last line: a sentence, or the keys that work here, the most important first, with a mark for what a narrow screen leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from tui.app.widgets.bars import Piece
from tui.keys import KEYS, Key, offered, shown
from tui.pages.cells import width

if TYPE_CHECKING:
    from tui.app.desk import Desk

TALLEST = 4  # lines that a sentence or all the hints may take

EVERYWHERE = 60  # from this rank on keys do the same in all places
RIGHT_AFTER = 3  # the rank behind help and back
OF_LISTS = ("left", "right", "detail_down", "zoom", "unzoom", "split")
BOLD = Style(bold=True)
ENTER = "Enter"


def foot(desk: Desk) -> list[list[Piece]]:
    """The lines of the footer: one, or as many as a sentence or all the hints need."""
    cells = desk.app.size.width
    if desk.message:
        return _flow([[(f"{word} ", BOLD)] for word in desk.look.text(desk.message).split()], cells)
    pane = desk.place.pane
    hints = [_hint(desk, key) for key in hinted(desk) if not (pane.held_back and pane.held_back[0] in key.keys)]
    if desk.place.filter:
        hints.insert(2, _filter(desk))
    if (more := _hidden(desk)) and pane.columns_by != ENTER:
        hints.insert(2, [(f"{pane.columns_by} ", BOLD), (f"{more}  ", None)])
    if pane.held_back:
        key, what = pane.held_back
        hints.insert(2, [(f"{key} ", BOLD), (f"{desk.look.text(what)}  ", None)])
    if desk.all_hints:
        return _flow(hints, cells)
    line: list[Piece] = []
    for hint in hints:
        if _size(line) + _size(hint) - 2 <= cells:
            line.extend(hint)
    return [line]


def hinted(desk: Desk) -> list[Key]:
    """The keys that do something here, by importance."""
    pane = desk.place.pane
    keys = [key for key in KEYS if key.rank and offered(key, pane.id, kiosk=desk.kiosk) and _useful(desk, key)]
    return sorted(keys, key=lambda key: _rank(desk, key))


def here(desk: Desk) -> tuple[str, ...]:
    """The commands that people come to this place for, by importance."""
    return tuple(key.name for key in hinted(desk) if key.rank < EVERYWHERE and key.name not in ("help", "back", "out"))


def _useful(desk: Desk, key: Key) -> bool:
    if key.name == "filter":
        return bool(desk.place.rows) or bool(desk.place.filter)
    if key.name == "enter":
        return bool(desk.place.rows) or desk.sheet.link is not None
    if key.name == "provenance":
        return desk.place.pane.states
    if key.name == "next_link":
        return desk.sheet.display and bool(desk.sheet.links)
    if key.name in OF_LISTS:
        return bool(desk.place.rows)
    if key.name == "out":
        return key.name in desk.place.pane.hints
    return True


def _rank(desk: Desk, key: Key) -> int:
    """Its importance; right after the way out comes what the pane has words of its own for, Enter on a link, and Tab where all is links."""
    own = key.name in desk.place.pane.hints or (key.name == "enter" and (desk.sheet.link is not None or _hidden(desk) != ""))
    own = own or (key.name == "next_link" and not desk.place.rows)
    return RIGHT_AFTER if own and key.rank > RIGHT_AFTER else key.rank


def _hint(desk: Desk, key: Key) -> list[Piece]:
    return [(f"{shown(key.keys[0])} ", BOLD), (f"{_word(desk, key)}  ", None)]


def _word(desk: Desk, key: Key) -> str:
    if key.name == "back" and at_top(desk):
        return "quit"
    word = desk.place.pane.hints.get(key.name, key.hint)
    more = _hidden(desk) if key.name == "enter" and desk.place.pane.columns_by == ENTER else ""
    return f"{word}, {more}" if more else word


def _hidden(desk: Desk) -> str:
    """The columns that the list has no room for."""
    hidden = desk.list.hidden if desk.list.display else 0
    return f"+{hidden} column{'s' * (hidden != 1)}" if hidden else ""


def at_top(desk: Desk) -> bool:
    """Whether back leads out of the program: nothing is open above a pane, no filter is in force, and the reader is not in the detail."""
    return len(desk.stack) == 1 and not desk.place.filter and not desk.zoom and not (desk.in_sheet and desk.place.rows)


def _filter(desk: Desk) -> list[Piece]:
    held = sum(1 for row in desk.place.rows if not row.heading)
    return [(f"/{desk.look.text(desk.place.filter)}", BOLD), (f" {held} match{'es' * (held != 1)}  ", None)]


def _size(pieces: list[Piece]) -> int:
    return sum(width(text) for text, _ in pieces)


def _flow(units: list[list[Piece]], cells: int) -> list[list[Piece]]:
    """Units that stay whole, on as many lines as they need; a space or two at the end of a line may fall off."""
    lines: list[list[Piece]] = [[]]
    for unit in units:
        if lines[-1] and _size(lines[-1]) + _size(unit) - len(unit[-1][0]) + len(unit[-1][0].rstrip()) > cells:
            lines.append([])
        lines[-1].extend(unit)
    return lines[:TALLEST]
