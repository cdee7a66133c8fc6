"""EDTF text into `model.Date`, with its first and last day.

Only what two readers would order alike is taken: days, months and years of four digits, with `?`, `~` or `%` behind them, and intervals of
two such dates. The bounds are strict: doubt about a day does not widen it.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from time import struct_time

from edtf.parser.grammar import level0Expression, level1Expression
from pyparsing import ParseException

from tui.model import Date

_ONE = r"(?!0000)\d{4}(?:-[01]\d(?:-\d\d)?)?([?~%]?)"
_TAKEN = re.compile(f"{_ONE}(?:/{_ONE})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# Unknown digits, seasons, open ends, years before the first. Told by their form alone: the edtf parser fails loudly on some of them.
_OTHER = r"(?:\.\.|-?[\dX]{4}(?:-(?:[01X][\dX]|2[1-9]|3\d|4[01])(?:-[\dX]{2})?)?[?~%]?|)"
_UNORDERED = re.compile(f"(?=.){_OTHER}(?:/{_OTHER})?", re.ASCII)


class NotADate(ValueError):
    """Why a text is no date that can be taken; `edtf` where it is one by the specification, but has no first and last day."""

    def __init__(self, reason: str, *, edtf: bool = False) -> None:
        super().__init__(reason)
        self.edtf = edtf


def date_of(text: str) -> Date:
    """The date that an EDTF text says, or NotADate."""
    found = _read(text)
    if isinstance(found, NotADate):
        raise found
    return found


@lru_cache(maxsize=4096)
def _read(text: str) -> Date | NotADate:
    """The grammar is slow and the same dates come again and again, so each is read once, right or wrong."""
    shape = _TAKEN.fullmatch(text)
    if shape is None:
        if _UNORDERED.fullmatch(text):
            return NotADate("this date has no first and last day that all would agree on, so it cannot be put in order", edtf=True)
        return NotADate("this is no day, month, year or interval of EDTF")
    grammar = level1Expression if shape[1] or shape[2] else level0Expression
    try:
        for day in _DAY.findall(text):
            date.fromisoformat(day)  # the grammar lets every February have 29 days
        parsed = grammar.parse_string(text, parse_all=True)[0]
    except (ParseException, ValueError):
        return NotADate("there is no such day or month")
    lower, upper = _day(parsed.lower_strict()), _day(parsed.upper_strict())
    return Date(text, lower, upper) if lower <= upper else NotADate("this interval ends before it begins")


def _day(moment: struct_time) -> str:
    return f"{moment.tm_year:04d}-{moment.tm_mon:02d}-{moment.tm_mday:02d}"
