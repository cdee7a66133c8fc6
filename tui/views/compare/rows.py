"""The values of a comparison: its columns, the row of each issue, and the aligned rows below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import overload

from tui.address import written
from tui.frozen import frozen
from tui.views.compare.columns import ComparedColumn
from tui.views.compare.ladder import IssueHeading, Ladder
from tui.views.marks import Mark, VerdictWord
from tui.views.statuses import IssueStatus

ISSUE = -1  # among the places of rows: the first issue, the others below it
_TOGETHER = 32  # rows made at once: about as many as a screen has

# What it means that a row differs, is contested, or is open: for the help; `comparison` decides it.
KINDS_OF_ROW: tuple[tuple[str, str], ...] = (
    ("differs", "a plan is sure to say something else than the first; what is not public or not recorded may or may not"),
    ("contested", "as open, or a plan says the opposite, or its points cross or strain lines of two parties"),
    ("open", "the sides have versions of their own here, or the status is O"),
)


@frozen
class Elsewhere:
    """A point that bears on this row but stands on another: whose it is, its number, and the row where it stands."""

    column: str
    number: str
    row: str


@frozen
class ComparisonRow:
    """One row of the ladder: a point with what goes with it, or an issue with every point that names it.

    `number` is the point's own number in the column `of`: the first one that has a point here; both are empty on the row of an issue.
    `short` is a name that is true for every column; `status` bears on what is compared, and what was said later of other texts is
    `status_of_others`; `numbers` has every column's points on this row, `worst` the gravest verdict on a red line that each column's
    points have, `against` on how many lines they
    have each verdict that goes against it, the gravest first. `also_under` are further issues that its points stand under.
    """

    key: str
    issue: IssueHeading
    number: str
    of: str
    short: str
    status: IssueStatus | None
    marks: tuple[Mark, ...]
    numbers: tuple[tuple[str, ...], ...]
    worst: tuple[VerdictWord | None, ...]
    against: tuple[tuple[tuple[VerdictWord, int], ...], ...]
    also_under: tuple[IssueHeading, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    differs: bool = False
    identical: bool = False
    contested: bool = False
    open: bool = False
    status_of_others: IssueStatus | None = None

    @property
    def plain(self) -> bool:
        """Return whether there is nothing to see on it: all say the same, and no point touches a line or is contested."""
        return self.identical and not self.contested and not any(self.worst)


class MadeRows(Sequence[ComparisonRow]):
    """So many rows in their order, each made with its neighbours when somebody first asks for one of them, and kept.

    `make` gives the rows at some places.
    """

    def __init__(self, count: int, make: Callable[[range], Sequence[ComparisonRow]]) -> None:
        self._count = count
        self._make = make
        self._made: dict[int, ComparisonRow] = {}

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    @overload
    def __getitem__(self, index: int) -> ComparisonRow: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ComparisonRow, ...]: ...
    def __getitem__(self, index: int | slice) -> ComparisonRow | tuple[ComparisonRow, ...]:
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
    """The comparison: one row for each issue, with every point of every column on it; and the aligned rows, that unfold below these.

    `headings` are those of the aligned rows, `under` those of the issues. It reads from its store as long as rows of it are asked for.
    """

    columns: tuple[ComparedColumn, ...]
    issues: Sequence[ComparisonRow]
    rows: Sequence[ComparisonRow]
    under: Sequence[IssueHeading]
    headings: Sequence[IssueHeading]
    ladder: Ladder

    def row(self, wanted: str) -> ComparisonRow | None:
        """Return the row of this key (`us-28/6`), else the first that holds this number, else the row of the issue of this id."""
        place = self.ladder.place(wanted)
        if place is None and wanted in self.ladder.labels:
            place = self.ladder.labels.index(wanted)
        number = wanted.removeprefix("+")
        for columns in (1, len(self.columns)):
            place = self.ladder.place_of_number(number, columns) if place is None else place
        if place is not None:
            return self.rows[place]
        issue = next((place for place, heading in enumerate(self.under) if heading.id == wanted), None)
        return None if issue is None else self.issues[issue]

    def at(self, place: int) -> ComparisonRow:
        """Return the row at a place: of an aligned row counted from 0, of an issue from `ISSUE` downwards."""
        return self.rows[place] if place >= 0 else self.issues[ISSUE - place]

    def below(self, heading: IssueHeading) -> Sequence[int]:
        """Return the places of the aligned rows that unfold below an issue."""
        return self._below.get(heading.id, ())

    @cached_property
    def _below(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, heading in enumerate(self.headings):
            found.setdefault(heading.id, []).append(place)
        return found

    def lines(self) -> Iterator[ComparisonRow]:
        """Give every row once, issue by issue: the aligned rows, and of an issue without any the row of the issue."""
        for place, heading in enumerate(self.under):
            yield from (self.rows[one] for one in self.below(heading)) if self.below(heading) else (self.issues[place],)

    def points(self, row: ComparisonRow) -> tuple[str, ...]:
        """Return the points of a row as `us-28/6`, column by column."""
        return tuple(written(head.record, number) for head, numbers in zip(self.columns, row.numbers, strict=True) for number in numbers)

    def numbers_under(self, issue: str, column: int) -> list[str]:
        """Return the numbers of the points of a column that name an issue, whichever row they stand on."""
        return [self.ladder.number(column, node) for node in self.ladder.on_issue(column, issue)]

    def label(self, row: ComparisonRow) -> str:
        """Return a row's number for the ladder: as in the first plan, `+9` for another plan's 9, empty where no point stands."""
        return row.number if row.of == self.columns[0].id or not row.number else f"+{row.number}"
