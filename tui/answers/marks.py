"""The words and signs that stand in a column where a plan speaks, changes, opposes, or says nothing: one list for every medium.

A sign is one ASCII character, so that it survives any terminal and any colour setting; the word goes with it wherever there is room.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Literal

from tui.frozen import frozen
from tui.model import Plan, Point, Relation, Verdict

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
]


@frozen
class Mark:
    """How a column stands to the first one on a row: a word, and its sign."""

    word: Word
    sign: str


@frozen
class Meaning:
    """A word of a legend: its sign, and what it means in one line."""

    sign: str
    word: str
    means: str


MARKS: tuple[Meaning, ...] = (
    Meaning("*", "base", "the text that the others on this row are compared with"),
    Meaning("=", "same", "says the same in substance; the words may differ"),
    Meaning("~", "changed", "says it otherwise"),
    Meaning("+", "new", "stands here and not in the first plan"),
    Meaning("-", "dropped", "struck out here"),
    Meaning("!", "opposed", "says the opposite"),
    Meaning("m", "moved", "dealt with under another row"),
    Meaning("<", "split", "one point there, several here"),
    Meaning(">", "join", "several points there, one here"),
    Meaning("o", "own", "its own point on this issue, derived from none of the others"),
    Meaning("/", "apart", "speaks on this issue in points of its own, on rows of their own"),
    Meaning(".", "silent", "the whole text is public and says nothing"),
    Meaning("?", "not public", "no text was released"),
    Meaning("n", "not recorded", "it is public, but this briefing does not have it"),
    Meaning(":", "stated", "a party states a position or a red line"),
)
_SIGN = MappingProxyType({meaning.word: meaning.sign for meaning in MARKS})

# Marks that say for certain that a column differs from the base; what is not public or not recorded may or may not differ.
DIFFERS: frozenset[Word] = frozenset({"changed", "new", "dropped", "opposed", "moved", "split", "join", "own", "apart", "silent"})
# Absences that say for certain that the column has no such point.
ABSENT_FOR_CERTAIN: frozenset[Word] = frozenset({"dropped", "silent"})

VERDICTS: tuple[Meaning, ...] = (
    Meaning("X", "crossed", "a point goes against the line"),
    Meaning("s", "strained", "a point goes some way against the line"),
    Meaning("?", "unclear", "a point touches the line, and how is not clear"),
    Meaning("=", "met", "a point does what the line asks"),
    Meaning("-", "not judged", "the plan has points on this issue, and nobody has set them against the line"),
    Meaning(".", "silent", "the whole text is public and says nothing on this issue"),
    Meaning("n", "not public", "no text was released"),
    Meaning("r", "not recorded", "it is public, but this briefing does not have it"),
)
VERDICT_SIGN = MappingProxyType({meaning.word: meaning.sign for meaning in VERDICTS})
# Worst first: in a cell with several touches the worst one shows.
WORST: tuple[Verdict, ...] = ("crossed", "strained", "unclear", "met")


def mark(word: Word) -> Mark:
    """The mark for a word."""
    return Mark(word, _SIGN[word])


def absence(plan: Plan) -> Word:
    """What to say where `plan` has no point on a matter: silent, not public or not recorded. Never guessed, only read off the plan."""
    if plan.text == "full":
        return "silent"
    return "not recorded" if plan.text == "partial" else "not public"


def has_words(point: Point) -> bool:
    """Whether a point says anything: words of its own, lettered clauses, or versions that are not agreed."""
    return bool(point.text or point.clause or point.version)


def absence_of_point(point: Point) -> Word:
    """What to say of a numbered point that has no words here."""
    if point.relation == "dropped":
        return "dropped"
    return point.absent or "not recorded"


def composed(first: Relation, second: Relation) -> Relation:
    """The relation across two steps: the same as the same is the same; the opposite of an opposite is merely something else."""
    if first == "same":
        return second
    if second == "same":
        return first
    if (first == "opposed") != (second == "opposed"):
        return "opposed"
    return "moved" if first == second == "moved" else "changed"


def farthest(relations: Iterable[Relation]) -> Relation:
    """The one relation to show for several: the opposite if any is, the same only if all are, else changed where they do not agree."""
    found = set(relations)
    if "opposed" in found:
        return "opposed"
    return found.pop() if len(found) == 1 else "changed"


def inverse(relation: Relation) -> Relation:
    """The same relation seen from the other text."""
    if relation == "split":
        return "join"
    return "split" if relation == "join" else relation
