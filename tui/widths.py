"""How many cells of a terminal a text takes: the one rule, for what is shown and for the carets below a faulty line."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SOFT_HYPHEN = "\u00ad"  # of the invisible signs the one that terminals show


@lru_cache(maxsize=4096)
def cell(character: str) -> int:
    """Return the cells that one character takes: two for a wide one, none for what combines with another or is not shown."""
    if character != SOFT_HYPHEN and unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """Return the cells that a text takes."""
    return len(text) if text.isascii() else sum(map(cell, text))
