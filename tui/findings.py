"""What can go wrong, as values: findings for authors, exceptions for the machine, exit codes for shells."""

from __future__ import annotations

from enum import IntEnum
from typing import Literal

from tui.frozen import frozen
from tui.model import Where

__all__ = ["BadInput", "BriefingError", "Exit", "Finding", "HasFindings", "MachineError", "NoSuchRecord", "Severity", "Where"]

Severity = Literal["error", "warning"]


class Exit(IntEnum):
    """Exit codes of every command."""

    WELL = 0
    FINDINGS = 1
    USAGE = 2
    MACHINE = 3


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


class BriefingError(Exception):
    """A sentence for the user, and the exit code that goes with it."""

    code: Exit = Exit.MACHINE


class BadInput(BriefingError):
    """The user asked for something that cannot be asked."""

    code = Exit.USAGE


class NoSuchRecord(BriefingError):
    """The user asked for something that is not there."""

    code = Exit.FINDINGS


class MachineError(BriefingError):
    """A file, a disk or a permission failed us."""

    code = Exit.MACHINE


class HasFindings(BriefingError):
    """The source files have errors, so no store can be built; carries the findings."""

    code = Exit.FINDINGS

    def __init__(self, findings: list[Finding]) -> None:
        errors = sum(1 for finding in findings if finding.severity == "error")
        super().__init__(f"{errors} error{'s' * (errors != 1)} in the source files")
        self.findings = findings
