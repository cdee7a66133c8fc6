"""How plans bear on issues: their points, the lines they touch, the quantities they name; counted by SQLite, no point is read whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.store.opening import Connection

# CROSS JOIN keeps the order in which tables are read: from what hangs on points, so that points on which nothing hangs cost nothing.
_POINTS = (
    "SELECT plan.id, on_issue.value, count(DISTINCT point._row) FROM point_issues AS on_issue"
    " CROSS JOIN point ON point._row = on_issue._owner CROSS JOIN plan ON plan._row = point._owner"
    " WHERE plan.id IN ({marks}) AND plan._known <= ? AND point._known <= ? GROUP BY 1, 2"
)
_TOUCHES = (
    "SELECT plan.id, red_line.issue, iif(touch.appears AND touch.verdict <> 'unclear', 'appears ', '') || touch.verdict,"
    " count(DISTINCT touch.red_line) FROM point_touch AS touch"
    " CROSS JOIN point ON point._row = touch._owner CROSS JOIN plan ON plan._row = point._owner"
    " JOIN red_line ON red_line.id = touch.red_line"
    " WHERE plan.id IN ({marks}) AND plan._known <= ? AND point._known <= ? AND touch._known <= ? AND red_line._known <= ? GROUP BY 1, 2, 3"
)
_NUMBERS = (
    "SELECT DISTINCT plan.id, on_issue.value, number.value, number.unit FROM point_number AS number"
    " CROSS JOIN point ON point._row = number._owner CROSS JOIN plan ON plan._row = point._owner"
    " JOIN point_issues AS on_issue ON on_issue._owner = point._row AND on_issue._position = 0"
    " WHERE plan.id IN ({marks}) AND plan._known <= ? AND point._known <= ?"
)
_ON = (
    "SELECT plan.id, point._row FROM point_issues AS on_issue CROSS JOIN point ON point._row = on_issue._owner"
    " CROSS JOIN plan ON plan._row = point._owner"
    " WHERE on_issue.value = ? AND plan._known <= ? AND point._known <= ? ORDER BY point._row"
)


@dataclass(slots=True)
class Bearing:
    """What a plan has on an issue: points under it, red lines of that issue touched by verdict as shown, and the quantities of the points
    that stand under it first, with their units.
    """

    points: int = 0
    lines: dict[str, int] = field(default_factory=dict)
    numbers: list[tuple[float, str]] = field(default_factory=list)


def bearing(connection: Connection, as_at: str, plans: Sequence[str]) -> dict[tuple[str, str], Bearing]:
    """Return what these plans have on each issue on a day, by plan and issue; nothing for a pair that has neither point nor touch."""
    found: defaultdict[tuple[str, str], Bearing] = defaultdict(Bearing)
    marks = ", ".join("?" * len(plans))
    for plan, issue, count in connection.select(_POINTS.format(marks=marks), (*plans, as_at, as_at)):
        found[plan, issue].points = count
    for plan, issue, verdict, count in connection.select(_TOUCHES.format(marks=marks), (*plans, *[as_at] * 4)):
        found[plan, issue].lines[verdict] = count
    for plan, issue, value, unit in connection.select(_NUMBERS.format(marks=marks), (*plans, as_at, as_at)):
        found[plan, issue].numbers.append((value, unit))
    return dict(found)


def rows_on(connection: Connection, as_at: str, issue: str) -> dict[str, list[int]]:
    """Return the rows of the points that stand under an issue on a day, by plan."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for plan, row in connection.select(_ON, (issue, as_at, as_at)):
        found[plan].append(row)
    return dict(found)
