"""A whole store, written to a temporary file beside the old one, checked, and renamed over it.

Killed at any moment, it leaves the old store whole. What it leaves of the new one, the next build clears.
"""

from __future__ import annotations

import glob
import os
import re
import secrets
import socket
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlite_utils

from tui.findings import MachineError
from tui.model import KINDS, Manifest, Plan, Record
from tui.store.flatten import Flattener, Targets
from tui.store.maker import maker
from tui.store.schema import APPLICATION_ID, POINT, VERSION, insert_into, worth
from tui.store.tables import create_indexes, create_tables

Progress = Callable[[str, int, int], None]  # what is being done, how much of it is done, out of how much

_BATCH = 500  # records between two rounds of INSERTs
_ABANDONED = 24 * 3600  # seconds after which the file of a builder that cannot be asked (another machine) is litter


def write(
    path: Path, manifest: Manifest, records: Sequence[Record], digests: Mapping[str, str], progress: Progress | None = None
) -> Counter[str]:
    """Write the store of a briefing to `path`, whole or not at all; gives the number of records by kind, and of points.

    `digests` are those of the input files, by the path that records call them by. The same input gives the same bytes.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear_litter(path)
        with _building(path) as temporary:
            counts = _fill(temporary, manifest, records, digests, progress)
            _to_disk(temporary)
            temporary.replace(path)
            _to_disk(path.parent)
    except OSError as error:
        raise MachineError(f"cannot write {path}: {error.strerror or error}") from error
    except (sqlite3.Error, OverflowError) as error:
        raise MachineError(f"cannot write {path}: {error}") from error
    return counts


def _fill(path: Path, manifest: Manifest, records: Sequence[Record], digests: Mapping[str, str], progress: Progress | None) -> Counter[str]:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # Nobody else sees the file yet, and a crash throws it away: no journal, no waiting for the disk until it is done.
        connection.executescript(
            f"PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
            f"PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;"
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; BEGIN"
        )
        database = sqlite_utils.Database(connection, execute_plugins=False)
        for statement in create_tables():
            database.execute(statement)
        counts = _insert(connection, manifest, records, digests, progress)
        for statement in create_indexes():
            database.execute(statement)
        database.execute('INSERT INTO "passage_words" ("passage_words") VALUES (\'optimize\')')
        database.execute("COMMIT")
        _verify(database)
    finally:
        connection.close()
    return counts


def _insert(
    connection: sqlite3.Connection,
    manifest: Manifest,
    records: Sequence[Record],
    digests: Mapping[str, str],
    progress: Progress | None,
) -> Counter[str]:
    flattener = Flattener(Targets(records), sorted(digests.items()))
    flattener.add_manifest(manifest)
    counts = Counter(dict.fromkeys((*KINDS, POINT), 0))
    for done, record in enumerate(sorted(records, key=lambda one: worth(one.kind)), 1):
        flattener.add(record)
        counts[record.kind] += 1
        counts[POINT] += len(record.point) if isinstance(record, Plan) else 0
        if done % _BATCH == 0:
            _flush(connection, flattener)
            if progress:
                progress("writing", done, len(records))
    _flush(connection, flattener)
    if progress:
        progress("writing", len(records), len(records))
    meta = {"schema": str(VERSION), "tool": maker(), **{f"count:{kind}": str(count) for kind, count in counts.items()}}
    connection.executemany(insert_into("meta", ("key", "value")), meta.items())
    return counts


def _flush(connection: sqlite3.Connection, flattener: Flattener) -> None:
    for statement, rows in flattener.rows.items():
        connection.executemany(statement, rows)
    flattener.rows.clear()


def _verify(database: sqlite_utils.Database) -> None:
    """A store that does not hold together is never put in place of one that does."""
    damage = [row[0] for row in database.execute("PRAGMA integrity_check").fetchall()]
    if damage != ["ok"]:
        raise sqlite3.DatabaseError(f"the new file is damaged: {damage[0]}")
    if loose := database.execute("PRAGMA foreign_key_check").fetchone():
        table, _, target, _ = loose
        raise sqlite3.IntegrityError(f"a row of {table} refers to a {target} that is not there")


def _to_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


_OURS: set[Path] = set()  # temporary files of this process that are being written


@contextmanager
def _building(path: Path) -> Iterator[Path]:
    """A temporary file for the next `path`; its name tells who is at it."""
    temporary = path.with_name(f"{path.name}.building-{os.getpid()}-{_host()}-{secrets.token_hex(4)}")
    _OURS.add(temporary)
    try:
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        _OURS.discard(temporary)


def _clear_litter(path: Path) -> None:
    """Remove what dead builds left beside `path`."""
    for left in path.parent.glob(f"{glob.escape(path.name)}.building-*"):
        if left not in _OURS and _is_dead(left):
            with suppress(OSError):
                left.unlink()


def _is_dead(left: Path) -> bool:
    """Whether nobody is writing to a temporary file any more."""
    _, _, tail = left.name.rpartition(".building-")
    pid, _, rest = tail.partition("-")
    host, _, _ = rest.rpartition("-")
    if host == _host() and pid.isdecimal():
        return int(pid) == os.getpid() or not _is_running(int(pid))
    try:
        return time.time() - left.stat().st_mtime > _ABANDONED
    except OSError:
        return False


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _host() -> str:
    return re.sub(r"[^A-Za-z0-9]", "", socket.gethostname())[:32]
