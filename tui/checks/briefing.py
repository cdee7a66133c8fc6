"""What a check gets to see."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from tui.checks.parts import Reference, references
from tui.findings import Finding
from tui.model import Manifest, Plan, Point, Record, Where
from tui.source.loaded import Known, Loaded, Subject

R = TypeVar("R", bound=Record)


class Briefing:
    """The records of a briefing, by kind and id, and findings that point at their keys."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self.manifest: Manifest | None = loaded.manifest
        self.records: list[Record] = loaded.records

    @property
    def known(self) -> Known:
        """Every id that was declared, also by records that are faulty."""
        return self._loaded.known

    @property
    def whole(self) -> bool:
        """Whether no record was lost to faults: only then does something that nobody mentions go unmentioned."""
        return self._loaded.whole

    def of(self, cls: type[R]) -> list[R]:
        """The records of one kind, in the order of the files."""
        return [record for record in self.records if isinstance(record, cls)]

    def get(self, kind: str, record_id: str) -> Record | None:
        """A record, if it is there and without faults."""
        return self._by_id.get((kind, record_id))

    def point(self, plan: str, number: str) -> Point | None:
        """A point by its number, or by the number and letter of one of its clauses."""
        return self._points.get((plan, number))

    @cached_property
    def references(self) -> list[tuple[Subject, Reference]]:
        """Every reference there is, the manifest's and those of faulty records included."""
        return list(self._references())

    def locate(self, subject: Subject, *path: str | int, key: bool = False) -> Where:
        """The exact place of a value below a record, or with `key` of its key."""
        return self._loaded.locate(subject, *path, key=key)

    def find(self, subject: Subject, code: str, path: tuple[str | int, ...], message: str, fix: str, *, key: bool = False) -> Finding:
        """A finding about what stands at `path` below a record or the manifest."""
        return self._loaded.find(subject, code, path, message, fix, key=key)

    def _references(self) -> Iterator[tuple[Subject, Reference]]:
        if self.manifest is not None:
            yield from ((self.manifest, found) for found in references(Manifest, self.manifest, self.manifest.as_of.upper))
        for record in self.records:
            yield from ((record, found) for found in references(type(record), record))
        for faulty in self._loaded.faulty:
            yield from ((faulty, found) for found in references(faulty.cls, faulty.table))

    @cached_property
    def _by_id(self) -> dict[tuple[str, str], Record]:
        return {(record.kind, record.id): record for record in self.records}

    @cached_property
    def _points(self) -> dict[tuple[str, str], Point]:
        found: dict[tuple[str, str], Point] = {}
        for plan in self.of(Plan):
            for point in plan.point:
                found[plan.id, point.number] = point
                for clause in point.clause:
                    found.setdefault((plan.id, point.number + clause.letter), point)
        return found
