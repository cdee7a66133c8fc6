"""The tables and indexes of a store, made by sqlite-utils from the shapes of the records.

Two things it has no words for are added to its statements here: link tables need no row numbers, and the full-text index holds folded words
(`tui.fold`) of a table that keeps them unfolded, so it is contentless.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from graphlib import TopologicalSorter
from typing import Any

from sqlite_utils import ANY, Database

from tui.model import KINDS, Point, Prose, Ref
from tui.store.schema import APPLICATION_ID, MANIFEST, VERSION, TableLayout, layout_of

_TYPES: dict[str, Any] = {"TEXT": str, "INTEGER": int, "ANY": ANY}
_REF = {"_row": int, "kind": str, "id": str, "number": str, "field": str, "to_kind": str, "to_id": str, "to_number": str, "_known": str}
_PASSAGE = {"_row": int, "kind": str, "id": str, "number": str, "title": str, "names": str, "body": str, "also": str}
_PASSAGE |= {"_known": str, "_until": str}
_DIGEST = {"_row": int, "kind": str, "id": str, "number": str, "digest": str, "_known": str}
_WORDS = """CREATE VIRTUAL TABLE "passage_words" USING fts5 (
  "title", "body", "also", content='', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
)"""
_PAGE = 4096  # bytes of a page of a store


def without_rows() -> bytes:
    """Return the file of a store that has its tables, and nothing in them yet."""
    return _made()[0]


def create_indexes(connection: sqlite3.Connection) -> None:
    """Make the indexes, once all rows are in; those that are unique also prove that what they hold is."""
    for statement in _made()[1]:
        connection.execute(statement)


@cache
def _made() -> tuple[bytes, list[str]]:
    """Return an empty store, and the statements for its indexes: sqlite-utils looks up much for each, so this is made once."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        database = Database(connection, execute_plugins=False)
        _create_tables(database)
        empty = connection.serialize()
        _create_indexes(database)
        said = connection.execute("SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid")
        return empty, [statement for (statement,) in said]


def _create_tables(database: Database) -> None:
    _create(database, "meta", {"key": str, "value": str}, ("key",), rows=False)
    _create(database, "file", {"_row": int, "path": str, "sha256": str}, ("_row",), optional={"sha256"})
    _create(database, "ref", _REF, ("_row",), optional={"number", "to_number"})
    _create(database, "passage", _PASSAGE, ("_row",), optional={"number"})
    _create(database, "digest", _DIGEST, ("_row",), optional={"number"})
    database.execute(_WORDS)
    shapes = [layout_of(kind) for kind in (MANIFEST, *_after_what_they_name())]
    for layout in shapes:
        _create_rows(database, layout, None)
    for layout in shapes:
        _create_below(database, layout)


def _create_indexes(database: Database) -> None:
    database.table("file").create_index(["path"], unique=True)
    database.table("ref").create_index(["to_kind", "to_id", "to_number"])
    for kind in (MANIFEST, *KINDS):
        layout = layout_of(kind)
        if kind in KINDS:
            database.table(kind).create_index(["id"], unique=True)
        _index(database, layout)


def _after_what_they_name() -> list[str]:
    """Return the kinds in an order in which a table is there before another refers to it."""
    order: TopologicalSorter[str] = TopologicalSorter()  # filled by lists: the same input gives the same bytes
    for kind in KINDS:
        order.add(kind, *(named for column in layout_of(kind).columns if (named := _kind_named(column.marker)) and named != kind))
    return list(order.static_order())


def _create_rows(database: Database, layout: TableLayout, owner: str | None) -> None:
    columns: dict[str, Any] = {"_row": int} if layout.has_rows else {}
    keys: list[tuple[str, str, str]] = []
    if owner:
        columns["_owner"] = int
        keys.append(("_owner", owner, "_row"))
        columns |= {"_field": str, "_position": int} if layout.has_field else {"_position": int}
    columns |= {"_known": str} if layout.has_known else {}
    optional: set[str] = set()
    if layout.has_place:
        columns |= {"_file": int, "_line": int, "_column": int}
        optional = {"_file", "_line", "_column"}
        keys.append(("_file", "file", "_row"))
    for column in layout.columns:
        columns |= dict.fromkeys(column.names, _TYPES[column.type])
        optional |= set(column.names) if column.optional else set()
        if kind := _kind_named(column.marker):
            keys.append((column.name, kind, "id"))
    own = _place(layout) if owner else ()
    _create(database, layout.table, columns, ("_row",) if layout.has_rows else own, keys, optional, rows=layout.has_rows)


def _create_below(database: Database, layout: TableLayout) -> None:
    for link in layout.links:
        keys = [("_owner", layout.table, "_row")]
        if kind := _kind_named(link.marker):
            keys.append(("value", kind, "id"))
        _create(database, link.table, {"_owner": int, "_position": int, "value": str}, ("_owner", "_position"), keys, rows=False)
    for below in layout.nested:
        _create_rows(database, below, layout.table)
        _create_below(database, below)


def _create(
    database: Database,
    name: str,
    columns: Mapping[str, Any],
    key: tuple[str, ...],
    foreign_keys: list[tuple[str, str, str]] | None = None,
    optional: set[str] | None = None,
    *,
    rows: bool = True,
) -> None:
    """Make a strict table; every column outside its key that is not `optional` is never null."""
    needed = columns.keys() - (optional or set()) - ({"_row"} if rows else set())
    statement = database.create_table_sql(
        name, dict(columns), pk=key[0] if len(key) == 1 else key, foreign_keys=foreign_keys, not_null=needed, strict=True
    )
    database.execute(statement if rows else f"{statement.rstrip().removesuffix(';')}, WITHOUT ROWID")


def _kind_named(marker: Ref | Prose | None) -> str | None:
    """Return the kind that a reference leads to, where it can only be one."""
    return marker.kind if isinstance(marker, Ref) and marker.kind in KINDS else None


def _place(layout: TableLayout) -> tuple[str, ...]:
    return ("_owner", "_field", "_position") if layout.has_field else ("_owner", "_position")


def _index(database: Database, layout: TableLayout) -> None:
    """Index what is looked up otherwise than by row: by owner, points by number, records by the day they became known."""
    if layout.slots and layout.has_rows:
        database.table(layout.table).create_index(_place(layout), unique=True)
    if layout.cls is Point:
        database.table(layout.table).create_index(["_owner", "number"], unique=True)
    if not layout.slots and layout.has_known:
        database.table(layout.table).create_index(["_known"])
    for below in layout.nested:
        _index(database, below)
