"""Which files a briefing consists of, and their bytes. Imports nothing slow: whoever only asks for the names pays for nothing else."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from tui.folders import is_folder

_MOST_ENTRIES = 200_000  # files and folders of one briefing
_MOST_BYTES = 32 * 1024 * 1024  # of one file: more than a hundred times what all those of the shipped briefing hold


class Unreadable(Exception):
    """Why a file gives no bytes, as a phrase that follows its name."""


def data_files(folder: Path, manifest: Path | None = None) -> list[Path]:
    """Return every entry below `folder` whose name ends in .toml, in the order of their paths, without the manifest.

    Links to folders are followed, once each. Hidden entries are passed over: editors leave their locks and backups there. A folder that
    cannot be listed is itself among the results, so that reading it fails where it can be told. Raise Unreadable where there is more than
    any briefing has: a link has led out of it.
    """
    found = [path for path in _below(folder) if manifest is None or not _same(path, manifest)]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def is_data_file(name: str) -> bool:
    """Return whether the name of a file ends in .toml; in capitals too, as other systems may write it."""
    return name.lower().endswith(".toml")


def _below(folder: Path) -> Iterator[Path]:
    waiting, seen, looked_at = [folder], set(), 0
    while waiting:
        here = waiting.pop()
        try:
            identity = here.stat()
            entries = list(os.scandir(here))
        except OSError:
            yield here
            continue
        if (identity.st_dev, identity.st_ino) in seen:
            continue
        seen.add((identity.st_dev, identity.st_ino))
        looked_at += len(entries)
        if looked_at > _MOST_ENTRIES:
            raise Unreadable(f"holds more than {_MOST_ENTRIES:,} files")
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if is_data_file(entry.name):
                yield Path(entry.path)
            elif is_folder(Path(entry.path)):
                waiting.append(Path(entry.path))


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def read(path: Path) -> bytes:
    """Return the bytes of a plain file; raise Unreadable. A pipe or a device is never opened: it might not end, or not begin."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Unreadable("is a folder, not a file")
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable("is no plain file")
        if found.st_size > _MOST_BYTES:
            raise Unreadable(f"is larger than {_MOST_BYTES // 1024 // 1024} MB, and is not read")
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)  # a file of /proc has no size, and may have no end
    except OSError as error:
        raise Unreadable(f"cannot be read: {(error.strerror or type(error).__name__).lower()}") from error
    except ValueError as error:  # a name with a null byte
        raise Unreadable("cannot be read: its name is no file name") from error
