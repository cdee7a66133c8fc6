"""When and how a text became public, and how much of it there is to read, in the words that every page and list uses."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from tui.dates import in_words
from tui.model import Date, Plan

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
