"""Records read in part and kept: whoever tells who says what names sources, people and parties by the dozen."""

from __future__ import annotations

from collections.abc import Container

from tui.model import KINDS, Record
from tui.store.opening import Connection
from tui.store.rows import RowReader, as_public
from tui.store.schema import layout_of

_FEW = 500  # records of a kind that are read in one go: one statement in the place of one for nearly each of them


class Cards:
    """The cards of a store, of what is known on a day: records with their own fields, and with those `parts` that are named."""

    def __init__(self, connection: Connection, rows: RowReader, as_at: str, parts: Container[str] = ()) -> None:
        self._connection = connection
        self._rows = rows
        self._as_at = as_at
        self._parts = parts
        self._read: dict[str, dict[str, Record | None]] = {}
        self._whole: dict[str, bool] = {}  # whether `_read` has all of a kind

    def card(self, kind: str, id_: str) -> Record | None:
        """Return the card of that kind and id, or None."""
        if kind not in KINDS:
            return None
        read = self._of(kind)
        if id_ not in read and not self._whole[kind]:
            found = self._rows.fetch(layout_of(kind), "id = ?", (id_,), self._parts)
            read[id_] = as_public(found[0], self._as_at) if found else None
        return read.get(id_)

    def all(self, kind: str) -> tuple[Record, ...]:
        """Return the cards of a kind, in source order; those of many are read anew each time."""
        read = self._of(kind)
        return tuple(one for one in read.values() if one) if self._whole[kind] else self._fetched(kind)

    def _of(self, kind: str) -> dict[str, Record | None]:
        """Return the cards of a kind that have been read; where there are few, all of them."""
        if kind not in self._read:
            self._whole[kind] = recorded(self._connection, kind) <= _FEW
            self._read[kind] = {one.id: one for one in self._fetched(kind)} if self._whole[kind] else {}
        return self._read[kind]

    def _fetched(self, kind: str) -> tuple[Record, ...]:
        return tuple(as_public(one, self._as_at) for one in self._rows.fetch(layout_of(kind), "true", (), self._parts))


def recorded(connection: Connection, kind: str) -> int:
    """Return how many records of a kind a store has, known on whatever day."""
    asked = "SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?"
    return int(connection.one(asked, (f"count:{layout_of(kind).table}",))[0])
