"""Each point of a plan says something, and what belongs to a clause names one that is there."""

from __future__ import annotations

from collections.abc import Iterator

from tui.checks.briefing import Briefing
from tui.findings import Finding
from tui.model import Plan, Point


def points_say_something(briefing: Briefing) -> Iterator[Finding]:
    """Points without a text that do not tell why, and points whose text is said not to be there."""
    for plan in briefing.of(Plan):
        for index, point in enumerate(plan.point):
            path = ("point", index)
            if _spoken(point) and (point.absent or point.relation == "dropped"):
                key = "absent" if point.absent else "relation"
                text = f"point {point.number} has a text, and `{key}` says that there is none"
                yield briefing.find(plan, "E211", (*path, key), text, f"take away the text, or `{key}`")
            elif not _spoken(point) and not point.absent and point.relation != "dropped":
                fix = 'add its text, or absent = "not recorded" or "not public", or relation = "dropped" and the point it was'
                yield briefing.find(plan, "E210", path, f"point {point.number} has no text and does not tell why", fix)


def _spoken(point: Point) -> bool:
    """Whether there are words: of the point, of its clauses, or of the sides that do not agree on it."""
    return bool(point.text or point.clause or point.version)


def clauses_named(briefing: Briefing) -> Iterator[Finding]:
    """Quantities, readings and verdicts that belong to a clause which their point has not."""
    for plan in briefing.of(Plan):
        for index, point in enumerate(plan.point):
            letters = {clause.letter for clause in point.clause}
            for name in ("numbers", "reading", "touches"):
                for place, item in enumerate(getattr(point, name)):
                    if item.clause is not None and item.clause not in letters:
                        text = f"point {point.number} has no clause {item.clause!r}"
                        fix = f"its clauses are: {', '.join(sorted(letters))}" if letters else "the point has no clauses; take the key away"
                        yield briefing.find(plan, "E306", ("point", index, name, place, "clause"), text, fix)
