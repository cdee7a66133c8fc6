"""Where the points of a plan belong, told by their numbers, issues and lineage alone: enough to put them in rows, and quick to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from tui.store.opening import Connection

_ISSUES = "SELECT _owner, value FROM point_issues WHERE _owner BETWEEN ? AND ? ORDER BY _owner, _position"
_DERIVES = "SELECT _owner, value FROM point_derives WHERE _owner BETWEEN ? AND ? ORDER BY _owner, _position"
_OF_CLAUSES = (
    "SELECT point_clause._owner, value FROM point_clause JOIN point_clause_derives ON point_clause_derives._owner = point_clause._row"
    " WHERE point_clause._owner BETWEEN ? AND ? AND point_clause._known <= ? ORDER BY point_clause._row, point_clause_derives._position"
)


class Outline:
    """The points of one plan by their rows in the store, in source order.

    `issues` and `derives` have the rows that have any; what a point's clauses derive from comes after what it derives from itself.
    """

    def __init__(self, plan: str, numbers: Mapping[int, str], issues: Mapping[int, list[str]], derives: Mapping[int, list[str]]) -> None:
        self.plan = plan
        self.numbers = numbers
        self.issues = issues
        self.derives = derives

    @cached_property
    def rows(self) -> dict[str, int]:
        """Return the row of each number."""
        return dict(zip(self.numbers.values(), self.numbers, strict=True))


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
            issues[row].append(issue)
        for row, ref in (*connection.select(_DERIVES, ends), *connection.select(_OF_CLAUSES, (*ends, as_at))):
            derives[row].append(ref)
    return Outline(plan, numbers, dict(issues), dict(derives))
