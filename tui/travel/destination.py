"""Where a desk publishes to. Whoever reads there meets the old edition or the new one, never a part.

Each file comes under another name, reaches the disk and is renamed, and the edition comes last.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Protocol

from tui.errors import BadInput, MachineError, Refused
from tui.folders import is_there, plain_file, to_disk
from tui.frozen import frozen
from tui.travel.edition import FILE, MOST, STORE_FILE

PART = ".part"
PATIENCE = 60.0  # seconds for which a publication waits for another that is under way
TURNS = ".edition.turn"  # over ssh there are no locks: a folder whose name tells the edition that stands is renamed before the edition is


class Destination(Protocol):
    """A place to publish to. Each raises MachineError with a sentence where the place does not do as it is asked."""

    @property
    def name(self) -> str:
        """Return what it is called in a sentence."""

    def read(self, names: Sequence[str], most: int) -> dict[str, bytes]:
        """Return the files of these names that are there, `most` bytes of each. Raise Refused for a longer one."""

    def has(self, name: str, size: int) -> bool:
        """Return whether a file of this name and size lies there."""

    def put(self, files: Sequence[Path], stale: Sequence[str], stood: bytes | None) -> None:
        """Put files there under their own names, each in one step, in this order, the edition last; then remove what is `stale`.

        The edition that `stood` there is the one that is replaced. Raise MachineError where another has come, as far as the place can tell.
        """

    def held(self) -> AbstractContextManager[None]:
        """Keep others from publishing there meanwhile, as far as the place can."""

    def stores(self) -> list[str]:
        """Return the names of the stores that lie there; none where somebody else may just be putting one there."""


@frozen
class SshHost:
    """A folder on a host: `user` and `port` as ssh itself finds them where they are not given."""

    host: str
    path: str
    user: str = ""
    port: int | None = None

    @property
    def login(self) -> str:
        """Return user and host as ssh takes them."""
        return f"{self.user}@{self.host}" if self.user else self.host

    @property
    def name(self) -> str:
        """Return host and folder, as scp writes them."""
        return f"{self.login}:{self.path}"


# What ssh, sftp, rsync and the shell at the other side all take for a letter.
_HOST = re.compile(r"(?:(?P<user>[A-Za-z0-9_][A-Za-z0-9_.-]*)@)?(?P<host>[A-Za-z0-9_][A-Za-z0-9_.-]*|\[[0-9A-Fa-f:]+\])", re.ASCII)
_PATH = re.compile(r"[\w./+, @-]*")


def host_of(text: str) -> SshHost | None:
    """Return the host of `user@host:path` or `ssh://user@host:port/path`; None for a path of this machine, which has no colon before a /.

    Raise BadInput for names that another program could take for an option or a command.
    """
    if text.startswith("ssh://"):
        before, slash, path = text.removeprefix("ssh://").partition("/")
        name, colon, digits = before.rpartition(":") if re.search(r":\d+$", before) else (before, "", "")
        path, port = slash + path, int(digits) if colon else None
    else:
        name, colon, path = text.partition("]:") if text.partition("@")[2].startswith("[") or text.startswith("[") else text.partition(":")
        name += "]" * (colon == "]:")
        port = None
        if not colon or "/" in name:
            return None
    match = _HOST.fullmatch(name)
    if match is None:
        raise BadInput(f"{name!r} is no host that can be published to; write host:folder or user@host:folder")
    path = path.removeprefix("~/")
    if not _PATH.fullmatch(path) or path.startswith(("-", "~")):
        raise BadInput(f"the folder {path!r} at {name} has a sign that not every program there takes for a letter")
    return SshHost(match["host"].strip("[]"), path.rstrip("/") or ("/" if path.startswith("/") else "."), match["user"] or "", port)


class Folder:
    """A folder of this machine, or of a disk that is mounted here."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._is_held = False

    @property
    def name(self) -> str:
        """Return the path."""
        return str(self._path)

    def read(self, names: Sequence[str], most: int) -> dict[str, bytes]:
        """Return the files of these names that are there."""
        found = {}
        for name in names:
            try:
                with plain_file(self._path / name) as file:
                    found[name] = file.read(most + 1)
            except FileNotFoundError:
                continue
            except OSError as error:
                raise MachineError(f"cannot read {self._path / name}: {error.strerror}") from error
        return within(found, most, self.name)

    def has(self, name: str, size: int) -> bool:
        """Return whether a file of this name and size lies there."""
        try:
            return (self._path / name).stat().st_size == size
        except OSError:
            return False

    def put(self, files: Sequence[Path], stale: Sequence[str], stood: bytes | None) -> None:
        """Put files there, each by one rename; then remove what is stale."""
        fresh: list[Path] = []  # what is there through us, and led to by nothing until the last file is there
        try:
            self._path.mkdir(parents=True, exist_ok=True)
            if self.read((FILE,), MOST).get(FILE) != stood:
                raise theirs_stands(self.name)  # a desk over ssh, or where the file system has no locks
            for turn in self._path.glob(turn_of(None)):  # a desk over ssh that has read what stood is too late from now on
                turn.rename(self._path / turn_of(files[-1].read_bytes()))
            for file in files:
                to = self._path / file.name
                with self._written(file) as part:
                    fresh += [] if is_there(to) else [to]
                    part.replace(to)
                if file == files[-1]:
                    fresh.clear()
                to_disk(self._path)
        except OSError as error:
            for path in fresh:
                with suppress(OSError):
                    path.unlink()
            raise MachineError(f"cannot write to {self._path}: {error.strerror}") from error
        left = self._path.glob(f".*{PART}")  # by a desk that was killed; who publishes now holds the folder
        for path in (*(self._path / name for name in stale), *left):
            with suppress(OSError):  # the next time
                path.unlink()

    @contextmanager
    def _written(self, file: Path) -> Iterator[Path]:
        """Yield a copy of a file beside its place, on the disk, and gone afterwards where it was not renamed."""
        part = self._path / f".{file.name}{PART}"
        try:
            with file.open("rb") as given, part.open("wb") as out:
                shutil.copyfileobj(given, out, 1 << 20)
                out.flush()
                os.fsync(out.fileno())
            yield part
        finally:
            with suppress(OSError):
                part.unlink()

    def _is_ours(self, descriptor: int) -> bool:
        """Wait until nobody else publishes here, and return whether the file system can say so.

        Where it has no locks, the edition is looked at again when all is done.
        """
        end = monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if monotonic() > end:
                    raise MachineError(f"another publication to {self._path} is under way, and has not ended in {PATIENCE:.0f} s") from None
                sleep(0.05)
            except OSError:
                return False
            else:
                return True

    def stores(self) -> list[str]:
        """Return the names of the stores that lie here; none where the file system has no locks."""
        return [path.name for path in self._path.glob("*") if STORE_FILE.fullmatch(path.name)] if self._is_held else []

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep everybody else from publishing here meanwhile; a desk that was killed holds nothing."""
        fresh = not is_there(self._path)
        try:
            self._path.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self._path, os.O_RDONLY)
        except OSError as error:
            raise MachineError(f"cannot write to {self._path}: {error.strerror}") from error
        try:
            self._is_held = self._is_ours(descriptor)
            yield
        finally:
            self._is_held = False
            os.close(descriptor)
            if fresh:
                with suppress(OSError):
                    self._path.rmdir()  # nothing was published


def within(found: dict[str, bytes], most: int, where: str) -> dict[str, bytes]:
    """Return what was read. Raise Refused where a file is longer than any of ours."""
    for name, data in found.items():
        if len(data) > most:
            raise Refused(f"{name} at {where} is longer than any that was published")
    return found


def turn_of(edition: bytes | None) -> str:
    """Return the name of the folder that says which edition stands; the pattern of all of them for None."""
    return f".edition.{'*' if edition is None else hashlib.sha256(edition).hexdigest()[:32]}.turn"


def theirs_stands(name: str) -> MachineError:
    """Return what a desk is told that came too late."""
    return MachineError(f"somebody else published at {name} at the same time, and theirs stands; publish again")
