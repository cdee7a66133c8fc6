"""The rows of some files replaced in a copy of a store; every other row stays what and where it was."""

# ruff: noqa: S608 - the names in the statements come from the model, never from outside

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tui.model import KINDS, Record
from tui.store.flatten import WORDS_TAKEN_OUT, Flattener, Lookup
from tui.store.passages import in_index
from tui.store.schema import POINT, TableLayout, first_row, layout_of, worth
from tui.store.write import insert, place_in_store, verify


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
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        verify(connection, "quick_check")
        return _count(connection)
    except sqlite3.Error:
        return None
    finally:
        connection.close()


def cites_every_source(path: Path) -> bool:
    """Return whether something in a store refers to each of its sources."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
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
