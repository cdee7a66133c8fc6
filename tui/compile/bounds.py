"""EDTF text into `model.Date`, with its first and last day.

Only what two readers would order alike is taken: days, months and years of four digits, with `?`, `~` or `%` behind them, and intervals of
two such dates. The bounds are strict: doubt about a day does not widen it. See the Extended Date/Time Format specification of the Library
of Congress, levels 0 and 1; the results are those of the `edtf` package, which `tests/compile/dates.tsv` keeps.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from tui.model import Date

_ONE = r"(?!0000)(\d{4})(?:-([01]\d)(?:-(\d\d))?)?[?~%]?"
_TAKEN = re.compile(f"{_ONE}(?:/{_ONE})?", re.ASCII)
# Unknown digits, seasons, open ends, years before the first.
_OTHER = r"(?:\.\.|-?[\dX]{4}(?:-(?:[01X][\dX]|2[1-9]|3\d|4[01])(?:-[\dX]{2})?)?[?~%]?|)"
_UNORDERED = re.compile(f"(?=.){_OTHER}(?:/{_OTHER})?", re.ASCII)


class NotADate(ValueError):
    """Why a text is no date that can be taken; `edtf` where it is one by the specification, but has no first and last day."""

    def __init__(self, reason: str, *, edtf: bool = False) -> None:
        super().__init__(reason)
        self.edtf = edtf


def date_of(text: str) -> Date:
    """Return the date that an EDTF text says; raise NotADate."""
    found = _read(text)
    if isinstance(found, NotADate):
        raise found
    return found


@lru_cache(maxsize=4096)
def _read(text: str) -> Date | NotADate:
    """Return the date or why there is none: the same dates come again and again, so each is read once, right or wrong."""
    match = _TAKEN.fullmatch(text)
    if match is None:
        if _UNORDERED.fullmatch(text):
            return NotADate("this date has no first and last day that all would agree on, so it cannot be put in order", edtf=True)
        return NotADate("this is no day, month, year or interval of EDTF")
    year, month, day, last_year, last_month, last_day = match.groups()
    try:
        lower, upper = _bounds(year, month, day)
        if last_year:
            _, upper = _bounds(last_year, last_month, last_day)
    except ValueError:
        return NotADate("there is no such day or month")
    return Date(text, lower, upper) if lower <= upper else NotADate("this interval ends before it begins")


def _bounds(year: str, month: str | None, day: str | None) -> tuple[str, str]:
    """Return the first and last day of a day, a month or a year; raise ValueError where the calendar has none."""
    first = date(int(year), int(month or 1), int(day or 1))
    if day is None:
        number = int(month or 12)
        return first.isoformat(), first.replace(month=number, day=monthrange(first.year, number)[1]).isoformat()
    return first.isoformat(), first.isoformat()
