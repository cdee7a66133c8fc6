"""Points of plans by their numbers, kept as they are read: many records name one point, and most ask only whether it is there."""

# ruff: noqa: S608 - the condition is written out above, values are bound

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.address import clause_named
from tui.model import Point
from tui.store.opening import Connection
from tui.store.rows import RowReader
from tui.store.schema import point_layout

_NUMBERED = "_owner = (SELECT _row FROM plan WHERE id = ? AND _known <= ?) AND number = ?"


class Points:
    """The points of a store's plans, of what is known on a day."""

    def __init__(self, connection: Connection, rows: RowReader, as_at: str) -> None:
        self._connection = connection
        self._rows = rows
        self._as_at = as_at
        self._whole: dict[tuple[str, str], Point | None] = {}
        self._at: dict[tuple[str, str], int | None] = {}  # the rows of those that were only asked for

    def point(self, plan: str, number: str, *, whole: bool = True) -> Point | None:
        """Return the point of just this number, or None; not `whole`, with its own fields alone."""
        if (plan, number) in self._whole:
            return self._whole[plan, number]
        found: list[Point] = self._rows.fetch(point_layout(), _NUMBERED, (plan, self._as_at, number), None if whole else ())
        if whole:
            self._whole[plan, number] = found[0] if found else None
        return found[0] if found else None

    def keep(self, points: Mapping[str, Iterable[Point]]) -> None:
        """Keep points that were read together, whole, by plan."""
        self._whole.update(((plan, one.number), one) for plan, held in points.items() for one in held)

    def meant(self, plan: str, number: str) -> tuple[str, str] | None:
        """Return the point and the clause that a number means in a plan: `21a` is clause a of point 21. None where it means neither."""
        return clause_named(number, lambda point, letters: self._holds(plan, point, letters))

    def issues(self, plan: str, number: str) -> tuple[str, ...]:
        """Return the issues of the point that a number means; none where it means none. It is not read for that."""
        meant = self.meant(plan, number)
        if meant is None:
            return ()
        if (held := self._whole.get((plan, meant[0]))) is not None:
            return held.issues
        asked = "SELECT value FROM point_issues WHERE _owner = ? ORDER BY _position"
        return tuple(issue for (issue,) in self._connection.select(asked, (self._row(plan, meant[0]),)))

    def _holds(self, plan: str, number: str, letters: str) -> bool:
        if not letters and (plan, number) not in self._whole:
            return self._row(plan, number) is not None
        point = self.point(plan, number)
        return point is not None and (not letters or any(clause.letter == letters for clause in point.clause))

    def _row(self, plan: str, number: str) -> int | None:
        if (plan, number) not in self._at:
            found = self._connection.select(
                f"SELECT _row FROM point WHERE {_NUMBERED} AND _known <= ?", (plan, self._as_at, number, self._as_at)
            )
            self._at[plan, number] = found[0][0] if found else None
        return self._at[plan, number]
