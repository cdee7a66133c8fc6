"""Who is at the table: role and people, position and interest by issue, red lines, who must ratify, and what it said of each plan."""

from __future__ import annotations

from tui.address import written
from tui.frozen import frozen
from tui.model import Date, Issue, Office, Party, Person, Plan, Position, name_of
from tui.store.read import Store
from tui.views.data import Wraps
from tui.views.provenance import Attribution, attribution
from tui.views.record.question import Referrer, referrers
from tui.views.red_lines.lines import HeldLine, red_lines
from tui.views.references import Value, missing
from tui.views.titles import about


@frozen
class PartyRow:
    """A party in the list, with how much is known of it."""

    id: str
    name: str
    type: str
    people: int
    red_lines: int
    positions: int


@frozen
class Member(Wraps):
    """Somebody of a party, with the offices held at the date."""

    JSON = "id name role offices attribution"

    record: Person
    offices: tuple[tuple[str, Date | None, Date | None], ...]
    attribution: Attribution


@frozen
class Held(Wraps):
    """A position: what is said, and apart from it the interest and the bottom line, where somebody states them."""

    JSON = "address about stance statement interest bottom_line attribution"

    record: Position
    address: str
    about: Value
    attribution: Attribution


@frozen
class OnIssue:
    """What a party says on one issue: its positions and its red lines."""

    id: str
    name: str
    positions: tuple[Held, ...]
    red_lines: tuple[HeldLine, ...]


@frozen
class PartyAnswer(Wraps):
    """A party whole."""

    JSON = "id name type role ratifies members people issues on_plans on_guarantees plans note attribution referrers"

    record: Party
    members: tuple[Value, ...]
    people: tuple[Member, ...]
    issues: tuple[OnIssue, ...]
    on_plans: tuple[Held, ...]
    on_guarantees: tuple[Held, ...]
    plans: tuple[Value, ...]
    attribution: Attribution
    referrers: tuple[Referrer, ...]


def parties(store: Store) -> tuple[PartyRow, ...]:
    """Return every party, in the briefing's order."""
    people = [one.party for one in store.all("person") if isinstance(one, Person)]
    held = [one.party for one in store.all("position") if isinstance(one, Position)]
    lines = [one.record.party for one in red_lines(store)]
    return tuple(
        PartyRow(one.id, one.name, one.type, people.count(one.id), lines.count(one.id), held.count(one.id))
        for one in store.all("party")
        if isinstance(one, Party)
    )


def party(store: Store, id_: str) -> PartyAnswer:
    """Return one party. Raise NoSuchRecord with the nearest."""
    found = store.get("party", id_)
    if not isinstance(found, Party):
        raise missing(store, "party", id_)
    said = [one for one in store.all("position") if isinstance(one, Position) and one.party == id_]
    lines = red_lines(store, [id_])
    issues = (
        OnIssue(
            issue.id,
            name_of(issue),
            tuple(_held(store, one) for one in said if one.issue == issue.id and not one.plan and not one.guarantee),
            tuple(one for one in lines if one.record.issue == issue.id),
        )
        for issue in store.all("issue")
        if isinstance(issue, Issue)
    )
    return PartyAnswer(
        record=found,
        members=tuple(Value(name_of(one), written("party", one.id)) for one in (store.card("party", ref) for ref in found.members) if one),
        people=tuple(_member(store, one) for one in store.all("person") if isinstance(one, Person) and one.party == id_),
        issues=tuple(one for one in issues if one.positions or one.red_lines),
        on_plans=tuple(_held(store, one) for one in said if one.plan or (one.point and not one.issue and not one.guarantee)),
        on_guarantees=tuple(_held(store, one) for one in said if one.guarantee and not one.plan),
        plans=tuple(
            Value(one.short, written("plan", one.id)) for one in store.cards("plan") if isinstance(one, Plan) and id_ in one.authors
        ),
        attribution=attribution(store, found),
        referrers=referrers(store, "party", id_),
    )


def _member(store: Store, person: Person) -> Member:
    held = [office for office in person.offices if _in_office(office, store.as_at)]
    offices = tuple((office.title, office.start, office.end) for office in held)
    return Member(person, offices, attribution(store, person))


def _in_office(office: Office, day: str) -> bool:
    """Return whether an office was held on a day, as far as its dates tell."""
    begun = office.start is None or office.start.lower <= day
    return begun and (office.end is None or office.end.upper >= day)


def _held(store: Store, position: Position) -> Held:
    return Held(position, written("position", position.id), Value(*about(store, position)), attribution(store, position))
