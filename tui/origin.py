"""Where a store comes from: sources that a reader may edit, or elsewhere, from where newer ones come."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tui.frozen import frozen


@frozen
class Sources:
    """What a store was built from: the folder that places in the sources are told from, and how to build the store again.

    `rebuild` gives the path of a fresh store; HasFindings where the sources are at fault.
    """

    folder: Path
    rebuild: Callable[[], Path]


@frozen
class FeedNews:
    """What an open session hears of where its briefing comes from: a sentence, and what the title says besides the day.

    `before` and `after` are the store that was in force and the one that has come; None where none has.
    """

    said: str
    note: str
    before: Path | None = None
    after: Path | None = None


@frozen
class Feed:
    """How an open session hears of what is newer: `look` asks, and fetches it, which may take long; `every` so many seconds is enough.

    `note` is what the title says at the beginning, `said` the sentence that goes with it.
    """

    look: Callable[[], FeedNews]
    every: float
    note: str = ""
    said: str = ""
