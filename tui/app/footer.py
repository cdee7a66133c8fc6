"""The last line: a sentence, or the keys that work here, the most important first, with a mark for what a narrow screen leaves out."""

from __future__ import annotations

from rich.style import Style

from tui.app.seen import Seen
from tui.app.widgets.bars import Piece
from tui.keys import KEYS, Key, offered, shown
from tui.widths import width

TALLEST = 4  # lines that a sentence or all the hints may take

EVERYWHERE = 60  # from this rank on keys do the same in all places
RIGHT_AFTER = 3  # the rank behind help and back
FEWER = 1000  # what a place's own ranks are divided by, to stand between these and all others
OF_LISTS = ("left", "right", "detail_down", "zoom", "unzoom", "split")
BOLD = Style(bold=True)
ENTER = "Enter"


def foot(seen: Seen) -> list[list[Piece]]:
    """Return the lines of the footer: one, or as many as a sentence or all the hints need."""
    if seen.message:
        return _flow([[(f"{word} ", BOLD)] for word in seen.look.text(seen.message).split()], seen.cells)
    hints = [_hint(seen, key) for key in hinted(seen) if not (seen.held_back and seen.held_back[0] in key.keys)]
    if seen.filter:
        hints.insert(2, _filter(seen))
    if (more := _hidden(seen)) and seen.columns_by not in (ENTER, ""):
        hints.insert(2, [(f"{seen.columns_by} ", BOLD), (f"{more}  ", None)])
    if seen.held_back:
        key, what = seen.held_back
        hints.insert(2, [(f"{key} ", BOLD), (f"{seen.look.text(what)}  ", None)])
    if seen.all_hints:
        return _flow(hints, seen.cells)
    line: list[Piece] = []
    for hint in hints:
        if _size(line) + _size(hint) - 2 <= seen.cells:
            line.extend(hint)
    return [line]


def hinted(seen: Seen) -> list[Key]:
    """Return the keys that do something here, by importance."""
    keys = [key for key in KEYS if key.rank and offered(key, seen.place, kiosk=seen.kiosk) and _useful(seen, key)]
    return sorted(keys, key=lambda key: _rank(seen, key))


def here(seen: Seen) -> tuple[str, ...]:
    """Return the commands that people come to this place for, by importance."""
    return tuple(key.name for key in hinted(seen) if key.rank < EVERYWHERE and key.name not in ("help", "back", "out"))


def _useful(seen: Seen, key: Key) -> bool:
    if key.name == "filter":
        return seen.rows or bool(seen.filter)
    if key.name == "enter":
        return seen.rows or seen.link
    if key.name == "provenance":
        return seen.states
    if key.name == "next_link":
        return seen.links
    if key.name == "letters":
        return seen.links or seen.rows
    if key.name == "sort":
        return seen.sorts
    if key.name in OF_LISTS:
        return seen.rows
    if key.name in ("out", "mark"):
        return key.name in seen.hints
    return True


def _rank(seen: Seen, key: Key) -> float:
    """Return a key's importance; right after the way out come the keys that the place alone has, and what it has words of its own for."""
    if key.panes:
        return RIGHT_AFTER + key.rank / FEWER
    own = key.name in seen.hints or (key.name == "enter" and (seen.link or _hidden(seen) != ""))
    own = own or (key.name == "next_link" and not seen.rows)
    return RIGHT_AFTER if own and key.rank > RIGHT_AFTER else key.rank


def _hint(seen: Seen, key: Key) -> list[Piece]:
    return [(f"{shown(key.keys[0])} ", BOLD), (f"{_word(seen, key)}  ", None)]


def _word(seen: Seen, key: Key) -> str:
    if key.name == "back" and seen.at_top:
        return "quit"
    word = seen.hints.get(key.name, key.hint)
    more = _hidden(seen) if key.name == "enter" and seen.columns_by == ENTER else ""
    return f"{word}, {more}" if more else word


def _hidden(seen: Seen) -> str:
    """Return the columns that the list has no room for."""
    return f"+{seen.hidden} column{'s' * (seen.hidden != 1)}" if seen.hidden else ""


def _filter(seen: Seen) -> list[Piece]:
    return [(f"/{seen.look.text(seen.filter)}", BOLD), (f" {seen.matches} match{'es' * (seen.matches != 1)}  ", None)]


def _size(pieces: list[Piece]) -> int:
    return sum(width(text) for text, _ in pieces)


def _flow(units: list[list[Piece]], cells: int) -> list[list[Piece]]:
    """Lay units that stay whole on as many lines as they need; a space or two at the end of a line may fall off."""
    lines: list[list[Piece]] = [[]]
    for unit in units:
        if lines[-1] and _size(lines[-1]) + _size(unit) - len(unit[-1][0]) + len(unit[-1][0].rstrip()) > cells:
            lines.append([])
        lines[-1].extend(unit)
    return lines[:TALLEST]
