"""What a comparison can have as its columns: plans, and parties (`party:ukraine`) with what they say on each issue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tui.address import written
from tui.errors import BadInput
from tui.frozen import frozen
from tui.model import Date, Party, Plan, name_of
from tui.store.read import Store
from tui.views.marks import Word, absence
from tui.views.plans import AtHand, in_order
from tui.views.references import missing

FEWEST, MOST = 2, 4
PARTY = "party:"


@frozen
class ComparedColumn:
    """One column: what it is called, and what to say where it has nothing. `id` is what the user types.

    `text` is how much of a plan's text is at hand on the store's date, None for a party; `how` is how it became public.
    """

    id: str
    kind: Literal["plan", "party"]
    short: str
    name: str
    address: str
    absence: Word
    text: AtHand | None = None
    made_public: Date | None = None
    how: str | None = None
    record: str = ""
    based_on: str | None = None
    authors: tuple[str, ...] = ()


def columns(store: Store, ids: Sequence[str]) -> tuple[ComparedColumn, ...]:
    """Return the columns named, in that order. Raise BadInput, with a sentence for the user, where they make no comparison."""
    if len(ids) < FEWEST:
        known = ", ".join(store.ids("plan")) or "none"
        raise BadInput(f"a comparison needs two plans at least; {'one was' if ids else 'none were'} named. Known plans: {known}")
    if len(ids) > MOST:
        raise BadInput(f"at most four plans stand side by side; {len(ids)} were named. Leave out {_count(len(ids) - MOST)}")
    found: list[ComparedColumn] = []
    for name in ids:
        column = party_column(store, name) if name.startswith(PARTY) else plan_column(store, name)
        if any(column.id == other.id for other in found):
            raise BadInput(f"{column.id} is named twice; a plan differs from itself in nothing")
        found.append(column)
    return tuple(found)


def unasked(store: Store) -> tuple[str, ...]:
    """Return the plans to compare where none is named: the manifest's that are known on the day, filled up to two.

    What fills up is the living text and what it comes from, then the others; one without a point comes last.
    """
    known = [plan.id for plan in in_order(store)]
    wanted = [plan for plan in store.manifest.compare if plan in known]
    if len(wanted) < FEWEST:
        with_points = store.with_points()
        others = [plan for plan in known if plan not in wanted]
        wanted += sorted(others, key=lambda plan: plan not in with_points)[: FEWEST - len(wanted)]
    return tuple(wanted)


def plan_column(store: Store, name: str) -> ComparedColumn:
    """Return the column of a plan; one that became known only after the store's date is a column in which nothing is public yet."""
    plan = store.plan_alone(name) or store.plan_alone(name.lower()) or _later(store, name)
    if plan is None:
        raise missing(store, "plan", name)
    public = store.plan_alone(plan.id)
    return ComparedColumn(
        id=plan.id,
        kind="plan",
        short=plan.short,
        name=public.name if public else plan.short,  # a name may tell what only came later
        address=written("plan", plan.id),
        absence=absence(public) if public else "not public",
        text=public.text if public else "none",
        made_public=public.made_public if public else None,
        how=public.how if public else None,
        record=plan.id,
        based_on=public.based_on if public else None,
        authors=public.authors if public else (),
    )


def party_column(store: Store, name: str) -> ComparedColumn:
    """Return the column of a party, named `party:ID`: its positions and red lines, issue by issue."""
    party = store.get("party", name.removeprefix(PARTY))
    if not isinstance(party, Party):
        raise missing(store, "party", name.removeprefix(PARTY))
    return ComparedColumn(
        id=PARTY + party.id,
        kind="party",
        short=name_of(party),
        name=party.name,
        address=written("party", party.id),
        absence="no statement",
        record=party.id,
        authors=(party.id,),
    )


def _later(store: Store, name: str) -> Plan | None:
    return next((record for record in store.later("plan") if isinstance(record, Plan) and record.id == name), None)


def _count(number: int) -> str:
    return "one" if number == 1 else str(number)
