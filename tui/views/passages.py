"""The points of plans as they are shown: the words as the store has them, with all that hangs on them."""

from __future__ import annotations

from tui.address import point_named, written
from tui.frozen import frozen
from tui.model import Party, Plan, Point, Reading, RedLine, Touch, name_of
from tui.store.read import Store
from tui.views.data import Wraps
from tui.views.marks import VERDICT_SIGN, VerdictWord, verdict_word
from tui.views.provenance import Attribution, attribution
from tui.views.statuses import in_a_row


@frozen
class Lettered:
    """A lettered part of a point."""

    letter: str
    text: str
    attribution: Attribution


@frozen
class OtherReading(Wraps):
    """Another printing or translation of a point; `substance` tells whether it says something else."""

    JSON = "text witness substance differs clause attribution"

    record: Reading
    attribution: Attribution


@frozen
class SideVersion:
    """One side's version of a point that is not agreed."""

    party: str
    name: str
    text: str
    attribution: Attribution


@frozen
class LineTouched(Wraps):
    """How the point stands to a red line, on whose word: `judged` by somebody, or following from a stated number."""

    JSON = "red_line line party party_name verdict sign why by basis date clause attribution"

    record: Touch
    line: str
    party: str
    party_name: str
    verdict: VerdictWord
    sign: str
    attribution: Attribution


@frozen
class Passage(Wraps):
    """One point of a plan, whole. `text` is the store's own, word for word; `issues` are the names of all it stands under.

    `changed_from` names the points that `relation` and `changes` are told against, which need not be in the comparison.
    """

    JSON = (
        "address plan number short text absent agreed relation derives changed_from changes note issues clause numbers reading version"
        " touches attribution"
    )

    record: Point
    address: str
    plan: str
    changed_from: str | None
    issues: tuple[str, ...]
    clause: tuple[Lettered, ...]
    reading: tuple[OtherReading, ...]
    version: tuple[SideVersion, ...]
    touches: tuple[LineTouched, ...]
    attribution: Attribution


def passage(store: Store, plan_id: str, number: str) -> Passage | None:
    """Return one point of a plan, None where it is not there or was not known at the store's date."""
    plan, point = store.plan_alone(plan_id), store.point(plan_id, number)
    return passage_of(store, plan, point) if point and plan else None


def passage_of(store: Store, plan: Plan, point: Point) -> Passage:
    """Return a point of a plan with all that hangs on it."""
    return Passage(
        record=point,
        address=written("plan", plan.id, point.number),
        plan=plan.id,
        changed_from=_sources(store, point),
        issues=tuple(name_of(issue) for issue in (store.card("issue", id_) for id_ in point.issues) if issue),
        clause=tuple(Lettered(clause.letter, clause.text, attribution(store, clause, point, plan)) for clause in point.clause),
        reading=tuple(OtherReading(one, attribution(store, one, point, plan)) for one in point.reading),
        version=tuple(
            SideVersion(one.party, party_name(store, one.party), one.text, attribution(store, one, point, plan)) for one in point.version
        ),
        touches=touched(store, point, plan),
        attribution=attribution(store, point, plan),
    )


def _sources(store: Store, point: Point) -> str | None:
    """Return what the point's relation is told against: `US 28 point 6`, `US 28 points 12 and 14`.

    A join and a split name all that they come from, other relations those of the first plan named. None for a point that derives from
    none, or from plans that are not known on the store's day.
    """
    named: dict[str, list[str]] = {}
    for ref in point.derives:
        plan, number = point_named(ref)
        named.setdefault(plan, []).append(number)
    told = [(store.card("plan", plan), numbers) for plan, numbers in named.items()]
    known = [f"{name_of(plan)} point{'s' * (len(numbers) > 1)} {in_a_row(numbers)}" for plan, numbers in told if plan]
    if point.relation not in ("join", "split"):
        known = known[:1] if told and told[0][0] else []
    return in_a_row(known) or None


def touched(store: Store, point: Point, plan: Plan) -> tuple[LineTouched, ...]:
    """Return the red lines that a point of a plan touches, with the verdicts and whose they are."""
    out: list[LineTouched] = []
    for touch in point.touches:
        line = store.card("red_line", touch.red_line)
        party = line.party if isinstance(line, RedLine) else ""
        out.append(
            LineTouched(
                record=touch,
                line=name_of(line) if line else touch.red_line,
                party=party,
                party_name=party_name(store, party),
                verdict=(word := verdict_word(touch)),
                sign=VERDICT_SIGN[word],
                attribution=attribution(store, touch, point, plan),
            )
        )
    return tuple(out)


def party_name(store: Store, party: str) -> str:
    """Return what to call a party in a narrow place: its short name, else its name, else its id."""
    record = store.card("party", party) if party else None
    return name_of(record) if isinstance(record, Party) else party
