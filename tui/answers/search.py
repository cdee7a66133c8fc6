"""What holds the words asked for."""

from __future__ import annotations

from dataclasses import dataclass

from tui.store.read import Hit, Store


@dataclass(frozen=True, slots=True)
class Found:
    """The hits, best first; `more` when there are more than were asked for."""

    words: str
    hits: tuple[Hit, ...]
    more: bool


def search(store: Store, words: str, limit: int = 50) -> Found:
    """Records and points that hold every word; the last word may be unfinished."""
    hits = store.search(words, limit + 1)
    return Found(words, hits[:limit], len(hits) > limit)
