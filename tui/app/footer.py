"""The last line: a sentence, or the keys that work here, the most important first, with a mark for what a narrow screen leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from tui.app.widgets.bars import Piece
from tui.keys import KEYS, Key, offered, shown
from tui.views.cells import width

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen

TALLEST = 4  # lines that a sentence or all the hints may take

EVERYWHERE = 60  # from this rank on keys do the same in all places
RIGHT_AFTER = 3  # the rank behind help and back
OF_LISTS = ("left", "right", "detail_down", "zoom", "unzoom", "split")
BOLD = Style(bold=True)
ENTER = "Enter"


def foot(screen: ReaderScreen) -> list[list[Piece]]:
    """The lines of the footer: one, or as many as a sentence or all the hints need."""
    cells = screen.app.size.width
    if screen.message:
        return _flow([[(f"{word} ", BOLD)] for word in screen.look.text(screen.message).split()], cells)
    pane = screen.place.pane
    hints = [_hint(screen, key) for key in hinted(screen) if not (pane.held_back and pane.held_back[0] in key.keys)]
    if screen.place.filter:
        hints.insert(2, _filter(screen))
    if (more := _hidden(screen)) and pane.columns_by not in (ENTER, ""):
        hints.insert(2, [(f"{pane.columns_by} ", BOLD), (f"{more}  ", None)])
    if pane.held_back:
        key, what = pane.held_back
        hints.insert(2, [(f"{key} ", BOLD), (f"{screen.look.text(what)}  ", None)])
    if screen.all_hints:
        return _flow(hints, cells)
    line: list[Piece] = []
    for hint in hints:
        if _size(line) + _size(hint) - 2 <= cells:
            line.extend(hint)
    return [line]


def hinted(screen: ReaderScreen) -> list[Key]:
    """The keys that do something here, by importance."""
    pane = screen.place.pane
    keys = [key for key in KEYS if key.rank and offered(key, pane.id, kiosk=screen.kiosk) and _useful(screen, key)]
    return sorted(keys, key=lambda key: _rank(screen, key))


def here(screen: ReaderScreen) -> tuple[str, ...]:
    """The commands that people come to this place for, by importance."""
    return tuple(key.name for key in hinted(screen) if key.rank < EVERYWHERE and key.name not in ("help", "back", "out"))


def _useful(screen: ReaderScreen, key: Key) -> bool:
    if key.name == "filter":
        return bool(screen.place.rows) or bool(screen.place.filter)
    if key.name == "enter":
        return bool(screen.place.rows) or screen.sheet.link is not None
    if key.name == "provenance":
        return screen.place.pane.states
    if key.name == "next_link":
        return screen.sheet.display and bool(screen.sheet.links)
    if key.name in OF_LISTS:
        return bool(screen.place.rows)
    if key.name in ("out", "mark"):
        return key.name in screen.place.pane.hints
    return True


def _rank(screen: ReaderScreen, key: Key) -> int:
    """Its importance; right after the way out comes what the pane has words of its own for, Enter on a link, and Tab where all is links."""
    own = key.name in screen.place.pane.hints or (key.name == "enter" and (screen.sheet.link is not None or _hidden(screen) != ""))
    own = own or (key.name == "next_link" and not screen.place.rows)
    return RIGHT_AFTER if own and key.rank > RIGHT_AFTER else key.rank


def _hint(screen: ReaderScreen, key: Key) -> list[Piece]:
    return [(f"{shown(key.keys[0])} ", BOLD), (f"{_word(screen, key)}  ", None)]


def _word(screen: ReaderScreen, key: Key) -> str:
    if key.name == "back" and at_top(screen):
        return "quit"
    word = screen.place.pane.hints.get(key.name, key.hint)
    more = _hidden(screen) if key.name == "enter" and screen.place.pane.columns_by == ENTER else ""
    return f"{word}, {more}" if more else word


def _hidden(screen: ReaderScreen) -> str:
    """The columns that the list has no room for."""
    hidden = screen.list.hidden if screen.list.display else 0
    return f"+{hidden} column{'s' * (hidden != 1)}" if hidden else ""


def at_top(screen: ReaderScreen) -> bool:
    """Whether back leads out of the program: nothing is open above a pane, no filter is in force, and the reader is not in the detail."""
    return len(screen.stack) == 1 and not screen.place.filter and not screen.zoom and not (screen.in_sheet and screen.place.rows)


def _filter(screen: ReaderScreen) -> list[Piece]:
    held = sum(1 for row in screen.place.rows if not row.heading)
    return [(f"/{screen.look.text(screen.place.filter)}", BOLD), (f" {held} match{'es' * (held != 1)}  ", None)]


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
