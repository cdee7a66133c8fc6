"""`Store`: a briefing as it was known on a day. The only SELECTs of the program are in this folder."""

# ruff: noqa: S608 - the names in the statements come from the model, never from outside

from __future__ import annotations

import re
from collections.abc import Collection, Container, Sequence
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tui.address import Address
from tui.dates import EVER
from tui.errors import BadInput
from tui.frozen import frozen
from tui.model import KINDS, Clause, Manifest, Plan, Point, Record
from tui.store.at_hand import as_on, whole_from
from tui.store.inputs import digests, sources
from tui.store.opening import Connection
from tui.store.outline import Outline, outline_of, with_points
from tui.store.points import Points
from tui.store.rows import Cards, RowReader, recorded
from tui.store.schema import MANIFEST, layout_of, point_layout

if TYPE_CHECKING:
    from tui.store.bearing import Bearing
    from tui.store.filters import FilterValue
    from tui.store.search import Hits

__all__ = ["EVER", "RefFrom", "Store"]

_AT_ONCE = 500  # rows that one statement names
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@frozen
class RefFrom:
    """A record or a point that refers to another; `field` is the one that does (`touches.red_line`)."""

    kind: str
    id: str
    number: str | None
    field: str


class Store:
    """A briefing, read from its store: what was known on the day `as_at`; `later` alone tells what came after. Records read are kept."""

    def __init__(self, connection: Connection, as_at: str | None) -> None:
        self._connection = connection
        self.manifest: Manifest = _manifest(connection)
        self.as_at: str = as_at or self.manifest.as_of.upper
        self._rows = RowReader(connection, self.as_at)
        self._all: dict[str, tuple[Record, ...]] = {}
        self._got: dict[tuple[str, str], Record | None] = {}
        self._cards = Cards(connection, self._rows, self.as_at)
        self._plans = Cards(connection, self._rows, self.as_at, _besides_points())
        self._points = Points(connection, self._rows, self.as_at)
        self._alone: dict[str, Plan | None] = {}
        self._outlines: dict[str, Outline | None] = {}
        self._on: dict[str, dict[str, tuple[Point, ...]]] = {}

    @classmethod
    def open(cls, path: Path, as_at: str | None = None) -> Self:
        """Return the store at `path` as at an ISO day; without one, as at the day the briefing is of."""
        if as_at is not None and not _DAY.fullmatch(as_at):
            raise BadInput(f"{as_at} is not a day such as 2025-12-09")
        return Connection(path).held(lambda connection: cls(connection, as_at))

    def at(self, day: str | None) -> Store:
        """Return the same briefing as at another ISO day, or its own; it reads from this one's file and must not outlive it."""
        return Store(self._connection, day)

    def files(self) -> dict[str, str]:
        """Return the digest of every source file that it was built from, by its path."""
        return dict(self._connection.select("SELECT path, sha256 FROM file WHERE sha256 IS NOT NULL"))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def all(self, kind: str) -> tuple[Record, ...]:
        """Return the records of a kind, in source order."""
        if kind not in self._all:
            self._all[kind] = tuple(as_on(self._connection, one, self.as_at) for one in self._rows.fetch(layout_of(kind), "true", ()))
            self._got.update(((kind, one.id), one) for one in self._all[kind])
        return self._all[kind]

    def get(self, kind: str, id: str) -> Record | None:  # noqa: A002 - `id` is what a record calls it
        """Return the record of that kind and id, or None."""
        if (kind, id) not in self._got:
            found = self._rows.fetch(layout_of(kind), "id = ?", (id,)) if kind in KINDS else []
            self._got[kind, id] = as_on(self._connection, found[0], self.as_at) if found else None
        return self._got[kind, id]

    def card(self, kind: str, id: str) -> Record | None:  # noqa: A002
        """Return the record of that kind and id with its own fields alone, without points, sources or other parts: enough to name it."""
        return self._got.get((kind, id)) or self._cards.card(kind, id)

    def cards(self, kind: str) -> tuple[Record, ...]:
        """Return the records of a kind as cards, in source order; as quick for plans of a thousand points as for plans of ten."""
        return self._cards.all(kind)

    def point(self, plan_id: str, number: str, *, whole: bool = True) -> Point | None:
        """Return the point of a plan, or None; not `whole`, with its own fields alone."""
        return self._points.point(plan_id, number, whole=whole)

    def holder(self, plan_id: str, number: str) -> tuple[Point, Clause | None] | None:
        """Return the point of a plan that a number means, and the clause where it means one: `21a` is clause a of point 21."""
        named = self._points.meant(plan_id, number)
        point = self.point(plan_id, named[0]) if named else None
        if named is None or point is None:
            return None
        return point, next((clause for clause in point.clause if clause.letter == named[1]), None)

    def holds(self, plan_id: str, number: str) -> bool:
        """Return whether a number means a point of a plan, or a clause of one."""
        return self._points.meant(plan_id, number) is not None

    def issues_at(self, plan_id: str, number: str) -> tuple[str, ...]:
        """Return the issues of the point that a number means, none where it means none; the point is not read for it."""
        return self._points.issues(plan_id, number)

    def resolve(self, address: str) -> Record | Point | None:
        """Return what an address names: a record, or the point that a number or its clause means; None where there is no such thing."""
        named = Address.parse(address)
        if named.number is None:
            return self.get(named.head, named.id)
        held = self.holder(named.id, named.number) if named.head == "plan" else None
        return held[0] if held else None

    def plan_alone(self, plan_id: str) -> Plan | None:
        """Return a plan whole but for its points: as quick for a thousand of them as for ten."""
        whole = self._got.get(("plan", plan_id))
        if isinstance(whole, Plan):
            return whole
        if plan_id not in self._alone:
            found = self._plans.card("plan", plan_id)
            self._alone[plan_id] = found if isinstance(found, Plan) else None
        return self._alone[plan_id]

    def whole_from(self, plan_id: str) -> str | None:
        """Return the first day on which the text of a plan is held whole; None for one that never is."""
        return self._connection.kept(whole_from).get(plan_id)

    def as_on(self, plan: Plan, day: str) -> Plan:
        """Return a plan of this reading as a reader of an earlier day had it: with as much of its text as was at hand then."""
        return as_on(self._connection, plan, day)

    def outline(self, plan_id: str) -> Outline | None:
        """Return where the points of a plan belong, without a word of theirs."""
        if plan_id not in self._outlines:
            self._outlines[plan_id] = outline_of(self._connection, self.as_at, plan_id)
        return self._outlines[plan_id]

    def points_at(self, rows: Collection[int], parts: Container[str]) -> dict[int, Point]:
        """Return the points in these rows of an outline, by row, with those of the objects that hang on them that `parts` names."""
        ordered = sorted(rows)
        found: dict[int, Point] = {}
        for start in range(0, len(ordered), _AT_ONCE):
            some = ordered[start : start + _AT_ONCE]
            points = self._rows.fetch(point_layout(), f"_row IN ({', '.join('?' * len(some))})", some, parts)
            if len(points) != len(some):
                raise self._connection.damaged("a point is missing")
            found.update(zip(some, points, strict=True))
        return found

    def bearing(self, plans: Sequence[str]) -> dict[tuple[str, str], Bearing]:
        """Return what these plans have on each issue, by plan and issue: points, lines touched by verdict, quantities."""
        from tui.store.bearing import bearing  # 2 ms: only grids ask this

        return bearing(self._connection, self.as_at, plans)

    def said(self) -> list[tuple[str | None, str, str | None, str | None]]:
        """Return the issue, the party, the stance and the point of every position, the latest first; none is read whole."""
        from tui.store.bearing import said  # 1.4 ms: only the board asks this

        return said(self._connection, self.as_at)

    def held(self) -> set[tuple[str, str]]:
        """Return the issues and parties between which there is a red line."""
        from tui.store.bearing import held  # 1.5 ms: only grids ask this

        return held(self._connection, self.as_at)

    def points_on(self, issue: str) -> dict[str, tuple[Point, ...]]:
        """Return the points that stand under an issue, whole and in their order, by plan."""
        from tui.store.bearing import rows_on  # 1.2 ms: only grids ask this

        if issue in self._on:
            return self._on[issue]
        by_plan = rows_on(self._connection, self.as_at, issue)
        every = frozenset(slot.name for nested in point_layout().nested for slot in nested.slots)
        found = self.points_at([row for rows in by_plan.values() for row in rows], every)
        points = {plan: tuple(found[row] for row in rows) for plan, rows in by_plan.items()}
        self._points.keep(points)
        self._on[issue] = points
        return points

    def with_points(self) -> frozenset[str]:
        """Return the ids of the plans that have points."""
        return with_points(self._connection, self.as_at)

    def ids(self, kind: str) -> tuple[str, ...]:
        """Return the ids of a kind, in source order."""
        asked = f'SELECT id FROM "{_table(kind)}" WHERE _known <= ? ORDER BY _row'
        return tuple(ident for (ident,) in self._connection.select(asked, (self.as_at,)))

    def count(self, kind: str) -> int:
        """Return how many records of a kind there are."""
        return recorded(self._connection, kind) - self.count_later(kind)

    def count_later(self, kind: str) -> int:
        """Return how many records of a kind became known after the day of this reading."""
        return int(self._connection.one(f'SELECT count(*) FROM "{_table(kind)}" WHERE _known > ?', (self.as_at,))[0])

    def search(self, words: str, limit: int = 50, ranked_up_to: int | None = None) -> Hits:
        """Return what holds all of the words, the last one perhaps unfinished, and where that is little, what holds most of them. The best
        first, while no word stands in more texts than can be ranked while somebody types, or than `ranked_up_to`; else as indexed.
        """
        from tui.store.search import RANKED_UP_TO, search  # 24 ms: a reader who searches for nothing does not wait for it

        return search(self._connection, self.as_at, words, limit, RANKED_UP_TO if ranked_up_to is None else ranked_up_to)

    def digests(self) -> dict[str, str]:
        """Return a digest of every record and point that is known on the day of the briefing, by address: of what is known of it then."""
        return digests(self._connection, self.manifest.as_of.upper)

    def sources(self) -> str:
        """Return one text for the source files as they were when the store was made."""
        return sources(self._connection)

    def filter_values(self, name: str, begun: str, most: int) -> tuple[tuple[FilterValue, int], ...]:
        """Return the values of a filter of a search that begin so, each with how many records and points it leaves, the most first."""
        from tui.store.filters import offered  # 16 ms: only who types a filter asks this

        return offered(self._connection, self.as_at, name, begun, most)

    def twin(self) -> Store | None:
        """Return the same, to be handed over to another thread; None when another store has taken the place of this one's file."""
        connection = self._connection.twin()
        return connection.held(lambda one: Store(one, self.as_at)) if connection else None

    def interrupt(self) -> None:
        """Let a question that is being answered in another thread end at once, with Interrupted."""
        self._connection.interrupt()

    def refs_to(self, kind: str, id: str, number: str | None = None) -> tuple[RefFrom, ...]:  # noqa: A002
        """Return what refers to a record, or with `number` to a point of a plan."""
        rows = self._connection.select(
            "SELECT kind, id, number, field FROM ref WHERE to_kind = ? AND to_id = ? AND to_number IS ? AND _known <= ?"
            " GROUP BY kind, id, number, field ORDER BY min(_row)",
            (kind, id, number, self.as_at),
        )
        return tuple(RefFrom(*row) for row in rows)

    def referred(self, kind: str) -> dict[str, int]:
        """Return how many records and points refer to each record of a kind, for those that anything refers to."""
        statement = (
            'SELECT "to_id", count(*) FROM (SELECT DISTINCT "to_id", "kind", "id", "number" FROM "ref"'
            ' WHERE "to_kind" = ? AND "_known" <= ?) GROUP BY "to_id"'
        )
        return dict(self._connection.select(statement, (kind, self.as_at)))

    def later(self, kind: str) -> tuple[Record, ...]:
        """Return the records of a kind that became known after the day of this reading, whole."""
        return tuple(RowReader(self._connection, EVER).fetch(layout_of(kind), "_known > ?", (self.as_at,)))


def _manifest(connection: Connection) -> Manifest:
    found: list[Manifest] = RowReader(connection, EVER).fetch(layout_of(MANIFEST), "true", ())
    if not found:
        raise connection.damaged("it has no manifest")
    return found[0]


def _table(kind: str) -> str:
    """Return the table of a kind; a kind that there is not never reaches a statement."""
    return layout_of(kind).table


@cache
def _besides_points() -> frozenset[str]:
    """Return the fields of a plan whose objects are not its points."""
    return frozenset(slot.name for nested in layout_of("plan").nested if nested is not point_layout() for slot in nested.slots)
