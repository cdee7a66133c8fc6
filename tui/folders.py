"""Every question put to the file system whether something is there, and the wait until it is on the disk.

Where a folder on the way may not be entered, nothing is there.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from tui.errors import MachineError


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


def plain_file(path: Path) -> BufferedReader:
    """Open a plain file to read it. Raise OSError for all else: a pipe or a device might not end, or not begin."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    raise OSError(errno.EINVAL, "it is no plain file", str(path))


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


def file_address(path: Path) -> str:
    """Return a path as the `file:` address that SQLite and a pull are given, whatever signs are in its names."""
    from urllib.parse import quote_from_bytes

    # Path.as_uri says the same, but from Python 3.14 on it loads all that fetches from the web: 0.1 s before the first page.
    return f"file://{quote_from_bytes(os.fsencode(path.absolute()))}"


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


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Yield a folder that its owner alone may enter, gone afterwards, also where a signal ends us meanwhile.

    Whatever fails on the disk meanwhile becomes a MachineError.
    """
    import shutil
    import tempfile  # 9 ms: what is only read needs none

    with _clearing_away():
        try:
            folder = Path(tempfile.mkdtemp(prefix="briefing-"))
        except OSError as error:
            raise MachineError(f"there is no place for a temporary file (TMPDIR names one): {error.strerror}") from error
        try:
            yield folder
        except OSError as error:
            at = error.filename if isinstance(error.filename, str) else folder
            raise MachineError(f"cannot work with {at}: {error.strerror or error}") from error
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _clearing_away() -> Iterator[None]:
    """Let signals that would end us at once leave us the time to clear away, as an interrupt does: a line drops, too."""
    import signal
    from threading import current_thread, main_thread

    def end(number: int, _: object) -> None:
        for one in ours:
            signal.signal(one, signal.SIG_IGN)  # a second one would come in the midst of it
        raise SystemExit(128 + number)

    here = current_thread() is main_thread()  # no other may have handlers
    ours = [one for one in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT) if here and signal.getsignal(one) is signal.SIG_DFL]
    for one in ours:
        signal.signal(one, end)
    try:
        yield
    finally:
        for one in ours:
            signal.signal(one, signal.SIG_DFL)


def _mode(path: Path) -> int | None:
    try:
        return os.stat(path).st_mode  # noqa: PTH116 (pathlib's questions raise where a folder may not be entered)
    except (OSError, ValueError):  # a name with a null byte
        return None
