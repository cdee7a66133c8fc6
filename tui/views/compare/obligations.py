"""What a text allows, forbids or makes due: each `must`, `may not`, `cannot` or `without`, with the words that it holds for."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.views.compare.facts import Fact
from tui.views.compare.pieces import Pieces, paired

MODALS = frozenset({"must", "may", "shall", "will", "should", "can", "cannot"})
NEGATIONS = frozenset({"not", "no", "never", "without", "neither", "nor", "none"})
LIMITS = frozenset({"only", "unless", "except"})
DUTY_WORD = re.compile(rf"\b(?:{'|'.join(sorted(MODALS | NEGATIONS | LIMITS))}|\w+n['’]t)\b", re.IGNORECASE)

# Words that say nothing of what is allowed or forbidden.
_SMALL = frozenset(
    {
        "a",
        "an",
        "and",
        "any",
        "as",
        "at",
        "be",
        "been",
        "by",
        "for",
        "from",
        "have",
        "has",
        "in",
        "into",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "that",
        "the",
        "their",
        "this",
        "to",
        "under",
        "with",
    }
)
# After these a bare `may` tells what could be, and permits nothing: any terror that may return, as may be needed.
_OF_WHAT_COULD_BE = frozenset(["that", "which", "who", "whoever", "whatever", "as", "if", "where", "wherever", "when", "whenever"])
_BEFORE, _AFTER = 4, 7  # words shown around a word of duty
_REACH = 4  # `No foreign troops may enter`: so many words may lie between


class Duty(NamedTuple):
    """One word of duty, with its negation: `may not`; what it holds for, in a word; and the part of the sentence it stands in."""

    operator: str
    of: str
    told: str


def duty_facts(first: Pieces, second: Pieces) -> list[Fact]:
    """Return what one text allows, forbids or makes due and the other does not, or does otherwise."""
    old, new = duties(first), duties(second)
    old, new, _ = paired(old, new, lambda duty: (duty.operator, duty.told.casefold()))
    old, new, _ = paired(old, new, lambda duty: (duty.operator, duty.of))
    old, new, turned = paired(old, new, lambda duty: duty.of or duty)
    return [
        *(Fact("duty", " / ".join(sorted((was.operator, now.operator))), was.told, now.told) for was, now in turned),
        *(Fact("duty", duty.operator, duty.told, None) for duty in old),
        *(Fact("duty", duty.operator, None, duty.told) for duty in new),
    ]


def duties(of: Pieces) -> list[Duty]:
    """Return the words of duty of a text, in its order. `No boats may leave` is one: nothing is allowed there."""
    found: list[Duty] = []
    done = -1
    for index in of.those(_is_of_duty):
        last = _end(of, index) if index > done else None
        if last is None:
            continue
        words = of.folded
        operator = " ".join(words[index : last + 1] if last - index < 2 else (words[index], "...", words[last]))
        held = next((one for one in words[last + 1 : last + 1 + _AFTER] if one.isalnum() and one not in _SMALL), "")
        found.append(Duty(operator, held, of.around(index, last, _BEFORE, _AFTER)))
        done = last
    return found


def _is_of_duty(folded: str) -> bool:
    return folded in MODALS or folded in NEGATIONS or folded in LIMITS or folded.endswith("n't")


def _end(of: Pieces, index: int) -> int | None:
    """Return the last piece of the word of duty that begins here: of its negation, or of the verb that its negation goes with."""
    words = of.folded
    here = words[index]
    after = words[index + 1] if index + 1 < len(words) else ""
    if here in MODALS and not _is_month(of, index) and not of.pieces[index].startswith("Should"):  # `Should it rain` is a condition
        if after in ("not", "never", "only"):
            return index + 1
        return None if here == "may" and index and words[index - 1] in _OF_WHAT_COULD_BE else index
    if here == "neither" and "nor" in (rest := words[index + 1 : index + 2 + 2 * _REACH]):
        return index + 1 + rest.index("nor")
    if here in ("no", "neither", "nor", "none"):
        for place in range(index + 1, min(index + 2 + _REACH, len(words))):
            if words[place] in MODALS:
                return place
            if not words[place][:1].isalnum():
                break
        return index
    return None if here in MODALS else index


def _is_month(of: Pieces, index: int) -> bool:
    """Return whether `May` is a month here: beside a number, or written large after `in`, `of`, `by` or `since`."""
    words = of.folded
    if words[index] != "may" or not of.pieces[index].startswith("M"):
        return False
    beside = words[index + 1 : index + 2] + words[max(0, index - 1) : index]
    return any(one[:1].isdigit() for one in beside) or words[max(0, index - 1)] in ("in", "of", "by", "since", "until", "till")
