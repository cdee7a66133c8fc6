"""What each party will not give up, and the points that touch it; the grid of lines against plans is in `line_grid`."""

from __future__ import annotations

from collections.abc import Sequence

from tui.address import written
from tui.frozen import frozen
from tui.model import Date, Plan, Point, RedLine, Touch, name_of
from tui.store.read import Store
from tui.views.data import Wraps
from tui.views.marks import VERDICT_SIGN, WORST, VerdictWord, verdict_word
from tui.views.passages import party_name
from tui.views.provenance import Attribution, attribution
from tui.views.references import missing

MAP, GRID, POINTS = "map", "grid", "points"  # lead the addresses of the map, the grid, and all points of plans on the lines


@frozen
class Moved:
    """One movement of a red line."""

    direction: str
    date: Date
    statement: str
    attribution: Attribution


@frozen
class HeldLine(Wraps):
    """A red line with its exact words, its ground, how firmly it is held and how it moved. `called` is what the party itself calls it."""

    JSON = "id name party party_name issue issue_name statement quote basis firmness called movement note attribution"

    record: RedLine
    name: str
    party_name: str
    issue_name: str
    movement: tuple[Moved, ...]
    attribution: Attribution

    @property
    def address(self) -> str:
        """Return where the program shows it."""
        return written("red_line", self.record.id)


@frozen
class JudgedTouch(Wraps):
    """One touch: a point's words set against the line's, the verdict, and whose it is. `words` are the clause's where one is named."""

    JSON = "plan plan_short number clause words verdict sign why by basis date attribution point_attribution"

    record: Touch
    plan: str
    plan_short: str
    number: str
    words: str | None
    verdict: VerdictWord
    sign: str
    attribution: Attribution
    point_attribution: Attribution

    @property
    def address(self) -> str:
        """Return the point's address."""
        return written("plan", self.plan, self.number)

    @property
    def label(self) -> str:
        """Return the point's number with its clause: `21a`."""
        return self.number + (self.record.clause or "")


def red_lines(store: Store, parties: Sequence[str] | None = None) -> tuple[HeldLine, ...]:
    """Return every red line, by party in the briefing's order and by issue inside a party; only those of `parties` where they are named."""
    for party in parties or ():
        if store.get("party", party) is None:
            raise missing(store, "party", party)
    order = {id_: place for place, id_ in enumerate(store.ids("party"))}
    issues = {id_: place for place, id_ in enumerate(store.ids("issue"))}
    found = [line for line in store.all("red_line") if isinstance(line, RedLine) and (not parties or line.party in parties)]
    found.sort(key=lambda line: (order.get(line.party, len(order)), issues.get(line.issue, len(issues))))
    return tuple(_line(store, record) for record in found)


def red_line(store: Store, id_: str) -> HeldLine:
    """Return one red line."""
    record = store.get("red_line", id_)
    if not isinstance(record, RedLine):
        raise missing(store, "red_line", id_)
    return _line(store, record)


def touches(store: Store, plan_id: str, line_id: str) -> tuple[JudgedTouch, ...]:
    """Return all touches of a line by a plan's points, worst first, each with the words on both sides and the sources of both."""
    plan = store.get("plan", plan_id)
    if not isinstance(plan, Plan):
        return ()
    found = [(point, touch) for point in plan.point for touch in point.touches if touch.red_line == line_id]
    found.sort(key=lambda pair: WORST.index(verdict_word(pair[1])))
    return tuple(_judged(store, plan, point, touch) for point, touch in found)


def _line(store: Store, record: RedLine) -> HeldLine:
    issue = store.card("issue", record.issue)
    return HeldLine(
        record=record,
        name=name_of(record),
        party_name=party_name(store, record.party),
        issue_name=name_of(issue) if issue else record.issue,
        movement=tuple(Moved(one.direction, one.date, one.statement, attribution(store, one, record)) for one in record.movement),
        attribution=attribution(store, record),
    )


def _versions(store: Store, point: Point) -> str | None:
    """Return the versions of the sides where they agree on no words; None where there are none either."""
    return " | ".join(f"{party_name(store, one.party)} version: {one.text}" for one in point.version) or None


def _judged(store: Store, plan: Plan, point: Point, touch: Touch) -> JudgedTouch:
    clause = next((part for part in point.clause if part.letter == touch.clause), None)
    return JudgedTouch(
        record=touch,
        plan=plan.id,
        plan_short=plan.short,
        number=point.number,
        words=clause.text if clause else point.text or _versions(store, point),
        verdict=(word := verdict_word(touch)),
        sign=VERDICT_SIGN[word],
        attribution=attribution(store, touch, point, plan),
        point_attribution=attribution(store, clause, point, plan) if clause else attribution(store, point, plan),
    )
