"""Who says so, how, since when, and where it stands: on every record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tui.checks.briefing import Briefing, Link
from tui.checks.parts import Target
from tui.dates import in_words
from tui.findings import Finding
from tui.model import Judgement, Manifest, Plan, Record, Source, name_of


def sources(briefing: Briefing) -> Iterator[Finding]:
    """Find records without a source. A judgement may rest on records instead; a source is one itself."""
    for record in briefing.records:
        if not record.sources and not isinstance(record, Source) and not (isinstance(record, Judgement) and record.rests_on):
            text = f"{record.kind} {record.id!r} has no source"
            yield briefing.find(record, "E601", ("sources",), text, 'add sources = ["..."], or leave the record out')


def modes(briefing: Briefing) -> Iterator[Finding]:
    """Find records that do not tell whether they are a statement, a report, a document or a judgement."""
    for record in briefing.records:
        if record.mode is None and not isinstance(record, Source):
            text = f"{record.kind} {record.id!r} has no mode"
            yield briefing.find(record, "E603", ("mode",), text, 'add mode = "...": stated, reported, document or judgement')


def speakers(briefing: Briefing) -> Iterator[Finding]:
    """Find what was stated or reported, by nobody. A part that speaks for itself needs a speaker of its own."""
    for record, part in briefing.parts:
        mode = part.held.mode
        if mode not in ("stated", "reported") or part.held.said_by is not None:
            continue
        own = "mode" if part.value.mode else "sources" if part.value.sources else None
        if own or part.value is record:
            text = f"this is {mode}, and nobody is named who said it ({name_of(record)})"
            fix = 'add said_by = "...": a person, a party, or an outlet in free words'
            yield briefing.find(record, "E602", (*part.path, own or "mode"), text, fix)


def judges(briefing: Briefing) -> Iterator[Finding]:
    """Find judgements with a speaker: what somebody else judges is a statement or a report."""
    for record, part in briefing.parts:
        if part.value.mode == "judgement" and part.value.said_by is not None:
            text = f"this is this desk's judgement, and {part.value.said_by!r} is named as the speaker ({name_of(record)})"
            fix = 'take said_by away; what somebody else judges is "stated" or "reported"'
            yield briefing.find(record, "E606", (*part.path, "said_by"), text, fix)


def reporters(briefing: Briefing) -> Iterator[Finding]:
    """Find reports by the very person or party whose words they are: those are statements. An outlet that is a party may report."""
    for record, part in briefing.parts:
        if part.value.mode == "reported" and part.value.said_by in briefing.speaking:
            text = f"{part.value.said_by!r} is named as the one who reports this ({name_of(record)})"
            fix = 'write mode = "stated" if the words are theirs, also when relayed; else name the outlet in said_by'
            yield briefing.find(record, "W607", (*part.path, "said_by"), text, fix)


# A guarantee outlives the plans that take it up, so this list grows; who reads it as at a day leaves out points not yet known.
_GROWING = "carried_by"


# A reference that either of two records may hold.
_MUTUAL = frozenset({"conflicts_with"})


def _enough(briefing: Briefing, subject: object) -> str | None:
    """Return the day from which all that a record names was known, so that one mend answers for its references and its sources.

    Sources are not waited for, but for the first one of a record none of whose sources is older.
    """
    named = [
        day
        for link in briefing.links
        if link.subject is subject and link.target and not _free(link)
        for day in [briefing.since(link.target)]
        if day
    ]
    cited = [briefing.since(Target(("source",), citation.id)) for citation in subject.sources] if isinstance(subject, Record) else []
    first = min((day or "" for day in cited), default="")
    return max([*named, first], default=None) or None


def _free(link: Link) -> bool:
    """Return whether a reference may be older or younger than what refers."""
    return link.kind == "source" or link.field == _GROWING or link.field in _MUTUAL


def later(briefing: Briefing, link: Link, target: Target) -> str | None:
    """Return the day from which this is known, where that is after what would refer to it by this link; None where the two are in time."""
    if link.kind == "source" or link.field == _GROWING or not isinstance(link.subject, Record | Manifest):
        return None
    day = briefing.since(target)
    return day if day is not None and (link.since is None or link.since < day) else None


def _leaned_on(briefing: Briefing, record: Record, day: str) -> bool:
    """Return whether something names a record, or a part of it, before that day, so that it may not become known only then."""
    return any(
        (link.since or "") < day
        for link in briefing.leading_to(record)
        if link.kind != "source" and link.field != _GROWING and isinstance(link.subject, Record | Manifest) and link.subject is not record
    )


def references_in_time(briefing: Briefing) -> Iterator[Finding]:
    """Find references to records and points that became known after what refers to them. Sources have a rule of their own.

    What has no day of its own lacks one thing, whatever it names: that is told once, at its first reference.
    """
    late = [(link, known) for link in briefing.links if link.target and (known := later(briefing, link, link.target)) is not None]
    undated = Counter(id(link.subject) for link, _ in late if link.since is None and link.field not in _MUTUAL)
    told: set[int] = set()
    for link, known in late:
        day = _enough(briefing, link.subject) or known
        if link.field in _MUTUAL:
            fix = f"take {link.text!r} out here, and name this record in `{link.field}` of that one, which is the later"
        elif not isinstance(link.subject, Record) or _leaned_on(briefing, link.subject, day):
            fix = "leave the reference out"
        elif link.since is None and id(link.subject) in told:
            continue
        elif link.since is None and undated[id(link.subject)] > 1:
            own = "made_public, or " if isinstance(link.subject, Plan) else ""
            fix = f'say from which day it was known: {own}set known_from = "{day}" if that was not before'
            told.add(id(link.subject))
        else:
            fix = f'leave the reference out, or set known_from = "{day}" if this was not known before either'
        here = f"was known from {in_words(link.since)}" if link.since else "has no day from which it was known"
        text = f"{link.text!r} is known only from {in_words(known)}, and what refers to it {here}"
        if isinstance(link.subject, Record) and link.since is None and id(link.subject) in told:
            text += f"; so it is with {undated[id(link.subject)]} references of {link.subject.kind} {link.subject.id!r}"
        yield briefing.find(link.subject, "E604", link.path, text, fix)


def sources_in_time(briefing: Briefing) -> Iterator[Finding]:
    """Find records, and parts with sources of their own, none of whose sources was there on the day they became known."""
    for record, part in briefing.parts:
        if part.since is None or not part.value.sources or isinstance(record, Source):
            continue
        days = [briefing.since(Target(("source",), citation.id)) for citation in part.value.sources]
        after = [day for day in days if day is not None and day > part.since]
        if len(after) == len(days):
            text = f"this was known from {in_words(part.since)}, and its first source is of {in_words(min(after))}"
            day = max(min(after), _enough(briefing, record) or "")
            fix = "cite a source that was there"
            if not _leaned_on(briefing, record, day):
                fix += f', or set known_from = "{day}" if this was not known before'
            yield briefing.find(record, "E605", (*part.path, "sources"), text, fix)
