"""Every question put to the file system whether something is there, and the wait until it is on the disk.

Where a folder on the way may not be entered, nothing is there.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def is_there(path: Path) -> bool:
    """Return whether anything is there, as far as this user can see."""
    return _mode(path) is not None


def is_folder(path: Path) -> bool:
    """Return whether there is a folder, as far as this user can see; whatever else is there, or cannot be there, is none."""
    mode = _mode(path)
    return mode is not None and stat.S_ISDIR(mode)


def is_file(path: Path) -> bool:
    """Return whether there is a plain file, as far as this user can see."""
    mode = _mode(path)
    return mode is not None and stat.S_ISREG(mode)


def is_link(path: Path) -> bool:
    """Return whether there is a link, wherever it leads, as far as this user can see."""
    try:
        return stat.S_ISLNK(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def followed(path: Path) -> Path:
    """Return the whole path of what is there, or would be, with every link followed. Raise OSError where links lead in a circle."""
    try:
        found = path.resolve()
    except RuntimeError as error:  # of a circle, until Python 3.12
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from error
    if is_link(found):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return found


def homed(path: Path | str) -> Path:
    """Return a path with the home that `~` or `~somebody` begins it with; as it is where nobody knows that home."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 - Path.expanduser raises where there is no such home


def is_above(folder: Path, other: Path) -> bool:
    """Return whether a folder is one of those that another one lies in, whatever links lead there."""
    try:
        return followed(folder) in followed(other).parents
    except OSError:
        return False


def is_own(path: Path) -> bool:
    """Return whether what is there belongs to this user, or to who runs the machine; a link belongs to who made it."""
    try:
        return {path.lstat().st_uid, path.stat().st_uid} <= {os.geteuid(), 0}
    except OSError:
        return False


def is_trusted_beside(path: Path, other: Path) -> bool:
    """Return whether what is there, or will be, is this user's, of who runs the machine, or of whose the `other` is anyway."""
    try:
        owners = {path.lstat().st_uid, path.stat().st_uid}
    except OSError:
        return not is_link(path)
    try:
        return owners <= {os.geteuid(), 0, other.stat().st_uid}
    except OSError:
        return False


def to_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk. Raise OSError where that cannot be."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _mode(path: Path) -> int | None:
    try:
        return os.stat(path).st_mode  # noqa: PTH116 (pathlib's questions raise where a folder may not be entered)
    except (OSError, ValueError):  # a name with a null byte
        return None
