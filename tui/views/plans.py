"""The plans in order, and how public each is, in the words that every page and list uses.

The text that the talks are about comes first, then those it comes from, then the others, the latest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Literal

from tui.dates import in_words
from tui.model import Date, Plan, known_from
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


AtHand = Literal["full", "partial", "described", "none"]

NOT_PUBLIC = "text not public at this date"
_WORDS = MappingProxyType[AtHand, str](
    {
        "full": "whole text public",
        "partial": "text public, recorded here in part",
        "described": "described, no text released",
        "none": NOT_PUBLIC,
    }
)


def at_hand(text: AtHand) -> str:
    """Return the words for how much of a text is at hand."""
    return _WORDS[text]


def plan_at_hand(plan: Plan | None) -> str:
    """Return the same words for a plan as the store of a day has it; None for one that was not known on that day."""
    return at_hand(plan.text) if plan else NOT_PUBLIC


def publication(how: str | None, on: Date | None, text: AtHand | None) -> str:
    """Tell when and how a plan became public: `leaked 20 Nov 2025, whole text public`."""
    words = at_hand(text or "none")
    if not on:
        return words
    return f"{how or 'public'} {in_words(on)}, {words.removeprefix(f'{how}, ')}"
