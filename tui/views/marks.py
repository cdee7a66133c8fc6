"""Which mark stands where a plan speaks, changes, opposes or says nothing, and in which word a point stands to a red line.

The signs themselves are in `signs`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import MappingProxyType
from typing import Literal

from tui.frozen import frozen
from tui.model import Plan, Point, Relation, Touch
from tui.views.signs import MARKS, VERDICTS

Word = Literal[
    "base",
    "same",
    "changed",
    "new",
    "dropped",
    "opposed",
    "moved",
    "split",
    "join",
    "own",
    "apart",
    "silent",
    "not public",
    "not recorded",
    "stated",
    "no statement",
]


@frozen
class Mark:
    """How a column stands to the first one on a row: a word, and its sign."""

    word: Word
    sign: str


_SIGN = MappingProxyType({meaning.word: meaning.sign for meaning in MARKS})
_MEANS = MappingProxyType({meaning.word: meaning.means for meaning in (*MARKS, *VERDICTS)})

# Marks that say for certain that a column differs from the base; what is not public or not recorded may or may not differ.
DIFFERS: frozenset[Word] = frozenset({"changed", "new", "dropped", "opposed", "moved", "split", "join", "own", "apart", "silent"})
# Absences of which nobody can tell whether the plan says the same.
UNKNOWN: frozenset[Word] = frozenset({"not public", "not recorded"})
# Absences that say for certain that the column has no such point.
ABSENT_FOR_CERTAIN: frozenset[Word] = frozenset({"dropped", "silent"})


@cache
def mark(word: Word) -> Mark:
    """Return the mark for a word."""
    return Mark(word, _SIGN[word])


def absence(plan: Plan) -> Word:
    """Return what to say where `plan` has no point on a matter: silent, not public or not recorded. Read off the plan, never guessed; how
    much of its text was at hand on the day, the store has told (`tui.store.at_hand`).
    """
    if plan.text == "full":
        return "silent"
    return "not recorded" if plan.text == "partial" else "not public"


def why_absent(word: str, text: str | None) -> str:
    """Return why a column has nothing, true of how much of its text is at hand of a plan; None for a party."""
    if word == "not public" and text == "described":
        return "the text was described and not released; as described, it says nothing known on this"
    if word == "not public" and text == "none":
        return "no text was released by this date"
    return _MEANS[word]


def has_words(point: Point) -> bool:
    """Return whether a point says anything: words of its own, lettered clauses, or versions that are not agreed."""
    return bool(point.text or point.clause or point.version)


def absence_of_point(point: Point) -> Word:
    """Return what to say of a numbered point that has no words here."""
    if point.relation == "dropped":
        return "dropped"
    return point.absent or "not recorded"


def composed(first: Relation, second: Relation) -> Relation:
    """Return the relation across two steps: the same as the same is the same; the opposite of an opposite is merely something else."""
    if first == "same":
        return second
    if second == "same":
        return first
    if (first == "opposed") != (second == "opposed"):
        return "opposed"
    return "moved" if first == second == "moved" else "changed"


def farthest(relations: Iterable[Relation]) -> Relation:
    """Return the one relation to show for several: the opposite if any is, the same only if all are, else changed where they differ."""
    found = set(relations)
    if "opposed" in found:
        return "opposed"
    return found.pop() if len(found) == 1 else "changed"


def inverse(relation: Relation) -> Relation:
    """Return the same relation seen from the other text."""
    if relation == "split":
        return "join"
    return "split" if relation == "join" else relation


VerdictWord = Literal["crossed", "appears crossed", "strained", "appears strained", "unclear", "appears met", "met"]

VERDICT_SIGN = MappingProxyType({meaning.word: meaning.sign for meaning in VERDICTS})
# Worst first: in a cell with several touches the worst one shows.
WORST: tuple[VerdictWord, ...] = ("crossed", "appears crossed", "strained", "appears strained", "unclear", "appears met", "met")
AGAINST: frozenset[VerdictWord] = frozenset(WORST[:4])  # these go against a line, wholly or some way

_APPEARS = MappingProxyType[str, VerdictWord]({"crossed": "appears crossed", "strained": "appears strained", "met": "appears met"})


def verdict_word(touch: Touch) -> VerdictWord:
    """Return the verdict as it is shown. What is unclear needs no further reserve."""
    return _APPEARS.get(touch.verdict, touch.verdict) if touch.appears else touch.verdict
