"""Which records and points are new to a reader, marking them read, and how much is new in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from tui.dates import in_words
from tui.model import Date
from tui.reader.reader import Reader
from tui.reader.state import minute
from tui.store.read import Store

Sort = Literal["new", "changed", "gone"]


@dataclass
class Unread:
    """What is new to a reader, by address: new, changed or gone. `read` are those of it that were read in this session.

    `since` is the minute of the last visit. `digests` are those of the store, `before` those that had been read, each with the number of
    the copy that has its words; `sources` tells which store is read.
    """

    sorts: dict[str, Sort]
    since: str | None
    sources: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, tuple[str, int | None]] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)

    @property
    def left(self) -> list[str]:
        """Return what is still to be read."""
        return [address for address in self.sorts if address not in self.read]

    def is_new(self, address: str) -> bool:
        """Return whether something is still to be read."""
        return address in self.sorts and address not in self.read


def unread(reader: Reader, store: Store) -> Unread:
    """Return what is new. On the first visit nothing is, and while the sources are those that were read whole the records are not asked."""
    known = reader.row("SELECT id, sources, visited FROM briefing WHERE place = ?", reader.place)
    sources = store.sources()
    if known is None or known[1] == sources:
        return Unread({}, known[2] if known else None, sources)
    rows = reader.state.ask("SELECT address, digest, copy FROM seen WHERE briefing = ?", (known[0],))
    if not rows:
        return Unread({}, known[2], sources)
    seen = {address: (digest, number) for address, digest, number in rows}
    digests = store.digests()
    sorts: dict[str, Sort] = {}
    for address, digest in digests.items():
        if address not in seen:
            sorts[address] = "new"
        elif seen[address][0] != digest:
            sorts[address] = "changed"
    sorts |= dict.fromkeys(seen.keys() - digests.keys(), "gone")
    return Unread(sorts, known[2], sources, digests, seen)


def remember(reader: Reader, store: Store, path: Path) -> None:
    """Keep the words that were read, and on the first visit that all of it was. NotKept where that cannot be."""
    from tui.reader import copies  # 6 ms: a start does without

    digests, sources = store.digests(), store.sources()
    first = reader.row("SELECT 1 FROM seen WHERE briefing = ?", reader.id) is None
    number = copies.copied(reader, store, path)
    now = minute()
    with reader.change() as write:
        if first:
            write.executemany(
                "INSERT OR IGNORE INTO seen (briefing, address, digest, at, copy) VALUES (?, ?, ?, ?, ?)",
                [(reader.id, address, digest, now, number) for address, digest in digests.items()],
            )
            write.execute("UPDATE briefing SET sources = ?, visited = coalesce(visited, ?) WHERE id = ?", (sources, now, reader.id))
        elif number is not None:
            held = write.execute("SELECT address, digest, copy FROM seen WHERE briefing = ?", (reader.id,)).fetchall()
            moved = [(number, reader.id, address) for address, digest, copy in held if digests.get(address) == digest and copy != number]
            write.executemany("UPDATE seen SET copy = ? WHERE briefing = ? AND address = ?", moved)
    copies.tidy(reader)


def mark(reader: Reader, of: Unread, addresses: Iterable[str], *, read: bool = True) -> None:
    """Mark what is new as read, or as not read after all. NotKept where that cannot be kept; for this session it holds all the same."""
    wanted = [address for address in addresses if address in of.sorts]
    (of.read.update if read else of.read.difference_update)(wanted)
    now = minute()
    found = reader.row("SELECT max(id) FROM copy WHERE briefing = ? AND sources = ?", reader.id, of.sources)
    with reader.change() as write:
        for address in wanted:
            digest, copy = (of.digests.get(address), found and found[0]) if read else of.before.get(address, (None, None))
            write.execute("DELETE FROM seen WHERE briefing = ? AND address = ?", (reader.id, address))
            if digest is not None:
                write.execute("INSERT INTO seen VALUES (?, ?, ?, ?, ?)", (reader.id, address, digest, now, copy))


def leave(reader: Reader, of: Unread, store: Store) -> None:
    """Note when the reader left, and whether all was read: then the next start need not ask the records."""
    whole = "EXISTS (SELECT 1 FROM seen WHERE briefing = briefing.id)" if not of.left else "0"
    with reader.change() as write:
        write.execute(
            f"UPDATE briefing SET visited = ?, title = ?, sources = iif({whole}, ?, sources) WHERE id = ?",  # noqa: S608
            (minute(), store.manifest.title, store.sources(), reader.id),
        )


def when(minute: str) -> str:
    """Return a minute that was kept, in words and in the reader's own time: `24 Nov 2025, 07:12`."""
    try:
        at = datetime.fromisoformat(minute).astimezone()
    except (ValueError, OverflowError):  # the last hours of the last year, in another zone
        return minute
    day = f"{at:%Y-%m-%d}"
    return f"{in_words(Date(day, day, day))}, {at:%H:%M}"


def counts(of: Unread) -> str:
    """Return how much is still to be read: `1 new, 1 changed`; empty where nothing is."""
    left = [of.sorts[address] for address in of.left]
    return ", ".join(f"{left.count(sort)} {sort}" for sort in ("new", "changed", "gone") if sort in left)


def since_then(of: Unread) -> str:
    """Return `1 new, 1 changed since you last read, 24 Nov 2025, 07:12`; empty where nothing is new."""
    counted = counts(of)
    since = f", {when(of.since)}" if of.since else ""
    return f"{counted} since you last read{since}" if counted else ""
