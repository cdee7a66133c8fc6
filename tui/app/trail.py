"""What is remembered of a session: every stop as it was left, to go back to and forward again; and what was searched for."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import replace

from tui.app.place import Place

MOST = 200  # stops that are remembered

Stop = tuple[Place, ...]


class Trail:
    """Stops in the order in which they were reached. A stop is the whole stack of places, each with its pane as it was set then."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._now = -1

    def leave(self, stack: Sequence[Place]) -> None:
        """Note how the reader leaves the present stop: the rows, filters and views may have changed since it was reached."""
        if self._now >= 0:
            self._stops[self._now] = kept(stack)

    def arrive(self, stack: Sequence[Place]) -> None:
        """Add a new stop; what lay forward of the one before it is forgotten."""
        self._stops = [*self._stops[: self._now + 1], kept(stack)][-MOST:]
        self._now = len(self._stops) - 1

    def rise(self, stack: Sequence[Place]) -> None:
        """Go up to a place: to the stop before this one when the reader had come down from there, else to a new stop."""
        before = self._stops[self._now - 1] if self._now > 0 else ()
        if [place.address for place in before] == [place.address for place in kept(stack)]:
            self._now -= 1
        else:
            self.arrive(stack)

    def step(self, by: int) -> list[Place] | None:
        """Return the stack of the stop `by` steps on, as it was left; None when there is none."""
        if not 0 <= self._now + by < len(self._stops):
            return None
        self._now += by
        return list(kept(self._stops[self._now]))


def kept(stack: Sequence[Place]) -> Stop:
    """Return copies that later changes do not reach, without those that only help to get somewhere; what panes hold is never changed."""
    return tuple(replace(place, pane=copy(place.pane)) for place in stack if not place.pane.passing)


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
