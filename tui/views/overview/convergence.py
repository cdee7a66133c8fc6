"""Convergence: issues down, days across, the state of each issue from the day on which it changed."""

from __future__ import annotations

from tui.frozen import frozen
from tui.model import Date, Issue, name_of
from tui.store.read import Store
from tui.views.statuses import IssueStatus, states_of


@frozen
class Course:
    """One issue over the days: for each day the state that was new on it, None where none was, and the state that holds in the end."""

    id: str
    name: str
    states: tuple[IssueStatus | None, ...]
    now: IssueStatus | None


@frozen
class Convergence:
    """The days on which any state changed, the earliest first, and the course of every issue in the briefing's order."""

    days: tuple[Date, ...]
    courses: tuple[Course, ...]


def convergence(store: Store) -> Convergence:
    """Return how the states of all issues moved up to the store's day."""
    issues = [one for one in store.all("issue") if isinstance(one, Issue)]
    states = {issue.id: states_of(store, issue) for issue in issues}
    dated = {one.since.lower: one.since for held in states.values() for one in held if one.since}
    days = tuple(dated[day] for day in sorted(dated))
    return Convergence(days, tuple(_course(issue, states[issue.id], days) for issue in issues))


def _course(issue: Issue, states: tuple[IssueStatus, ...], days: tuple[Date, ...]) -> Course:
    """Return an issue's states by day. They are given the latest first; of two of one day the latest holds."""
    by_day: dict[str, IssueStatus] = {}
    for one in states:
        if one.since:
            by_day.setdefault(one.since.lower, one)
    return Course(issue.id, name_of(issue), tuple(by_day.get(day.lower) for day in days), states[0] if states else None)
