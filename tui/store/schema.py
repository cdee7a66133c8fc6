"""How records lie in the store, derived from the dataclasses of `tui.model` by one mapping.

A field that holds one value is a column; a `Date` is three (its text and its bounds); a tuple of texts or ids is a table of its own; a
nested dataclass is a table of its own, with a column that tells the field when several fields share the class. Columns that are no field
begin with an underscore. A new field or record kind in the model needs no line here; `make golden` writes SCHEMA_DIGEST.
"""

# ruff: noqa: S608 - the names in the statements come from the model, never from outside

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, Literal

from tui.frozen import frozen
from tui.model import KINDS, Citation, Date, Manifest, Point, Prose, Provenance, Ref
from tui.shapes import shapes

APPLICATION_ID = 0x42524946  # "BRIF"
VERSION = 1
SCHEMA_DIGEST = "1978a4642d91beb4"  # of what `tables.py` makes, to the letter; `make golden` writes it when the model has changed
MANIFEST = "manifest"
POINT = "point"
DATE_PARTS = ("", "_lo", "_hi")  # the text as written, and its bounds

# Best first, for whoever searches: what it comes to, then the texts, then who and what; rows of the search index stand in this order.
WORTH = ("judgement", "plan", "red_line", "guarantee", "position", "figure", "issue", "party", "person", "event", "term", "source")

Type = Literal["TEXT", "INTEGER", "ANY"]
Form = Literal["plain", "flag", "date"]
_COLUMNS: dict[Any, tuple[Type, Form]] = {
    str: ("TEXT", "plain"),
    Literal: ("TEXT", "plain"),
    int: ("INTEGER", "plain"),
    float: ("ANY", "plain"),  # keeps 2 and 2.0 apart
    bool: ("INTEGER", "flag"),
    Date: ("TEXT", "date"),
}

_PLACES = {kind: place for place, kind in enumerate(dict.fromkeys((*WORTH, *KINDS)))}
_ROW_BITS, _FILE_BITS = 24, 20  # of the number of a row: for sixteen million rows of a file in one table, and a million files


@frozen
class SqlColumn:
    """A field that holds one value."""

    name: str
    type: Type
    form: Form
    optional: bool
    choices: tuple[str, ...]
    marker: Ref | Prose | None

    @property
    def names(self) -> list[str]:
        """Return the columns in the table: one, or three for a date."""
        return [self.name + part for part in DATE_PARTS] if self.form == "date" else [self.name]


@frozen
class LinkTable:
    """A field that holds several texts or ids: a table of owner, position and value."""

    name: str
    table: str
    marker: Ref | Prose | None

    @cached_property
    def insert(self) -> str:
        """Return the statement that adds a row: owner, position, value."""
        return insert_into(self.table, ("_owner", "_position", "value"))


@frozen
class Slot:
    """A field that holds nested dataclasses, one or many."""

    name: str
    many: bool


@dataclass(frozen=True, eq=False)
class TableLayout:
    """How one dataclass lies in the store: its table, its columns, and the tables below it.

    `slots` are the fields of the owner that hold this class; empty for a record, which nobody owns.
    """

    cls: type[Any]
    table: str
    columns: tuple[SqlColumn, ...]
    links: tuple[LinkTable, ...]
    nested: tuple[TableLayout, ...]
    slots: tuple[Slot, ...]

    @cached_property
    def has_rows(self) -> bool:
        """Return whether rows have a number of their own: those of records do, and those that others hang on."""
        return not self.slots or bool(self.links or self.nested)

    @cached_property
    def has_known(self) -> bool:
        """Return whether rows are dated, so that a reader as at a day leaves later ones out."""
        return issubclass(self.cls, Provenance | Citation)

    @cached_property
    def has_place(self) -> bool:
        """Return whether rows tell where in the source files they stand."""
        return hasattr(self.cls, "placed")

    @cached_property
    def has_field(self) -> bool:
        """Return whether a column tells which field of the owner a row belongs to."""
        return len(self.slots) > 1

    @cached_property
    def marked(self) -> tuple[tuple[str, Ref | Prose, int], ...]:
        """Return the columns that are references or prose: name, marker and place.

        The name is empty for `id`: a reference is `sources`, not `sources.id`.
        """
        found = ((column.name, column.marker, place) for place, column in enumerate(self.columns))
        return tuple(("" if name == "id" else name, marker, place) for name, marker, place in found if marker)

    @cached_property
    def names(self) -> list[str]:
        """Return the names of the columns in the table, three for a date."""
        return [name for column in self.columns for name in column.names]

    @cached_property
    def dates(self) -> tuple[int, ...]:
        """Return the places of the columns that hold dates, last first."""
        return tuple(place for place in reversed(range(len(self.columns))) if self.columns[place].form == "date")

    @cached_property
    def contents(self) -> Callable[[Any], list[Any]]:
        """Return what gives the contents of an object's columns."""
        first, *more = [column.name for column in self.columns]
        get = attrgetter(first, *more)
        return (lambda value: list(get(value))) if more else (lambda value: [get(value)])

    @cached_property
    def all_names(self) -> list[str]:
        """Return the names of all columns in the table, those that are no field first."""
        names = ["_row"] if self.has_rows else []
        if self.slots:
            names += ["_owner", "_field", "_position"] if self.has_field else ["_owner", "_position"]
        names += ["_known"] if self.has_known else []
        names += ["_file", "_line", "_column"] if self.has_place else []
        return [*names, *self.names]

    @cached_property
    def insert(self) -> str:
        """Return the statement that adds a row."""
        return insert_into(self.table, self.all_names)


def insert_into(table: str, names: Iterable[str]) -> str:
    """Return an INSERT with a place for each column."""
    columns = [f'"{name}"' for name in names]
    return f'INSERT INTO "{table}" ({", ".join(columns)}) VALUES ({", ".join("?" * len(columns))})'


@cache
def layout_of(kind: str) -> TableLayout:
    """Return the layout of a record kind, or of the manifest."""
    return _shape(Manifest if kind == MANIFEST else KINDS[kind], kind, ())


def first_row(file: int, of: int = 0) -> int:
    """Return the number of the first row of a file in a table; in tables that kinds share, `of` is the worth of the kind."""
    return ((of << _FILE_BITS | file) << _ROW_BITS) + 1


def file_of(row: int) -> int:
    """Return the number of the file that a row comes from."""
    return row - 1 >> _ROW_BITS & (1 << _FILE_BITS) - 1


@cache
def point_layout() -> TableLayout:
    """Return the layout of points, which live in plans."""
    return next(layout for layout in layout_of("plan").nested if layout.cls is Point)


def worth(kind: str) -> int:
    """Return the place of `kind` in a list of hits; kinds that `WORTH` does not name come last."""
    return _PLACES[kind]


def _shape(cls: type, table: str, slots: tuple[Slot, ...]) -> TableLayout:
    columns: list[SqlColumn] = []
    links: list[LinkTable] = []
    nested: dict[type[Any], list[Slot]] = {}
    for name, field in shapes(cls).items():
        if field.table:
            nested.setdefault(field.table, []).append(Slot(name, field.many))
        elif field.many:
            links.append(LinkTable(name, f"{table}_{name}", field.marker))
        else:
            type_, form = _COLUMNS[field.base]
            columns.append(SqlColumn(name, type_, form, field.optional, field.allowed, field.marker))
    below = tuple(
        _shape(inner, POINT if inner is Point else f"{table}_{_snake(inner.__name__)}", tuple(places)) for inner, places in nested.items()
    )
    return TableLayout(cls, table, tuple(columns), tuple(links), below, slots)


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
