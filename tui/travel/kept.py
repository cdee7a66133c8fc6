"""A reader's folder of editions: the store in force under one name, the stores before it, and what is known of where they come from.

    store.db              the store in force, replaced in one step; what sessions open
    edition.signed        the last edition that was taken, as it came
    versions/DIGEST.db    the stores of this edition and of earlier ones
    arriving/             what has come of a store so far
    known.json            where from, what the server calls its state, when it last answered, and what went wrong since

The folder is written under a lock. Killed at any moment, the store in force is whole, and the next pull does what was left undone.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from tui.errors import MachineError, Refused
from tui.folders import is_file, is_folder, plain_file, to_disk
from tui.frozen import frozen
from tui.locate import KNOWN
from tui.travel import edition as editions
from tui.travel.edition import Edition, StoreVersion, parted, read_edition

STORE = "store.db"
_VERSIONS, _ARRIVING, _LOCK = "versions", "arriving", "lock"
_OURS = {STORE, editions.FILE, KNOWN, _VERSIONS, _ARRIVING, _LOCK}
_MOST_KNOWN = 1 << 20  # bytes
_NO_TIME = 1e11  # seconds since 1970: no clock gets there
_BEING_WRITTEN = ".*.????????"
HERE = 3  # stores that are kept besides the one in force


@frozen(kw_only=True)
class Known:
    """What is known of where a briefing comes from. Times are seconds since 1970; `chosen` is a version that is held on to."""

    address: str = ""
    tag: str = ""
    answered: float = 0.0
    failed: str = ""
    chosen: int | None = None
    unverified: bool = False


class KeptFolder:
    """The folder, whether or not it is there yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = folder / STORE

    def known(self) -> Known:
        """Return what is known; nothing where the file is not there or damaged, which costs one whole answer."""
        try:
            with plain_file(self.folder / KNOWN) as file:
                held = json.loads(file.read(_MOST_KNOWN))
            values = {one.name: held[one.name] for one in fields(Known) if one.name in held}
        except (OSError, ValueError, TypeError, RecursionError):
            return Known()
        sound = {"address": str, "tag": str, "answered": (int, float), "failed": str, "chosen": (int, type(None)), "unverified": bool}
        told = {name: value for name, value in values.items() if isinstance(value, sound[name])}  # type: ignore[arg-type]
        if not 0 <= told.get("answered", 0) < _NO_TIME:  # nor is NaN between them
            del told["answered"]
        return Known(**told)

    def holds_other(self) -> bool:
        """Return whether something is there that no pull has put there. Raise MachineError where that cannot be seen."""
        if not is_folder(self.folder) or self.known().address:
            return False
        try:
            names = {path.name for path in self.folder.iterdir()} - {path.name for path in self.folder.glob(_BEING_WRITTEN)}
            return bool(names) and not _LOCK in names <= _OURS  # ours where a pull broke off before it could note where from
        except OSError as error:
            raise MachineError(f"cannot look into {self.folder}: {error.strerror}") from error

    def edition(self) -> Edition | None:
        """Return the edition that was last taken; None where there is none that can be read."""
        raw = self.raw()
        try:
            return read_edition(parted(raw)[0]) if raw else None
        except Refused:
            return None

    def raw(self) -> bytes:
        """Return that edition as it came, with its signature; empty where there is none."""
        try:
            with plain_file(self.folder / editions.FILE) as file:
                return file.read(editions.MOST)
        except OSError:
            return b""

    def version(self) -> StoreVersion | None:
        """Return the version whose store is in force; None where there is none."""
        edition = self.edition()
        return next((one for one in edition.versions if self._is_store(self.of(one))), None) if edition else None

    def of(self, version: StoreVersion) -> Path:
        """Return where the store of a version is, or would be."""
        return self.folder / _VERSIONS / f"{version.digest}.db"

    def has(self, version: StoreVersion, *, whole: bool = False) -> bool:
        """Return whether the store of a version is here; `whole`, which takes longer, whether it is still what came, to the byte."""
        path = self.of(version)
        try:
            return path.stat().st_size == version.size and not (whole and _digest(path) != version.digest)
        except OSError:
            return False

    def arriving(self, version: StoreVersion) -> Path:
        """Return the file in which a packed store arrives."""
        return self.folder / _ARRIVING / version.file

    def note(self, **changes: Any) -> Known:
        """Keep what is known now."""
        known = replace(self.known(), **changes)
        self._write(self.folder / KNOWN, json.dumps(asdict(known), indent=1).encode())
        return known

    def take(self, raw: bytes, edition: Edition, version: StoreVersion, tag: str) -> None:
        """Put an edition, and the store of one of its versions, in the place of the ones before.

        The store comes first. Killed before the edition follows, the next pull takes the same edition again.
        """
        self.put_in_force(version)
        if raw != self.raw():
            self._write(self.folder / editions.FILE, raw)
        self.note(tag=tag, answered=time.time(), failed="")
        self._clear(edition)

    def put_in_force(self, version: StoreVersion) -> None:
        """Let readers open the store of a version, in one step."""
        if self._is_store(self.of(version)):
            return
        new = self.folder / f".{STORE}.{secrets.token_hex(4)}"
        try:
            os.link(self.of(version), new)
        except OSError:  # a file system without links
            import shutil

            shutil.copyfile(self.of(version), new)
        try:
            new.replace(self.store)
            to_disk(self.folder)
        finally:
            new.unlink(missing_ok=True)

    def _is_store(self, path: Path) -> bool:
        """Return whether this file is the store in force: the same file, or the same bytes."""
        try:
            if path.samefile(self.store):
                return True
            one, other = path.stat(), self.store.stat()
            return one.st_nlink == 1 and one.st_size == other.st_size and _digest(self.store) == path.stem
        except OSError:
            return False

    def _clear(self, edition: Edition) -> None:
        """Remove the stores that are too many, and what was left by pulls that were killed."""
        kept = [one for one in edition.versions if self.has(one)][: HERE + 1]
        chosen = self.known().chosen
        names = {self.of(one).name for one in (*kept, *(one for one in edition.versions if one.version == chosen))}
        names |= {path.name for path in (self.folder / _VERSIONS).glob("*.db") if self._is_store(path)}
        left = [path for path in (self.folder / _VERSIONS).glob("*") if path.name not in names]
        left += [*(self.folder / _ARRIVING).glob("*"), *self.folder.glob(_BEING_WRITTEN)]
        for path in left:
            with suppress(OSError):
                path.unlink()

    def _write(self, path: Path, data: bytes) -> None:
        new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            with new.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)

    @contextmanager
    def held(self, patience: float = 60.0) -> Iterator[None]:
        """Keep other pulls away meanwhile, after `patience` seconds at the most; one that was killed holds nothing.

        Every fault of the disk becomes a MachineError.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with open(self.folder / _LOCK, "ab", opener=_at_once) as lock:
                _lock(lock.fileno(), self.folder, patience)
                for name in (_VERSIONS, _ARRIVING):
                    (self.folder / name).mkdir(exist_ok=True)
                yield
        except OSError as error:
            raise MachineError(f"cannot write to {self.folder}: {error.strerror or error}") from error


def _at_once(path: str, flags: int) -> int:
    """Open a file for `open`; raise OSError for a pipe that nobody reads, where it would wait."""
    return os.open(path, flags | os.O_NONBLOCK, 0o666)


def _lock(descriptor: int, folder: Path, patience: float) -> None:
    end = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise MachineError(f"another pull into {folder} is under way") from None
            time.sleep(0.05)
        else:
            return


def _digest(path: Path) -> str:
    with plain_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_kept(folder: Path) -> bool:
    """Return whether a folder is one that `briefing pull` fills, also where nothing has come whole yet."""
    return is_file(folder / KNOWN)


def in_cache(address: str, *, unverified: bool) -> KeptFolder:
    """Return the folder of an address in the reader's cache. What nobody vouches for is kept apart: it never passes for the other."""
    import platformdirs

    cache = platformdirs.user_cache_path("briefing")
    if not cache.is_absolute():
        raise MachineError("there is no home to keep the briefing in; `briefing pull --into FOLDER` names another place")
    key = hashlib.sha256(f"{address}{' unverified' if unverified else ''}".encode()).hexdigest()[:16]
    return KeptFolder(cache / "from-elsewhere" / key)
