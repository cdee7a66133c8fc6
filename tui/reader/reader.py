"""`Reader`: the state of one reader of one briefing."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from tui.reader.state import State, state_folder


class Reader:
    """What one reader has read, marked and written in one briefing, which is told from others by where it is."""

    def __init__(self, state: State, place: Path, title: str) -> None:
        self.state = state
        self.place = str(place.resolve())
        self.title = title
        self._id: tuple[int, int] | None = None  # and of which file

    @classmethod
    def of(cls, place: Path, title: str = "") -> Reader:
        """Return the reader who has started this program, of the briefing whose manifest or store is at `place`."""
        return cls(State(state_folder()), place, title)

    @property
    def id(self) -> int:
        """Return the number of the briefing in the state; NotKept where it has none yet and none can be written."""
        if self._id is None or self._id[1] != self.state.files:
            found = self.row("SELECT id FROM briefing WHERE place = ?", self.place)
            if found is None:
                with self.state.change() as write:
                    write.execute("INSERT OR IGNORE INTO briefing (place, title) VALUES (?, ?)", (self.place, self.title))
                found = self.row("SELECT id FROM briefing WHERE place = ?", self.place)
            self._id = int(found[0]) if found else 0, self.state.files
        return self._id[0]

    def change(self) -> AbstractContextManager[sqlite3.Connection]:
        """Give what to write with: all of it is kept, or nothing. NotKept with the reason where it cannot be."""
        _ = self.id  # is written before, in a change of its own
        return self.state.change()

    def row(self, statement: str, *values: Any) -> tuple[Any, ...] | None:
        """Return the first row that a SELECT gives."""
        return next(iter(self.state.ask(statement, values)), None)

    def close(self) -> None:
        """Let go of the file."""
        self.state.close()
