"""What was not yet public on a day: everything of the briefing that became known after it, on which day, and who made it known.

Bounded by a second day it is what became known between the two. What came after the briefing's own day stands apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tui.address import split_first, written
from tui.dates import last_day
from tui.errors import BadInput
from tui.frozen import frozen
from tui.model import KINDS, Date, Plan, known_on
from tui.store.read import EVER, Store
from tui.views.data import Wraps
from tui.views.later.news import GROUPS, News, news
from tui.views.plans import plan_at_hand
from tui.views.provenance import Attribution, attribution

__all__ = ["Later", "News", "NewsGroup", "PlanThen", "between", "later"]


@frozen
class PlanThen(Wraps):
    """How public a plan's text was on the day (None: the plan was not known), and what that became on later days."""

    JSON = "id short name then became attribution"

    record: Plan
    then: str | None
    became: tuple[tuple[Date, str], ...]
    attribution: Attribution

    @property
    def address(self) -> str:
        """Return where the program shows it."""
        return written("plan", self.record.id)


@frozen
class NewsGroup:
    """What became known of one sort, in the order of the days; `late` when that was after the briefing's own day."""

    title: str
    news: tuple[News, ...]
    late: bool


@frozen
class Later:
    """`since` is the day asked about, `until` the last day looked at (None: all days), `own_day` the day the briefing is of."""

    since: str
    until: str | None
    own_day: str
    plans: tuple[PlanThen, ...]
    groups: tuple[NewsGroup, ...]

    @property
    def plans_later(self) -> tuple[PlanThen, ...]:
        """Return the plans of which something became known, or public."""
        return tuple(plan for plan in self.plans if plan.became)

    @property
    def plans_before(self) -> tuple[PlanThen, ...]:
        """Return the plans that were as public on the day as they are in the end."""
        return tuple(plan for plan in self.plans if not plan.became)

    @property
    def count(self) -> int:
        """Return how many things became known."""
        return sum(len(group.news) for group in self.groups) + len(self.plans_later)


def between(text: str) -> tuple[str | None, str | None]:
    """Read `2025-12-09/2025-12-24`, of which the second or both may be left out. Raise BadInput for what is no day."""
    since, until = split_first(text)
    return _day(since), _day(until)


def later(store: Store, since: str | None = None, until: str | None = None) -> Later:
    """Return what became known after `since` (else the day of the store) and no later than `until` (else whenever)."""
    since = since or store.as_at
    if until is not None and until <= since:
        raise BadInput(f"{until} is not later than {since}; give the earlier day first")
    begin, end = store.at(since), store.at(until or EVER)
    own_day = store.manifest.as_of.upper
    found: dict[tuple[bool, str], list[News]] = {}
    for kind in KINDS:
        for record in end.all(kind):
            for one in news(end, record, since):
                found.setdefault((one.on.lower > own_day, one.sort), []).append(one)
    sorts = list(dict.fromkeys((*GROUPS, *KINDS)))
    groups = tuple(
        NewsGroup(GROUPS.get(sort, sort.capitalize()), tuple(sorted(ones, key=lambda one: one.on.lower)), late)
        for (late, sort), ones in sorted(found.items(), key=lambda item: (item[0][0], sorts.index(item[0][1])))
    )
    return Later(since, until, own_day, tuple(_plans(begin, end)), groups)


def _plans(begin: Store, end: Store) -> Iterator[PlanThen]:
    """Return the plans that are known in the end, those of which something became known first."""
    then = [_plan(begin, end, plan) for plan in end.all("plan") if isinstance(plan, Plan)]
    yield from sorted(then, key=lambda one: (not one.became, one.became[0][0].lower if one.became else ""))


def _plan(begin: Store, end: Store, plan: Plan) -> PlanThen:
    before = begin.get("plan", plan.id)
    # The last of a day stands: a date of the record has words of its own, such as "about".
    days = {day.lower: day for day in (_whole(end, plan), known_on(plan), plan.made_public) if day and day.lower > begin.as_at}
    states = [(days[day], plan_at_hand(end.as_on(plan, day))) for day in sorted(days)]
    told = attribution(end, plan)
    fresh = tuple(one for one in told.cited if begin.get("source", one.id) is None)
    return PlanThen(
        record=plan,
        then=plan_at_hand(before) if isinstance(before, Plan) else None,
        became=tuple(states),
        attribution=replace(told, cited=fresh or told.cited),
    )


def _whole(end: Store, plan: Plan) -> Date | None:
    """Return the day on which all of a text was known, where it is held whole in the end."""
    day = end.whole_from(plan.id) if plan.text == "full" else None
    return Date(day, day, day) if day else None


def _day(text: str) -> str | None:
    found = last_day(text) if text else None
    if text and found is None:
        raise BadInput(f"{text!r} is no date; write 2025-12-09, or two days as in 2025-12-09/2025-12-24")
    return found
