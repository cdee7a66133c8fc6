"""The order of the plans: the text that the talks are about comes first, then those it comes from, then the others, the latest first."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Plan, known_from
from tui.store.read import Store


def in_order(store: Store) -> tuple[Plan, ...]:
    """Return the plans known on the store's day as cards, the living text first, then what it is based on, then the latest first."""
    plans = [plan for plan in store.cards("plan") if isinstance(plan, Plan)]
    chief = _living(plans)
    line = _line_of(chief, plans) if chief else []
    others = sorted((plan for plan in plans if plan not in line), key=_day, reverse=True)
    return (*line, *others)


def living(store: Store) -> Plan | None:
    """Return the text that the talks are about on the store's day, as a card; None where there is no plan."""
    return _living([plan for plan in store.cards("plan") if isinstance(plan, Plan)])


def _living(plans: Sequence[Plan]) -> Plan | None:
    """Return the latest plan that says it is, or was, the living text; else the latest of a line that anything is known of."""
    marked = [plan for plan in plans if plan.living]
    bases = {plan.based_on for plan in plans}
    lines = [plan for plan in plans if plan.based_on or plan.id in bases]
    told = [plan for plan in lines if plan.text != "none"]
    return max(marked or told or lines or plans, key=_day, default=None)


def _line_of(plan: Plan, plans: Sequence[Plan]) -> list[Plan]:
    """Return a plan and those it is based on, the nearest first."""
    by_id = {one.id: one for one in plans}
    line = [plan]
    while (base := by_id.get(line[-1].based_on or "")) is not None and base not in line:
        line.append(base)
    return line


def _day(plan: Plan) -> str:
    """Return when a plan became public, else when it became known."""
    return plan.made_public.lower if plan.made_public else known_from(plan) or ""
