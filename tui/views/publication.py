"""When and how a text became public and how much of it there is to read, in the words that every page uses."""

from __future__ import annotations

from tui.dates import in_words
from tui.model import Date
from tui.views.at_hand import AtHand, at_hand


def publication(how: str | None, on: Date | None, text: AtHand | None) -> str:
    """Tell when and how a plan became public: `leaked 20 Nov 2025, whole text public`."""
    words = at_hand(text or "none")
    if not on:
        return words
    return f"{how or 'public'} {in_words(on)}, {words.removeprefix(f'{how}, ')}"
