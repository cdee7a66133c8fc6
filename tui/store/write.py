"""A whole store, written to a temporary file beside the old one, checked, and renamed over it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from tui.model import KINDS, Manifest, Plan, Record
from tui.store.flatten import FILE, BriefingLookup, Flattener
from tui.store.inputs import program
from tui.store.replacing import replacing
from tui.store.schema import POINT, VERSION, insert_into, worth
from tui.store.tables import create_indexes, without_rows

Progress = Callable[[str, int, int], None]  # what is being done, how much of it is done, out of how much

_BATCH = 2_000  # rows between two rounds of INSERTs
# How FTS5 gathers words: while a store is filled in one piece that is merged once at the end, afterwards as it does by itself.
_FILLING = {"automerge": 0, "hashsize": 1 << 24}
_FILLED = {"automerge": 4, "hashsize": 1 << 20}


def write(
    path: Path,
    manifest: Manifest,
    records: Sequence[Record],
    digests: Mapping[str, str],
    progress: Progress | None = None,
    *,
    warnings: int = 0,
) -> Counter[str]:
    """Write the store of a briefing to `path`, whole or not at all, and return the number of records by kind, and of points.

    `digests` are those of the input files, by the path that records call them by; `warnings` is how many findings the briefing has.
    The same input gives the same bytes. Records come back in the order of their files, and within a file in the order given here.
    """
    with replacing(path) as temporary:
        return _fill(temporary, _Input(manifest, records, digests, warnings), progress)


class _Input(NamedTuple):
    manifest: Manifest
    records: Sequence[Record]
    digests: Mapping[str, str]
    warnings: int

    def files(self) -> dict[str, int]:
        """Return a number for every file, by path; 0 is for what comes from no file."""
        paths = {record.where.path for record in self.records if record.where}
        paths |= {point.where.path for plan in self.records if isinstance(plan, Plan) for point in plan.point if point.where}
        return {path: number for number, path in enumerate(sorted(paths | self.digests.keys()), 1)}


def _fill(path: Path, given: _Input, progress: Progress | None) -> Counter[str]:
    path.touch(0o644)  # as SQLite makes a file: others may read it, where the umask allows that, and never write
    path.write_bytes(without_rows())
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # Nobody else sees the file yet, and a crash throws it away: no journal, no waiting for the disk until it is done.
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
            "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; BEGIN"
        )
        _configure(connection, _FILLING)
        counts = _insert(connection, given, progress)
        create_indexes(connection)
        connection.execute('INSERT INTO "passage_words" ("passage_words") VALUES (\'optimize\')')
        _configure(connection, _FILLED)
        connection.execute("COMMIT")
        verify(connection, "quick_check")
    finally:
        connection.close()
    return counts


def _configure(connection: sqlite3.Connection, options: Mapping[str, int]) -> None:
    connection.executemany('INSERT INTO "passage_words" ("passage_words", "rank") VALUES (?, ?)', options.items())


def _insert(connection: sqlite3.Connection, given: _Input, progress: Progress | None) -> Counter[str]:
    files = given.files()
    connection.executemany(FILE, [(number, path, given.digests.get(path)) for path, number in files.items()])
    flattener = Flattener(BriefingLookup(given.records), files, given.manifest.as_of.upper)
    flattener.add_manifest(given.manifest)
    counts = Counter(dict.fromkeys((*KINDS, POINT), 0))
    total = len(given.records)
    for done, record in enumerate(sorted(given.records, key=lambda one: place_in_store(one, files)), 1):
        flattener.add(record)
        counts[record.kind] += 1
        counts[POINT] += len(record.point) if isinstance(record, Plan) else 0
        if flattener.waiting() > _BATCH:
            insert(connection, flattener)
            if progress:
                progress("writing", done, total)
    insert(connection, flattener)
    if progress:
        progress("writing", total, total)
    meta = {"schema": str(VERSION), "tool": program(), "warnings": str(given.warnings)}
    meta |= {f"count:{kind}": str(count) for kind, count in counts.items()}
    connection.executemany(insert_into("meta", ("key", "value")), meta.items())
    return counts


def place_in_store(record: Record, files: Mapping[str, int]) -> tuple[int, int]:
    """Return what records are sorted by before they are written: the worth of their kind, then their file."""
    return worth(record.kind), files[record.where.path] if record.where else 0


def insert(connection: sqlite3.Connection, flattener: Flattener) -> None:
    """Write the rows that have gathered."""
    for statement, rows in flattener.rows.items():
        connection.executemany(statement, rows)
    flattener.rows.clear()


def verify(connection: sqlite3.Connection, how: Literal["integrity_check", "quick_check"]) -> None:
    """Raise when a store does not hold together: it is never put in place of one that does."""
    damage = [row[0] for row in connection.execute(f"PRAGMA {how}").fetchall()]
    if damage != ["ok"]:
        raise sqlite3.DatabaseError(f"the new file is damaged: {damage[0]}")
    if loose := connection.execute("PRAGMA foreign_key_check").fetchone():
        table, _, target, _ = loose
        raise sqlite3.IntegrityError(f"a row of {table} refers to a {target} that is not there")
