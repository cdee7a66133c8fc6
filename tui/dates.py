"""EDTF dates as people write them: `2025-12-09~` is `about 9 Dec 2025`.

The loader has already refused what is no EDTF of level 0-1, so this module only reads the forms that pass it. See the Extended Date/Time
Format specification of the Library of Congress, levels 0 and 1.
"""

from __future__ import annotations

import re

from tui.model import Date

EVER = "9999-12-31"  # the day by which everything is known
NEVER = "~"  # sorts after every day, that one too
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DOUBT = {"?": ("", ", uncertain"), "~": ("about ", ""), "%": ("about ", ", uncertain")}


def in_words(date: Date | str | None) -> str:
    """Return a date in words, `no date` for None; text that is no date comes back as it is."""
    if date is None:
        return "no date"
    text = str(date)
    if "/" in text:
        start, _, end = text.partition("/")
        return _interval(start, end)
    return _single(text)


def last_day(text: str) -> str | None:
    """Return the last day of a date that somebody typed, as an ISO day: `2025-12` is the end of December; None for what is no date."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year or (month is not None and not 1 <= month <= 12):
        return None
    from calendar import monthrange  # only who asks for a day pays for it

    last = monthrange(year, month or 12)[1]
    if day is not None and not 1 <= day <= last:
        return None
    return f"{year:04}-{month or 12:02}-{day or last:02}"


def _single(text: str) -> str:
    before, after = _DOUBT.get(text[-1:], ("", ""))
    return f"{before}{_plain(text.rstrip('?~%'))}{after}"


def _plain(text: str) -> str:
    parts = text.split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 3:
            return f"{numbers[2]} {MONTHS[numbers[1] - 1]} {parts[0]}"
        if len(numbers) == 2:
            return f"{MONTHS[numbers[1] - 1]} {parts[0]}"
    except (ValueError, IndexError):
        return text
    return text


def _interval(start: str, end: str) -> str:
    """Return two ends joined, the shared year or month said once: `8-9 Dec 2025`."""
    first, last = start.split("-"), end.split("-")
    if len(first) == len(last) == 3 and start.isascii() and start[-1].isdigit() and end[-1].isdigit():
        if first[:2] == last[:2]:
            return f"{int(first[2])}-{_plain(end)}"
        if first[0] == last[0]:
            return f"{_plain(start).rsplit(' ', 1)[0]} - {_plain(end)}"
    return f"{_single(start)} - {_single(end)}"
