"""How plans and parties bear on issues: points, lines touched, quantities, stances; counted by SQLite, no record is read whole."""

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
# What a party says on an issue, the latest first; of one day the one that stands later in the files.
_SAID = (
    "SELECT issue, party, stance, point FROM position WHERE (issue IS NOT NULL OR point IS NOT NULL) AND _known <= ?"
    " ORDER BY coalesce(said_on_hi, known_from_hi, '') DESC, _row DESC"
)
_HELD = "SELECT DISTINCT issue, party FROM red_line WHERE _known <= ?"


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


def said(connection: Connection, as_at: str) -> list[tuple[str | None, str, str | None, str | None]]:
    """Return the issue, the party, the stance and the point of every position on a day, the latest first."""
    return [(issue, party, stance, point) for issue, party, stance, point in connection.select(_SAID, (as_at,))]


def held(connection: Connection, as_at: str) -> set[tuple[str, str]]:
    """Return the issues and parties between which there is a red line on a day."""
    return {(issue, party) for issue, party in connection.select(_HELD, (as_at,))}


def rows_on(connection: Connection, as_at: str, issue: str) -> dict[str, list[int]]:
    """Return the rows of the points that stand under an issue on a day, by plan."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for plan, row in connection.select(_ON, (issue, as_at, as_at)):
        found[plan].append(row)
    return dict(found)
