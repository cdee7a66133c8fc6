"""`Reader`: the state of one reader of one briefing; and where this reader was: the addresses from the pane at the bottom to the page on
top, and the day, where it was another one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from tui.frozen import frozen
from tui.reader.state import PATIENCE, State, minute, state_folder


class Reader:
    """What one reader has read, marked and written in one briefing, which is told from others by where it is."""

    def __init__(self, state: State, place: Path, title: str) -> None:
        self.state = state
        self.place = str(place.resolve())
        self.title = title
        self._id: tuple[int, int] | None = None  # and of which file

    @classmethod
    def of(cls, place: Path, title: str = "", patience: float = PATIENCE) -> Reader:
        """Return the reader who has started this program, of the briefing whose manifest or store is at `place`.

        `patience` is for how many seconds to wait for another program that writes.
        """
        return cls(State(state_folder(), patience), place, title)

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


@frozen
class WhereLeft:
    """`addresses` from the pane up; `day` None for the briefing's own."""

    addresses: tuple[str, ...]
    day: str | None


def left_at(reader: Reader) -> WhereLeft | None:
    """Return where the reader was, None where nobody knows."""
    found = reader.row(
        "SELECT place.addresses, place.day FROM place JOIN briefing ON briefing.id = place.briefing WHERE briefing.place = ?", reader.place
    )
    if found is None:
        return None
    import json  # who opens at an address, or for the first time, does not wait for it

    try:
        addresses = json.loads(found[0])
    except ValueError:
        return None
    if not isinstance(addresses, list) or not addresses or not all(isinstance(one, str) for one in addresses):
        return None
    return WhereLeft(tuple(addresses), found[1])


def leave_at(reader: Reader, addresses: Sequence[str], day: str | None) -> None:
    """Keep where the reader is. NotKept where that cannot be."""
    import json

    with reader.change() as write:
        write.execute(
            "INSERT OR REPLACE INTO place (briefing, addresses, day, at) VALUES (?, ?, ?, ?)",
            (reader.id, json.dumps(list(addresses)), day, minute()),
        )
