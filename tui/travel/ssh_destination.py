"""A folder on a host, over ssh: by sftp, which every OpenSSH server has unless it was taken away, else by rsync.

Both are run as programs with lists of words; no shell of ours is built, and names that a shell at the other side could read otherwise
never come this far (`destination.host_of`). What ssh asks (a passphrase, a touch, whether a host is known) it asks on the terminal.
"""

from __future__ import annotations

import os
import re
import resource
import secrets
import shutil
import signal
import subprocess
from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tui.errors import BadInput, MachineError
from tui.folders import is_file, is_folder, is_there, temporary_folder
from tui.hostile import clean
from tui.travel.destination import PART, SshHost, within

_SSH = ("-oConnectTimeout=15", "-oServerAliveInterval=15", "-oServerAliveCountMax=4")
_FOLLOWS = (
    "Connection closed",
    "rsync error:",
    "rsync: connection unexpectedly closed",
    "(see the rsync manpage",
)  # Said after what was the reason.
_ABSENT = ("not found.", "No such file or directory", "No such file or directory (2)")  # how both say that there is nothing
_ECHO = "sftp>"  # before each command of a batch, which it says again
_LONGEST = 16 << 20  # bytes of a file that is fetched; more than any has, and than anybody has hosts that ssh knows
_TAKEN_AWAY = re.compile(r"\brename\b.*: No such file or directory$")
_NO_SFTP = ("subsystem request failed", "Received message too long")


class NoSuchWay(MachineError):
    """The host does not speak this way, or the program for it is not here: another may do."""


class SshDestination:
    """A folder on a host, by whichever way it takes: the one that did is kept to."""

    def __init__(self, host: SshHost, config: Path | None = None) -> None:
        self.host = host
        self._ways: list[Way] = [Sftp(host, config), Rsync(host, config)]

    @property
    def name(self) -> str:
        """Return host and folder, as scp writes them."""
        return f"{self.host.login}:{self.host.path}"

    def read(self, names: Sequence[str], most: int) -> dict[str, bytes]:
        """Return the files of these names that are there."""
        with temporary_folder() as workshop:
            self._by_a_way(lambda way: way.fetch(names, workshop, most))
            return within({name: _beginning(workshop / name, most + 1) for name in names if is_there(workshop / name)}, most, self.name)

    def has(self, name: str, size: int) -> bool:
        """Return whether a file of this name and size lies there."""
        found: list[bool] = []
        self._by_a_way(lambda way: found.append(str(size) in way.listed(name)))
        return found == [True]

    def put(self, files: Sequence[Path], stale: Sequence[str]) -> None:
        """Put files there, each by one rename; then remove what is stale."""
        self._by_a_way(lambda way: way.put(files, stale))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold nothing: neither way has locks. Who published at the same time is found out afterwards."""
        yield

    def stores(self) -> list[str]:
        """Return none: nobody else is kept away, whose store may lie here before its edition."""
        return []

    def _by_a_way(self, work: Callable[[Way], None]) -> None:
        """Do some work by the first way that the host takes."""
        told: list[str] = []
        while self._ways:
            try:
                return work(self._ways[0])
            except NoSuchWay as error:
                told.append(str(error))
                self._ways.pop(0)
        raise MachineError(f"{self.name} takes neither sftp nor rsync: {'; '.join(told)}")


class Way:
    """What both ways have in common: the host, and how a program is run."""

    program = ""

    def __init__(self, host: SshHost, config: Path | None) -> None:
        self.host = host
        self.config = config
        if config is not None and not is_file(config):
            raise BadInput(f"there is no ssh configuration {config}")

    @abstractmethod
    def fetch(self, names: Sequence[str], into: Path, most: int) -> None:
        """Fetch the files of these names that are there."""

    @abstractmethod
    def listed(self, name: str) -> list[str]:
        """Return the words in which the host lists a file, its size among them; none where it is not there."""

    @abstractmethod
    def put(self, files: Sequence[Path], stale: Sequence[str]) -> None:
        """Put files there, each by one rename; then remove what is stale."""

    def run(self, words: Sequence[str], given: str = "", folder: Path | None = None, well: Sequence[int] = (0,)) -> list[str]:
        """Run the program and return the lines that it said. Raise NoSuchWay or MachineError when it ends otherwise than `well`.

        It writes no file longer than any that it is to fetch, whatever the host sends.
        """
        path = shutil.which(self.program)
        if path is None:
            raise NoSuchWay(f"{self.program} is not here")
        try:
            done = subprocess.run(  # noqa: S603 - no shell
                [path, *words],
                input=given.encode(),
                capture_output=True,
                cwd=folder,
                env={**os.environ, "LC_ALL": "C"},
                preexec_fn=_bounded,
                check=False,
            )
        except OSError as error:
            raise MachineError(f"cannot run {self.program}: {error.strerror}") from error
        told = done.stderr.decode("utf-8", "replace")
        lines = _lines(told)
        if done.returncode not in well:
            why = next((line for line in reversed(lines) if not line.startswith(_FOLLOWS)), lines[-1] if lines else "")
            self.refuse_if_unknown(told, done.returncode)
            raise MachineError(f"{self.host.login}: {self.program} ended with {done.returncode}{f': {why}' if why else ''}")
        return lines + [line for line in _lines(done.stdout.decode("utf-8", "replace")) if not line.startswith(_ECHO)]

    def hold_read(self, name: str, said: Sequence[str], *, come: bool) -> None:
        """Raise MachineError where a file may be there and could not be read whole: one that is not there was never published."""
        why = next((line for line in said if not line.endswith(_ABSENT)), "")
        if why or not (come or said):
            raise MachineError(f"{self.host.login}: {self.program} could not read {name}{f': {why}' if why else ''}")

    def refuse_if_unknown(self, told: str, code: int) -> None:
        """Raise NoSuchWay when the host does not speak this way."""


class Sftp(Way):
    """By sftp: its `rename` replaces in one step where the server is OpenSSH's, and a batch ends at the first command that fails."""

    program = "sftp"

    @property
    def _where(self) -> str:
        return "" if self.host.path == "." else f"{self.host.path.rstrip('/')}/"

    def fetch(self, names: Sequence[str], into: Path, most: int) -> None:
        """Fetch; a dash before a command lets the batch go on where it fails, as where nothing was published yet."""
        lines = self._batch([f'-get "{self._where}{name}" "{name}"' for name in names], into, well=(0, -signal.SIGXFSZ))
        if any(is_file(into / name) and (into / name).stat().st_size > most for name in names):
            return  # which is refused
        for name in names:
            self.hold_read(name, _on(name, lines), come=is_file(into / name))

    def listed(self, name: str) -> list[str]:
        """List by `ls`."""
        with temporary_folder() as workshop:
            return _row(name, self._batch([f'-ls -ln "{self._where}{name}"'], workshop))

    def put(self, files: Sequence[Path], stale: Sequence[str]) -> None:
        """Put: every file under another name, to the disk, then renamed.

        That name is ours alone: into one that two desks share both would write at once. What lies there under such a name was left by a
        desk that was killed, and could fill the disk for ever; where it is of one still at work, that one is told, and ours stands.
        """
        part = f".{secrets.token_hex(4)}{PART}"
        with temporary_folder() as workshop:
            lines = [f'-mkdir "{folder}"' for folder in _folders(self.host.path)]
            there = f'cd "{self.host.path}"'
            lines += [there, f"-rm .*{PART}"]
            for file in files:
                (workshop / file.name).symlink_to(file.absolute())
                lines.append(f'put -f "{file.name}" ".{file.name}{part}"')
            lines += [f'rename ".{file.name}{part}" "{file.name}"' for file in files]  # once there is room for all of them
            lines += [f'-rm "{name}"' for name in stale]
            try:
                self._batch(lines, workshop)
            except MachineError as error:
                with suppress(MachineError):
                    self._batch([there, f"-rm .*{part}"], workshop)
                if _TAKEN_AWAY.search(str(error)):
                    raise MachineError(f"somebody else is publishing at {self.host.login}:{self.host.path}; publish again") from error
                raise

    def _batch(self, lines: Sequence[str], folder: Path, well: Sequence[int] = (0,)) -> list[str]:
        words = [*(("-F", str(self.config.absolute())) if self.config else ()), *_SSH, "-oBatchMode=no", "-b", "-"]
        words += ["-P", str(self.host.port)] if self.host.port else []
        login = (
            f"{self.host.user}@{self.host.host}" if ":" not in self.host.host else f"{self.host.user or ''}@[{self.host.host}]".lstrip("@")
        )
        return self.run(
            [*words, "--", login if self.host.user else login.removeprefix("@")], "".join(f"{line}\n" for line in lines), folder, well
        )

    def refuse_if_unknown(self, told: str, code: int) -> None:
        """Raise NoSuchWay where ssh came in, and there was no sftp."""
        if code == 255 and any(sign in told for sign in _NO_SFTP):
            raise NoSuchWay("it has no sftp")


class Rsync(Way):
    """By rsync, which itself writes each file under another name and renames it when it is whole."""

    program = "rsync"

    def fetch(self, names: Sequence[str], into: Path, most: int) -> None:
        """Fetch; 23 is a folder that is not there yet."""
        wanted = [f"--include=/{name}" for name in names]
        lines = self._rsync(
            ["-rL", "--info=skip", f"--max-size={most + 1}", *wanted, "--exclude=*"], f"{self._there()}/", f"{into}/", well=(0, 23)
        )
        failed = next((line for line in lines if line.startswith("rsync: ")), "")  # what follows is of the same
        for name in names:
            self.hold_read(name, [failed] if failed else _on(name, lines), come=not is_folder(into / name))

    def listed(self, name: str) -> list[str]:
        """List as rsync does where it is not told to where to copy."""
        return _row(name, self._rsync(["--list-only", "--no-human-readable"], f"{self._there()}/{name}", well=(0, 23)))

    def put(self, files: Sequence[Path], stale: Sequence[str]) -> None:
        """Put all files but the last, then the last; stale ones go by the deletion that rsync has for an empty folder."""
        for some in (files[:-1], files[-1:]):
            if some:
                self._rsync(["-q", "-tL", "--mkpath", "--chmod=F644"], *(str(file.absolute()) for file in some), f"{self._there()}/")
        if stale:
            with temporary_folder() as workshop:
                gone = [f"--include=/{name}" for name in stale]
                self._rsync(["-q", "-r", "--delete", *gone, "--exclude=*"], f"{workshop}/", f"{self._there()}/")

    def _there(self) -> str:
        host = f"[{self.host.host}]" if ":" in self.host.host else self.host.host
        return f"{self.host.user}@{host}:{self.host.path}" if self.host.user else f"{host}:{self.host.path}"

    def _rsync(self, options: Sequence[str], *places: str, well: Sequence[int] = (0,)) -> list[str]:
        ssh = ["ssh", *(("-F", str(self.config.absolute())) if self.config else ()), *_SSH]
        ssh += ["-p", str(self.host.port)] if self.host.port else []
        if any('"' in word or "'" in word for word in ssh):
            raise BadInput(f"rsync cannot be told of the file {self.config}")
        remote = " ".join(f'"{word}"' if " " in word else word for word in ssh)  # parted again by rsync itself, which runs no shell for it
        return self.run(["-s", f"--rsh={remote}", *options, "--", *places], well=well)

    def refuse_if_unknown(self, told: str, code: int) -> None:
        """Raise NoSuchWay where there is no rsync at the other side."""
        if code in (12, 127) and ("not found" in told or "protocol" in told):
            raise NoSuchWay("it has no rsync")


def _bounded() -> None:
    """Let no file that is fetched grow on and on."""
    now, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LONGEST if now == resource.RLIM_INFINITY else min(_LONGEST, now), most))


def _beginning(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most)


def _lines(told: str) -> list[str]:
    return [clean(line, lines=False).strip() for line in told.splitlines() if line.strip()]


def _on(name: str, lines: Sequence[str]) -> list[str]:
    """Return the lines that are about a file; a greeting of the host may hold its name as a word."""
    return [line for line in lines if line.startswith(f"{name} ") or f"/{name}" in line or f'"{name}"' in line]


def _row(name: str, lines: Sequence[str]) -> list[str]:
    """Return the words of the line in which a plain file is listed."""
    return next((line.split() for line in lines if line.startswith("-") and line.endswith(name)), [])


def _folders(path: str) -> list[str]:
    """Return a folder with those above it, the highest first."""
    parts = [part for part in path.split("/") if part]
    root = "/" if path.startswith("/") else ""
    return [root + "/".join(parts[: number + 1]) for number in range(len(parts))] if path != "." else []
