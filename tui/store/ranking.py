"""Which of the hits a reader wants first: what is called so, then what has it in its title, then what says it.

A word is worth the more the fewer texts have it. Kinds of which a reader thinks by name (issues, parties, people, plans) come before the
many that say something of them, and sources after all.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from tui.fold import split
from tui.frozen import frozen
from tui.store.excerpt import Phrases, stands
from tui.store.query import Sought

_NAMED, _OWN, _TITLE, _BODY, _ALSO = 6.0, 3.5, 2.2, 1.0, 0.8  # what a word is worth where it stands
_TOGETHER = 0.6  # for words that stand beside each other as they were typed
_USUAL = 45  # words of a text, beyond which each counts for less
_KINDS = {
    "issue": 2.0,
    "party": 2.0,
    "person": 2.0,
    "plan": 1.6,
    "term": 1.4,
    "guarantee": 1.2,
    "red_line": 1.0,
    "figure": 0.8,
    "event": 0.8,
    "position": 0.8,
    "point": 0.6,
    "judgement": 0.0,
}


class Candidate(NamedTuple):
    """A passage that may be shown."""

    kind: str
    id: str
    number: str | None
    title: str
    names: str
    body: str
    also: str


@frozen
class Weighed:
    """One thing that is looked for, what stands for it, and how many texts have it."""

    item: Sought
    phrases: Phrases
    count: int

    @property
    def weight(self) -> float:
        """Return what it tells: the more, the rarer it is."""
        return 0.15 if self.item.small else log(1 + 2_000 / (self.count + 1))


def ranked(candidates: Sequence[Candidate], weighed: Sequence[Weighed]) -> list[Candidate]:
    """Return the candidates, the best first; those that are as good as each other in the order in which they are given."""
    wanted = [one for one in weighed if one.count]
    scored = [(one.kind == "source", -_score(one, wanted), place) for place, one in enumerate(candidates)]
    return [candidates[place] for _, _, place in sorted(scored)]


def _score(of: Candidate, wanted: Sequence[Weighed]) -> float:
    names = [split(name) for name in (of.title, *of.names.split("\n")) if name]
    if of.number is None:
        names.append(tuple(of.id.split("-")))
    fields = [(name, _TITLE) for name in names]
    body = split(of.body)
    length = 0.75 + 0.25 * len(body) / _USUAL
    fields += [(body, _BODY / max(length, 0.75))]
    also = tuple(of.also.split())
    total = 0.0
    for one in wanted:
        beside = _worth(also, one.phrases) * (_OWN if _is_its_own(of, one.item) else _ALSO)
        total += one.weight * max(beside, *(_worth(words, one.phrases) * where for words, where in fields))
    total += max((_called(name, wanted) for name in names), default=0.0) * _NAMED
    total += sum(_TOGETHER * min(one.weight, other.weight) for one, other in pairwise(wanted) if _beside(body, one, other))
    return total + _KINDS["point" if of.number else of.kind] if of.kind != "source" else total


def _is_its_own(of: Candidate, item: Sought) -> bool:
    """Return whether a sum or a day is what this is about: a figure's amount, the day of an event."""
    if of.kind == "figure":
        return item.words[0].isdigit() and not item.day
    return of.kind == "event" and bool(item.day)


def _worth(words: Sequence[str], phrases: Phrases) -> float:
    """Return the most that any of the phrases is worth that stands in these words."""
    best = 0.0
    for phrase, (worth, unfinished) in phrases.items():
        if worth > best and _places(words, phrase, unfinished=unfinished):
            best = worth
    return best


def _called(name: Sequence[str], wanted: Sequence[Weighed]) -> float:
    """Return how far a name is just what is looked for: 1 where it is these words and no others, 0 where any of them is missing."""
    taken: set[int] = set()
    worth = 1.0
    for one in wanted:
        best = 0.0
        for phrase, (value, unfinished) in one.phrases.items():
            if places := _places(name, phrase, unfinished=unfinished):
                best = max(best, value if not unfinished or name[places[0] + len(phrase) - 1] == phrase[-1] else value * 0.8)
                taken.update(place + step for place in places for step in range(len(phrase)))
        if not best and not one.item.small:
            return 0.0
        worth = min(worth, best or 1.0)
    return worth * (len(taken) / len(name)) ** 2 if name else 0.0


def _beside(words: Sequence[str], one: Weighed, other: Weighed) -> bool:
    ends = {
        place + len(phrase) for phrase, (_, unfinished) in one.phrases.items() for place in _places(words, phrase, unfinished=unfinished)
    }
    starts = {place for phrase, (_, unfinished) in other.phrases.items() for place in _places(words, phrase, unfinished=unfinished)}
    return bool(ends & starts)


def _places(words: Sequence[str], phrase: Sequence[str], *, unfinished: bool) -> list[int]:
    """Return where a phrase begins in these words."""
    first, size = phrase[0], len(phrase)
    if size == 1 and unfinished:
        return [place for place, word in enumerate(words) if word.startswith(first)]
    if first not in words:
        return []
    if size == 1:
        return [place for place, word in enumerate(words) if word == first]
    last = len(words) - size
    return [
        place
        for place, word in enumerate(words)
        if word == first and place <= last and stands(words[place : place + size], phrase, unfinished=unfinished)
    ]
