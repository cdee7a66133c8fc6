"""As at any day, nothing may rest on what was known only later."""

from __future__ import annotations

from collections.abc import Iterator

from tui.checks.briefing import Briefing
from tui.checks.targets import Target
from tui.findings import Finding
from tui.model import Manifest, Record, Source

# A guarantee outlives the plans that take it up, so this list grows; who reads it as at a day leaves out points not yet known.
_GROWING = "carried_by"


def references_in_time(briefing: Briefing) -> Iterator[Finding]:
    """References to records and points that became known after what refers to them. Sources have a rule of their own."""
    for link in briefing.links:
        if link.kind == "source" or link.field == _GROWING or link.target is None or not isinstance(link.subject, Record | Manifest):
            continue
        day = briefing.since(link.target)
        if day is not None and (link.since is None or link.since < day):
            here = f"was known from {link.since}" if link.since else "has no day from which it was known"
            text = f"{link.text!r} is known only from {day}, and what refers to it {here}"
            yield briefing.find(link.subject, "E604", link.path, text, f'set known_from = "{day}" here, or leave the reference out')


def sources_in_time(briefing: Briefing) -> Iterator[Finding]:
    """Records, and parts with sources of their own, none of whose sources was there on the day they became known."""
    for record, part in briefing.parts:
        if part.since is None or not part.value.sources or isinstance(record, Source):
            continue
        days = [briefing.since(Target(("source",), citation.id)) for citation in part.value.sources]
        later = [day for day in days if day is not None and day > part.since]
        if len(later) == len(days):
            text = f"this was known from {part.since}, and its first source is of {min(later)}"
            fix = f'set known_from = "{min(later)}", or cite a source that was there'
            yield briefing.find(record, "E605", (*part.path, "sources"), text, fix)
