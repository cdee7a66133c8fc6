"""What a pane is: rows for the list, a page for the row chosen, and a few keys of its own. No pane is a widget or knows another pane."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from tui.address import SEPARATOR, written
from tui.frozen import frozen
from tui.model import Where
from tui.store.read import Store
from tui.views.blocks import Line, Page
from tui.views.cells import line_width


@frozen
class Column:
    """A column of a list: its title and its width; width 0 takes what the others leave, but not under `least`.

    Where there is no room, fixed columns go down to their `narrow`, where they have one; then the column with the highest `drop` goes
    first; 0 never goes. `chosen` marks the column in which the reader is: its cell in the reader's row is seen at a glance.
    """

    title: str = ""
    width: int = 0
    drop: int = 0
    least: int = 16
    narrow: int = 0
    chosen: bool = False


@frozen
class Row:
    """One line of a list. `to` is the address of what it stands for; `key` tells the pane which row it is. Headings cannot be chosen.

    The last cell of a `running` row takes all the room that is left.
    """

    cells: tuple[Line, ...]
    to: str = ""
    key: str = ""
    heading: bool = False
    running: bool = False


@frozen
class Order:
    """An order of a list: `name` as a sentence tells it; `by` gives what a row is sorted by, without it the list stands in its own order.

    `column` is the title of the column that is marked, `down` whether it goes from the last to the first; `through` turns the parts of the
    list around with their rows, which else stay in their places.
    """

    name: str
    column: str = ""
    by: Callable[[Row], object] | None = None
    down: bool = False
    through: bool = False


@frozen
class Open:
    """A command's answer: open this page above the present place."""

    page: Page


@frozen
class Say:
    """A command's answer: one sentence in the last line."""

    text: str


@frozen
class Anew:
    """A command's answer: the rows have changed; put the cursor on the row with this key, where it is still there."""

    key: str | None = None


@frozen
class Jump:
    """A command's answer: put the cursor on the first of these rows that the list shows; where it shows `none`, say so."""

    keys: Iterator[str]
    none: str


@frozen
class Choice:
    """One thing of a choice: its mark when it is chosen already, its words, and what `then` gets."""

    value: str
    label: str
    chosen: bool = False


@frozen
class Choose:
    """A command's answer: let the reader choose some of these, in order, and give the values to `then`."""

    title: str
    choices: tuple[Choice, ...]
    least: int
    most: int
    then: Callable[[tuple[str, ...]], Effect]


@frozen
class Go:
    """A command's answer: go to this address, on this day where one is named."""

    address: str
    day: str | None = None


@frozen
class Run:
    """A command's answer: leave this place and carry out this command in the one below."""

    name: str


@frozen
class Back:
    """A command's answer: leave this place, and carry out this in the one below."""

    then: Effect


Effect = Back | Open | Say | Anew | Jump | Choose | Go | Run | None


SIDE_BY_SIDE = 100  # from this width a list and its detail stand side by side
HIGH_SCREEN, HIGH = range(SIDE_BY_SIDE, 160), 36  # columns and lines of a screen on which what is wide stands above its words
READING = 46  # cells that a detail beside a list keeps
GUTTER = 2  # cells before the first column of a list: the mark of the cursor


def part_of(what: str, shown: range, count: int) -> str:
    """Tell which of the columns of a grid are on the screen, and how to see the others: `plans 1-4 of 12, h l move`."""
    if len(shown) >= count:
        return f"{count} {what}"
    return f"{what} {shown.start + 1}-{shown.stop} of {count}, h l move"


def wanted_width(rows: Sequence[Row], columns: Sequence[Column], cells: int) -> int:
    """Return how wide a list is that cuts nothing, as far as a detail beside it keeps its reading width; no less than 42 in 100."""
    longest = [
        max((line_width(row.cells[n]) for row in rows if not row.heading and n < len(row.cells)), default=0) for n in range(len(columns))
    ]
    natural = sum(column.width or max(longest[n], column.least) for n, column in enumerate(columns)) + GUTTER + len(columns)
    return max(min(natural, cells - READING), cells * 42 // 100 if natural > cells * 42 // 100 else natural)


class Pane:
    """Base of the panes. `id` is the first word of its addresses; `title` what its tab says.

    `passing` marks one that only helps to get somewhere and is no stop on the way; `hints` gives the words of the footer for commands that
    mean something of its own there. The list of one that is `alone` takes the whole of a narrow screen, without the page below it.
    """

    id: ClassVar[str] = ""
    title: str = ""
    passing: ClassVar[bool] = False
    hints: ClassVar[Mapping[str, str]] = MappingProxyType({})
    alone: ClassVar[bool] = False
    lasting: ClassVar[bool] = True  # whether its address leads back to it, in another session too
    states = True  # whether its pages state anything that somebody says
    lit = False  # whether what stands above its list shows where the cursor is
    sorted_by = 0  # the place of the order in which its list stands among those that it offers

    def __init__(self, store: Store) -> None:
        self.store = store
        self.room = 80  # cells of its list, or of its page where it has no list; told before it is asked for columns

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns of its list."""
        return (Column(),)

    def lead(self, cells: int, row: Row | None = None) -> tuple[Line, ...]:
        """Return the lines that stand above its list, for a list of so many cells with the cursor on `row`; as many for every row."""
        del cells, row
        return ()

    def rows(self) -> Sequence[Row]:
        """Return the rows of its list; none for a pane that is one page."""
        return ()

    def page(self, row: Row | None, cells: int) -> Page:
        """Draw the page for the row chosen (None where there are no rows), to be shown at a width of `cells`."""
        raise NotImplementedError

    @property
    def columns_by(self) -> str:
        """Return the keys that show the columns for which a narrow screen has no room."""
        return "Enter"

    @property
    def held_back(self) -> tuple[str, str] | None:
        """Return the key that brings back rows which a view of its own leaves out now, and what is left out; None when all are there."""
        return None

    @property
    def orders(self) -> tuple[Order, ...]:
        """Return the orders that its list offers, its own first."""
        return (Order("its own"),)

    @property
    def sorting(self) -> Order:
        """Return the order in which its list stands."""
        return self.orders[self.sorted_by % len(self.orders)]

    def key_of(self, rest: str) -> str:
        """Return the key of the row that `ID/rest` names; take up the part of an address that sets the pane itself."""
        return rest

    def address(self, row: Row | None) -> str:
        """Return where the reader is, as an address that the command line takes."""
        return written(self.id, row.key if row else None)

    def index_of(self, key: str, rows: Sequence[Row]) -> int | None:
        """Return where in its list, which a filter may have shortened, the row with this key stands; None where it does not."""
        return next((index for index, row in enumerate(rows) if row.key == key and not row.heading), None)

    def begins_at(self) -> str:
        """Return the key of the row to begin at; empty for the top."""
        return ""

    def list_width(self, cells: int) -> int:
        """Return how wide its list is when the detail stands beside it."""
        return cells * 42 // 100

    def list_height(self, lines: int) -> int:
        """Return how many lines its list has at most when the detail stands below it."""
        return lines * 45 // 100

    def stacked(self, cells: int, lines: int) -> bool:
        """Return whether its list stands above its page on a screen of this size, where the reader has not asked for either."""
        return cells < SIDE_BY_SIDE or (cells in HIGH_SCREEN and lines >= HIGH and self.cut_beside(cells))

    def cut_beside(self, cells: int) -> bool:
        """Return whether its list would lose columns or names beside its page, on a screen of so many cells."""
        del cells
        return False

    def subtitle(self) -> str:
        """Return what the tab line adds for this pane: a filter in force, the plans compared."""
        return ""

    def aim(self, row: Row | None) -> str | None:
        """Return the address of what is chosen in a row that holds several things; None where the page alone tells."""
        del row
        return None

    def stands_for(self, row: Row) -> Sequence[str]:
        """Return the addresses of the records and points that a row stands for."""
        return (row.to,) if SEPARATOR in row.to else ()

    def where(self, row: Row | None) -> Where | None:
        """Return where in the sources a row stands that is no record; None where its record or its page tells."""
        del row
        return None

    def own_address(self, row: Row | None) -> str:
        """Return the address of what a row is: of its record, else of the row itself."""
        return row.to if row and SEPARATOR in row.to else self.address(row)

    def taken(self) -> Sequence[Page]:
        """Return the pages that a copy takes, where that is more than the page of a row."""
        return ()

    def enter(self, row: Row | None) -> Effect:
        """Do what Enter does with this row: go where it leads."""
        return Go(row.to) if row and row.to else None

    def mark(self, row: Row | None) -> Effect:
        """Mark this row, in a pane where rows are marked; None where Space goes a page down as everywhere."""
        del row
        return None

    def leave(self) -> Effect:
        """Return what is said to a reader who leaves by the way back, or for another pane: what is lost by that."""
        return None

    def filtered(self, words: str, rows: Sequence[Row]) -> Sequence[Row] | None:
        """Return its own way to filter its rows by words; None leaves it to the list, which looks for every word in the row."""
        del words, rows
        return None

    def act(self, name: str, row: Row | None) -> Effect:
        """Carry out a command that KEYS offers for this pane; None where there is nothing to do."""
        del name, row
        return None
