"""How a point stands to a red line, in the word that a reader sees: a verdict whose reason only says "appears" is worded so everywhere."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from tui.model import Touch
from tui.views.signs import VERDICTS

VerdictWord = Literal["crossed", "appears crossed", "strained", "appears strained", "unclear", "appears met", "met"]

VERDICT_SIGN = MappingProxyType({meaning.word: meaning.sign for meaning in VERDICTS})
# Worst first: in a cell with several touches the worst one shows.
WORST: tuple[VerdictWord, ...] = ("crossed", "appears crossed", "strained", "appears strained", "unclear", "appears met", "met")
AGAINST: frozenset[VerdictWord] = frozenset(WORST[:4])  # these go against a line, wholly or some way

_APPEARS = MappingProxyType[str, VerdictWord]({"crossed": "appears crossed", "strained": "appears strained", "met": "appears met"})


def verdict_word(touch: Touch) -> VerdictWord:
    """Return the verdict as it is shown. What is unclear needs no further reserve."""
    return _APPEARS.get(touch.verdict, touch.verdict) if touch.appears else touch.verdict
