"""What to call a row, so that its name is true for every cell, and which row a reader means by a name.

A row is never called by a number or by words that only one of its plans has.

Plans that name their points otherwise are named side by side, `No NATO membership / NATO by consensus`; what differs in its number alone
goes without it, `Forces` for `Forces of 600,000` and `Forces of 800,000`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import inf

from tui.errors import NoSuchRecord
from tui.model import Point
from tui.views.compare.rows import Comparison, ComparisonRow
from tui.views.marks import has_words

FEW_WORDS = 7  # of a point without a short name, to tell its row by
_FEW_NAMES = 4
_MOST = 30  # numbers and runs of numbers that a sentence can hold
_NUMBER = re.compile(r"[$€£]?\d[\d.,:]*%?(?:\s+(?:thousand|million|billion|trillion|percent)\b)?")
_SEAM = re.compile(r"([\s,;:-]+)")
_SMALL = "of by at to in for with from until up about over under the a an"
_HANGING = frozenset(("", *_SMALL.split()))  # what no name ends in


def row_name(members: Sequence[tuple[str, Sequence[Point]]]) -> str:
    """Return the name of a row, empty where no point tells one; `members` are its columns' short names with the points each has here."""
    speaking = [(head, point) for head, points in members for point in points if has_words(point)]
    told = speaking or [(head, point) for head, points in members for point in points]
    names = list(dict.fromkeys(point.short for _, point in told if point.short))
    if names:
        everywhere = len(names) == 1 and all(point.short for _, point in told)
        return _joined(names if everywhere else _without_numbers(names))
    texts = list(dict.fromkeys(point.text for _, point in told if point.text))
    if not texts:
        return ""
    whose = next(head for head, point in told if point.text)
    return _opening(texts[0]) + (f" ({whose})" if len({head for head, _ in told}) > 1 and len(texts) > 1 else "")


def _without_numbers(names: Sequence[str]) -> list[str]:
    """Join names that differ in a number alone; a name that not every plan has goes without its number, too."""
    alike: dict[str, list[str]] = {}
    for name in names:
        alike.setdefault(_bare(name), []).append(name)
    return [bare if len(full) > 1 or len(names) == 1 else full[0] for bare, full in alike.items()]


def _bare(name: str) -> str:
    *parts, last = _SEAM.split(_NUMBER.sub("", name))  # words, with the seams between them
    while parts and last.lower() in _HANGING:
        *parts, last, _ = parts
    return "".join((*parts, last)).strip() or name


def _joined(names: Sequence[str]) -> str:
    more = len(names) - _FEW_NAMES
    return " / ".join(names[:_FEW_NAMES]) + (f" / {more} more" if more > 0 else "")


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:FEW_WORDS]) + (" ..." if len(words) > FEW_WORDS else "")


def row_asked(found: Comparison, wanted: str) -> ComparisonRow:
    """Return the row that `wanted` names: a number, a point or an issue. Raise NoSuchRecord, with the rows in order, for any other."""
    row = found.row(wanted)
    if row is None:
        rows = in_runs(number for row in found.rows for number in found.label(row).split(", ")) or "none"
        point = next((point for row in found.rows for point in found.points(row)), f"{found.columns[0].record}/1")
        raise NoSuchRecord(f"no row {wanted!r}; rows: {rows}; a point such as {point} or the id of an issue will do, too")
    return row


def in_runs(numbers: Iterable[str]) -> str:
    """Return the numbers in order, runs of them in short: `1-28, 30, +9`; those that another plan adds (`+9`) come last."""
    ordered = sorted(set(numbers), key=_order)
    runs: list[list[str]] = []
    for number in ordered:
        if runs and runs[-1][-1].isdecimal() and number.isdecimal() and int(number) == int(runs[-1][-1]) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [run[0] if len(run) == 1 else f"{run[0]}{'-' if len(run) > 2 else ', '}{run[-1]}" for run in runs]
    return ", ".join(told[:_MOST]) + (f" and {len(told) - _MOST} more" if len(told) > _MOST else "")


def _order(number: str) -> tuple[bool, list[tuple[float, str]]]:
    parts = re.findall(r"\d+|\D+", number.removeprefix("+"))
    return number.startswith("+"), [(int(part), "") if part.isdecimal() else (inf, part) for part in parts]
