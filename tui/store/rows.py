"""Rows into records: one query for each table that a kind reaches, however many records there are."""

# ruff: noqa: S608 - the names in the statements come from the model, never from outside

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from tui.model import KINDS, Date, Record, Where
from tui.store.at_hand import as_on
from tui.store.opening import Connection
from tui.store.schema import DATE_PARTS, LinkTable, TableLayout, layout_of

_FEW = 1_000  # owners that one statement can name
_FAR = 4  # rows between two owners, on average, from which they are asked for one by one

Below = dict[str, defaultdict[int, list[Any]]]  # field -> row of the owner -> what it holds there


class RowReader:
    """Reads what was known on a day, `as_at`."""

    def __init__(self, connection: Connection, as_at: str) -> None:
        self._connection = connection
        self._as_at = as_at
        self._files: dict[int, str] = {}

    def fetch(self, layout: TableLayout, condition: str, values: Sequence[Any], parts: Container[str] | None = None) -> list[Any]:
        """Return the objects of a layout for which `condition` holds, in source order.

        `parts` are the fields whose objects are to hang on them; without it all do, with none of them the objects are bare.
        """
        return [value for _, _, value in self._fetch(layout, condition, values, parts)]

    def _fetch(
        self, layout: TableLayout, condition: str, values: Sequence[Any], parts: Container[str] | None = None
    ) -> list[tuple[int, str, Any]]:
        """Return owner, field and object for each row."""
        reader = _reader(layout)
        if layout.has_known:
            condition, values = f"({condition}) AND _known <= ?", (*values, self._as_at)
        rows = self._connection.select(f"{reader.select} WHERE {condition} ORDER BY {reader.order}", values)
        if not rows:
            return []
        below = self._below(layout, [row[0] for row in rows], parts) if layout.has_rows else {}
        files = self._file_names() if layout.has_place else {}
        found = []
        for row in rows:
            if None in reader.required(row):
                raise self._connection.damaged(f"something is missing in a {layout.table}")
            value = layout.cls(**reader.scalars(row), **_held_by(row[0], layout, below))
            if row[3] in files:
                value.placed(Where(files[row[3]], row[4], row[5]))
            found.append((row[1], row[2], value))
        return found

    def _below(self, layout: TableLayout, owners: Sequence[int], parts: Container[str] | None) -> Below:
        """Return what hangs on these rows; rows of one table stand in the order of their owners."""
        below: Below = {slot.name: defaultdict(list) for nested in layout.nested for slot in nested.slots}
        condition, values = _owned_by(owners)
        for link in layout.links:
            below[link.name] = defaultdict(list)
            for owner, content in self._connection.select(_select_link(link, condition), values):
                below[link.name][owner].append(content)
        for nested in layout.nested:
            if parts is not None and not any(slot.name in parts for slot in nested.slots):
                continue
            for owner, name, value in self._fetch(nested, condition, values):
                if name not in below:
                    raise self._connection.damaged(f"a {layout.table} has no {name}")
                below[name][owner].append(value)
        return below

    def _file_names(self) -> dict[int, str]:
        if not self._files:
            self._files = dict(self._connection.select("SELECT _row, path FROM file"))
        return self._files


class _Reader:
    """The SELECT for a layout, and how to take its rows apart. The first six columns are row, owner, field, file, line and column."""

    def __init__(self, layout: TableLayout) -> None:
        plain, flags, dates = ([column.name for column in layout.columns if column.form == form] for form in ("plain", "flag", "date"))
        fixed = [
            "_row" if layout.has_rows else "0",
            "_owner" if layout.slots else "0",
            "_field" if layout.has_field else f"'{layout.slots[0].name}'" if layout.slots else "''",
            *(("_file", "_line", "_column") if layout.has_place else ("NULL", "NULL", "NULL")),
        ]
        names = [*plain, *flags, *(name + part for name in dates for part in DATE_PARTS)]
        # A bare "name" would be a text, were there no such column; with its table before it, it is an error.
        columns = ", ".join([*fixed, *(f'"{layout.table}"."{name}"' for name in names)])
        self.select = f'SELECT {columns} FROM "{layout.table}"'
        self.order = "_row" if layout.has_rows else "_owner, _position"
        needed = [name for column in layout.columns if not column.optional for name in column.names]
        self.required: Callable[[tuple[Any, ...]], tuple[Any, ...]] = itemgetter(0, 1, *(len(fixed) + names.index(name) for name in needed))
        self._plain = plain
        first_flag = len(fixed) + len(plain)
        first_date = first_flag + len(flags)
        self._plain_places = slice(len(fixed), first_flag)
        self._flags = [(name, first_flag + place) for place, name in enumerate(flags)]
        self._dates = [(name, first_date + place * len(DATE_PARTS)) for place, name in enumerate(dates)]

    def scalars(self, row: tuple[Any, ...]) -> dict[str, Any]:
        """Return the fields of a row that hold one value."""
        values = dict(zip(self._plain, row[self._plain_places], strict=True))
        for name, place in self._flags:
            values[name] = None if row[place] is None else bool(row[place])
        for name, place in self._dates:
            values[name] = None if row[place] is None else Date(*row[place : place + len(DATE_PARTS)])
        return values


@cache
def _reader(layout: TableLayout) -> _Reader:
    return _Reader(layout)


def _held_by(row: int, layout: TableLayout, below: Below) -> dict[str, Any]:
    """Return the fields of a row that other tables hold."""
    held: dict[str, Any] = {link.name: tuple(below[link.name].get(row, ())) for link in layout.links}
    for nested in layout.nested:
        for slot in nested.slots:
            values = below[slot.name].get(row, ())
            held[slot.name] = tuple(values) if slot.many else (values[0] if values else None)
    return held


def _owned_by(owners: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Return the condition for what hangs on these rows: all from the first to the last, or one by one where few are far apart."""
    first, last = min(owners), max(owners)
    if len(owners) <= _FEW and last - first > _FAR * len(owners):
        return f"_owner IN ({', '.join('?' * len(owners))})", owners
    return "_owner BETWEEN ? AND ?", (first, last)


def _select_link(link: LinkTable, condition: str) -> str:
    return f'SELECT _owner, value FROM "{link.table}" WHERE {condition} ORDER BY _owner, _position'


_AT_ONCE = 500  # records of a kind that are read in one go: one statement in the place of one for nearly each of them


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
            read[id_] = as_on(self._connection, found[0], self._as_at) if found else None
        return read.get(id_)

    def all(self, kind: str) -> tuple[Record, ...]:
        """Return the cards of a kind, in source order; those of many are read anew each time."""
        read = self._of(kind)
        return tuple(one for one in read.values() if one) if self._whole[kind] else self._fetched(kind)

    def _of(self, kind: str) -> dict[str, Record | None]:
        """Return the cards of a kind that have been read; where there are few, all of them."""
        if kind not in self._read:
            self._whole[kind] = recorded(self._connection, kind) <= _AT_ONCE
            self._read[kind] = {one.id: one for one in self._fetched(kind)} if self._whole[kind] else {}
        return self._read[kind]

    def _fetched(self, kind: str) -> tuple[Record, ...]:
        return tuple(as_on(self._connection, one, self._as_at) for one in self._rows.fetch(layout_of(kind), "true", (), self._parts))


def recorded(connection: Connection, kind: str) -> int:
    """Return how many records of a kind a store has, known on whatever day."""
    asked = "SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?"
    return int(connection.one(asked, (f"count:{layout_of(kind).table}",))[0])
