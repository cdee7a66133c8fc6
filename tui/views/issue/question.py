"""A dispute: everything that the briefing has on one issue, gathered once, each thing with who says so and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from tui.address import point_named, written
from tui.dates import in_words
from tui.errors import NoSuchRecord
from tui.frozen import frozen
from tui.model import Date, Event, Figure, Guarantee, Issue, Judgement, Plan, Point, Position, RedLine, name_of
from tui.store.read import Store
from tui.views.data import Wraps
from tui.views.judgements import Judged, judged
from tui.views.marks import absence
from tui.views.passages import Passage, passage_of
from tui.views.plans import in_order, living, plan_at_hand
from tui.views.provenance import Attribution, attribution, told
from tui.views.red_lines.lines import HeldLine, red_line
from tui.views.references import missing
from tui.views.statuses import Divides, IssueStatus, divides_of, states_of
from tui.views.titles import about, numbered, referred_to

Points = Mapping[str, Sequence[Point]]  # that stand under an issue, by plan


@frozen
class Utterance(Wraps):
    """One thing that a party said on the issue, on a day: its position, or a movement of its red line. `of` names what it is about."""

    JSON = "party party_name address day what of statement interest bottom_line attribution"

    record: Position
    party_name: str
    address: str
    day: Date | None
    what: str
    of: str
    attribution: Attribution


@frozen
class OnText:
    """What one plan says on the issue: its points, or the word for why there is none."""

    plan: str
    short: str
    authors: tuple[str, ...]
    at_hand: str
    living: bool
    passages: tuple[Passage, ...]
    absence: str | None


@frozen
class Mention:
    """A record that bears on the issue, as a link: its sort, its day, and what to call it."""

    sort: Literal["guarantee", "figure", "event"]
    address: str
    day: Date | None
    name: str
    attribution: Attribution


@frozen
class Dispute:
    """All of it. `said` goes by party in the briefing's order, each party's latest words first; `texts` have the living one first,
    `states` the latest.
    """

    record: Issue
    name: str
    states: tuple[IssueStatus, ...]
    divides: Divides | None
    said: tuple[tuple[str, tuple[Utterance, ...]], ...]
    texts: tuple[OnText, ...]
    lines: tuple[HeldLine, ...]
    mentions: tuple[Mention, ...]
    judgements: tuple[Judged, ...]
    attribution: Attribution

    @property
    def address(self) -> str:
        """Return where the program shows it."""
        return written("issue", self.record.id)

    @property
    def status(self) -> IssueStatus | None:
        """Return the state that holds, None where none is on record."""
        return self.states[0] if self.states else None

    @property
    def silent(self) -> tuple[OnText, ...]:
        """Return the texts that have no point on it."""
        return tuple(one for one in self.texts if not one.passages)


def dispute(store: Store, id_: str) -> Dispute:
    """Return everything on an issue as at the store's day. Raise NoSuchRecord with the nearest issue."""
    record = store.get("issue", id_)
    if not isinstance(record, Issue):
        raise missing(store, "issue", id_)
    points = store.points_on(id_)
    marked = living(store)
    chief = marked.id if marked and marked.living else None
    return Dispute(
        record=record,
        name=record.name,
        states=states_of(store, record),
        divides=divides_of(store, record),
        said=_said(store, id_, points),
        texts=tuple(_text(store, plan, points.get(plan.id, ()), chief) for plan in in_order(store)),
        lines=_lines(store, id_),
        mentions=tuple(_mentions(store, id_, points)),
        judgements=_judgements(store, id_),
        attribution=told(store, record),
    )


def _text(store: Store, plan: Plan, points: Sequence[Point], chief: str | None) -> OnText:
    whole = (store.plan_alone(plan.id) if points else None) or plan
    passages = tuple(passage_of(store, whole, point) for point in points)
    return OnText(
        plan=plan.id,
        short=plan.short,
        authors=whole.authors,
        at_hand=plan_at_hand(plan),
        living=plan.id == chief,
        passages=passages,
        absence=None if passages else absence(plan),
    )


def _said(store: Store, issue: str, points: Points) -> tuple[tuple[str, tuple[Utterance, ...]], ...]:
    """Return what each party said on the issue or on a point that stands under it, the latest first; what has no day comes last."""
    out: list[tuple[str, tuple[Utterance, ...]]] = []
    positions = [one for one in store.all("position") if isinstance(one, Position) and _on(store, one, issue, points)]
    for party in store.ids("party"):
        said = [_position(store, one) for one in positions if one.party == party]
        if said:
            out.append((said[0].party_name, tuple(sorted(said, key=lambda one: one.day.lower if one.day else "", reverse=True))))
    return tuple(out)


def _on(store: Store, position: Position, issue: str, points: Points) -> bool:
    return _point_on(store, position.point, issue, points) if position.point else position.issue == issue


def _position(store: Store, one: Position) -> Utterance:
    party = store.card("party", one.party)
    says = attribution(store, one)
    return Utterance(
        record=one,
        party_name=name_of(party) if party else one.party,
        address=written("position", one.id),
        day=says.on or says.known_from,
        what=one.stance or "says",
        of=about(store, one)[0] if one.point or one.plan or one.guarantee else "",
        attribution=says,
    )


def _lines(store: Store, issue: str) -> tuple[HeldLine, ...]:
    order = {id_: place for place, id_ in enumerate(store.ids("party"))}
    found = [one for one in store.all("red_line") if isinstance(one, RedLine) and one.issue == issue]
    return tuple(red_line(store, one.id) for one in sorted(found, key=lambda one: order.get(one.party, len(order))))


def _mentions(store: Store, issue: str, points: Points) -> Iterator[Mention]:
    for guarantee in store.all("guarantee"):
        if isinstance(guarantee, Guarantee) and any(_point_on(store, ref, issue, points) for ref in guarantee.carried_by):
            yield Mention("guarantee", written("guarantee", guarantee.id), None, name_of(guarantee), told(store, guarantee))
    for figure in store.all("figure"):
        if isinstance(figure, Figure) and figure.issue == issue:
            says = told(store, figure)
            yield Mention("figure", written("figure", figure.id), says.on, referred_to(store, figure), says)
    events = [one for one in store.all("event") if isinstance(one, Event) and issue in one.issues]
    for event in sorted(events, key=lambda one: (one.date.lower, one.date.upper), reverse=True):
        yield Mention("event", written("event", event.id), event.date, event.title, told(store, event))


def _point_on(store: Store, ref: str, issue: str, points: Points) -> bool:
    """Return whether a point stands under the issue; `points` are those that do, and most others are told by them without asking."""
    plan, number = point_named(ref)
    return any(number.startswith(one.number) for one in points.get(plan, ())) and issue in store.issues_at(plan, number)


def _judgements(store: Store, issue: str) -> tuple[Judged, ...]:
    """Return the desk's judgements that rest on the issue."""
    ids = dict.fromkeys(ref.id for ref in store.refs_to("issue", issue) if ref.kind == "judgement")
    found = (store.get("judgement", id_) for id_ in ids)
    return tuple(judged(store, one) for one in found if isinstance(one, Judgement))


def all_disputes(store: Store) -> tuple[Dispute, ...]:
    """Return the disputes of all issues, in the briefing's order. Raise NoSuchRecord where there is none."""
    found = tuple(dispute(store, id_) for id_ in store.ids("issue"))
    if not found:
        raise NoSuchRecord("no issue is on record as at this day")
    return found


def labels(said: Sequence[Utterance]) -> list[str]:
    """Return the label of each thing said: day, stance and subject; number those that would read alike."""
    plain = [f"{in_words(one.day) if one.day else 'no day'}, {one.what}" + (f", on {one.of}" if one.of else "") for one in said]
    return numbered(plain)
