"""The values of a comparison: its columns, its rows, and where a point stands that bears on more than one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import overload

from tui.frozen import frozen
from tui.views.compare.columns import Column
from tui.views.compare.ladder import Heading, Ladder
from tui.views.marks import Mark
from tui.views.statuses import IssueStatus

_TOGETHER = 32  # rows made at once: about as many as a screen has

# What it means that a row differs, is contested, or is open: for the help; `comparison` decides it.
KINDS_OF_ROW: tuple[tuple[str, str], ...] = (
    ("differs", "a plan is sure to say something else than the first; what is not public or not recorded may or may not"),
    ("contested", "as open, or a plan says the opposite, or its points cross or strain lines of two parties, or one side's text only (W)"),
    ("open", "the sides have versions of their own here, or the status is O"),
)


@frozen
class Elsewhere:
    """A point that bears on this row but stands on another: whose it is, its number, and the row where it stands."""

    column: str
    number: str
    row: str


@frozen
class Row:
    """One row of the ladder.

    `number` is the point's own number in the column `of`: the first one that has a point here; `short` is a name that is true for every
    column; `status` bears on what is compared, and what was said later of other texts is `status_of_others`; `numbers` has every column's
    points on this row. `also_under` are further issues that its points stand under. `crossed` and `strained` count touches of red lines.
    """

    key: str
    issue: Heading
    number: str
    of: str
    short: str
    status: IssueStatus | None
    marks: tuple[Mark, ...]
    numbers: tuple[tuple[str, ...], ...]
    also_under: tuple[Heading, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    crossed: int = 0
    strained: int = 0
    differs: bool = False
    identical: bool = False
    contested: bool = False
    open: bool = False
    status_of_others: IssueStatus | None = None


class Rows(Sequence[Row]):
    """So many rows in their order, each made with its neighbours when somebody first asks for one of them, and kept.

    `make` gives the rows at some places.
    """

    def __init__(self, count: int, make: Callable[[range], Sequence[Row]]) -> None:
        self._count = count
        self._make = make
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(index, slice):
            return tuple(self[place] for place in range(self._count)[index])
        place = range(self._count)[index]
        if place not in self._made:
            first = place - place % _TOGETHER
            around = range(first, min(first + _TOGETHER, self._count))
            self._made.update(zip(around, self._make(around), strict=True))
        return self._made[place]


@frozen
class Comparison:
    """The ladder: aligned rows; and the issues on which no column has a point, as rows of their own with what that silence means.

    `headings` are those of both, one for each row. It reads from its store as long as rows of it are asked for.
    """

    columns: tuple[Column, ...]
    rows: Sequence[Row]
    untouched: Sequence[Row]
    headings: Sequence[Heading]
    ladder: Ladder

    def row(self, wanted: str) -> Row | None:
        """The row of this key (`us-28/6`), else the first that holds this number, else the first under the issue of this id."""
        place = self.place(wanted)
        if place is None and wanted in self.ladder.labels:
            place = self.ladder.labels.index(wanted)
        number = wanted.removeprefix("+")
        for columns in (1, len(self.columns)):
            place = self.ladder.place_of_number(number, columns) if place is None else place
        if place is None:
            place = next((place for place, heading in enumerate(self.headings) if heading.id == wanted), None)
        return None if place is None else self.at(place)

    def place(self, key: str) -> int | None:
        """The place of the row with this key, or on which this point stands, among the aligned ones and then the others."""
        place = self.ladder.place(key)
        if place is None and key in self._bare:
            place = self._bare[key]
        return place

    def at(self, place: int) -> Row:
        """The row at a place, counted through the aligned ones and then the others."""
        aligned = len(self.rows)
        return self.rows[place] if place < aligned else self.untouched[place - aligned]

    @property
    def in_order(self) -> list[tuple[Heading, int]]:
        """Every row's heading and place, issue by issue, those under no issue last."""
        last = len(self.headings) + 10_000
        return sorted(((heading, place) for place, heading in enumerate(self.headings)), key=lambda pair: pair[0].number or last)

    def points(self, row: Row) -> tuple[str, ...]:
        """The points of a row as `us-28/6`, column by column."""
        return tuple(f"{head.record}/{number}" for head, numbers in zip(self.columns, row.numbers, strict=True) for number in numbers)

    def numbers_under(self, issue: str, column: int) -> list[str]:
        """The numbers of the points of a column that name an issue, whichever row they stand on."""
        return [self.ladder.number(column, node) for node in self.ladder.on_issue(column, issue)]

    def label(self, row: Row) -> str:
        """A row's number for the ladder: as it is in the first plan, `+9` where it is another plan's 9, empty where no point stands."""
        return row.number if row.of == self.columns[0].id or not row.number else f"+{row.number}"

    @cached_property
    def _bare(self) -> dict[str, int]:
        """The places of the rows of issues without a point, by key."""
        points = len(self.ladder.groups)
        return {heading.id: place for place, heading in enumerate(self.headings[points:], points)}
