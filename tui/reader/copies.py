"""The stores that a reader has read from, kept for their words: what differs is told against what this reader has read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tui.errors import BriefingError
from tui.folders import is_file
from tui.reader.reader import Reader
from tui.store.read import Store

LARGEST = 64 << 20  # bytes of a store that is copied; of a larger one the words of before are not at hand
FOLDER = "read"


def copied(reader: Reader, store: Store, path: Path) -> int | None:
    """Keep a copy of the store that is read now, and return its number; None where there can be none."""
    sources = store.sources()
    found = reader.row("SELECT id, file FROM copy WHERE briefing = ? AND sources = ? ORDER BY id DESC", reader.id, sources)
    if found and (held := file_of(reader, found[1])) and is_file(held):
        return int(found[0])
    made = _made(reader, path)
    if made is None:
        return None
    with reader.change() as write:
        cursor = write.execute("INSERT INTO copy (briefing, sources, file) VALUES (?, ?, ?)", (reader.id, sources, made.name))
    return cursor.lastrowid


def tidy(reader: Reader) -> None:
    """Throw away the copies from which nothing is left that this reader has not read on."""
    unused = "NOT EXISTS (SELECT 1 FROM seen WHERE seen.briefing = copy.briefing AND seen.copy = copy.id)"
    with reader.change() as write:
        gone = write.execute(f"SELECT id, file FROM copy WHERE briefing = ? AND {unused}", (reader.id,)).fetchall()  # noqa: S608
        write.executemany("DELETE FROM copy WHERE id = ?", [(number,) for number, _ in gone])
    for _, name in gone:
        if path := file_of(reader, name):
            with suppress(OSError):
                path.unlink()


def opened(reader: Reader, number: int | None) -> Store | None:
    """Return a copy, open; None where it is not there, or cannot be read by this program."""
    found = reader.row("SELECT file FROM copy WHERE id = ?", number) if number is not None else None
    path = file_of(reader, found[0]) if found else None
    if path is None:
        return None

    try:
        return Store.open(path)
    except BriefingError:
        return None


def holds(store: Store, seen: Mapping[str, str]) -> set[str]:
    """Return of which of these addresses a copy has the words that were read; all of them, unless somebody has written into it."""
    held = store.digests()
    return {address for address, digest in seen.items() if held.get(address) == digest}


def file_of(reader: Reader, name: str) -> Path | None:
    """Return where a copy is; None where nothing is kept."""
    return reader.state.folder / FOLDER / name if reader.state.folder is not None and reader.state.kept else None


def _made(reader: Reader, path: Path) -> Path | None:
    if reader.state.folder is None or not reader.state.kept:
        return None
    folder = reader.state.folder / FOLDER
    made = folder / f"{reader.id}-{os.getpid()}-{os.urandom(4).hex()}.db"
    try:
        if path.stat().st_size > LARGEST:
            return None
        folder.mkdir(mode=0o700, exist_ok=True)
        with open(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out, path.open("rb") as source:  # noqa: PTH123
            shutil.copyfileobj(source, out)
    except OSError:
        with suppress(OSError):
            made.unlink()
        return None
    return made
