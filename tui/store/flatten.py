"""Records into rows, references and searchable passages.

One walk over a record gives all three. What hangs on a record is known no earlier than the record itself; references and passages carry the
later of the two days, so that no reader as at a day learns of them by a side door.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tui.model import ON_PUBLICATION, Citation, Manifest, Plan, Point, Prose, Provenance, Record, Ref, known_from, name_of
from tui.store.folding import indexed
from tui.store.schema import MANIFEST, Shape, insert_into, shape_of

Row = tuple[Any, ...]
ALWAYS = ""  # sorts before every day
NEVER = "~"  # sorts after every day

REF = insert_into("ref", ("kind", "id", "number", "field", "to_kind", "to_id", "to_number", "_known"))
PASSAGE = insert_into("passage", ("_row", "kind", "id", "number", "title", "body", "_known", "_until"))
WORDS = insert_into("passage_words", ("rowid", "title", "body"))
FILE = insert_into("file", ("_row", "path", "sha256"))


@dataclass
class Subject:
    """A record or a point on the walk, and what was found in it so far."""

    kind: str
    id: str
    number: str | None
    title: str
    known: str
    prose: list[tuple[str, str]] = field(default_factory=list)  # the day it is known, the text
    refs: list[tuple[str, Ref, str, str]] = field(default_factory=list)  # field, marker, what stands there, the day it is known


class Targets:
    """What references can lead to: needed to tell a person from a party, and a clause from a point."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.ids = {(record.kind, record.id) for record in records}
        self.points = {(plan.id, point.number) for plan in records if isinstance(plan, Plan) for point in plan.point}
        self.source_known = {record.id: known_from(record) or ALWAYS for record in records if record.kind == "source"}

    def of(self, marker: Ref, text: str) -> tuple[str, str, str | None] | None:
        """Kind, id and number that `text` refers to; None for free text."""
        if marker.kind == "speaker":
            return next(((kind, text, None) for kind in ("person", "party") if (kind, text) in self.ids), None)
        if marker.kind not in ("point", "any"):
            return marker.kind, text, None
        kind, _, rest = ("plan", "", text) if marker.kind == "point" else text.partition("/")
        id_, _, number = rest.partition("/")
        if number and (id_, number) not in self.points and (id_, number[:-1]) in self.points:
            number = number[:-1]
        return kind, id_, number or None


class Flattener:
    """Rows by the statement that inserts them; whoever writes takes them out as they gather."""

    def __init__(self, targets: Targets, files: Iterable[tuple[str, str]]) -> None:
        self.rows: defaultdict[str, list[Row]] = defaultdict(list)
        self._targets = targets
        self._last_row: Counter[str] = Counter()
        self._files: dict[str, int] = {}
        for path, digest in files:
            self._file(path, digest)

    def add_manifest(self, manifest: Manifest) -> None:
        """Rows for the manifest; it is no record, so nothing refers to it and no search finds it."""
        self._add(shape_of(MANIFEST), manifest, (), Subject(MANIFEST, "", None, "", ALWAYS), "", ALWAYS, ALWAYS)

    def add(self, record: Record) -> None:
        """Rows, references and passages for one record, and for its points."""
        own = known_from(record) or ALWAYS
        subject = Subject(record.kind, record.id, None, _line(name_of(record)), own)
        self._add(shape_of(record.kind), record, (), subject, "", own, own)
        self._close(subject)

    def _add(self, shape: Shape, value: Any, place: Row, subject: Subject, path: str, own: str, known: str) -> None:
        """Rows for `value` and all below it.

        `place` is owner, field and position; `path` leads the names of fields in references; `own` is the day it became known by itself,
        `known` the day it did with all that it hangs on.
        """
        row = self._next(shape.table) if shape.has_rows else 0
        cells: list[Any] = [row] if shape.has_rows else []
        cells += place
        if shape.has_known:
            cells.append(own)
        if shape.has_place:
            where = value.where
            cells += (self._file(where.path), where.line, where.column) if where else (None, None, None)
        contents = shape.contents(value)
        for name, marker, index in shape.marked:
            if (content := contents[index]) is not None:
                _note(subject, marker, path + name if name else path[:-1], content, max(known, _public(value, name)))
        for index in shape.dates:
            date = contents[index]
            contents[index : index + 1] = (date.text, date.lower, date.upper) if date else (None, None, None)
        cells += contents
        self.rows[shape.insert].append(tuple(cells))
        for link in shape.links:
            for position, content in enumerate(getattr(value, link.name)):
                self.rows[link.insert].append((row, position, content))
                if link.marker:
                    _note(subject, link.marker, path + link.name, content, known)
        for below in shape.nested:
            self._add_below(below, value, row, subject, path, known)

    def _add_below(self, shape: Shape, owner: Any, row: int, subject: Subject, path: str, known: str) -> None:
        for slot in shape.slots:
            found = getattr(owner, slot.name)
            for position, value in enumerate(found if slot.many else () if found is None else (found,)):
                place = (row, slot.name, position) if shape.has_field else (row, position)
                if isinstance(value, Point):
                    self._add_point(shape, value, owner, place, known)
                else:
                    own = self._known(value)
                    self._add(shape, value, place, subject, f"{path}{slot.name}.", own, max(known, own, _public(owner, slot.name)))

    def _add_point(self, shape: Shape, point: Point, plan: Plan, place: Row, known: str) -> None:
        """A point is a subject of its own, and known when its plan was made public, unless it says otherwise."""
        own = known_from(point) or (plan.made_public.lower if plan.made_public else ALWAYS)
        title = " ".join(filter(None, (name_of(plan), point.number, point.short)))
        subject = Subject(plan.kind, plan.id, point.number, _line(title), max(known, own))
        self._add(shape, point, place, subject, "", own, subject.known)
        self._close(subject)

    def _known(self, value: Any) -> str:
        """The first day on which `value` was known: a citation is known when its source is."""
        if isinstance(value, Citation):
            return self._targets.source_known.get(value.id, ALWAYS)
        return (known_from(value) or ALWAYS) if isinstance(value, Provenance) else ALWAYS

    def _close(self, subject: Subject) -> None:
        """Write down what was found in `subject`: its references, and one passage for each day on which more of it became known."""
        for name, marker, text, known in subject.refs:
            if target := self._targets.of(marker, text):
                self.rows[REF].append((subject.kind, subject.id, subject.number, name, *target, known))
        days = sorted({day for day, _ in subject.prose} | {subject.known})
        for day, until in zip(days, [*days[1:], NEVER], strict=True):
            row = self._next("passage")
            body = "\n".join(text for known, text in subject.prose if known <= day and text != subject.title)
            self.rows[PASSAGE].append((row, subject.kind, subject.id, subject.number, subject.title, body, day, until))
            self.rows[WORDS].append((row, indexed(subject.title), indexed(body)))

    def _next(self, table: str) -> int:
        self._last_row[table] += 1
        return self._last_row[table]

    def _file(self, path: str, digest: str | None = None) -> int:
        if path not in self._files:
            self._files[path] = len(self._files) + 1
            self.rows[FILE].append((self._files[path], path, digest))
        return self._files[path]


def _public(value: Any, name: str) -> str:
    """The day before which nothing of a plan's field can be told, since only its publication tells it."""
    return value.made_public.lower if name in ON_PUBLICATION and isinstance(value, Plan) and value.made_public else ALWAYS


def _note(subject: Subject, marker: Ref | Prose, name: str, text: str, known: str) -> None:
    """Keep what the reference table and the search index need to know of a field."""
    if isinstance(marker, Prose):
        subject.prose.append((known, text))
    else:
        subject.refs.append((name, marker, text, known))


def _line(text: str) -> str:
    return " ".join(text.split())
