"""How much of a plan's text is public, in the words that the comparison, the lists and a plan's own page have in common."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from tui.model import Plan

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
