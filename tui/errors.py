"""What can go wrong, as exceptions for the machine and exit codes for shells. Imports nothing of ours."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command."""

    WELL = 0
    FINDINGS = 1
    USAGE = 2
    MACHINE = 3


INTERRUPTED = 130  # what shells give for Ctrl-C
FAILED = 1  # through a fault of the program, as the app gives too


class BriefingError(Exception):
    """A sentence for the user, and the exit code that goes with it; `before` are the lines that lead to it."""

    code: Exit = Exit.MACHINE
    before: Sequence[str] = ()


class BadInput(BriefingError):
    """The user asked for something that cannot be asked."""

    code = Exit.USAGE


class NoSuchRecord(BriefingError):
    """The user asked for something that is not there."""

    code = Exit.FINDINGS


class Refused(BriefingError):
    """What came, or was to go, is not taken for what it says: unsigned, older than what was seen, marked higher than may stand there."""

    code = Exit.FINDINGS


class MachineError(BriefingError):
    """A file, a disk or a permission failed us."""

    code = Exit.MACHINE
