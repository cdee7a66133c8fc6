"""The values of a comparison: its columns, its rows, and where a point stands that bears on more than one."""

from __future__ import annotations

from functools import cached_property

from tui.answers.columns import Column
from tui.answers.marks import Mark
from tui.answers.statuses import IssueStatus
from tui.frozen import frozen


@frozen
class Heading:
    """The issue that a row stands under: its number in the briefing's order, id and name. 0 is under no issue."""

    number: int
    id: str
    name: str


NO_ISSUE = Heading(0, "", "under no issue")

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
    column; `numbers` has every column's points on this row. `also_under` are further issues that its points stand under. `crossed` and
    `strained` count touches of red lines.
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


@frozen
class Comparison:
    """The ladder: aligned rows; and the issues on which no column has a point, as rows of their own with what that silence means."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    untouched: tuple[Row, ...]

    def row(self, wanted: str) -> Row | None:
        """The row of this key (`us-28/6`), else the first that holds this number, else the first under the issue of this id."""
        named = self._named.get(wanted)
        if named:
            return named
        everything = (*self.rows, *self.untouched)
        number = wanted.removeprefix("+")
        return (
            next((row for row in everything if wanted == self.label(row)), None)
            or next((row for row in everything if any(number in column for column in row.numbers[:1])), None)
            or next((row for row in everything if any(number in column for column in row.numbers)), None)
            or next((row for row in everything if wanted == row.issue.id), None)
        )

    @cached_property
    def _named(self) -> dict[str, Row]:
        """Rows by key and by point, made once: a pane asks for one on every move."""
        found: dict[str, Row] = {}
        for row in (*self.rows, *self.untouched):
            for name in (row.key, *self.points(row)):
                found.setdefault(name, row)
        return found

    def points(self, row: Row) -> tuple[str, ...]:
        """The points of a row as `us-28/6`, column by column."""
        return tuple(f"{head.record}/{number}" for head, numbers in zip(self.columns, row.numbers, strict=True) for number in numbers)

    def label(self, row: Row) -> str:
        """A row's number for the ladder: as it is in the first plan, `+9` where it is another plan's 9, empty where no point stands."""
        return row.number if row.of == self.columns[0].id or not row.number else f"+{row.number}"
