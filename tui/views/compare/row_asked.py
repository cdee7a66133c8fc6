"""The row of a comparison that somebody names, and what to say where there is none of that name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import inf

from tui.errors import NoSuchRecord
from tui.views.compare.rows import Comparison, ComparisonRow

_MOST = 30  # numbers and runs of numbers that a sentence can hold


def row_asked(found: Comparison, wanted: str) -> ComparisonRow:
    """The row that `wanted` names: a number, a point or an issue. NoSuchRecord tells the rows in the order of their numbers."""
    row = found.row(wanted)
    if row is None:
        rows = in_runs(number for row in found.rows for number in found.label(row).split(", ")) or "none"
        point = next((point for row in found.rows for point in found.points(row)), f"{found.columns[0].record}/1")
        raise NoSuchRecord(f"no row {wanted!r}; rows: {rows}; a point such as {point} or the id of an issue will do, too")
    return row


def in_runs(numbers: Iterable[str]) -> str:
    """`1-28, 30, +9`: the numbers in order, with runs of them in short; those that another plan adds (`+9`) come last."""
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
