"""Numbers that changed from one text to another, each with what it counts: those on record first, then those in the words alone."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from functools import partial
from typing import Literal, NamedTuple

from tui.frozen import frozen
from tui.model import Number
from tui.views.compare.pieces import Pieces, paired
from tui.views.quantities import amount

_NUMBER = re.compile(r"[$€£]?\d")
_SIZES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_NUMBERED = frozenset({"article", "chapter", "paragraph", "phase", "point", "resolution", "section"})  # what bears a number as its name
_BEFORE, _AFTER = 3, 3  # words shown around a number
_SMALL = frozenset({"each", "both", "from", "into", "part", "that", "their", "this", "under", "upon", "with"})
_TELLING = 4  # letters from which a word that two descriptions share tells that they count the same


@frozen
class Fact:
    """A changed fact. `before` or `after` is None where the other text has nothing of the kind.

    Of a number they are amounts, `what` is its unit, and `of_before` and `of_after` are what each counts: as it is on record, or the
    words around it. Of a duty they are the words that lay it down, and `what` is the word of duty.
    """

    kind: Literal["number", "duty"]
    what: str
    before: str | None
    after: str | None
    of_before: str | None = None
    of_after: str | None = None


class _Written(NamedTuple):
    """A number as a text writes it, its value where it is one, the words beside it, and the words around it."""

    amount: str
    values: frozenset[float]
    previous: str
    following: str
    told: str


def recorded_facts(before: Sequence[Number], after: Sequence[Number]) -> tuple[Fact, ...]:
    """Return recorded quantities that changed, unit by unit; inside a unit what counts the same thing is set against each other."""
    facts: list[Fact] = []
    for unit in dict.fromkeys(number.unit for number in (*before, *after)):
        old = [number for number in before if number.unit == unit]
        new = [number for number in after if number.unit == unit]
        old, new, _ = paired(old, new, lambda number: (number.value, number.what))
        old, new, pairs = paired(old, new, lambda number: number.what)
        old, new, likely = _alike(old, new)
        changed = [(was, now) for was, now in (*pairs, *likely) if was.value != now.value]
        facts.extend(Fact("number", unit, amount(was.value), amount(now.value), was.what, now.what) for was, now in changed)
        facts.extend(Fact("number", unit, amount(number.value), None, number.what) for number in old)
        facts.extend(Fact("number", unit, None, amount(number.value), None, number.what) for number in new)
    return tuple(facts)


def _alike(old: list[Number], new: list[Number]) -> tuple[list[Number], list[Number], list[tuple[Number, Number]]]:
    """Pair those whose descriptions share a telling word, the same value first, and the last two left; return what is left of both too."""
    pairs: list[tuple[Number, Number]] = []
    for number in list(old):
        match = max(new, key=partial(_likeness, number), default=None)
        if match and not _likeness(number, match)[0]:
            match = None
        if match is None and len(old) == len(new) == 1:
            match = new[0]
        if match:
            old.remove(number)
            new.remove(match)
            pairs.append((number, match))
    return old, new, pairs


def _likeness(one: Number, other: Number) -> tuple[bool, bool, int]:
    """Return how likely two quantities of a unit count the same: whether telling words are shared, whether the value is, how many words."""
    shared = len(_telling(one.what) & _telling(other.what))
    return shared > 0, one.value == other.value, shared


def _telling(what: str) -> set[str]:
    return {one for one in re.findall(r"\w+", what.casefold()) if len(one) >= _TELLING} - _SMALL


def number_facts(first: Pieces, second: Pieces, told_first: Sequence[Number], told_second: Sequence[Number]) -> list[Fact]:
    """Return the numbers in the words that came or went and are not on record."""
    old, new = _written(first, told_first), _written(second, told_second)
    old, new, _ = paired(old, new, lambda one: one.amount)
    facts: list[Fact] = []
    for beside in (_following, _previous):
        old, new, pairs = paired(old, new, beside)
        facts.extend(Fact("number", _unit(was, now), was.amount, now.amount, was.told, now.told) for was, now in pairs)
    facts.extend(Fact("number", "", one.amount, None, one.told) for one in old)
    facts.extend(Fact("number", "", None, one.amount, None, one.told) for one in new)
    return facts


def _following(one: _Written) -> Hashable:
    return one.following or one


def _previous(one: _Written) -> Hashable:
    return one.previous or one


def _unit(was: _Written, now: _Written) -> str:
    return was.following if was.following == now.following else ""


def _written(of: Pieces, on_record: Sequence[Number]) -> list[_Written]:
    """Return the numbers of a text that are not on record."""
    words = of.words
    known = {float(number.value) for number in on_record}
    out: list[_Written] = []
    for index in of.those(_NUMBER.match):
        size = _SIZES.get(words[index + 1].casefold()) if index + 1 < len(words) else None
        last = index + 1 if size else index
        values = _values(words[index], size or 1)
        if values and values <= known:
            continue
        following = words[last + 1].casefold() if last + 1 < len(words) and words[last + 1].isalpha() else ""
        previous = words[index - 1].casefold() if index and words[index - 1].isalpha() else ""
        first = index - 1 if previous in _NUMBERED else index
        told = of.around(index, last, _BEFORE, _AFTER)
        out.append(_Written(" ".join(words[first : last + 1]), values, previous, following, told))
    return out


def _values(text: str, size: int) -> frozenset[float]:
    """Return what a number is worth; of a ratio both its parts; nothing of what is no number after all, such as `1.2.3`."""
    try:
        return frozenset(float(part.replace(",", "")) * size for part in text.strip("$€£%").split(":"))
    except ValueError:
        return frozenset()
