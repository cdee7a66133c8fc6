"""What loading a briefing gives: its records, its faults, and where everything stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tui.compile.faults import Fault
from tui.compile.known import Known
from tui.compile.sourcefile import SourceFile
from tui.findings import Finding
from tui.model import Manifest, Record, Where

__all__ = ["Faulty", "Known", "Loaded", "Spot", "Subject"]


class Spot(NamedTuple):
    """Where a table stands: its file, and the path of keys to it."""

    file: SourceFile
    path: tuple[str | int, ...]


@dataclass(frozen=True, eq=False)
class Faulty:
    """A record that is left out for its faults: what it says of others is still checked."""

    cls: type[Record]
    table: dict[str, Any]
    spot: Spot


Subject = Record | Manifest | Faulty


@dataclass
class Loaded:
    """A briefing as read. Faulty records are left out of `records`; what they declare is in `known`.

    `digests` are the SHA-256 of every file that could be read, by its path from the manifest's folder. `whole` when no record was lost, so
    that what is missing is missing.
    """

    root: Path
    manifest: Manifest | None = None
    records: list[Record] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    known: Known = field(default_factory=Known)
    faulty: list[Faulty] = field(default_factory=list)
    whole: bool = True
    spots: dict[tuple[str, str], Spot] = field(default_factory=dict)

    def spot(self, subject: Subject) -> Spot:
        """Where a record, a faulty record or the manifest stands."""
        if isinstance(subject, Faulty):
            return subject.spot
        return self.spots["", ""] if isinstance(subject, Manifest) else self.spots[subject.kind, subject.id]

    def locate(self, subject: Subject, *path: str | int, key: bool = False) -> Where:
        """The exact place of a value below a record or the manifest, or with `key` of its key; of its table where it is missing."""
        file, start = self.spot(subject)
        line, column, _ = file.span((*start, *path), key=key)
        return Where(file.shown, line, column)

    def find(self, subject: Subject, code: str, path: tuple[str | int, ...], message: str, fix: str, *, key: bool = False) -> Finding:
        """A finding about what stands at `path` below a record or the manifest, or with `key` about its key."""
        file, start = self.spot(subject)
        return file.find(Fault(code, (*start, *path), message, fix, key))
