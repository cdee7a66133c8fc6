"""What the reader has searched for, to be brought back."""

from __future__ import annotations

MOST_SEARCHED = 50


class Searched:
    """What the reader has searched for in this session."""

    def __init__(self) -> None:
        self._words: list[str] = []

    def add(self, words: str) -> None:
        """Remember words, as the latest."""
        if words.strip():
            self._words = [words, *(one for one in self._words if one != words)][:MOST_SEARCHED]

    def latest(self) -> tuple[str, ...]:
        """Return what was searched for, the latest first."""
        return tuple(self._words)
