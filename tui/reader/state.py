"""The reader's state file: one SQLite database that its owner alone may read.

Two programs may write at once: each change is one short transaction that waits for its turn, and a killed program leaves the last whole
one. Who was refused once waits no more until a change is kept again: at a key, or at the end, such waits would add up.
A file that is damaged, or of a newer program, is kept aside under another name, and a new one is begun. Where nothing can be kept, the
state lives in memory for as long as the session does. In none of these cases does the program end; `said` tells once what happened.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tui.errors import MachineError
from tui.folders import homed

APPLICATION_ID = 0x42524653  # "BRFS"
VERSION = 1
PATIENCE = 10.0  # seconds to wait for another program that writes: one that writes without a pause leaves few gaps
AT_A_KEY = 1.0  # and where a reader waits for the screen meanwhile
NAME = "reader.db"
_HELD = "database is locked"
_TABLES = """
CREATE TABLE briefing (id INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE, title TEXT NOT NULL, sources TEXT, visited TEXT) STRICT;
CREATE TABLE copy (id INTEGER PRIMARY KEY, briefing INTEGER NOT NULL, sources TEXT NOT NULL, file TEXT NOT NULL) STRICT;
CREATE TABLE seen (briefing INTEGER NOT NULL, address TEXT NOT NULL, digest TEXT NOT NULL, at TEXT NOT NULL, copy INTEGER,
  PRIMARY KEY (briefing, address)) STRICT, WITHOUT ROWID;
CREATE TABLE place (briefing INTEGER PRIMARY KEY, addresses TEXT NOT NULL, day TEXT, at TEXT NOT NULL) STRICT;
CREATE TABLE bookmark (id INTEGER PRIMARY KEY, briefing INTEGER NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL, day TEXT,
  at TEXT NOT NULL, UNIQUE (briefing, name)) STRICT;
CREATE TABLE note (id INTEGER PRIMARY KEY, briefing INTEGER NOT NULL, address TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
  at TEXT NOT NULL, UNIQUE (briefing, address)) STRICT;
CREATE TABLE basket (briefing INTEGER NOT NULL, address TEXT NOT NULL, title TEXT NOT NULL, position INTEGER NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (briefing, address)) STRICT, WITHOUT ROWID;
"""


class NotKept(MachineError):
    """What the reader wanted kept could not be: a full disk, a file that another program holds for too long."""


class _Unusable(Exception):
    """The file is there, and no state that this program can read."""


def state_folder() -> Path:
    """Return where the state of a reader belongs, as `platformdirs.user_state_path` has it; that takes longer than all else of a start."""
    if sys.platform in ("win32", "darwin"):
        import platformdirs

        return platformdirs.user_state_path("briefing")
    named = os.environ.get("XDG_STATE_HOME", "").strip()
    return (Path(named) if named else homed("~/.local/state")) / "briefing"


class State:
    """The state file, open; `kept` tells whether it is one on the disk, `said` what the reader must be told of it, once."""

    def __init__(self, folder: Path | None, patience: float = PATIENCE) -> None:
        self.folder = folder
        self._patience = patience
        self._refused = False  # whether another program held the file for that long
        self.said = ""
        self.kept = True
        self.files = 0  # how many were opened: another one has other numbers
        self._connection = self._opened()

    @property
    def path(self) -> Path | None:
        """Return where the file is; None where nothing is kept."""
        return self.folder / NAME if self.folder is not None and self.kept else None

    def close(self) -> None:
        """Let go of the file."""
        with suppress(sqlite3.Error):
            self._connection.close()

    def ask(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows that a SELECT gives."""
        for again in (True, False):
            try:
                return self._connection.execute(statement, values).fetchall()
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                self._mind(error, again=again)
        return []

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Yield what to write with: all of it is kept, or nothing. NotKept with the reason where it cannot be."""
        try:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                self._mind(error, again=True)
                self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
                self._wait(refused=False)
            except BaseException:
                with suppress(sqlite3.Error):  # a disk that is full has taken the transaction back already
                    self._connection.execute("ROLLBACK")
                raise
        except (sqlite3.Error, sqlite3.Warning) as error:
            if _is_held(error):
                self._wait(refused=True)
            raise NotKept(f"not kept: {_reason(error)}") from error

    def _mind(self, error: sqlite3.DatabaseError | UnicodeDecodeError, *, again: bool) -> None:
        """Set a damaged file aside and begin a new one; raise NotKept for all else, and when it was tried already."""
        if _is_held(error):
            self._wait(refused=True)
        if not again or not _is_damage(error):
            raise NotKept(f"not kept: {_reason(error)}") from error
        self.close()
        self._set_aside("damaged")
        self._connection = self._opened()

    def _wait(self, *, refused: bool) -> None:
        """Wait for other programs from now on, or not at all after a refusal."""
        if refused != self._refused:
            self._refused = refused
            self._connection.execute(f"PRAGMA busy_timeout = {0 if refused else round(self._patience * 1000)}")

    def _opened(self) -> sqlite3.Connection:
        self.files += 1
        if self.folder is not None:
            for _ in range(2):  # once more, when what was there has been set aside
                try:
                    return _connected(self.folder, self._patience)
                except _Unusable as error:
                    self._set_aside(str(error))
                except (OSError, sqlite3.Error) as error:
                    self._tell(f"Nothing of this session will be kept: {_reason(error)}.")
                    break
        self.kept = False
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        connection.executescript(_TABLES)
        return connection

    def _set_aside(self, why: str) -> None:
        """Give a file that cannot be used another name, with the journal that belongs to it."""
        if self.folder is None:
            return
        path = self.folder / NAME
        aside = path.with_name(f"reader-{why}-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}.db")
        try:
            path.rename(aside)
        except OSError as error:
            self._tell(f"Your marks and notes cannot be read ({why}): {_reason(error)}.")
            return
        with suppress(OSError):  # it would be taken for the new file's
            path.with_name(f"{NAME}-journal").rename(aside.with_name(f"{aside.name}-journal"))
        what = "were written by a newer version of this program" if why == "newer" else "could not be read"
        self._tell(f"Your marks and notes {what}; they are kept as {aside}, and new ones begun.")

    def _tell(self, sentence: str) -> None:
        self.said = self.said or sentence


def _connected(folder: Path, patience: float) -> sqlite3.Connection:
    """Return the state file of a folder, made where there is none. _Unusable tells why what is there cannot be read."""
    if not folder.is_absolute():
        raise FileNotFoundError(2, "there is no home folder")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / NAME
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if os.fstat(descriptor).st_mode & 0o077:
            os.fchmod(descriptor, 0o600)
    finally:
        os.close(descriptor)
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        _prepare(connection)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        connection.close()
        if _is_damage(error):
            raise _Unusable("damaged") from error
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty file. _Unusable for the file of a newer program or of another, and for other tables than ours."""
    if _pragma(connection, "user_version") > VERSION:
        raise _Unusable("newer")
    if _pragma(connection, "user_version") == 0:
        connection.execute("BEGIN IMMEDIATE")
        try:
            _make(connection)
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
    told = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")]
    if _pragma(connection, "application_id") != APPLICATION_ID or sorted(told) != sorted(_statements()):
        raise _Unusable("damaged")  # a view may never end, and a table without types may hold anything


def _statements() -> list[str]:
    return [statement.strip() for statement in _TABLES.split(";") if statement.strip()]


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables, unless another program has done so meanwhile."""
    if _pragma(connection, "user_version"):
        return
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
        raise _Unusable("damaged")
    for statement in _statements():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _is_damage(error: sqlite3.DatabaseError | UnicodeDecodeError) -> bool:
    """Return whether the file itself is at fault, and not the disk, its owner or another program."""
    if isinstance(error, UnicodeDecodeError):  # a statement of the file's own, told again by SQLite, in bytes that are no text
        return True
    if type(error) is sqlite3.DatabaseError:  # "file is not a database", "database disk image is malformed"
        return True
    return isinstance(error, sqlite3.OperationalError) and str(error).startswith(("no such", "Could not decode"))


def _is_held(error: Exception) -> bool:
    """Return whether another program holds the file."""
    return str(error) == _HELD


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return {_HELD: "another program is writing", "attempt to write a readonly database": "it may not be written"}.get(
        str(error), str(error)
    )


def minute() -> str:
    """Return the minute, in UTC, as it is kept."""
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%MZ}"
