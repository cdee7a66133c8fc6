"""What a store was made from, which says whether it is stale."""

from __future__ import annotations

from pathlib import Path

from tui.frozen import frozen
from tui.store.opening import Connection


@frozen
class Inputs:
    """What a store was made from: the folder of data files, what made it (`maker`), every file's digest; and whether it was warned of."""

    data: str
    tool: str
    digests: dict[str, str]
    warned: bool


def inputs_of(path: Path) -> Inputs:
    """Return what the store at `path` was made from; quicker than opening it as a `Store`."""
    connection = Connection(path)
    try:
        connection.hold_to_schema()
        (data,) = connection.one("SELECT data FROM manifest")
        meta = dict(connection.select("SELECT key, value FROM meta WHERE key IN ('tool', 'warnings')"))
        digests = dict(connection.select("SELECT path, sha256 FROM file WHERE sha256 IS NOT NULL"))
        return Inputs(data, meta.get("tool", ""), digests, meta.get("warnings") != "0")
    finally:
        connection.close()
