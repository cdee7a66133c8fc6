"""A store that came from somebody else, examined before anything is read from it.

Whoever made it may have made it by another program: so its schema is compared to the letter, which leaves no trigger, no view and no
column that is worked out when it is read; then SQLite looks at its pages, types and references, and we at what no type says.
"""

# ruff: noqa: S608 - the names in the statements come from the model, never from outside

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from tui.model import KINDS
from tui.store.opening import Connection, OtherProgram
from tui.store.schema import MANIFEST, POINT, SqlColumn, TableLayout, layout_of

MOST = 250_000  # characters of one text: no more are laid out or searched in the time that a reader waits

_NO_DAY = f"{{}} NOT GLOB '{'[0-9]' * 4}-{'[0-9]' * 2}-{'[0-9]' * 2}*'"


def examine(path: Path) -> None:
    """Raise MachineError, with a sentence, where a file is no store that this program could have made."""
    connection = Connection(path)
    try:
        connection.hold_to_schema()
        for fault in connection.select("PRAGMA quick_check(1)"):
            if fault != ("ok",):
                raise connection.damaged("its pages do not hold together")
        if connection.select("SELECT 1 FROM pragma_foreign_key_check LIMIT 1"):
            raise connection.damaged("something refers to what is not there")
        for what, statement in (*_texts(connection), *_doubts()):
            if connection.select(statement):
                raise connection.damaged(f"{what} holds what it cannot hold")
    finally:
        connection.close()


def _doubts() -> Iterator[tuple[str, str]]:
    """Yield a table, and a statement that gives a row where it holds what no build writes."""
    counted = ", ".join(f"'count:{kind}'" for kind in (*KINDS, POINT))
    yield "meta", f"SELECT 1 WHERE (SELECT count(*) FROM meta WHERE key IN ({counted})) <> {len(KINDS) + 1}"
    yield "meta", f"SELECT 1 FROM meta WHERE key IN ({counted}) AND (value GLOB '*[^0-9]*' OR length(value) NOT BETWEEN 1 AND 9)"
    yield MANIFEST, "SELECT 1 WHERE (SELECT count(*) FROM manifest) <> 1"
    kinds = ", ".join(f"'{kind}'" for kind in (*KINDS, POINT))
    yield "ref", f"SELECT 1 FROM ref WHERE kind NOT IN ({kinds}) OR to_kind NOT IN ({kinds}) LIMIT 1"
    yield "passage", f"SELECT 1 FROM passage WHERE kind NOT IN ({kinds}) LIMIT 1"
    for kind in (MANIFEST, *KINDS):
        yield from _of(layout_of(kind))


def _texts(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield a table, and a statement that gives a row where a text is too long, or ends for SQLite before it ends for us: at a NUL."""
    columns = "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table' AND c.type = 'TEXT'"
    for table, found in groupby(connection.select(columns), itemgetter(0)):
        most = 4 * MOST if table == "passage" else MOST
        doubts = (f'length("{name}") > {most} OR instr("{name}", char(0))' for _, name in found)
        yield table, f'SELECT 1 FROM "{table}" WHERE {" OR ".join(doubts)} LIMIT 1'


def _of(layout: TableLayout) -> Iterator[tuple[str, str]]:
    doubts = [doubt for column in layout.columns for doubt in _column(column)]
    if layout.has_field:
        doubts.append(f"_field NOT IN ({', '.join(repr(slot.name) for slot in layout.slots)})")
    if layout.has_rows:
        doubts.append("_row < 0")
    if layout.has_known:
        doubts.append(f"(_known <> '' AND {_NO_DAY.format('_known')})")
    if doubts:
        yield layout.table, f'SELECT 1 FROM "{layout.table}" WHERE {" OR ".join(doubts)} LIMIT 1'
    for below in layout.nested:
        yield from _of(below)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _column(column: SqlColumn) -> Iterator[str]:
    if column.choices:
        yield f'"{column.name}" NOT IN ({", ".join(repr(one) for one in column.choices)})'
    elif column.form == "flag":
        yield f'"{column.name}" NOT IN (0, 1)'
    elif column.type == "ANY":
        yield f"typeof(\"{column.name}\") NOT IN ('integer', 'real', 'null') OR abs(\"{column.name}\") > 1e300"
    elif column.form == "date":
        text, *days = column.names
        yield from (f'{_NO_DAY.format(_quoted(day))} OR ("{text}" IS NULL) <> ("{day}" IS NULL)' for day in days)


def fits(path: Path) -> bool:
    """Return whether this program can read all of a store. Raise MachineError for what is no sound store at all: it is damaged."""
    connection = Connection(path)
    try:
        for statement in _statements():
            connection.select(statement)
    except OtherProgram:
        return False
    finally:
        connection.close()
    return True


def _statements() -> Iterator[str]:
    """Yield a question to each table for all its columns, and for no row."""
    todo: list[TableLayout] = [layout_of(kind) for kind in (MANIFEST, *KINDS)]
    while todo:
        layout = todo.pop()
        todo.extend(layout.nested)
        names = ", ".join(f'"{layout.table}"."{name}"' for name in layout.all_names)
        yield f'SELECT {names} FROM "{layout.table}" LIMIT 0'
        yield from (f'SELECT _owner, _position, value FROM "{link.table}" LIMIT 0' for link in layout.links)
