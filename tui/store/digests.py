"""What tells whether anything is new: a digest of every record and point, and one text for the source files."""

from __future__ import annotations

from tui.address import written
from tui.store.opening import Connection


def digests(connection: Connection, as_of: str) -> dict[str, str]:
    """Return the digests by address, of what is known on the day of the briefing."""
    rows = connection.select("SELECT kind, id, number, digest FROM digest WHERE _known <= ?", (as_of,))
    return {written(kind, id_, number): digest for kind, id_, number, digest in rows}


def sources(connection: Connection) -> str:
    """Return one text for the source files as they were when the store was made: another one where any of them is another."""
    return " ".join(row[0][:16] for row in connection.select("SELECT sha256 FROM file WHERE sha256 IS NOT NULL ORDER BY path"))
