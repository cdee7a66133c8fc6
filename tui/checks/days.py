"""Whether a record's days can be true: no undated text with what came later, nothing said after it was printed, nothing nobody will see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tui.checks.briefing import Briefing
from tui.checks.parts import Part
from tui.dates import MONTHS, days_on, in_words
from tui.findings import Finding
from tui.model import Date, Event, Person, Prose, Provenance, Record, Source, name_of
from tui.shapes import shapes

_DAY = re.compile(rf"((?<!\w)\w++ )?\b(?:(\d{{1,2}}) ({'|'.join(MONTHS)})[a-z]* (\d{{4}})|(\d{{4}})-(\d\d)-(\d\d))\b")
_PRINTED = 1  # day: what is said today is printed tomorrow
_DUE = frozenset({"by", "until", "before", "till"})  # what leads a day that is awaited and not one on which something came about


def later_facts(briefing: Briefing) -> Iterator[Finding]:
    """Find texts shown from a day before one that they name, where they have no day of their own and a source as late may tell of it."""
    for record, part in briefing.parts:
        last = _last(briefing, part)
        if part.since is None or last is None or isinstance(record, Source):
            continue
        for name, text in _prose(part.value):
            for found in _DAY.finditer(text):
                day = _iso(found)
                if part.since < day <= last and (found.group(1) or "").strip().casefold() not in _DUE:
                    shown, named = in_words(part.since), in_words(day)
                    told = f"this is shown from {shown}, and its text names {named}, of which a source that it cites tells"
                    fix = "move what came later into a part with a day of its own (status, movement, outcome), or set known_from"
                    yield briefing.find(record, "W608", (*part.path, name), told, fix)


def later_sources(briefing: Briefing) -> Iterator[Finding]:
    """Find what tells nowhere on which day it was said, and cites a source of days after the one from which it is shown.

    A document's words are those of its day, whoever prints them later. A record with parts of later days cites the sources of those too.
    """
    for record, part in briefing.parts:
        of = part.value
        if part.since is None or isinstance(record, Source) or part.held.mode == "document" or _told_on(of):
            continue
        day = days_on(part.since, _PRINTED)
        for index, citation in enumerate(of.sources):
            source = briefing.record("source", citation.id)
            if isinstance(source, Source) and source.date and source.date.lower > day and not _has_later_parts(briefing, record, part):
                shown, printed = in_words(part.since), in_words(source.date)
                told = f"this is shown from {shown} without a day on which it was said, and cites a source of {printed}"
                fix = "set said_on, move what the source tells of into a part with a day of its own, or leave the source out"
                yield briefing.find(record, "W608", (*part.path, "sources", index), told, fix)


def _told_on(of: Provenance) -> Date | None:
    """Return the day on which something was said; that of an event is the one on which it took place."""
    day = None if isinstance(of, Event) else getattr(of, "date", None)
    return of.said_on or day


def _has_later_parts(briefing: Briefing, record: Record, part: Part) -> bool:
    inner = (one for of, one in briefing.parts if of is record and one.path[: len(part.path)] == part.path and one is not part)
    return any(one.since is not None and part.since is not None and one.since > part.since for one in inner)


def said_after(briefing: Briefing) -> Iterator[Finding]:
    """Find words said after the last source that has them, and events after the last source that tells of them."""
    for record, part in briefing.parts:
        last, value = _last(briefing, part), part.value
        if last is None:
            continue
        if value.said_on and value.said_on.lower > last:
            text = f"this was said on {in_words(value.said_on)}, and the last of its sources is of {in_words(last)} ({name_of(record)})"
            yield briefing.find(record, "W609", (*part.path, "said_on"), text, "correct the day, or cite the source that has the words")
        if isinstance(value, Event) and not value.expected and not value.outcome and value.date.lower > last:
            held, told = in_words(value.date), in_words(last)
            text = f"this is of {held}, and the last of its sources is of {told}, so that none can tell that it took place"
            yield briefing.find(record, "W609", (*part.path, "date"), text, "add expected = true, or cite the source that saw it happen")


def seen_by_nobody(briefing: Briefing) -> Iterator[Finding]:
    """Find what becomes known after the day of the briefing and all its sources: a slip that hides a record from every reader."""
    if briefing.as_of is None:
        return
    for record, part in briefing.parts:
        last, day = _last(briefing, part), part.value.known_from
        if last is not None and day is not None and day.lower > max(last, briefing.as_of):
            after = f"after the day of the briefing and after its last source, of {in_words(last)}"
            text = f"this is known only from {in_words(day)}, {after}: nobody will see it"
            yield briefing.find(record, "W610", (*part.path, "known_from"), text, "correct the day, or take it away")


def offices(briefing: Briefing) -> Iterator[Finding]:
    """Find offices that end before they begin."""
    for person in briefing.of(Person):
        for index, office in enumerate(person.offices):
            if office.start and office.end and office.end.upper < office.start.lower:
                text = f"{person.name} is {office.title} from {in_words(office.start)} to {in_words(office.end)}, which is earlier"
                yield briefing.find(person, "W611", ("offices", index, "end"), text, "correct one of the two days")


def _last(briefing: Briefing, part: Part) -> str | None:
    """Return the last day of the latest source on which a part rests; None where one has no day, or none is there."""
    days = [briefing.published.get(citation.id) for citation in part.held.sources]
    dated = [day for day in days if day is not None]
    return max(dated) if dated and len(dated) == len(days) else None


def _prose(of: Any) -> Iterator[tuple[str, str]]:
    for name, shape in shapes(of.__class__).items():
        held = getattr(of, name) if isinstance(shape.marker, Prose) else None
        if isinstance(held, str):
            yield name, held


def _iso(found: re.Match[str]) -> str:
    _, day, month, year, *iso = found.groups()
    return f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}" if day else "-".join(iso)
