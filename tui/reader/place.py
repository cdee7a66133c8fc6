"""Where the reader was: the addresses from the pane at the bottom to the page on top, and the day, where it was another one."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tui.frozen import frozen
from tui.reader.reader import Reader
from tui.reader.state import minute


@frozen
class WhereLeft:
    """`addresses` from the pane up; `day` None for the briefing's own."""

    addresses: tuple[str, ...]
    day: str | None


def left_at(reader: Reader) -> WhereLeft | None:
    """Return where the reader was, None where nobody knows."""
    found = reader.row(
        "SELECT place.addresses, place.day FROM place JOIN briefing ON briefing.id = place.briefing WHERE briefing.place = ?", reader.place
    )
    try:
        addresses = json.loads(found[0]) if found else []
    except ValueError:
        return None
    if not isinstance(addresses, list) or not addresses or not all(isinstance(one, str) for one in addresses):
        return None
    return WhereLeft(tuple(addresses), found[1] if found else None)


def leave_at(reader: Reader, addresses: Sequence[str], day: str | None) -> None:
    """Keep where the reader is. NotKept where that cannot be."""
    with reader.change() as write:
        write.execute(
            "INSERT OR REPLACE INTO place (briefing, addresses, day, at) VALUES (?, ?, ?, ?)",
            (reader.id, json.dumps(list(addresses)), day, minute()),
        )
