"""What both ways to a host over ssh have in common: how their program is run, and how it is understood.

They are run as programs with lists of words; no shell of ours is built, and names that a shell at the other side could read otherwise
never come this far (`destination.host_of`). What ssh asks (a passphrase, a touch, whether a host is known) it asks on the terminal.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path

from tui.errors import BadInput, MachineError
from tui.folders import is_file
from tui.hostile import clean
from tui.travel.destination import SshHost
from tui.travel.echo import echo_kept

SSH = ("-oConnectTimeout=15", "-oServerAliveInterval=15", "-oServerAliveCountMax=4")
_FOLLOWS = (
    "Connection closed",
    "rsync error:",
    "rsync: connection unexpectedly closed",
    "(see the rsync manpage",
)  # Said after what was the reason.
_ABSENT = ("not found.", "No such file or directory", "No such file or directory (2)")  # how both say that there is nothing
_ECHO = "sftp>"  # before each command of a batch, which it says again
_LONGEST = 16 << 20  # bytes of a file that is fetched; more than any has, and than anybody has hosts that ssh knows


class NoSuchWay(MachineError):
    """The host does not speak this way, or the program for it is not here: another may do."""


class Way:
    """What both ways have in common: the host, and how a program is run."""

    program = ""

    def __init__(self, host: SshHost, config: Path | None, tell: Callable[[str], None]) -> None:
        self.host = host
        self.tell = tell
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
    def put(self, files: Sequence[Path], stale: Sequence[str], stood: bytes | None) -> None:
        """Put files there, each by one rename, in the place of the edition that stood; then remove what is stale."""

    def run(self, words: Sequence[str], given: str = "", folder: Path | None = None, well: Sequence[int] = (0,)) -> list[str]:
        """Run the program and return the lines that it said. Raise NoSuchWay or MachineError when it ends otherwise than `well`.

        It writes no file longer than any that it is to fetch, whatever the host sends.
        """
        path = shutil.which(self.program)
        if path is None:
            raise NoSuchWay(f"{self.program} is not here")
        try:
            with echo_kept():
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


def _bounded() -> None:
    """Let no file that is fetched grow on and on."""
    now, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LONGEST if now == resource.RLIM_INFINITY else min(_LONGEST, now), most))


def _lines(told: str) -> list[str]:
    return [clean(line, lines=False).strip() for line in told.splitlines() if line.strip()]


def on(name: str, lines: Sequence[str]) -> list[str]:
    """Return the lines that are about a file; a greeting of the host may hold its name as a word."""
    return [line for line in lines if line.startswith(f"{name} ") or f"/{name}" in line or f'"{name}"' in line]


def row(name: str, lines: Sequence[str]) -> list[str]:
    """Return the words of the line in which a plain file is listed."""
    return next((line.split() for line in lines if line.startswith("-") and line.endswith(name)), [])
