"""Who says so, how, and where it stands: on every record."""

from __future__ import annotations

from collections.abc import Iterator

from tui.checks.briefing import Briefing
from tui.findings import Finding
from tui.model import Judgement, Source, name_of


def sources(briefing: Briefing) -> Iterator[Finding]:
    """Records without a source. A judgement may rest on records instead; a source is one itself."""
    for record in briefing.records:
        if not record.sources and not isinstance(record, Source) and not (isinstance(record, Judgement) and record.rests_on):
            text = f"{record.kind} {record.id!r} has no source"
            yield briefing.find(record, "E601", ("sources",), text, 'add sources = ["..."], or leave the record out')


def modes(briefing: Briefing) -> Iterator[Finding]:
    """Records that do not tell whether they are a statement, a report, a document or a judgement."""
    for record in briefing.records:
        if record.mode is None and not isinstance(record, Source):
            text = f"{record.kind} {record.id!r} has no mode"
            yield briefing.find(record, "E603", ("mode",), text, 'add mode = "stated", "reported", "document" or "judgement"')


def speakers(briefing: Briefing) -> Iterator[Finding]:
    """What was stated or reported, by nobody. A part that speaks for itself needs a speaker of its own."""
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
    """Judgements with a speaker: what somebody else judges is a statement or a report."""
    for record, part in briefing.parts:
        if part.value.mode == "judgement" and part.value.said_by is not None:
            text = f"this is this desk's judgement, and {part.value.said_by!r} is named as the speaker ({name_of(record)})"
            fix = 'take said_by away; what somebody else judges is "stated" or "reported"'
            yield briefing.find(record, "E606", (*part.path, "said_by"), text, fix)


def reporters(briefing: Briefing) -> Iterator[Finding]:
    """Reports by the very person or party whose words they are: those are statements. An outlet that is a party may report."""
    for record, part in briefing.parts:
        if part.value.mode == "reported" and part.value.said_by in briefing.speaking:
            text = f"{part.value.said_by!r} is named as the one who reports this ({name_of(record)})"
            fix = 'write mode = "stated" if the words are theirs, also when relayed; else name the outlet in said_by'
            yield briefing.find(record, "W607", (*part.path, "said_by"), text, fix)
