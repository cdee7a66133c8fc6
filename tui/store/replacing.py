"""A new store in the place of the old one, in one step.

Killed at any moment, the old store stays whole. What is left of the new one, the next build clears.
"""

from __future__ import annotations

import glob
import os
import re
import secrets
import socket
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tui.errors import MachineError
from tui.folders import to_disk

_ABANDONED = 24 * 3600  # seconds after which the file of a builder that cannot be asked (another machine) is litter


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a temporary file, to be filled; then it is on the disk, and in the place of `path`. After an exception it is gone."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear_litter(path)
        with _building(path) as temporary:
            yield temporary
            to_disk(temporary)
            temporary.replace(path)
            to_disk(path.parent)
    except OSError as error:
        raise MachineError(f"cannot write {path}: {error.strerror or error}") from error
    except (sqlite3.Error, OverflowError) as error:
        raise MachineError(f"cannot write {path}: {error}") from error


_OURS: set[Path] = set()  # temporary files of this process that are being written


@contextmanager
def _building(path: Path) -> Iterator[Path]:
    """Yield a temporary file for the next `path`; its name tells who is at it."""
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
    """Return whether nobody is writing to a temporary file any more."""
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
