"""Whether the briefing covers its ground: points with words and issues, plans without holes, sources that somebody cites."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tui.checks.briefing import Briefing
from tui.findings import Finding
from tui.model import Plan, Point, Source


def points_say_something(briefing: Briefing) -> Iterator[Finding]:
    """Find points without a text that do not tell why, and points whose text is said not to be there."""
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
    """Return whether there are words: of the point, of its clauses, or of the sides that do not agree on it."""
    return bool(point.text or point.clause or point.version)


def clauses_named(briefing: Briefing) -> Iterator[Finding]:
    """Find quantities, readings and verdicts that belong to a clause which their point has not."""
    for plan in briefing.of(Plan):
        for index, point in enumerate(plan.point):
            letters = {clause.letter for clause in point.clause}
            for name in ("numbers", "reading", "touches"):
                for place, item in enumerate(getattr(point, name)):
                    if item.clause is not None and item.clause not in letters:
                        text = f"point {point.number} has no clause {item.clause!r}"
                        fix = f"its clauses are: {', '.join(sorted(letters))}" if letters else "the point has no clauses; take the key away"
                        yield briefing.find(plan, "E306", ("point", index, name, place, "clause"), text, fix)


_LONGEST_GAP = 1000  # a number beyond this is a slip, and no list of what is missing would help


def points_under_issues(briefing: Briefing) -> Iterator[Finding]:
    """Find points that stand in no row of a comparison. Nobody can tell the issue of a point without words."""
    for plan in briefing.of(Plan):
        for index, point in enumerate(plan.point):
            if not point.issues and not point.absent:
                text = f"point {point.number} of {plan.id} is under no issue"
                yield briefing.find(plan, "W701", ("point", index, "issues"), text, 'add issues = ["..."]')


def gaps(briefing: Briefing) -> Iterator[Finding]:
    """Find whole numbers that a plan leaves out between its first and its last point, and does not explain."""
    for plan in briefing.of(Plan):
        if plan.id in briefing.known.partial:
            continue  # the one that is missing may stand where it cannot be read
        explained = {number for gap in plan.gaps for number in gap.numbers}
        here = sorted({int(point.number) for point in plan.point if _is_whole(point.number)})
        missing: list[int] = []
        for one, following in pairwise(here):
            missing += [number for number in range(one + 1, min(following, one + _LONGEST_GAP)) if str(number) not in explained]
        if missing:
            text = f"{plan.id} has no point {_listed(missing)}"
            fix = 'add the points (with `absent` where there is no text), or tell why in gaps = [{ numbers = ["..."], why = "..." }]'
            yield briefing.find(plan, "W702", ("point",), text, fix)


def counts(briefing: Briefing) -> Iterator[Finding]:
    """Find plans whose full text is at hand, with more or fewer points than they are said to have."""
    for plan in briefing.of(Plan):
        if plan.text == "full" and plan.id not in briefing.known.partial and plan.count is not None and plan.count != len(plan.point):
            text = f"{plan.id} is said to have {plan.count} points, and {len(plan.point)} are here"
            yield briefing.find(plan, "W703", ("count",), text, 'correct the count or the points, or set text = "partial"')


def sources_cited(briefing: Briefing) -> Iterator[Finding]:
    """Find sources on which nothing rests.

    Where records were lost to faults, or a citation leads nowhere, nobody can tell, so nothing is said.
    """
    if not briefing.whole or not all(briefing.known.has("source", id_) for id_ in briefing.kept.cited):
        return
    for source in briefing.of(Source):
        if source.id not in briefing.kept.cited:
            yield briefing.find(source, "W704", ("id",), f"nothing cites source {source.id!r}", "cite it, or take it away")


def _is_whole(number: str) -> bool:
    return number.isascii() and number.isdigit() and len(number) < 10


def _listed(numbers: list[int]) -> str:
    """Return the first of these numbers, and how many more there are."""
    shown = ", ".join(map(str, numbers[:5]))
    return shown if len(numbers) <= 5 else f"{shown} and {len(numbers) - 5} more"
