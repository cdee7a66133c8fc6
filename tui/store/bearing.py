"""How plans bear on issues: their points, the lines they touch, the quantities they name; counted by SQLite, no point is read whole."""

# ruff: noqa: S608 - only marks for values are put into the statements

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.store.opening import Connection

_OF = "plan.id IN ({marks}) AND plan._known <= ? AND point._known <= ?"
_POINTS = (
    "SELECT plan.id, on_issue.value, count(DISTINCT point._row) FROM plan JOIN point ON point._owner = plan._row"
    " JOIN point_issues AS on_issue ON on_issue._owner = point._row WHERE " + _OF + " GROUP BY 1, 2"
)
_TOUCHES = (
    "SELECT plan.id, red_line.issue, iif(touch.appears AND touch.verdict <> 'unclear', 'appears ', '') || touch.verdict,"
    " count(DISTINCT touch.red_line) FROM plan JOIN point ON point._owner = plan._row"
    " JOIN point_touch AS touch ON touch._owner = point._row JOIN red_line ON red_line.id = touch.red_line"
    " WHERE " + _OF + " AND touch._known <= ? AND red_line._known <= ? GROUP BY 1, 2, 3"
)
_NUMBERS = (
    "SELECT DISTINCT plan.id, on_issue.value, number.value, number.unit FROM plan JOIN point ON point._owner = plan._row"
    " JOIN point_issues AS on_issue ON on_issue._owner = point._row AND on_issue._position = 0"
    " JOIN point_number AS number ON number._owner = point._row WHERE " + _OF
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
