"""As at any day, nothing may rest on what was known only later."""

from __future__ import annotations

from collections.abc import Iterator

from tui.checks.briefing import Briefing
from tui.checks.links import Malformed, Target, target_of
from tui.checks.parts import parts
from tui.findings import Finding
from tui.model import Manifest, Record, Source, known_from


def references_in_time(briefing: Briefing) -> Iterator[Finding]:
    """References to records and points that became known after what refers to them. Sources have a rule of their own."""
    for subject, reference in briefing.references:
        if reference.kind == "source" or not isinstance(subject, Record | Manifest):
            continue
        try:
            target = target_of(reference)
        except Malformed:
            continue
        day = _known(briefing, target) if target else None
        if day and (reference.since is None or reference.since < day):
            since = f"was known from {reference.since}" if reference.since else "has no day from which it was known"
            text = f"{reference.text!r} is known only from {day}, and what refers to it here {since}"
            yield briefing.find(subject, "E604", reference.path, text, f'set known_from = "{day}" here, or leave the reference out')


def sources_in_time(briefing: Briefing) -> Iterator[Finding]:
    """Records, and parts with sources of their own, none of whose sources was there on the day they became known."""
    for record in briefing.records:
        if isinstance(record, Source):
            continue
        for part in parts(record):
            days = [_known(briefing, Target(("source",), citation.id)) for citation in part.value.sources]
            if part.since and days and all(day is not None and day > part.since for day in days):
                first = min(day for day in days if day)
                text = f"this was known from {part.since}, and its first source is of {first}"
                fix = f'set known_from = "{first}", or cite a source that was there'
                yield briefing.find(record, "E605", (*part.path, "sources"), text, fix)


def _known(briefing: Briefing, target: Target) -> str | None:
    """The first day on which the target of a reference was known; a point inherits its plan's."""
    for kind in target.kinds:
        record = briefing.get(kind, target.id)
        if record is not None:
            point = briefing.point(target.id, target.number) if target.number else None
            return (known_from(point) if point else None) or known_from(record)
    return None
