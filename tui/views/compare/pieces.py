"""A text in its words and signs, which is what two texts are compared by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Hashable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")

# A word with its hyphens and apostrophes; a number with its thousands, decimals, ratio, currency or percent; any other sign by itself.
# The space behind it belongs to it.
_PIECE = re.compile(r"(?:[^\W\d]\w*(?:[-'’]\w+)*|[$€£]?\d+(?:[.,:]\d+)*%?|[^\w\s])\s*")
_PART_END = frozenset(".;:!?()[]\n")


class Pieces:
    """A text in pieces that end where the next word begins, so that the pieces joined are the text; `words` are they without the space."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.pieces: list[str] = _PIECE.findall(text)
        if self.pieces:
            self.pieces[0] = text[: len(text) - len(text.lstrip())] + self.pieces[0]
        elif text:
            self.pieces = [text]
        self.words = list(map(str.strip, self.pieces))
        self._ends = [0, *accumulate(map(len, self.pieces))]
        self.vocabulary = {word: fold(word) for word in set(self.words)}

    def text(self, first: int, end: int) -> str:
        """Return the text of the pieces from `first` up to `end`."""
        return self._text[self._ends[first] : self._ends[end]]

    @cached_property
    def folded(self) -> list[str]:
        """Return the words in small letters, with a plain apostrophe."""
        return list(map(self.vocabulary.__getitem__, self.words))

    def those(self, wanted: Callable[[str], object]) -> list[int]:
        """Return where words stand that are `wanted` by what they are when folded; each word is asked about once, however often it stands
        there.
        """
        return self._places({word for word, folded in self.vocabulary.items() if wanted(folded)})

    def _places(self, those: AbstractSet[str]) -> list[int]:
        return [place for place, word in enumerate(self.words) if word in those] if those else []

    def around(self, first: int, last: int, before: int, after: int) -> str:
        """Return the words of the pieces `first` to `last`, with so many words before and after as stand in the same part of the sentence.

        Dots tell that the part goes on.
        """
        place = bisect_left(self._stops, first)
        begin = self._stops[place - 1] + 1 if place else 0
        place = bisect_left(self._stops, last, place)
        stop = self._stops[place] if place < len(self._stops) else len(self.words)
        end = stop if stop == last or (stop < len(self.words) and self.words[stop] not in _PART_END) else stop - 1
        lead = "... " if begin < first - before else ""
        tail = " ..." if last + after < end else ""
        told = self.text(max(begin, first - before), min(end, last + after) + 1)
        return lead + " ".join(told.split()).strip(" ,") + tail

    @cached_property
    def _stops(self) -> list[int]:
        """Return the places where a part of a sentence ends: signs, and pieces that a line ends with."""
        signs = self._places(_PART_END & self.vocabulary.keys())
        lines = [place for place, piece in enumerate(self.pieces) if "\n" in piece] if "\n" in self._text else []
        return sorted({*signs, *lines}) if lines else signs


def fold(word: str) -> str:
    """Put a word into small letters, with a plain apostrophe."""
    return word.casefold().replace("’", "'")


def paired(old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable]) -> tuple[list[T], list[T], list[tuple[T, T]]]:
    """Pair those of one key, first with first, and return what is left of both too. Turned around, it pairs the same."""
    waiting: dict[Hashable, deque[int]] = {}
    for place, one in enumerate(new):
        waiting.setdefault(key(one), deque()).append(place)
    left: list[T] = []
    pairs: list[tuple[T, T]] = []
    taken: set[int] = set()
    for one in old:
        mates = waiting.get(key(one))
        if mates:
            place = mates.popleft()
            taken.add(place)
            pairs.append((one, new[place]))
        else:
            left.append(one)
    return left, [one for place, one in enumerate(new) if place not in taken], pairs
