"""A store that was built before, and what it says of the files that are as they were."""

# ruff: noqa: S608 - the names in the statements come from the model, never from outside

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tui.dates import EVER
from tui.model import KINDS, Record
from tui.store.opening import Connection
from tui.store.rows import RowReader
from tui.store.schema import file_of, first_row, layout_of


class OldStore:
    """The records of all files but the `changed` ones, asked one by one; and those of the changed files as they were."""

    def __init__(self, path: Path, changed: Iterable[str]) -> None:
        self._connection = Connection(path)
        self._seen: dict[tuple[str, tuple[Any, ...]], Any] = {}
        names = set(changed)
        self.files: dict[str, int] = self._connection.held(lambda one: dict(one.select("SELECT path, _row FROM file")))
        self._changed = {number for name, number in self.files.items() if name in names}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._connection.close()

    def before(self) -> list[Record]:
        """Return the records of the changed files as they were."""
        rows = RowReader(self._connection, EVER)
        ranges = [(first_row(file), first_row(file + 1) - 1) for file in sorted(self._changed)]
        return [record for kind in KINDS for ends in ranges for record in rows.fetch(layout_of(kind), "_row BETWEEN ? AND ?", ends)]

    def has(self, kind: str, id_: str) -> bool:
        """Return whether a file that has not changed holds this record."""
        return self._row(kind, id_) is not None

    def has_point(self, plan: str, number: str) -> bool:
        """Return whether it holds this point."""
        return self._point(plan, number) is not None

    def has_clause(self, plan: str, number: str) -> bool:
        """Return whether it holds this clause of a point, such as 21a."""
        return self._clause(plan, number) is not None

    def day(self, kind: str, id_: str, number: str | None = None) -> str | None:
        """Return the first day on which the record, the point or the clause was known; None when it always was, or is not there."""
        row = self._row(kind, id_)
        if row is None:
            return None
        days: list[str] = [self._one(f'SELECT _known FROM "{kind}" WHERE _row = ?', row)]
        if number is not None:
            point = self._point(id_, number)
            owner, own = point or self._clause(id_, number) or (None, "")
            days.append(own)
            if owner is not None and point is None:
                days.append(self._one("SELECT _known FROM point WHERE _row = ?", owner))
        return max(days) or None

    def is_a_line_to(self, kind: str, id_: str, fields: Sequence[str]) -> bool:
        """Return whether these fields of other files refer to a record or to any point of it."""
        marks = ", ".join("?" * len(fields))
        rows = self._connection.select(f"SELECT _row FROM ref WHERE to_kind = ? AND to_id = ? AND field IN ({marks})", (kind, id_, *fields))
        return any(file_of(row) not in self._changed for (row,) in rows)

    def get(self, kind: str, id_: str) -> Record | None:
        """Return a record of a file that has not changed."""
        row = self._row(kind, id_)
        return None if row is None else RowReader(self._connection, EVER).fetch(layout_of(kind), "_row = ?", (row,))[0]

    def referrers(self, kind: str, id_: str, number: str | None) -> set[tuple[str, str]]:
        """Return kind and id of the records in other files that refer to a record, or to a point of it."""
        rows = self._connection.select(
            "SELECT _row, kind, id FROM ref WHERE to_kind = ? AND to_id = ? AND to_number IS ?", (kind, id_, number)
        )
        return {(kind, id_) for row, kind, id_ in rows if file_of(row) not in self._changed}

    def _row(self, kind: str, id_: str) -> int | None:
        row = self._one(f'SELECT _row FROM "{layout_of(kind).table}" WHERE id = ?', id_)
        return None if row is None or file_of(row) in self._changed else int(row)

    def _point(self, plan: str, number: str) -> tuple[int, str] | None:
        """Return row and day."""
        found = self._all("SELECT _row, _known FROM point WHERE _owner = ? AND number = ?", self._row("plan", plan), number)
        return found[0] if found else None

    def _clause(self, plan: str, number: str) -> tuple[int, str] | None:
        """Return row of the point, and day of the clause."""
        statement = (
            "SELECT point._row, clause._known FROM point JOIN point_clause AS clause ON clause._owner = point._row"
            " WHERE point._owner = ? AND point.number = substr(?, 1, length(?) - length(letter)) AND point.number || letter = ?"
        )
        found = self._all(statement, self._row("plan", plan), number, number, number)
        return found[0] if found else None

    def _one(self, statement: str, *values: Any) -> Any:
        found = self._all(statement, *values)
        return found[0][0] if found else None

    def _all(self, statement: str, *values: Any) -> list[Any]:
        if (statement, values) not in self._seen:
            self._seen[statement, values] = self._connection.select(statement, values)
        found: list[Any] = self._seen[statement, values]
        return found
