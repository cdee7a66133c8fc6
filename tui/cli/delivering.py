"""A file that was made for somebody: to standard output, to the path named, or as several files into a folder."""

from __future__ import annotations

import os
import secrets
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from tui.cli import output
from tui.errors import BadInput, MachineError
from tui.folders import followed, is_file, is_there
from tui.locate import manifest_of
from tui.render.formats import MARK, Made
from tui.store.opening import is_store


def deliver(made: Made, out: str | None, *, marked: bool = False) -> None:
    """Write what was made to `out`, to standard output without one; `marked` files begin with the mark of UTF-8.

    BadInput where it is no text and nobody said where it should go, MachineError where it cannot be written.
    """
    if out is None:
        _to_output(made)
    elif isinstance(made, Mapping):
        _write_all(made, Path(out), marked=marked)
    else:
        _write(Path(out), made, marked=marked)


def spare(out: str, place: Path, store: Path) -> None:
    """Raise BadInput where writing to `out` would destroy what the briefing is made from, or the store that it is read from."""
    from tui.compile.build import sources_of  # 1.1 ms: only who writes a file

    path, manifest = Path(out), manifest_of(place)
    if is_store(path):
        raise BadInput(f"{out} is a briefing's store, so it is not overwritten; give another name")
    if manifest and any(_is(path, source) for source in sources_of(manifest, store)):
        raise BadInput(f"{out} is a source file of this briefing, so it is not overwritten; give another name")


def _to_output(made: Made) -> None:
    if isinstance(made, str):
        output.data(made)
    elif isinstance(made, bytes):
        if sys.stdout is not None and sys.stdout.isatty():
            raise BadInput("this is no text for a terminal; say where it should go with -o FILE")
        output.raw(made)
    else:
        raise BadInput(f"these are {len(made)} files; say into which folder with -o FOLDER, or which one with --what")


def _write_all(made: Mapping[str, str], folder: Path, *, marked: bool) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MachineError(f"cannot make the folder {folder}: {error.strerror or error}") from error
    for name, text in made.items():
        _write(folder / name, text, marked=marked)


def _write(path: Path, made: str | bytes, *, marked: bool) -> None:
    content = made if isinstance(made, bytes) else ((MARK if marked else "") + made).encode()
    try:
        path = followed(path)
        if (is_there(path) and not is_file(path)) or not os.access(path.parent, os.W_OK | os.X_OK):
            path.write_bytes(content)  # a device or a pipe; or a file that may be written, in a folder that may not
        else:
            _replace(path, content)
    except OSError as error:
        raise MachineError(f"cannot write {path}: {error.strerror or error}") from error


def _replace(path: Path, content: bytes) -> None:
    """Put a file in the place of the old one in one step: on a full disk the old one stays whole."""
    temporary = path.with_name(f".briefing-{secrets.token_hex(8)}")
    try:
        with temporary.open("xb") as file:
            if is_file(path):
                os.chmod(file.fileno(), stat.S_IMODE(path.stat().st_mode))  # noqa: PTH101 (the file that is open)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _is(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):  # one of them is not there, or cannot be
        return False
