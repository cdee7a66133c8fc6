"""Records into rows, references, searchable passages, and digests.

One walk over a record gives them all. What hangs on a record is known no earlier than the record itself; references and passages carry the
later of the two days, so that no reader as at a day learns of them by a side door.

Every file has numbers of its own for its rows (`schema.first_row`), so that one file's rows can be replaced and no other's move.
"""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Protocol

from tui.address import Address, clause_named, written
from tui.dates import NEVER
from tui.model import ON_PUBLICATION, Citation, Manifest, Plan, Point, Prose, Provenance, Record, Ref, known_from, name_of
from tui.store.passages import beside_point, beside_record, in_index
from tui.store.schema import MANIFEST, TableLayout, first_row, insert_into, layout_of, worth

Row = tuple[Any, ...]
ALWAYS = ""  # sorts before every day

REF = insert_into("ref", ("_row", "kind", "id", "number", "field", "to_kind", "to_id", "to_number", "_known"))
PASSAGE = insert_into("passage", ("_row", "kind", "id", "number", "title", "names", "body", "also", "_known", "_until"))
WORDS = insert_into("passage_words", ("rowid", "title", "body", "also"))
DIGEST = insert_into("digest", ("_row", "kind", "id", "number", "digest", "_known"))


WORDS_TAKEN_OUT = insert_into("passage_words", ("passage_words", "rowid", "title", "body", "also"))
FILE = insert_into("file", ("_row", "path", "sha256"))


@dataclass
class WalkedRecord:
    """A record or a point on the walk, and what was found in it so far."""

    kind: str
    id: str
    number: str | None
    title: str
    known: str
    names: str  # what else it is called, a line each
    also: str  # words that stand in no text of it, by which it is found
    prose: list[tuple[str, str]] = field(default_factory=list)  # the day it is known, the text
    refs: list[tuple[str, Ref, str, str]] = field(default_factory=list)  # field, marker, what stands there, the day it is known
    said: list[Any] = field(default_factory=list)  # what of it is known on the day of the briefing, for its digest


class Lookup(Protocol):
    """Which records and points there are, and since when sources are known: what one record's rows need of the others."""

    def has(self, kind: str, id_: str) -> bool:
        """Return whether there is such a record."""

    def has_point(self, plan: str, number: str) -> bool:
        """Return whether the plan has a point of this number; that of a clause is none."""

    def has_clause(self, plan: str, number: str, letter: str) -> bool:
        """Return whether the point of this number has a clause of this letter."""

    def source_known(self, id_: str) -> str:
        """Return the day from which a source is known, or ALWAYS."""


class BriefingLookup:
    """`Lookup` of the records of a whole briefing."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._ids = {(record.kind, record.id) for record in records}
        self._points = {(plan.id, point.number) for plan in records if isinstance(plan, Plan) for point in plan.point}
        self._clauses = {
            (plan.id, point.number, clause.letter)
            for plan in records
            if isinstance(plan, Plan)
            for point in plan.point
            for clause in point.clause
        }
        self._days = {record.id: known_from(record) or ALWAYS for record in records if record.kind == "source"}

    def has(self, kind: str, id_: str) -> bool:
        """Return whether there is such a record."""
        return (kind, id_) in self._ids

    def has_point(self, plan: str, number: str) -> bool:
        """Return whether the plan has a point of this number."""
        return (plan, number) in self._points

    def has_clause(self, plan: str, number: str, letter: str) -> bool:
        """Return whether the point of this number has a clause of this letter."""
        return (plan, number, letter) in self._clauses

    def source_known(self, id_: str) -> str:
        """Return the day from which a source is known, or ALWAYS."""
        return self._days.get(id_, ALWAYS)


def target(known: Lookup, marker: Ref, text: str) -> tuple[str, str, str | None] | None:
    """Return kind, id and number that `text` refers to: a person or a party, a clause or a point; None for free text."""
    if marker.kind == "speaker":
        return next(((kind, text, None) for kind in ("person", "party") if known.has(kind, text)), None)
    if marker.kind not in ("point", "any"):
        return marker.kind, text, None
    named = Address.parse(written("plan", text) if marker.kind == "point" else text)
    if named.number is None:
        return named.head, named.id, None

    def holds(point: str, letter: str) -> bool:
        return known.has_clause(named.id, point, letter) if letter else known.has_point(named.id, point)

    held = clause_named(named.number, holds)
    return named.head, named.id, held[0] if held else named.number


class Flattener:
    """Rows by the statement that inserts them; whoever writes takes them out as they gather.

    `files` are the numbers of the files, by path. Records of one file and kind come one after the other. `as_of` is the day of the
    briefing: a digest is of what a reader sees on it, and another one once more of the record is known by then.
    """

    def __init__(self, known: Lookup, files: Mapping[str, int], as_of: str) -> None:
        self.rows: defaultdict[str, list[Row]] = defaultdict(list)
        self._known_records = known
        self._files = files
        self._as_of = as_of
        self._place = ("", 0)  # the kind and the file whose rows are being numbered
        self._last_row: dict[str, int] = {}

    def waiting(self) -> int:
        """Return how many rows have gathered."""
        return sum(map(len, self.rows.values()))

    def add_manifest(self, manifest: Manifest) -> None:
        """Add rows for the manifest; it is no record, so nothing refers to it and no search finds it."""
        self._add(layout_of(MANIFEST), manifest, (), WalkedRecord(MANIFEST, "", None, "", ALWAYS, "", ""), "", ALWAYS, ALWAYS)

    def add(self, record: Record) -> None:
        """Add rows, references and passages for one record, and for its points."""
        self._begin(record.kind, self._files[record.where.path] if record.where else 0)
        own = known_from(record) or ALWAYS
        subject = WalkedRecord(record.kind, record.id, None, _line(name_of(record)), own, *beside_record(record))
        self._add(layout_of(record.kind), record, (), subject, "", own, own)
        self._close(subject)

    def _add(self, layout: TableLayout, value: Any, place: Row, subject: WalkedRecord, path: str, own: str, known: str) -> None:
        """Add rows for `value` and all below it.

        `place` is owner, field and position; `path` leads the names of fields in references; `own` is the day it became known by itself,
        `known` the day it did with all that it hangs on.
        """
        row = self._next(layout.table) if layout.has_rows else 0
        cells: list[Any] = [row] if layout.has_rows else []
        cells += place
        if layout.has_known:
            cells.append(own)
        if layout.has_place:
            where = value.where
            cells += (self._files[where.path], where.line, where.column) if where else (None, None, None)
        contents = layout.contents(value)
        for name, marker, index in layout.marked:
            if (content := contents[index]) is not None:
                since = max(known, _public(value)) if name in ON_PUBLICATION else known
                _note(subject, marker, path + name if name else path[:-1], content, since)
        for index in layout.dates:
            date = contents[index]
            contents[index : index + 1] = (date.text, date.lower, date.upper) if date else (None, None, None)
        cells += contents
        self.rows[layout.insert].append(tuple(cells))
        if is_seen := known <= self._as_of:
            held = {name: one for name, one in zip(layout.names, contents, strict=True) if one is not None and one is not False}
            subject.said.append((path, held, _public(value) <= self._as_of))
        for link in layout.links:
            for position, content in enumerate(several := getattr(value, link.name)):
                self.rows[link.insert].append((row, position, content))
                if link.marker:
                    _note(subject, link.marker, path + link.name, content, known)
            if several and is_seen:
                subject.said.append((path + link.name, several))
        for below in layout.nested:
            self._add_below(below, value, row, subject, path, known)

    def _add_below(self, layout: TableLayout, owner: Any, row: int, subject: WalkedRecord, path: str, known: str) -> None:
        for slot in layout.slots:
            found = getattr(owner, slot.name)
            if not found:
                continue
            below = f"{path}{slot.name}."
            for position, value in enumerate(found if slot.many else (found,)):
                place = (row, slot.name, position) if layout.has_field else (row, position)
                if isinstance(value, Point):
                    self._add_point(layout, value, owner, place, known)
                else:
                    own = self._known(value)
                    since = max(known, own, _public(owner)) if slot.name in ON_PUBLICATION else max(known, own)
                    self._add(layout, value, place, subject, below, own, since)

    def _add_point(self, layout: TableLayout, point: Point, plan: Plan, place: Row, known: str) -> None:
        """Add rows for a point, which is a subject of its own."""
        own = known_from(point, plan) or ALWAYS
        title = " ".join(filter(None, (name_of(plan), point.number, point.short)))
        subject = WalkedRecord(plan.kind, plan.id, point.number, _line(title), max(known, own), *beside_point(plan, point))
        self._add(layout, point, place, subject, "", own, subject.known)
        self._close(subject)

    def _known(self, value: Any) -> str:
        """Return the first day on which `value` was known: a citation is known when its source is."""
        if isinstance(value, Citation):
            return self._known_records.source_known(value.id)
        return (known_from(value) or ALWAYS) if isinstance(value, Provenance) else ALWAYS

    def _close(self, subject: WalkedRecord) -> None:
        """Write down what was found in `subject`: references, a passage for each day on which more of it became known, its digest."""
        digest = blake2b(marshal.dumps(subject.said, 2), digest_size=8).hexdigest()
        self.rows[DIGEST].append((self._next("digest"), subject.kind, subject.id, subject.number, digest, subject.known))
        for name, marker, text, known in subject.refs:
            if found := target(self._known_records, marker, text):
                self.rows[REF].append((self._next("ref"), subject.kind, subject.id, subject.number, name, *found, known))
        named = {subject.title, *subject.names.split("\n")}  # which the index has beside the texts
        days = sorted({day for day, _ in subject.prose} | {subject.known})
        for day, until in zip(days, [*days[1:], NEVER], strict=True):
            row = self._next("passage")
            body = "\n".join(text for known, text in subject.prose if known <= day and text not in named)
            texts = subject.title, subject.names, body, subject.also
            self.rows[PASSAGE].append((row, subject.kind, subject.id, subject.number, *texts, day, until))
            self.rows[WORDS].append((row, *in_index(*texts)))

    def _begin(self, kind: str, file: int) -> None:
        """Begin the numbers of the rows of this kind in this file; those of what all kinds share stand in the order of their worth."""
        if self._place != (kind, file):
            self._place = (kind, file)
            shared = first_row(file, worth(kind)) - 1
            self._last_row = {"passage": shared, "ref": shared, "digest": shared}

    def _next(self, table: str) -> int:
        row = self._last_row.get(table)
        if row is None:
            row = first_row(self._place[1]) - 1
        self._last_row[table] = row = row + 1
        return row


def _public(value: Any) -> str:
    """Return the day before which nothing can be told of a plan's fields that only its publication tells."""
    return value.made_public.lower if isinstance(value, Plan) and value.made_public else ALWAYS


def _note(subject: WalkedRecord, marker: Ref | Prose, name: str, text: str, known: str) -> None:
    """Keep what the reference table and the search index need to know of a field."""
    if isinstance(marker, Prose):
        subject.prose.append((known, text))
    else:
        subject.refs.append((name, marker, text, known))


def _line(text: str) -> str:
    return " ".join(text.split())
