"""The statements that make an empty store, from the shapes of the records."""

from __future__ import annotations

from tui.model import KINDS, Point, Prose, Ref
from tui.store.schema import MANIFEST, Column, Shape, shape_of

_COMMON = (
    'CREATE TABLE "meta" ("key" TEXT PRIMARY KEY, "value" TEXT NOT NULL) STRICT, WITHOUT ROWID',
    'CREATE TABLE "file" ("_row" INTEGER PRIMARY KEY, "path" TEXT NOT NULL UNIQUE, "sha256" TEXT) STRICT',
    """CREATE TABLE "ref" (
  "_row" INTEGER PRIMARY KEY, "kind" TEXT NOT NULL, "id" TEXT NOT NULL, "number" TEXT, "field" TEXT NOT NULL,
  "to_kind" TEXT NOT NULL, "to_id" TEXT NOT NULL, "to_number" TEXT, "_known" TEXT NOT NULL
) STRICT""",
    """CREATE TABLE "passage" (
  "_row" INTEGER PRIMARY KEY, "kind" TEXT NOT NULL, "id" TEXT NOT NULL, "number" TEXT, "title" TEXT NOT NULL, "body" TEXT NOT NULL,
  "_known" TEXT NOT NULL, "_until" TEXT NOT NULL
) STRICT""",
    """CREATE VIRTUAL TABLE "passage_words" USING fts5 (
  "title", "body", content='', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
)""",
)
_REF_INDEX = 'CREATE INDEX "ref_by_target" ON "ref" ("to_kind", "to_id", "to_number")'


def create_tables() -> list[str]:
    """The statements that make an empty store."""
    return [*_COMMON, *(statement for kind in (MANIFEST, *KINDS) for statement in _tables(shape_of(kind), None))]


def create_indexes() -> list[str]:
    """The statements that follow when all rows are in."""
    return [_REF_INDEX, *(index for kind in KINDS for index in _indexes(shape_of(kind)))]


def _tables(shape: Shape, owner: str | None) -> list[str]:
    """The statements for a shape and all below it."""
    lines = ['"_row" INTEGER PRIMARY KEY'] if shape.has_rows else []
    key = '"_owner", "_field", "_position"' if shape.has_field else '"_owner", "_position"'
    if owner:
        lines.append(f'"_owner" INTEGER NOT NULL REFERENCES "{owner}" ("_row")')
        lines += ['"_field" TEXT NOT NULL'] if shape.has_field else []
        lines.append('"_position" INTEGER NOT NULL')
    lines += ['"_known" TEXT NOT NULL'] if shape.has_known else []
    lines += ['"_file" INTEGER REFERENCES "file" ("_row")', '"_line" INTEGER', '"_column" INTEGER'] if shape.has_place else []
    for column in shape.columns:
        lines += _column_lines(column, unique=column.name == "id" and owner is None)
    if owner:
        lines.append(f"UNIQUE ({key})" if shape.has_rows else f"PRIMARY KEY ({key})")
    options = "STRICT" if shape.has_rows else "STRICT, WITHOUT ROWID"
    body = ",\n  ".join(lines)
    statements = [f'CREATE TABLE "{shape.table}" (\n  {body}\n) {options}']
    statements += [
        f'CREATE TABLE "{link.table}" (\n  "_owner" INTEGER NOT NULL REFERENCES "{shape.table}" ("_row"),\n'
        f'  "_position" INTEGER NOT NULL,\n  "value" TEXT NOT NULL{_references(link.marker)},\n'
        f'  PRIMARY KEY ("_owner", "_position")\n) STRICT, WITHOUT ROWID'
        for link in shape.links
    ]
    return statements + [statement for below in shape.nested for statement in _tables(below, shape.table)]


def _column_lines(column: Column, *, unique: bool) -> list[str]:
    need = "" if column.optional else " NOT NULL"
    if column.form == "date":
        return [f'"{name}" TEXT{need}' for name in column.names]
    check = ""
    if column.form == "flag":
        check = f' CHECK ("{column.name}" IN (0, 1))'
    elif column.choices:
        choices = ", ".join(f"'{choice}'" for choice in column.choices)
        check = f' CHECK ("{column.name}" IN ({choices}))'
    return [f'"{column.name}" {column.type}{need}{" UNIQUE" if unique else ""}{check}{_references(column.marker)}']


def _references(marker: Ref | Prose | None) -> str:
    """A foreign key, where a reference can only be to one kind."""
    if isinstance(marker, Ref) and marker.kind in KINDS:
        return f' REFERENCES "{marker.kind}" ("id") DEFERRABLE INITIALLY DEFERRED'
    return ""


def _indexes(shape: Shape) -> list[str]:
    """What is looked up by other ways than the owner: points by number."""
    own = [f'CREATE UNIQUE INDEX "{shape.table}_by_number" ON "{shape.table}" ("_owner", "number")'] if shape.cls is Point else []
    dated = [f'CREATE INDEX "{shape.table}_by_known" ON "{shape.table}" ("_known")'] if not shape.slots else []
    return own + dated + [index for below in shape.nested for index in _indexes(below)]
