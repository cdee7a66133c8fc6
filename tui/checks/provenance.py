"""Who says so, how, and where it stands: on every record."""

from __future__ import annotations

from collections.abc import Iterator

from tui.checks.briefing import Briefing
from tui.checks.parts import parts
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
    """What was stated or reported, by nobody; a part of a record inherits its speaker."""
    for record in briefing.records:
        for part in parts(record):
            if part.value.mode in ("stated", "reported") and part.said_by is None:
                text = f"this is {part.value.mode}, and nobody is named who said it ({name_of(record)})"
                fix = 'add said_by = "...": a person, a party, or an outlet in free words'
                yield briefing.find(record, "E602", (*part.path, "mode"), text, fix)
