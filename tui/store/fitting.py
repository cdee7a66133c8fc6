"""Does a store have every table and column that this program reads? One that was built here does; one from elsewhere may not.

The number of the format tells programs of different forms apart; between two releases the tables follow the model, and no number does.
"""

# ruff: noqa: S608 - the names in the statements come from the model, never from outside

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tui.errors import MachineError
from tui.model import KINDS
from tui.store.opening import Connection
from tui.store.schema import MANIFEST, TableLayout, layout_of


def fits(path: Path) -> bool:
    """Return whether this program can read all of a store. Raise MachineError for what is no sound store at all."""
    connection = Connection(path)
    try:
        for statement in _statements():
            connection.select(statement)
    except MachineError:
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
