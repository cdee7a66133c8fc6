"""By sftp, which every OpenSSH server has unless it was taken away."""

from __future__ import annotations

import re
import secrets
import signal
from collections.abc import Sequence
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path
from time import sleep

from tui.errors import MachineError
from tui.folders import is_file, temporary_folder
from tui.travel.destination import PART, TURNS, theirs_stands, turn_of
from tui.travel.edition import FILE
from tui.travel.ssh_way import SSH, NoSuchWay, Way, on, row

_TAKEN_AWAY = re.compile(r"\brename\b.*: No such file or directory$")
_NOT_OUR_TURN = re.compile(r"/\.edition\.(?:\w+\.)?turn\".*: (?:Failure|No such file or directory)$")
PAUSES = (1, 4, 15, 40)  # seconds between looking whether the other desk's edition has come
_NO_SFTP = ("subsystem request failed", "Received message too long")


class _NotOurTurn(MachineError):
    """Another edition stands than the one that was read, or another desk is about to put one there."""


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
            self.hold_read(name, on(name, lines), come=is_file(into / name))

    def listed(self, name: str) -> list[str]:
        """List by `ls`."""
        with temporary_folder() as workshop:
            return row(name, self._batch([f'-ls -ln "{self._where}{name}"'], workshop))

    def put(self, files: Sequence[Path], stale: Sequence[str], stood: bytes | None) -> None:
        """Put: every file under another name, to the disk; then, if it is our turn, renamed.

        It is while what stood still stands: the folder of its turn is renamed to ours, which only one desk can do, and a batch ends at
        the first command that fails.
        """
        ours = turn_of(files[-1].read_bytes())
        theirs = None if stood is None else turn_of(stood)
        try:
            self._put(files, stale, [f'rename "{theirs}" "{ours}"'] if theirs else [f'mkdir "{TURNS}"', f'mkdir "{ours}"'], theirs)
        except _NotOurTurn:
            turn = self._turn_after_all(stood, ours)
            try:
                self._put(files, stale, turn, theirs)
            except _NotOurTurn as error:  # a third desk was quicker
                raise theirs_stands(self.host.name) from error

    def _put(self, files: Sequence[Path], stale: Sequence[str], turn: Sequence[str], theirs: str | None) -> None:
        """Put by a batch that goes on if the commands of the turn do as they are told; where it fails after them, give it back.

        The other name is ours alone: into one that two desks share both would write at once. What lies there under such a name is of a desk
        that was killed, and could fill the disk for ever; where it is of one still at work, that one is told, and ours stands.
        """
        part = f".{secrets.token_hex(4)}{PART}"
        with temporary_folder() as workshop:
            lines = [f'-mkdir "{folder}"' for folder in _folders(self.host.path)]
            lines += [self._there, f"-rm .*{PART}"]
            for file in files:
                (workshop / file.name).symlink_to(file.absolute())
                lines.append(f'put -f "{file.name}" ".{file.name}{part}"')
            lines += turn  # once there is room for all of them
            lines += [f'rename ".{file.name}{part}" "{file.name}"' for file in files]
            lines += [f'-rm "{name}"' for name in stale]
            try:
                self._batch(lines, workshop)
            except MachineError as error:
                with suppress(MachineError):
                    ours = turn_of(files[-1].read_bytes())
                    back = [f'rename "{ours}" "{theirs}"'] if theirs else [f'rmdir "{ours}"', f'rmdir "{TURNS}"']
                    self._batch([self._there, f"-rm .*{part}", *back], workshop)
                if _NOT_OUR_TURN.search(str(error)):
                    raise _NotOurTurn(str(error)) from error
                if _TAKEN_AWAY.search(str(error)):
                    raise MachineError(f"somebody else is publishing at {self.host.name}; publish again") from error
                raise

    def _turn_after_all(self, stood: bytes | None, ours: str) -> list[str]:
        """Return the commands by which it is our turn where it seemed not to be. Raise MachineError where it is not.

        It is where no turns were kept until now; and where nothing came in a minute, so that the desk whose turn it was is dead.
        """
        for pause in (*PAUSES, None):
            with temporary_folder() as workshop:
                lines = self._batch([self._there, "-ls -1a", f'-get "{FILE}"'], workshop)
                stands = (workshop / FILE).read_bytes() if is_file(workshop / FILE) else None
            if stands != stood:
                raise theirs_stands(self.host.name)
            there = [line for line in lines if fnmatchcase(line, turn_of(None))]
            if TURNS not in lines:
                return [f'mkdir "{TURNS}"', f'mkdir "{ours}"']
            if stood is not None and turn_of(stood) in there:
                return [f'rename "{turn_of(stood)}" "{ours}"']
            if pause == PAUSES[0]:
                self.tell(
                    f"another publication to {self.host.name} began, and what it publishes does not stand yet; "
                    f"if it does not within {sum(PAUSES)} s, that desk is taken for dead, and this one publishes"
                )
            sleep(pause or 0)
        return [f'rename "{there[0]}" "{ours}"'] if there else [f'mkdir "{ours}"']

    @property
    def _there(self) -> str:
        return f'cd "{self.host.path}"'

    def _batch(self, lines: Sequence[str], folder: Path, well: Sequence[int] = (0,)) -> list[str]:
        words = [*(("-F", str(self.config.absolute())) if self.config else ()), *SSH, "-oBatchMode=no", "-b", "-"]
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


def _folders(path: str) -> list[str]:
    """Return a folder with those above it, the highest first."""
    parts = [part for part in path.split("/") if part]
    root = "/" if path.startswith("/") else ""
    return [root + "/".join(parts[: number + 1]) for number in range(len(parts))] if path != "." else []
