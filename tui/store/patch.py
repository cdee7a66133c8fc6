"""A store that was built before and of which some files have changed: what it says of the others, and the rows of the changed ones
replaced in a copy of it. Every other row stays what and where it was.
"""

# ruff: noqa: S608 - the names in the statements come from the model, never from outside

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tui.dates import EVER
from tui.model import KINDS, Record
from tui.store.flatten import WORDS_TAKEN_OUT, Flattener, Lookup
from tui.store.opening import Connection, read_only
from tui.store.passages import in_index
from tui.store.rows import RowReader
from tui.store.schema import POINT, TableLayout, file_of, first_row, layout_of, worth
from tui.store.write import insert, place_in_store, verify


class OldStore:
    """The records of all files but the `changed` ones, asked one by one; and those of the changed files as they were."""

    def __init__(self, path: Path, changed: Iterable[str]) -> None:
        self._connection = Connection(path)
        self._seen: dict[tuple[str, tuple[Any, ...]], Any] = {}
        names = set(changed)
        self.files: dict[str, int] = self._connection.held(lambda one: dict(one.select("SELECT path, _row FROM file")))
        self._changed = {number for name, number in self.files.items() if name in names}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._connection.close()

    def before(self) -> list[Record]:
        """Return the records of the changed files as they were."""
        rows = RowReader(self._connection, EVER)
        ranges = [(first_row(file), first_row(file + 1) - 1) for file in sorted(self._changed)]
        return [record for kind in KINDS for ends in ranges for record in rows.fetch(layout_of(kind), "_row BETWEEN ? AND ?", ends)]

    def has(self, kind: str, id_: str) -> bool:
        """Return whether a file that has not changed holds this record."""
        return self._row(kind, id_) is not None

    def has_point(self, plan: str, number: str) -> bool:
        """Return whether it holds this point."""
        return self._point(plan, number) is not None

    def has_clause(self, plan: str, number: str) -> bool:
        """Return whether it holds this clause of a point, such as 21a."""
        return self._clause(plan, number) is not None

    def day(self, kind: str, id_: str, number: str | None = None) -> str | None:
        """Return the first day on which the record, the point or the clause was known; None when it always was, or is not there."""
        row = self._row(kind, id_)
        if row is None:
            return None
        days: list[str] = [self._one(f'SELECT _known FROM "{kind}" WHERE _row = ?', row)]
        if number is not None:
            point = self._point(id_, number)
            owner, own = point or self._clause(id_, number) or (None, "")
            days.append(own)
            if owner is not None and point is None:
                days.append(self._one("SELECT _known FROM point WHERE _row = ?", owner))
        return max(days) or None

    def is_a_line_to(self, kind: str, id_: str, fields: Sequence[str]) -> bool:
        """Return whether these fields of other files refer to a record or to any point of it."""
        marks = ", ".join("?" * len(fields))
        rows = self._connection.select(f"SELECT _row FROM ref WHERE to_kind = ? AND to_id = ? AND field IN ({marks})", (kind, id_, *fields))
        return any(file_of(row) not in self._changed for (row,) in rows)

    def get(self, kind: str, id_: str) -> Record | None:
        """Return a record of a file that has not changed."""
        row = self._row(kind, id_)
        return None if row is None else RowReader(self._connection, EVER).fetch(layout_of(kind), "_row = ?", (row,))[0]

    def referrers(self, kind: str, id_: str, number: str | None) -> set[tuple[str, str]]:
        """Return kind and id of the records in other files that refer to a record, or to a point of it."""
        rows = self._connection.select(
            "SELECT _row, kind, id FROM ref WHERE to_kind = ? AND to_id = ? AND to_number IS ?", (kind, id_, number)
        )
        return {(kind, id_) for row, kind, id_ in rows if file_of(row) not in self._changed}

    def _row(self, kind: str, id_: str) -> int | None:
        row = self._one(f'SELECT _row FROM "{layout_of(kind).table}" WHERE id = ?', id_)
        return None if row is None or file_of(row) in self._changed else int(row)

    def _point(self, plan: str, number: str) -> tuple[int, str] | None:
        """Return row and day."""
        found = self._all("SELECT _row, _known FROM point WHERE _owner = ? AND number = ?", self._row("plan", plan), number)
        return found[0] if found else None

    def _clause(self, plan: str, number: str) -> tuple[int, str] | None:
        """Return row of the point, and day of the clause."""
        statement = (
            "SELECT point._row, clause._known FROM point JOIN point_clause AS clause ON clause._owner = point._row"
            " WHERE point._owner = ? AND point.number = substr(?, 1, length(?) - length(letter)) AND point.number || letter = ?"
        )
        found = self._all(statement, self._row("plan", plan), number, number, number)
        return found[0] if found else None

    def _one(self, statement: str, *values: Any) -> Any:
        found = self._all(statement, *values)
        return found[0][0] if found else None

    def _all(self, statement: str, *values: Any) -> list[Any]:
        if (statement, values) not in self._seen:
            self._seen[statement, values] = self._connection.select(statement, values)
        found: list[Any] = self._seen[statement, values]
        return found


def rows_of(records: Sequence[Record], known: Lookup, files: Mapping[str, int], as_of: str) -> Flattener:
    """Return the rows of some records, ready to be inserted; `known` tells what else there is, `files` the numbers of the files.

    `as_of` is the day of the briefing.
    """
    flattener = Flattener(known, files, as_of)
    for record in sorted(records, key=lambda one: place_in_store(one, files)):
        flattener.add(record)
    return flattener


def patch(path: Path, files: Mapping[int, str], rows: Flattener) -> Counter[str]:
    """Put `rows` in the place of all rows of the files with these numbers; `files` has their new digests.

    Gives the counts of the store. sqlite3.Error when it does not hold together then: the file at `path` is worth nothing after that.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN")
        for file, digest in files.items():
            for kind in KINDS:
                _take_out(connection, kind, file)
            connection.execute("UPDATE file SET sha256 = ? WHERE _row = ?", (digest, file))
        insert(connection, rows)
        counts = _count(connection)
        new = [(str(count), f"count:{kind}") for kind, count in counts.items()]
        connection.executemany("UPDATE meta SET value = ? WHERE key = ?", new)
        connection.execute("COMMIT")
        verify(connection, "quick_check")
    finally:
        connection.close()
    return counts


def counts_of(path: Path) -> Counter[str] | None:
    """Return the counts of a store, or None when its pages do not hang together, as far as can be told in a moment."""
    connection = read_only(path)
    try:
        verify(connection, "quick_check")
        return _count(connection)
    except sqlite3.Error:
        return None
    finally:
        connection.close()


def cites_every_source(path: Path) -> bool:
    """Return whether something in a store refers to each of its sources."""
    connection = read_only(path)
    try:
        cited = "SELECT 1 FROM ref WHERE to_kind = 'source' AND to_id = source.id"
        return connection.execute(f"SELECT 1 FROM source WHERE NOT EXISTS ({cited}) LIMIT 1").fetchone() is None
    finally:
        connection.close()


def _take_out(connection: sqlite3.Connection, kind: str, file: int) -> None:
    """Delete what the records of a kind in a file have put into the store."""
    ends = first_row(file, worth(kind)), first_row(file + 1, worth(kind)) - 1
    passages = connection.execute("SELECT _row, title, names, body, also FROM passage WHERE _row BETWEEN ? AND ?", ends).fetchall()
    connection.executemany(WORDS_TAKEN_OUT, [("delete", row, *in_index(*texts)) for row, *texts in passages])
    for table in ("passage", "ref", "digest"):
        connection.execute(f"DELETE FROM {table} WHERE _row BETWEEN ? AND ?", ends)
    ends = first_row(file), first_row(file + 1) - 1
    for table, column in _tables(layout_of(kind)):
        connection.execute(f'DELETE FROM "{table}" WHERE {column} BETWEEN ? AND ?', ends)


def _tables(layout: TableLayout) -> Iterator[tuple[str, str]]:
    """Yield the tables of a layout and of all below it, with the column that tells the file."""
    yield layout.table, "_row" if layout.has_rows else "_owner"
    for link in layout.links:
        yield link.table, "_owner"
    for below in layout.nested:
        yield from _tables(below)


def _count(connection: sqlite3.Connection) -> Counter[str]:
    return Counter({kind: connection.execute(f'SELECT count(*) FROM "{kind}"').fetchone()[0] for kind in (*KINDS, POINT)})
