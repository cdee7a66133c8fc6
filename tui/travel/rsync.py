"""By rsync, where a host has no sftp."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tui.errors import BadInput
from tui.folders import is_folder, temporary_folder
from tui.travel.ssh_way import SSH, NoSuchWay, Way, on, row


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
            self.hold_read(name, [failed] if failed else on(name, lines), come=not is_folder(into / name))

    def listed(self, name: str) -> list[str]:
        """List as rsync does where it is not told to where to copy."""
        return row(name, self._rsync(["--list-only", "--no-human-readable"], f"{self._there()}/{name}", well=(0, 23)))

    def put(self, files: Sequence[Path], stale: Sequence[str], stood: bytes | None) -> None:  # noqa: ARG002 - see there
        """Put all files but the last, then the last; stale ones go by the deletion that rsync has for an empty folder.

        Rsync has no step that fails where another desk was quicker: of two at the same moment the later stands.
        """
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
        ssh = ["ssh", *(("-F", str(self.config.absolute())) if self.config else ()), *SSH]
        ssh += ["-p", str(self.host.port)] if self.host.port else []
        if any('"' in word or "'" in word for word in ssh):
            raise BadInput(f"rsync cannot be told of the file {self.config}")
        remote = " ".join(f'"{word}"' if " " in word else word for word in ssh)  # parted again by rsync itself, which runs no shell for it
        return self.run(["-s", f"--rsh={remote}", *options, "--", *places], well=well)

    def refuse_if_unknown(self, told: str, code: int) -> None:
        """Raise NoSuchWay where there is no rsync at the other side."""
        if code in (12, 127) and ("not found" in told or "protocol" in told):
            raise NoSuchWay("it has no rsync")
