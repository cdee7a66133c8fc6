"""Which states of issues and which verdicts on red lines moved from one reading to another, and on whose word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from tui.address import written
from tui.frozen import frozen
from tui.model import Issue, Plan, Point, Record, RedLine, Touch
from tui.store.read import Store
from tui.views.marks import WORST, VerdictWord, verdict_word
from tui.views.provenance import Attribution, attribution
from tui.views.statuses import IssueStatus, states_of
from tui.views.titles import referred_to, title_of


@frozen
class StateMove:
    """An issue whose state is another, or is of other texts or by another account; either is None where none was on record."""

    issue: str
    name: str
    before: IssueStatus | None
    after: IssueStatus | None


@frozen
class VerdictMove:
    """How a point stands to a red line, in the word of the verdict before and after: None where nobody had set it against the line.

    `fresh` tells that there was no such point before, `lost` that there is none any more.
    """

    plan: str
    number: str
    red_line: str
    title: str
    before: VerdictWord | None
    after: VerdictWord | None
    why: str
    attribution: Attribution
    fresh: bool = False
    lost: bool = False

    @property
    def address(self) -> str:
        """Return the point."""
        return written("plan", self.plan, self.number)


def states_moved(before: Store, after: Store, issues: Collection[str] | None = None) -> Iterator[StateMove]:
    """Yield the issues whose latest state is not as it was, in their order; of all issues, or of these."""
    for issue in (one for one in _records(after, "issue", issues) if isinstance(one, Issue)):
        earlier = before.get("issue", issue.id)
        was = next(iter(states_of(before, earlier)), None) if isinstance(earlier, Issue) else None
        now = next(iter(states_of(after, issue)), None)
        if (was and was.full) != (now and now.full):
            yield StateMove(issue.id, title_of(after, issue), was, now)


def verdicts_moved(before: Store, after: Store, plans: Collection[str] | None = None) -> Iterator[VerdictMove]:
    """Yield the verdicts that are not as they were, in the order of the plans, those that nobody gives any more last."""
    old, new = _gravest(before, plans), _gravest(after, plans)
    for key in (*new, *(key for key in old if key not in new)):
        was, now = old.get(key), new.get(key)
        word, new_word = (verdict_word(one[2]) if one else None for one in (was, now))
        if word == new_word:
            continue
        store, held = (after, now) if now else (before, was)
        assert held is not None
        plan, point, touch = held
        line = store.get("red_line", touch.red_line)
        name = title_of(store, line) if isinstance(line, RedLine) else touch.red_line
        title = f"{referred_to(store, plan, point.number)}{touch.clause or ''} and the line {name}"
        whose = attribution(store, touch, point, plan)
        there = [one.holds(plan.id, point.number) for one in (before, after)]
        yield VerdictMove(plan.id, point.number, touch.red_line, title, word, new_word, touch.why, whose, not there[0], not there[1])


_Key = tuple[str, str, str, str | None]  # plan, point, red line, clause
_Held = tuple[Plan, Point, Touch]


def _gravest(store: Store, plans: Collection[str] | None) -> dict[_Key, _Held]:
    """Return the touch of each point and line; of several the gravest, which is the one that the grid shows."""
    found: dict[_Key, _Held] = {}
    for key, held in _touches(store, plans):
        if key not in found or _gravity(held) < _gravity(found[key]):
            found[key] = held
    return found


def _gravity(held: _Held) -> int:
    return WORST.index(verdict_word(held[2]))


def _touches(store: Store, plans: Collection[str] | None) -> Iterator[tuple[_Key, _Held]]:
    for plan in (one for one in _records(store, "plan", plans) if isinstance(one, Plan)):
        for point in plan.point:
            for touch in point.touches:
                yield (plan.id, point.number, touch.red_line, touch.clause), (plan, point, touch)


def _records(store: Store, kind: str, ids: Collection[str] | None) -> Iterable[Record]:
    return store.all(kind) if ids is None else filter(None, (store.get(kind, ident) for ident in ids))
