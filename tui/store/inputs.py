"""What a store was made from, and which program makes stores: one made of other files, or by another program, is stale."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

import tui
from tui.address import written
from tui.frozen import frozen
from tui.store.opening import Connection
from tui.version import __version__

_FOLDERS = ("compile", "checks", "store")  # with the modules beside these, all that a build runs; a test asks a build which modules it has


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


@cache
def program() -> str:
    """Return the version of this program, and a digest of every module that has a part in making a store.

    The version alone would do for those who install releases; the digest spares those who change the code from stores of the code before.
    It is of contents and not of dates, which a checkout or an install changes. All of it is read at each start, in about 1 ms.
    """
    digest = hashlib.sha256()
    root = os.path.dirname(tui.__file__)  # noqa: PTH120 - making paths of all of them would take longer than reading them
    for folder in (root, *(f"{root}/{name}" for name in _FOLDERS)):
        for name in sorted(os.listdir(folder)):  # noqa: PTH208
            if name.endswith(".py"):
                with open(f"{folder}/{name}", "rb", buffering=0) as file:  # noqa: PTH123
                    digest.update(file.read())
    return f"{__version__} {digest.hexdigest()[:16]}"


def digests(connection: Connection, as_of: str) -> dict[str, str]:
    """Return the digests by address, of what is known on the day of the briefing."""
    rows = connection.select("SELECT kind, id, number, digest FROM digest WHERE _known <= ?", (as_of,))
    return {written(kind, id_, number): digest for kind, id_, number, digest in rows}


def sources(connection: Connection) -> str:
    """Return one text for the source files as they were when the store was made: another one where any of them is another."""
    return " ".join(row[0][:16] for row in connection.select("SELECT sha256 FROM file WHERE sha256 IS NOT NULL ORDER BY path"))
