"""What is new in a few words: for the line above the board, and for the last line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from tui.dates import in_words
from tui.model import Date
from tui.reader.seen import Unread


def when(minute: str) -> str:
    """Return a minute that was kept, in words and in the reader's own time: `24 Nov 2025, 07:12`."""
    try:
        at = datetime.strptime(minute, "%Y-%m-%dT%H:%MZ").replace(tzinfo=UTC).astimezone()
    except ValueError:
        return minute
    day = f"{at:%Y-%m-%d}"
    return f"{in_words(Date(day, day, day))}, {at:%H:%M}"


def counts(of: Unread, addresses: Sequence[str] | None = None) -> str:
    """Return how much is still to be read, or how much of these: `1 new, 1 changed`; empty where nothing is."""
    left = [of.sorts[address] for address in (of.left if addresses is None else addresses)]
    return ", ".join(f"{left.count(sort)} {sort}" for sort in ("new", "changed", "gone") if sort in left)


def since_then(of: Unread) -> str:
    """Return `1 new, 1 changed since you last read, 24 Nov 2025, 07:12`; empty where nothing is new."""
    counted = counts(of)
    since = f", {when(of.since)}" if of.since else ""
    return f"{counted} since you last read{since}" if counted else ""
