"""What a check gets to see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, TypeVar

from tui.checks.parts import Malformed, Part, Reference, Target, parts, references, since, target_of, texts
from tui.compile.loaded import Declared, Faulty, KeyPath, Loaded, Subject
from tui.findings import Finding
from tui.model import Manifest, Party, Person, Plan, Record, Source, Where

R = TypeVar("R", bound=Record)

# The fields along which something comes from, or consists of, something else.
LINES = ("based_on", "members", "derives")


class Link(NamedTuple):
    """A reference, and what it names.

    `subject` is the record that refers, `field` the key that holds the reference; `since` the day from which what refers is known
    (None: always). `target` is None for a speaker in free words, and for a reference that is `malformed`, which says what its form should
    be.
    """

    subject: Subject
    kind: str
    text: str
    path: KeyPath
    since: str | None
    field: str
    target: Target | None
    malformed: Malformed | None = None


class Kept(NamedTuple):
    """What must be known of all references once they have all been seen: those along lines of descent, by field; the sources cited."""

    lines: dict[str, list[Link]]
    cited: set[str]

    def add(self, links: Iterable[Link]) -> None:
        """Keep what is to be kept of some references."""
        for link in links:
            if link.field in self.lines:
                self.lines[link.field].append(link)
            elif link.target is not None and "source" in link.target.kinds:
                self.cited.add(link.target.id)


class Briefing:
    """The records of a briefing, by kind and id; what refers to what; and findings that point at a key.

    `each` gives the same with one record to look at: what refers, its parts and its texts are walked for it alone, and let go of after it.
    What spans the briefing (what is known, since when, what was kept) is asked of all of it by either.
    """

    def __init__(self, loaded: Loaded, one: Subject | None = None, among: Briefing | None = None) -> None:
        self._loaded = loaded
        self._all = among or self
        self._subjects: list[Subject] = [one] if one else _subjects(loaded)
        self._kept: Kept | None = None
        self.records: list[Record] = [subject for subject in self._subjects if isinstance(subject, Record)] if one else loaded.records

    def each(self) -> Iterator[Briefing]:
        """Yield the manifest, every record and every faulty record by itself; what is to be kept of its references is kept then."""
        kept = Kept({field: [] for field in LINES}, set())
        for subject in self._subjects:
            one = Briefing(self._loaded, subject, self)
            yield one
            kept.add(one.links)
        self._kept = kept

    @property
    def kept(self) -> Kept:
        """Return what was kept of all references."""
        if self._kept is None:
            self._kept = Kept({field: [] for field in LINES}, set())
            self._kept.add(self.links)
        return self._kept

    @property
    def known(self) -> Declared:
        """Return every id that was declared, also by records that are faulty."""
        return self._loaded.known

    @property
    def whole(self) -> bool:
        """Return whether no record was lost to faults: only then does something that nobody mentions go unmentioned."""
        return self._loaded.whole

    @property
    def as_of(self) -> str | None:
        """Return the day of the briefing; None where its manifest was not read."""
        manifest = self._loaded.manifest
        return manifest.as_of.upper if manifest else None

    @property
    def published(self) -> dict[str, str | None]:
        """Return the last day on which each source may have come out, by its id; None for one without a day."""
        return self._all._published  # noqa: SLF001 (another of its kind)

    @cached_property
    def _published(self) -> dict[str, str | None]:
        return {one.id: one.date.upper if one.date else None for one in self._sure if isinstance(one, Source)}

    @property
    def speaking(self) -> set[str]:
        """Return the ids of all persons, and of all parties but outlets."""
        return self._all._speaking  # noqa: SLF001 (another of its kind)

    @cached_property
    def _speaking(self) -> set[str]:
        return {one.id for one in self.records if isinstance(one, Person) or (isinstance(one, Party) and one.type != "outlet")}

    def record(self, kind: str, id_: str) -> Record | None:
        """Return a record that something refers to, None where it is not there or was left out for its faults."""
        return self._all._by_name.get((kind, id_))  # noqa: SLF001 (another of its kind)

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], Record]:
        return {(record.kind, record.id): record for record in self._sure}

    @cached_property
    def _sure(self) -> list[Record]:
        """Return the records whose ids are theirs alone."""
        doubled = self.known.doubled
        return [record for record in self.records if (record.kind, record.id) not in doubled] if doubled else self.records

    @property
    def desk(self) -> str | None:
        """Return the name of the desk that makes the briefing, None where there is no manifest to tell it."""
        manifest = self._loaded.manifest
        return manifest.desk if manifest else None

    def of(self, cls: type[R]) -> list[R]:
        """Return the records of one kind, in the order of the files."""
        return [record for record in self.records if isinstance(record, cls)]

    def since(self, target: Target) -> str | None:
        """Return the first day on which a record or a point was known; None when it always was, and when nobody can tell."""
        return next((day for kind in target.kinds if (day := self._day(kind, target.id, target.number))), None)

    @cached_property
    def links(self) -> list[Link]:
        """Return every reference there is, the manifest's and those of faulty records included."""
        return [_link(subject, reference) for subject in self._subjects for reference in _references(subject)]

    def leading_to(self, record: Record) -> list[Link]:
        """Return what refers to a record or a part of it, anywhere in the briefing."""
        return self._all._leading.get((record.kind, record.id), [])  # noqa: SLF001 (another of its kind)

    @cached_property
    def _leading(self) -> dict[tuple[str, str], list[Link]]:
        found: dict[tuple[str, str], list[Link]] = {}
        for link in self.links:
            for kind in link.target.kinds if link.target else ():
                found.setdefault((kind, link.target.id if link.target else ""), []).append(link)
        return found

    @cached_property
    def parts(self) -> list[tuple[Record, Part]]:
        """Return every record and every part of one that has provenance of its own."""
        return [(record, part) for record in self.records for part in parts(record)]

    @cached_property
    def texts(self) -> list[tuple[Record, KeyPath, str]]:
        """Return every readable text of every record."""
        return [(record, path, text) for record in self.records for path, text in texts(record)]

    def locate(self, subject: Subject, *path: str | int, key: bool = False) -> Where:
        """Return the exact place of a value below a record, or with `key` of its key."""
        return self._loaded.locate(subject, *path, key=key)

    def find(self, subject: Subject, code: str, path: KeyPath, message: str, fix: str, *, key: bool = False) -> Finding:
        """Return a finding about what stands at `path` below a record or the manifest."""
        return self._loaded.find(subject, code, path, message, fix, key=key)

    def _day(self, kind: str, id_: str, number: str | None) -> str | None:
        days, key = self._all._days, (kind, id_, number)  # noqa: SLF001 (another of its kind)
        return days[key] if key in days else self.known.day(kind, id_, number)

    @cached_property
    def _days(self) -> dict[tuple[str, str, str | None], str | None]:
        """Return the first day of every record, and of every point by its number and by those of its clauses."""
        return {(kind, id_, number and number + letter): day for (kind, id_, number, letter), day in days(self._sure).items()}


Name = tuple[str, str, str | None, str]  # kind, id, the number of a point, the letter of a clause


def days(records: Iterable[Record]) -> dict[Name, str | None]:
    """Return all that can be referred to in some records, each with the first day on which it was known (None: always)."""
    found: dict[Name, str | None] = {}
    for record in records:
        found[record.kind, record.id, None, ""] = own = since(record, None, None)
        for point in record.point if isinstance(record, Plan) else ():
            found[record.kind, record.id, point.number, ""] = day = since(point, record, own)
            for clause in point.clause:
                found[record.kind, record.id, point.number, clause.letter] = since(clause, point, day)
    return found


def _subjects(loaded: Loaded) -> list[Subject]:
    return [*([loaded.manifest] if loaded.manifest is not None else []), *loaded.records, *loaded.faulty]


def _references(subject: Subject) -> Iterable[Reference]:
    if isinstance(subject, Manifest):
        return references(Manifest, subject, inherited=subject.as_of.upper)
    if isinstance(subject, Faulty):
        return references(subject.cls, subject.table)
    return references(type(subject), subject)


def _link(subject: Subject, reference: Reference) -> Link:
    path = reference.path
    field = str(path[-1] if isinstance(path[-1], str) else path[-2])
    try:
        return Link(subject, *reference, field, target_of(reference.kind, reference.text))
    except Malformed as form:
        return Link(subject, *reference, field, None, form)
