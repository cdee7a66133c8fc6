"""What is wrong in the source files, as values for their authors; and, from `errors`, everything else that can go wrong."""

from __future__ import annotations

from typing import Literal

from tui.errors import BadInput, BriefingError, Exit, MachineError, NoSuchRecord
from tui.frozen import frozen
from tui.model import Where

__all__ = [
    "BadInput",
    "BriefingError",
    "Exit",
    "Finding",
    "HasFindings",
    "MachineError",
    "NoSuchRecord",
    "Severity",
    "Where",
    "severity_of",
]

Severity = Literal["error", "warning"]


def severity_of(code: str) -> Severity:
    """Return what a finding's code says in its first letter: an error prevents the store, a warning does not."""
    return "error" if code.startswith("E") else "warning"


@frozen
class Finding:
    """Something wrong in the source files, where it stands, and how to mend it.

    `excerpt` is the line at fault with a caret below it; empty where there is no line to show.
    """

    severity: Severity
    code: str
    message: str
    where: Where
    fix: str
    excerpt: str = ""

    def __str__(self) -> str:
        place = f"{self.where.path}:{self.where.line}:{self.where.column}"
        parts = [f"{place}: {self.severity} {self.code} {self.message}"]
        if self.excerpt:
            parts.append(self.excerpt)
        if self.fix:
            parts.append(f"  mend: {self.fix}")
        return "\n".join(parts)


class HasFindings(BriefingError):
    """The source files have errors, so no store can be built; carries the findings."""

    code = Exit.FINDINGS

    def __init__(self, findings: list[Finding]) -> None:
        errors = sum(1 for finding in findings if finding.severity == "error")
        super().__init__(f"{errors} error{'s' * (errors != 1)} in the source files; `briefing explain CODE` says why a rule exists")
        self.findings = findings
        self.before = [str(finding) for finding in findings]
