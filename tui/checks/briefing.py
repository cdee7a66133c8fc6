"""What a check gets to see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, TypeVar

from tui.checks.parts import Part, Path, Reference, parts, references, since, texts
from tui.checks.targets import Malformed, Target, target_of
from tui.findings import Finding
from tui.model import Manifest, Plan, Record, Where
from tui.source.loaded import Known, Loaded, Subject

R = TypeVar("R", bound=Record)


class Link(NamedTuple):
    """A reference, and what it names.

    `subject` is the record that refers, `field` the key that holds the reference; `since` the day from which what refers is known
    (None: always). `target` is None for a speaker in free words, and for a reference that is `malformed`, which says how to write it.
    """

    subject: Subject
    kind: str
    text: str
    path: Path
    since: str | None
    field: str
    target: Target | None
    malformed: str | None = None


class Briefing:
    """The records of a briefing, by kind and id; what refers to what; and findings that point at a key."""

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

    def since(self, target: Target) -> str | None:
        """The first day on which a record or a point was known; None when it always was, and when nobody can tell."""
        return next((day for kind in target.kinds if (day := self._day(kind, target.id, target.number))), None)

    @cached_property
    def links(self) -> list[Link]:
        """Every reference there is, the manifest's and those of faulty records included."""
        return [_link(subject, reference) for subject, reference in self._references()]

    def links_of(self, field: str) -> list[Link]:
        """The references that this key holds."""
        return self._by_field.get(field, [])

    @cached_property
    def _by_field(self) -> dict[str, list[Link]]:
        found: dict[str, list[Link]] = {}
        for link in self.links:
            found.setdefault(link.field, []).append(link)
        return found

    @cached_property
    def parts(self) -> list[tuple[Record, Part]]:
        """Every record and every part of one that has provenance of its own."""
        return [(record, part) for record in self.records for part in parts(record)]

    @cached_property
    def texts(self) -> list[tuple[Record, Path, str]]:
        """Every readable text of every record."""
        return [(record, path, text) for record in self.records for path, text in texts(record)]

    def locate(self, subject: Subject, *path: str | int, key: bool = False) -> Where:
        """The exact place of a value below a record, or with `key` of its key."""
        return self._loaded.locate(subject, *path, key=key)

    def find(self, subject: Subject, code: str, path: Path, message: str, fix: str, *, key: bool = False) -> Finding:
        """A finding about what stands at `path` below a record or the manifest."""
        return self._loaded.find(subject, code, path, message, fix, key=key)

    def _references(self) -> Iterator[tuple[Subject, Reference]]:
        if self.manifest is not None:
            yield from ((self.manifest, found) for found in references(Manifest, self.manifest, inherited=self.manifest.as_of.upper))
        for record in self.records:
            yield from ((record, found) for found in references(type(record), record))
        for faulty in self._loaded.faulty:
            yield from ((faulty, found) for found in references(faulty.cls, faulty.table))

    def _day(self, kind: str, id_: str, number: str | None) -> str | None:
        key = (kind, id_, number)
        return self._days[key] if key in self._days else self.known.day(kind, id_, number)

    @cached_property
    def _days(self) -> dict[tuple[str, str, str | None], str | None]:
        """The first day of every record, and of every point by its number and by those of its clauses."""
        return {(kind, id_, number and number + letter): day for (kind, id_, number, letter), day in days(self.records).items()}


Name = tuple[str, str, str | None, str]  # kind, id, the number of a point, the letter of a clause


def days(records: Iterable[Record]) -> dict[Name, str | None]:
    """All that can be referred to in some records, each with the first day on which it was known (None: always)."""
    found: dict[Name, str | None] = {}
    for record in records:
        found[record.kind, record.id, None, ""] = own = since(record, None, None)
        for point in record.point if isinstance(record, Plan) else ():
            found[record.kind, record.id, point.number, ""] = day = since(point, record, own)
            for clause in point.clause:
                found[record.kind, record.id, point.number, clause.letter] = since(clause, point, day)
    return found


def _link(subject: Subject, reference: Reference) -> Link:
    path = reference.path
    field = str(path[-1] if isinstance(path[-1], str) else path[-2])
    try:
        return Link(subject, *reference, field, target_of(reference.kind, reference.text))
    except Malformed as form:
        return Link(subject, *reference, field, None, str(form))
