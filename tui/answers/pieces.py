"""A text in its words and signs, which is what two texts are compared by."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

T = TypeVar("T")

# A number with its thousands, decimals, ratio, currency or percent; a word with its hyphens and apostrophes; any other sign by itself.
_TOKEN = re.compile(r"[$€£]?\d+(?:[.,:]\d+)*%?|\w+(?:[-'’]\w+)*|[^\w\s]")
_PART_END = frozenset(".;:!?()[]\n")


def pieces(text: str) -> list[str]:
    """The text in pieces that end where the next word begins, so that the pieces joined are the text."""
    starts = [match.start() for match in _TOKEN.finditer(text)]
    if not starts:
        return [text] if text else []
    starts[0] = 0
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def word(piece: str) -> str:
    """The word or sign of a piece, without the space behind it."""
    return piece.strip()


def around(of: Sequence[str], first: int, last: int, before: int, after: int) -> str:
    """The words of the pieces `first` to `last`, with so many words before and after them as stand in the same part of the sentence.

    Dots tell that the part goes on.
    """
    start, end = first, last
    while start and first - start < before and not _parts(of[start - 1]):
        start -= 1
    while end + 1 < len(of) and end - last < after and not _parts(of[end]) and not _parts(of[end + 1], begins=True):
        end += 1
    lead = "... " if start and not _parts(of[start - 1]) else ""
    tail = " ..." if end + 1 < len(of) and not _parts(of[end]) and not _parts(of[end + 1], begins=True) else ""
    return lead + " ".join("".join(of[start : end + 1]).split()).strip(" ,") + tail


def _parts(piece: str, *, begins: bool = False) -> bool:
    """Whether a part of a sentence ends with this piece, or (`begins`) before it."""
    sign = piece.strip()
    return sign in _PART_END or (not begins and "\n" in piece)


def paired(old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable]) -> tuple[list[T], list[T], list[tuple[T, T]]]:
    """What is left of both once those of one key are paired, first with first; and the pairs. Turned around, it pairs the same."""
    waiting: dict[Hashable, list[int]] = {}
    for place, one in enumerate(new):
        waiting.setdefault(key(one), []).append(place)
    left: list[T] = []
    pairs: list[tuple[T, T]] = []
    taken: set[int] = set()
    for one in old:
        mates = waiting.get(key(one))
        if mates:
            place = mates.pop(0)
            taken.add(place)
            pairs.append((one, new[place]))
        else:
            left.append(one)
    return left, [one for place, one in enumerate(new) if place not in taken], pairs
