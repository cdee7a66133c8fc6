"""What an edit broke, as a page."""

from __future__ import annotations

from collections.abc import Sequence

from tui.findings import Finding
from tui.views.blocks import BlankLine, Block, Field, Heading, Page, Para, Span, line


def in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings, the most important first: errors, and of them those of a file that could not be read at all."""
    return tuple(sorted(findings, key=lambda one: (one.severity != "error", not one.code.startswith("E1"))))


def page(findings: Sequence[Finding]) -> Page:
    """Draw every finding with its place and how to mend it, errors first."""
    errors = sum(1 for finding in findings if finding.severity == "error")
    blocks: list[Block] = [
        Heading(line("The sources are at fault now"), 1),
        Para(line(f"{errors} error{'s' * (errors != 1)}. The briefing is shown as it was before the edit; q goes back to it.")),
    ]
    for finding in in_order(findings):
        blocks += [
            BlankLine(),
            Para(line(Span(f"{finding.where}:{finding.where.column}", "strong"), f" {finding.severity} {finding.code}")),
            Para(line(finding.message), 2),
        ]
        if finding.fix:
            blocks.append(Field("  mend", line(finding.fix)))
    return Page("findings", tuple(blocks))
