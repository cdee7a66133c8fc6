"""Where a plan comes from and what came of it: the chain of texts, each with its dates and how much of it is at hand."""

from __future__ import annotations

from tui.dates import NEVER
from tui.frozen import frozen
from tui.model import Plan
from tui.store.read import Store
from tui.views.passages import party_name
from tui.views.provenance import Attribution, attribution
from tui.views.references import missing


@frozen
class Step:
    """One text of a lineage. `points` is how many points it is said to have, else how many are here; `authors` are names."""

    plan: Plan
    points: int
    authors: tuple[str, ...]
    attribution: Attribution


@frozen
class Lineage:
    """The chain that leads to a plan, oldest first and the plan itself last; and the texts that are based on it, in order of their days."""

    steps: tuple[Step, ...]
    followed_by: tuple[Step, ...]


def lineage(store: Store, plan_id: str) -> Lineage:
    """Return the lineage of a plan by what each text says that it is based on."""
    plans = {plan.id: plan for plan in store.all("plan") if isinstance(plan, Plan)}
    if plan_id not in plans:
        raise missing(store, "plan", plan_id)
    chain: dict[str, Plan] = {}
    here: Plan | None = plans[plan_id]
    while here and here.id not in chain:
        chain[here.id] = here
        here = plans.get(here.based_on or "")
    after = [plan for plan in plans.values() if plan.based_on == plan_id and plan.id not in chain]
    after.sort(key=lambda plan: plan.made_public.lower if plan.made_public else NEVER)
    return Lineage(
        steps=tuple(_step(store, plan) for plan in reversed(chain.values())),
        followed_by=tuple(_step(store, plan) for plan in after),
    )


def _step(store: Store, plan: Plan) -> Step:
    return Step(
        plan=plan,
        points=plan.count or len(plan.point),
        authors=tuple(party_name(store, author) for author in plan.authors),
        attribution=attribution(store, plan),
    )
