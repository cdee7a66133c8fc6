"""How many cells of a terminal a text takes: the one rule, for what is shown and for the carets below a faulty line.

Terminals disagree on some characters, by their age and by whose tables they have. Of those the most that any of them takes is counted, so
that no line runs beyond its end; `disputed` tells that a text has one, for whoever must place what follows it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SOFT_HYPHEN = "\u00ad"  # of the invisible signs the one that terminals show
_PICTURE = "\ufe0f"  # asks for the picture of a sign, which takes a second cell
_KEY_CAP = "\u20e3"
# Two cells since Unicode 16 of 2024, one before it: symbols of the Book of Changes, of Tai Xuan Jing, counting rods.
_WIDENED = ((0x2630, 0x2637), (0x268A, 0x268F), (0x4DC0, 0x4DFF), (0x1D300, 0x1D356), (0x1D360, 0x1D376))
_FLAGS = (0x1F1E6, 0x1F1FF)  # letters that make a flag in pairs
_SKIN = (0x1F3FB, 0x1F3FF)  # join the picture before them, or stand beside it
_JAMO = ((0x1160, 0x11FF), (0xD7B0, 0xD7FF))  # vowels and finals of Korean that join what stands before them, in some terminals
_NUMBER_SIGNS = ((0x0600, 0x0605), (0x06DD, 0x06DD), (0x070F, 0x070F), (0x0890, 0x0891), (0x08E2, 0x08E2))  # invisible to some
_JOINERS = "\u200c\u200d\u034f\u3164\uffa0\u115f"
_LATER_WIDE = ((0x1F000, 0x1FAFF), (0x20000, 0x3FFFD))  # pictures and ideographs: what is given a meaning there takes two cells
# Pictures since Unicode 15 of 2022, known to the tables of some Pythons that run this and of some terminals, among older ones.
_YOUNG = ((0x1F6DC, 0x1F6DC), (0x1F774, 0x1F77F), (0x1F7D9, 0x1F7D9), (0x1F8B2, 0x1F8C1), (0x1FA70, 0x1FAFF))


@lru_cache(maxsize=4096)
def cell(character: str) -> int:
    """Return the cells that one character takes: two for a wide one, none for what combines with another or is not shown."""
    code, category = ord(character), unicodedata.category(character)
    if _within(code, _WIDENED) or _FLAGS[0] <= code <= _FLAGS[1]:
        return 2
    if character in (_PICTURE, SOFT_HYPHEN) or _within(code, _NUMBER_SIGNS):
        return 1
    if category in ("Mn", "Me", "Cf"):
        return 0
    if category == "Cn":  # given a meaning after the tables of this Python
        return 2 if _within(code, _LATER_WIDE) else 1
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """Return the cells that a text takes."""
    return len(text) if text.isascii() else sum(map(cell, text))


def disputed(text: str) -> int | None:
    """Return the offset of the first character on whose width terminals disagree, None where there is none."""
    if text.isascii():
        return None
    return next((place for place, character in enumerate(text) if _is_disputed(character)), None)


@lru_cache(maxsize=4096)
def _is_disputed(character: str) -> bool:
    if character.isascii():
        return False
    code, category = ord(character), unicodedata.category(character)
    return (
        category in ("Mc", "Cn", "Co")
        or character in _PICTURE + _KEY_CAP + SOFT_HYPHEN + _JOINERS
        or _within(code, (*_WIDENED, *_JAMO, *_NUMBER_SIGNS, *_YOUNG, _FLAGS, _SKIN))
    )


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)
