"""The digest of the schema, by which a store of another one is refused: written with the golden texts where the model has changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from tui.store import opening, schema
from tui.store.tables import create_indexes, without_rows


def digest() -> str:
    """Return the digest of what `tui.store.tables` makes."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(without_rows())
        create_indexes(connection)
        told = sorted(map(repr, connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")))
    return sha256("\n".join(told).encode()).hexdigest()[:16]


def renew() -> list[str]:
    """Write the digest where it has changed, for this run too; return what was written."""
    now, before = digest(), schema.SCHEMA_DIGEST
    if now == before:
        return []
    file = Path(schema.__file__)
    file.write_text(file.read_text(encoding="utf-8").replace(f'"{before}"', f'"{now}"'), encoding="utf-8")
    opening.SCHEMA_DIGEST = schema.SCHEMA_DIGEST = now  # type: ignore[attr-defined]
    return [f"{file.name}: SCHEMA_DIGEST"]
