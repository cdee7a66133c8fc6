"""Numbers on record: each stands in the words that it is of, and what is said to be the same has the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.address import point_named
from tui.checks.briefing import Briefing
from tui.findings import Finding
from tui.model import Number, Plan, Point

_SIZES = {
    "hundred": 100,
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "m": 10**6,
    "mln": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
_WORDS = {
    word: value
    for value, words in enumerate(
        (
            "no zero none",
            "a an one single sole once first",
            "two both twice second",
            "three third",
            "four fourth",
            "five fifth",
            "six sixth",
            "seven seventh",
            "eight eighth",
            "nine ninth",
            "ten tenth",
            "eleven eleventh",
            "twelve twelfth",
        )
    )
    for word in words.split()
}
_PARTS = {"half": (0.5, 50.0), "quarter": (0.25, 25.0)}  # as a fraction, and in percent
_SPACE = " \u00a0\u202f\u2009"
# Thousands with any sign between them; then a plain number with a decimal part; then words.
_GROUPED = re.compile(rf"\d{{1,3}}(?:[{_SPACE},.'’]\d{{3}})+(?!\d)")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_SIZED = re.compile(
    rf"((?<!\d)(?:\d{{1,3}}(?:[{_SPACE},.'’]\d{{3}}){{1,6}}|\d+(?:[.,]\d+)?)|(?<![a-z])[a-z]+)[{_SPACE}-]*((?a:{'|'.join(_SIZES)}))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_CLOSE = 1e-9


class _Counted(NamedTuple):
    """What a quantity counts: equal where two points count the same."""

    unit: str
    what: str


def numbers_in_words(briefing: Briefing) -> Iterator[Finding]:
    """Find numbers whose value their point does not have in its text, its clauses or its versions."""
    for plan in briefing.of(Plan):
        for index, point in enumerate(plan.point):
            words = " ".join(filter(None, (point.text, *(one.text for one in point.clause), *(one.text for one in point.version))))
            found = values(words) if words and point.numbers else frozenset[float]()
            for place, number in enumerate(point.numbers if words else ()):
                if not any(abs(number.value - value) <= _CLOSE * max(1.0, abs(value)) for value in found):
                    text = f"point {point.number} has the number {number.value:,} ({number.what}), and its words do not"
                    fix = "write the number as the text has it, or the text as it was printed"
                    yield briefing.find(plan, "W513", ("point", index, "numbers", place, "value"), text, fix)


def numbers_of_the_same(briefing: Briefing) -> Iterator[Finding]:
    """Find points that are said to be the same as another, and have other numbers."""
    for plan in briefing.of(Plan):
        for index, point in enumerate(plan.point):
            for ref in point.derives[:1] if point.relation == "same" else ():
                parent = _point(briefing, ref)
                told = _told_apart(point, parent) if parent else None
                if told:
                    text = f"point {point.number} is the same as {ref}, and has {told}"
                    fix = 'write relation = "changed", or correct the number'
                    yield briefing.find(plan, "W512", ("point", index, "relation"), text, fix)


def values(text: str) -> frozenset[float]:
    """Return every number that a text can be read to have: 600,000 and 600 000, 0.8 million, $15bn, twelve, and all their parts."""
    found: set[float] = set()
    for match in _GROUPED.findall(text):
        found.add(float(re.sub(r"\D", "", match)))
    for match in _PLAIN.findall(text):
        found.add(float(match.replace(",", ".")))
    for number, size in _SIZED.findall(text):
        found.update(value * _SIZES[size.lower()] for value in _read(number))
    for word in _WORD.findall(text):
        found.update(_read(word))
    return frozenset(found)


def _read(number: str) -> list[float]:
    """Read a number in digits or in a word; of one that may be thousands or a decimal, return both."""
    if number[0].isdigit():
        grouped = [float(re.sub(r"\D", "", number))] if _GROUPED.fullmatch(number) else []
        return [*grouped, *([float(number.replace(",", "."))] if _PLAIN.fullmatch(number) else [])]
    word = number.lower()
    return [float(_WORDS[word])] if word in _WORDS else list(_PARTS.get(word, ()))


def _told_apart(point: Point, parent: Point) -> str | None:
    """Return what differs in the numbers of two points that count the same: of one unit and kind, or each the only one of its unit."""
    ours, theirs = _by_name(point.numbers), _by_name(parent.numbers)
    for name, own in ours.items():
        other = theirs.get(name)
        if other is None and len(own) == 1 and sum(one.unit == name.unit for one in ours) == 1:
            alone = [held for one, held in theirs.items() if one.unit == name.unit]
            other = alone[0] if len(alone) == 1 and len(alone[0]) == 1 else None
        if other is not None and own != other:
            return f"{_amounts(own)} {name.unit} where that has {_amounts(other)}"
    return None


def _by_name(numbers: tuple[Number, ...]) -> dict[_Counted, list[float]]:
    found: dict[_Counted, list[float]] = {}
    for one in numbers:
        found.setdefault(_Counted(one.unit.casefold(), one.what.casefold()), []).append(float(one.value))
    return {name: sorted(held) for name, held in found.items()}


def _amounts(held: list[float]) -> str:
    return " and ".join(f"{value:,g}" if value != int(value) else f"{int(value):,}" for value in held)


def _point(briefing: Briefing, ref: str) -> Point | None:
    """Return the point that a reference names by its own number; a clause has no numbers of its own to compare."""
    id_, number = point_named(ref)
    plan = briefing.record("plan", id_)
    return next((one for one in plan.point if one.number == number), None) if isinstance(plan, Plan) else None
