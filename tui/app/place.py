"""Where the reader is: a pane with its cursor and its scroll, and the pages opened above it; every stop as it was left, to go back
to and forward again; and what was searched for.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field, replace

from tui.fold import haystack, holds, needles
from tui.views.blocks import Page, Para, line, words
from tui.views.pane import Pane, Row


@dataclass(slots=True)
class Place:
    """One pane as the reader left it. `rows` are the pane's, after the filter.

    `link` is the link chosen in the detail, when the reader was there; `unfiltered` the row to come
    back to when a filter has left none.
    """

    pane: Pane
    cursor: int = 0
    top: int = 0
    sheet_top: int = 0
    link: int | None = None
    filter: str = ""
    unfiltered: str = ""
    rows: Sequence[Row] = field(default_factory=tuple)

    def load(self) -> None:
        """Ask the pane for its rows and filter them."""
        rows = self.pane.rows()
        if self.filter:
            own = self.pane.filtered(self.filter, rows)
            rows = own if own is not None else matching(rows, self.filter)
        self.rows = rows
        self.cursor = max(0, min(self.cursor, len(rows) - 1))

    def narrow(self, text: str, key: str | None = None) -> None:
        """Filter the rows by words, empty for all of them. The cursor goes to the row `key`, without it stays on its row."""
        if key is None:
            key = self.row.key if self.row else self.unfiltered
        self.filter, self.unfiltered = text, key
        self.load()
        if not self.find(key):
            self.cursor = 0

    def take_after(self, other: Place) -> None:
        """Set this place as another was left: its filter, its scroll, the link chosen."""
        self.pane.sorted_by = other.pane.sorted_by
        if other.filter or self.pane.sorted_by:
            self.narrow(other.filter)
        self.top, self.sheet_top, self.link = other.top, other.sheet_top, other.link

    @property
    def row(self) -> Row | None:
        """Return the row the cursor is on."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    def find(self, key: str) -> bool:
        """Put the cursor on the row with this key; False when there is none."""
        index = self.pane.index_of(key, self.rows)
        if index is not None:
            self.cursor = index
        return index is not None

    def page(self, cells: int) -> Page:
        """Return the page for the row chosen; where a filter leaves no row, how to get them back."""
        if self.row is None and self.filter:
            return Page("filter", (Para(line(f"No row holds all of: {self.filter}. Esc shows all rows; F searches everything.")),))
        return self.pane.page(self.row, cells)

    @property
    def address(self) -> str:
        """Return the address of what the reader sees."""
        return self.pane.address(self.row)


def matching(rows: Sequence[Row], text: str) -> Sequence[Row]:
    """Return the rows that hold every word of `text`, themselves or together with the headings above them, below those headings.

    What does not matter is what `tui.fold` says. So a heading that holds all the words keeps its rows.
    """
    wanted = needles(text)
    out: list[Row] = []
    above: list[Row] = []  # the headings of the row at hand
    told = 0  # how many of them are in `out`
    before: Row | None = None
    for row in rows:
        if row.heading:
            if before is None or not before.heading:
                above, told = [], 0
            above.append(row)
        else:
            held = " ".join(map(_held, (*above, row)))
            if holds(haystack(held), wanted):
                out += [*above[told:], row]
                told = len(above)
        before = row
    return out


def _held(row: Row) -> str:
    return " ".join(words(cell) for cell in row.cells) + " " + row.key


MOST_STOPS = 200  # stops that are remembered

Stop = tuple[Place, ...]


class Trail:
    """Stops in the order in which they were reached. A stop is the whole stack of places, each with its pane as it was set then."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._now = -1

    def leave(self, stack: Sequence[Place]) -> None:
        """Note how the reader leaves the present stop: the rows, filters and views may have changed since it was reached."""
        if self._now >= 0:
            self._stops[self._now] = kept(stack)

    def arrive(self, stack: Sequence[Place]) -> None:
        """Add a new stop; what lay forward of the one before it is forgotten."""
        self._stops = [*self._stops[: self._now + 1], kept(stack)][-MOST_STOPS:]
        self._now = len(self._stops) - 1

    def rise(self, stack: Sequence[Place]) -> None:
        """Go up to a place: to the stop before this one when the reader had come down from there, else to a new stop."""
        before = self._stops[self._now - 1] if self._now > 0 else ()
        if [place.address for place in before] == [place.address for place in kept(stack)]:
            self._now -= 1
        else:
            self.arrive(stack)

    def step(self, by: int) -> list[Place] | None:
        """Return the stack of the stop `by` steps on, as it was left; None when there is none."""
        if not 0 <= self._now + by < len(self._stops):
            return None
        self._now += by
        return list(kept(self._stops[self._now]))


def kept(stack: Sequence[Place]) -> Stop:
    """Return copies that later changes do not reach, without those that only help to get somewhere; what panes hold is never changed."""
    return tuple(replace(place, pane=copy(place.pane)) for place in stack if not place.pane.passing)


MOST_SEARCHED = 50


class Searched:
    """What the reader has searched for in this session."""

    def __init__(self) -> None:
        self._words: list[str] = []

    def add(self, words: str) -> None:
        """Remember words, as the latest."""
        if words.strip():
            self._words = [words, *(one for one in self._words if one != words)][:MOST_SEARCHED]

    def latest(self) -> tuple[str, ...]:
        """Return what was searched for, the latest first."""
        return tuple(self._words)
