"""What of a record or a point the search index holds, beside its texts: its names, and the words by which it is found though it says none.

These are its id, whose it is and what it is about by their ids, who says so, its amount, and its days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from tui.fold import indexed, split
from tui.model import Date, Plan, Point, Provenance, Record, names_of

# The fields of a record that name what it belongs to, and who says so.
_OF = ("party", "person", "parties", "people", "authors", "issue", "issues", "plan", "plans", "guarantee", "point", "said_by", "publisher")
_DAYS = ("date", "said_on", "made_public")
_MOST_DAYS = 10  # of a range that are found one by one
DAY, MONTH = "ß", "ßß"  # before the digits of a day or a month; no folded word has this letter


def in_index(title: str, names: str, body: str, also: str) -> tuple[str, str, str]:
    """Return the columns of the index for the texts of a passage."""
    return indexed(f"{title} \n {names}" if names else title), indexed(body), also


def beside_record(record: Record) -> tuple[str, str]:
    """Return the other names of a record, a line each, and the words by which it is found as well."""
    others = names_of(record)[1:]
    words = [record.kind.replace("_", " "), record.id]
    words += _belongings(record)
    if (value := getattr(record, "value", None)) is not None:
        words.append(f"{value:f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value))
        words.append(str(getattr(record, "unit", "")))
    return "\n".join(map(_line, others)), _words(words, _days(record))


def beside_point(plan: Plan, point: Point) -> tuple[str, str]:
    """Return the same of a point: its name, its number as people write it, and the plan that it stands in."""
    names = names_of(point)  # type: ignore[arg-type]
    return "\n".join(map(_line, names)), _words(["point", plan.id, point.number, *_belongings(point)], ())


def day_word(day: str) -> str:
    """Return the word of the index for an ISO day or month."""
    return (DAY if day.count("-") > 1 else MONTH) + day.replace("-", "")


def _belongings(record: Provenance) -> Iterator[str]:
    for name in _OF:
        value = getattr(record, name, None)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, str))


def _days(record: Record) -> Iterator[str]:
    for name in _DAYS:
        value = getattr(record, name, None)
        if isinstance(value, Date) and len(value.lower) == len(value.upper) == len("2031-01-01"):
            first, last = date.fromisoformat(value.lower), date.fromisoformat(value.upper)
            if (last - first).days < _MOST_DAYS:
                for step in range((last - first).days + 1):
                    yield day_word((first + timedelta(step)).isoformat())
            yield day_word(value.lower[:7])


def _words(texts: Iterable[str], days: Iterable[str]) -> str:
    return " ".join([*(" ".join(split(text)) for text in dict.fromkeys(texts)), *dict.fromkeys(days)])


def _line(text: str) -> str:
    return " ".join(text.split())
