"""Where the points of a plan belong, told by their numbers, issues and lineage alone: enough to put them in rows, and quick to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from tui.address import clause_named
from tui.store.opening import Connection

_ISSUES = "SELECT _owner, value FROM point_issues WHERE _owner BETWEEN ? AND ? ORDER BY _owner, _position"
_DERIVES = "SELECT _owner, value FROM point_derives WHERE _owner BETWEEN ? AND ? ORDER BY _owner, _position"
_OF_CLAUSES = (
    "SELECT point_clause._owner, value FROM point_clause JOIN point_clause_derives ON point_clause_derives._owner = point_clause._row"
    " WHERE point_clause._owner BETWEEN ? AND ? AND point_clause._known <= ? ORDER BY point_clause._row, point_clause_derives._position"
)
_WITH_POINTS = "SELECT id FROM plan WHERE _known <= ? AND EXISTS (SELECT 1 FROM point WHERE _owner = plan._row AND _known <= ?)"
_LETTERS = "SELECT _owner, letter FROM point_clause WHERE _owner BETWEEN ? AND ? AND _known <= ?"


class Outline:
    """The points of one plan by their rows in the store, in source order.

    `issues` and `derives` have the rows that have any; what a point's clauses derive from comes after what it derives from itself.
    """

    def __init__(
        self,
        plan: str,
        numbers: Mapping[int, str],
        issues: Mapping[int, list[str]],
        derives: Mapping[int, list[str]],
        clauses: Callable[[], Iterable[tuple[int, str]]],
    ) -> None:
        self.plan = plan
        self._read_clauses = clauses
        self.numbers = numbers
        self.issues = issues
        self.derives = derives

    @cached_property
    def rows(self) -> dict[str, int]:
        """Return the row of each number."""
        return dict(zip(self.numbers.values(), self.numbers, strict=True))

    @cached_property
    def _clauses(self) -> frozenset[tuple[int, str]]:
        """Return the clauses, by the row of their point and their letter; read when a number is no point's."""
        return frozenset(self._read_clauses())

    def row_of(self, number: str) -> int | None:
        """Return the row of the point that a number means: of this number, or with this clause; None where there is neither."""
        named = clause_named(number, self._holds)
        return self.rows[named[0]] if named else None

    def _holds(self, number: str, letter: str) -> bool:
        row = self.rows.get(number)
        return row is not None and (not letter or (row, letter) in self._clauses)


def with_points(connection: Connection, as_at: str) -> frozenset[str]:
    """Return the ids of the plans that have points on a day."""
    return frozenset(id_ for (id_,) in connection.select(_WITH_POINTS, (as_at, as_at)))


def outline_of(connection: Connection, as_at: str, plan: str) -> Outline | None:
    """Return the outline of the points of a plan that were known on a day; None for a plan that was not."""
    found = connection.select("SELECT _row FROM plan WHERE id = ? AND _known <= ?", (plan, as_at))
    if not found:
        return None
    numbers = dict(connection.select("SELECT _row, number FROM point WHERE _owner = ? AND _known <= ? ORDER BY _row", (*found[0], as_at)))
    issues: defaultdict[int, list[str]] = defaultdict(list)
    derives: defaultdict[int, list[str]] = defaultdict(list)
    if numbers:
        ends = (next(iter(numbers)), next(reversed(numbers)))
        for row, issue in connection.select(_ISSUES, ends):
            if row in numbers:  # what lies between two points need not be known yet
                issues[row].append(issue)
        for row, ref in (*connection.select(_DERIVES, ends), *connection.select(_OF_CLAUSES, (*ends, as_at))):
            if row in numbers:
                derives[row].append(ref)
    first, last = (next(iter(numbers)), next(reversed(numbers))) if numbers else (0, -1)
    return Outline(plan, numbers, dict(issues), dict(derives), lambda: connection.select(_LETTERS, (first, last, as_at)))
