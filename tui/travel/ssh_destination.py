"""A folder on a host, over ssh: by sftp, else by rsync."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tui.errors import MachineError
from tui.folders import is_there, temporary_folder
from tui.travel.destination import SshHost, within
from tui.travel.rsync import Rsync
from tui.travel.sftp import Sftp
from tui.travel.ssh_way import NoSuchWay, Way


class SshDestination:
    """A folder on a host, by whichever way it takes: the one that did is kept to."""

    def __init__(self, host: SshHost, config: Path | None = None, tell: Callable[[str], None] = lambda _: None) -> None:
        self.host = host
        self._ways: list[Way] = [Sftp(host, config, tell), Rsync(host, config, tell)]

    @property
    def name(self) -> str:
        """Return host and folder, as scp writes them."""
        return self.host.name

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

    def put(self, files: Sequence[Path], stale: Sequence[str], stood: bytes | None) -> None:
        """Put files there, each by one rename; then remove what is stale."""
        self._by_a_way(lambda way: way.put(files, stale, stood))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold nothing: neither way has locks. By sftp, who comes too late is refused; by rsync, it is found out afterwards at the most."""
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


def _beginning(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most)
