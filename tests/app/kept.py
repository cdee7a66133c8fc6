"""Stores that one test after the other reads: what was read once is there for the next."""

from __future__ import annotations

from pathlib import Path

from bench.large import grow
from invented import Once

from tui.store.read import Store

_MOST = 6  # stores that stay open: the shipped briefing, the template's and a large one, and these at other days
_kept: dict[tuple[object, ...], Kept] = {}


class Kept(Store):
    """A store that stays open for the next test."""

    def close(self) -> None:
        """Let the next test have it."""

    def let_go(self) -> None:
        """Let go of the file."""
        super().close()


def kept(path: Path, as_at: str | None = None) -> Store:
    """Give the store in this file as it is now, at this day."""
    found = path.stat()
    key = (path, found.st_ino, found.st_mtime_ns, found.st_size, as_at)
    store = _kept.pop(key, None) or Kept.open(path, as_at)
    _kept[key] = store
    while len(_kept) > _MOST:
        _kept.pop(next(iter(_kept))).let_go()
    return store


def large(shipped: Path, once: Once) -> Path:
    """Give the shipped store with six thousand points more; made once."""
    return once("large", lambda folder: grow(shipped, folder / "store.db", 6_000, "us-28")) / "store.db"
