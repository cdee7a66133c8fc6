"""EDTF dates as people write them: `2025-12-09~` is `about 9 Dec 2025`.

The loader has already refused what is no EDTF of level 0-1, so this module only reads the forms that pass it. See the Extended Date/Time
Format specification of the Library of Congress, levels 0 and 1.
"""

from __future__ import annotations

from tui.expression import Expression
from tui.model import Date

EVER = "9999-12-31"  # the day by which everything is known
NEVER = "~"  # sorts after every day, that one too
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_DOUBT = {"?": ("", ", uncertain"), "~": ("about ", ""), "%": ("about ", ", uncertain")}


def in_words(date: Date | str | None) -> str:
    """Return a date in words, `no date` for None; text that is no date comes back as it is."""
    if date is None:
        return "no date"
    text = str(date)
    ends = _ends(text)
    return _interval(*ends) if ends else _single(text)


def last_day(text: str, own: str = EVER) -> str | None:
    """Return the last day of a date that somebody typed, as an ISO day: `2025-12` is the end of December; None for what is no date.

    It may be written as EDTF, as this program writes dates, or as people do: `9 Dec 2025`, `Dec 9`, `24.12.2025`, `24.12.`. Where the year
    is left out, it is the latest one in which the day is not after the `own` day of the briefing.
    """
    typed = _as_typed(text)
    if ends := _ends(typed):
        first, last = _typed(ends[0], own), last_day(ends[1], own) if not _ends(ends[1]) else None
        return last if first and last and first[1] <= last else None
    typed = typed.rpartition(" - ")[2]
    if match := _DAYS.compiled.fullmatch(typed):
        typed = match[2] + match[3]
    found = _typed(typed, own)
    return found[1] if found else None


def first_day(text: str, own: str = EVER) -> str | None:
    """Return the first day of the same: `2025-12` begins with 1 December; None for what is no date."""
    last = last_day(text, own)
    if last is None:
        return None
    typed = _as_typed(text)
    if ends := _ends(typed):
        typed = ends[0]
    begin, dash, _ = typed.partition(" - ")
    if match := _DAYS.compiled.fullmatch(begin):
        begin = match[1] + match[3]
    found = _typed(begin, last if dash else own)  # `20 Nov - 24 Dec 2025` says the year once
    return found[0] if found else last


def _as_typed(text: str) -> str:
    from tui.fold import as_typed  # 3 ms: only where somebody types a day

    return " ".join(as_typed(text).replace(",", " ").split()).casefold().removeprefix("about ").removesuffix(" uncertain")


def days_on(iso: str, by: int) -> str:
    """Return the day so many days after an ISO day, or before it; the same day where the calendar ends before that."""
    from datetime import date, timedelta  # only who counts days pays for it

    try:
        return (date.fromisoformat(iso) + timedelta(days=by)).isoformat()
    except OverflowError:
        return iso


_DAYS = Expression(r"(\d{1,2})-(\d{1,2})( [a-z]+(?: \d{4})?)")  # 8-9 Dec 2025
_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<month>[a-z]{3,9})\.?", r"(?P<year>\d{4})"
_FORMS = tuple(
    Expression(form)
    for form in (
        rf"{_YEAR}(?:-(?P<month>\d{{2}})(?:-(?P<day>\d{{2}}))?)?[?~%]?",
        rf"{_DAY} {_MONTH}(?: {_YEAR})?",
        rf"{_MONTH} {_DAY}(?: {_YEAR})?",
        rf"{_MONTH} {_YEAR}",
        rf"(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})\.(?: ?{_YEAR})?",
    )
)


def _typed(typed: str, own: str) -> tuple[str, str] | None:
    """Return the first and the last day of one date."""
    match = next((found for form in _FORMS if (found := form.compiled.fullmatch(typed))), None)
    if match is None:
        return None
    parts = match.groupdict()
    month = _month(parts.get("month"))
    if parts["year"] is None and own != EVER:
        this_year = _span(int(own[:4]), month, parts["day"])
        return this_year if this_year and this_year[1] <= own else _span(int(own[:4]) - 1, month, parts["day"])
    return _span(int(parts["year"] or 0), month, parts.get("day"))


def _month(text: str | None) -> int | None:
    """Return the number of a month, 0 for what is none; None where none is named."""
    if text is None or text.isdigit():
        return int(text) if text else None
    names = [name for name in _LONG if name.startswith(text) or (text == "sept" and name == "september")]
    return _LONG.index(names[0]) + 1 if len(names) == 1 else 0


def _span(year: int, month: int | None, day: str | None) -> tuple[str, str] | None:
    if not year or (month is not None and not 1 <= month <= 12):
        return None
    from calendar import monthrange  # only who asks for a day pays for it

    last = monthrange(year, month or 12)[1]
    if day is not None and not 1 <= int(day) <= last:
        return None
    first = f"{year:04}-{month or 1:02}-{int(day or 1):02}"
    return first, first if day else f"{year:04}-{month or 12:02}-{last:02}"


def _ends(text: str) -> tuple[str, str] | None:
    """Return both ends of an interval; None for a single date."""
    start, slash, end = text.partition("/")
    return (start, end) if slash else None


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
