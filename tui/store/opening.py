"""Is this file a store that can be read, and if not, why not: the header tells, before SQLite is asked."""

from __future__ import annotations

import hashlib
import sqlite3
import stat
import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar, cast

from tui.errors import MachineError
from tui.folders import file_address
from tui.store.schema import APPLICATION_ID, SCHEMA_DIGEST, VERSION

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_LONGEST = 16_000_000  # bytes of one row or value
_STEPS = 100_000  # of SQLite's machine, between two looks at the clock
PATIENCE = 20.0  # seconds after which a question comes to no end


T = TypeVar("T")


class OtherProgram(MachineError):
    """A store that is whole, but that another version of this program has made, or another program."""


class Interrupted(Exception):
    """A question was taken back while it was being answered."""


def read_only(path: Path, *, handed_over: bool = False) -> sqlite3.Connection:
    """Return SQLite's own connection to a store, to read it; `handed_over` as for a Connection. Raise sqlite3.Error where it cannot."""
    # The file is never written again, only replaced: no locks, no journal, and a reader keeps the file it opened.
    address = f"{file_address(path)}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=not handed_over)


class Connection:
    """A store opened for reading. Whatever SQLite finds wrong with it becomes a sentence."""

    def __init__(self, path: Path, *, handed_over: bool = False) -> None:
        """Open the store; `handed_over` when another thread will use it than the one that opens it."""
        _check_header(path)
        self._path = path
        self._asked = monotonic()
        try:
            self._connection = read_only(path, handed_over=handed_over)
        except sqlite3.Error as error:
            raise MachineError(f"cannot open {path}: {error}") from error
        try:
            self._guard()
        except sqlite3.Error as error:
            self._connection.close()
            raise MachineError(f"cannot open {path}: {error}") from error
        self._file = _identity(path)
        self._kept: dict[Any, Any] = {}

    def _guard(self) -> None:
        """Let no store do more than be read: whoever made it may have meant to keep us busy for ever, or to fill the memory."""
        self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        self._connection.execute("PRAGMA trusted_schema = OFF")
        self._connection.execute("PRAGMA cell_size_check = ON")
        self._connection.set_progress_handler(lambda: monotonic() - self._asked > PATIENCE, _STEPS)

    def hold_to_schema(self) -> None:
        """Raise MachineError where the store has other tables, indexes, views or triggers than this program makes."""
        told = sorted(map(repr, self.select("SELECT type, name, tbl_name, sql FROM sqlite_schema")))
        if hashlib.sha256("\n".join(told).encode()).hexdigest()[:16] != SCHEMA_DIGEST:
            raise OtherProgram(f"{self._path} was made by another version of this program, or by another program. {_REBUILD}")

    def kept(self, kind: Callable[[Connection], T]) -> T:
        """Return what is made of this connection once and kept: a `Vocabulary`."""
        if kind not in self._kept:
            self._kept[kind] = kind(self)
        return cast("T", self._kept[kind])

    def held(self, make: Callable[[Connection], T]) -> T:
        """Return what is made of this connection; where it cannot be made, let go of the file."""
        try:
            return make(self)
        except BaseException:
            self.close()
            raise

    def twin(self) -> Connection | None:
        """Return the same file, to be handed over to another thread, or None when another file has taken its place."""
        try:
            twin = Connection(self._path, handed_over=True)
        except MachineError:
            return None
        if twin._file == self._file is not None:
            return twin
        twin.close()
        return None

    def interrupt(self) -> None:
        """End what another thread is asking here: there it is Interrupted."""
        self._connection.interrupt()

    def select(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows that a SELECT gives."""
        self._asked = monotonic()
        try:
            return self._connection.execute(statement, values).fetchall()
        except UnicodeEncodeError:
            return []  # half a character, from the command line or a paste: no row holds it
        except sqlite3.ProgrammingError:
            raise  # a closed connection, or a bug of ours
        except sqlite3.OperationalError as error:
            if str(error) == "interrupted" and monotonic() - self._asked > PATIENCE:
                raise self.damaged("a question to it comes to no end") from error
            if str(error) == "interrupted":
                raise Interrupted from error
            if str(error).startswith("no such"):  # column or table
                raise OtherProgram(f"{self._path} was made by another version of this program ({error}). {_REBUILD}") from error
            raise self.damaged(str(error)) from error
        except (sqlite3.DatabaseError, UnicodeDecodeError, MemoryError) as error:  # a size that damage made up
            raise self.damaged(str(error) or "it makes no sense") from error

    def one(self, statement: str, values: Sequence[Any] = ()) -> tuple[Any, ...]:
        """Return the one row that a SELECT gives in every store that is whole."""
        rows = self.select(statement, values)
        if not rows or None in rows[0]:
            raise self.damaged("something is missing")
        return rows[0]

    def damaged(self, why: str) -> MachineError:
        """Return what to tell when the content of the store makes no sense."""
        return _damaged(self._path, why)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


_REBUILD = "It is made from the source files: `briefing build --whole` makes it again; what was fetched, `briefing pull` fetches again."


def is_store(path: Path) -> bool:
    """Return whether the file says it is a briefing's store, of whatever format, whole or damaged."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError:
        return False
    return len(header) == _HEADER and header.startswith(_MAGIC) and _number(header, 68) == APPLICATION_ID


def _check_header(path: Path) -> None:
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # a pipe or a device is never opened: it might not end, or not begin
            raise MachineError(f"cannot read {path}: it is no plain file")
        with path.open("rb") as file:
            header = file.read(_HEADER)
            size = file.seek(0, 2)
    except FileNotFoundError:
        raise MachineError(f"there is no store at {path}") from None
    except OSError as error:
        raise MachineError(f"cannot read {path}: {error.strerror}") from error
    if not header.startswith(_MAGIC) or len(header) < _HEADER or _number(header, 68) != APPLICATION_ID:
        raise MachineError(f"{path} is not a briefing store")
    version = _number(header, 60)
    if version > VERSION:
        raise MachineError(f"{path} has format {version} and this program reads format {VERSION}: a newer program is needed")
    if version < VERSION:
        raise MachineError(f"{path} has format {version} and this program reads format {VERSION}. {_REBUILD}")
    page = struct.unpack_from(">H", header, 16)[0]
    if size != _number(header, 28) * (65536 if page == 1 else page):
        raise _damaged(path, "it is not as long as it says")


def _damaged(path: Path, why: str) -> MachineError:
    return MachineError(f"{path} is damaged ({why}). {_REBUILD}")


def _identity(path: Path) -> tuple[int, int, int] | None:
    """Return what tells a file from one that takes its place."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns


def _number(header: bytes, offset: int) -> int:
    return int(struct.unpack_from(">I", header, offset)[0])
