"""Where a store comes from: sources that a reader may edit, or elsewhere, and how to see that it or they have changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from contextlib import suppress
from pathlib import Path

from tui.frozen import frozen


@frozen
class Sources:
    """What a store was built from: the folder that places in the sources are told from, and how to build the store again.

    `rebuild` gives the path of a fresh store; HasFindings where the sources are at fault. `state` tells one state of the files from
    another, at the cost of a stat each; it is asked with the name of the data folder.
    """

    folder: Path
    rebuild: Callable[[], Path]
    state: Callable[[str], Hashable] = str


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


def identity(path: Path) -> tuple[int, int, int, int] | None:
    """Return what tells a file from one that takes its place, and from itself when it was written again; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size


def state_of(manifest: Path, data: str) -> Hashable:
    """Return how the manifest and the data files stand now, and which there are: a stat each, and no path is made of them.

    Hidden entries are passed over, as they are when the sources are read; a folder that cannot be listed is one state like another.
    """
    found: list[Hashable] = [identity(manifest)]
    waiting = [os.path.join(manifest.parent, data)]  # noqa: PTH118 - a path for each look would take longer than the look
    seen: set[str] = set()
    while waiting:
        here = waiting.pop()
        with suppress(OSError), os.scandir(here) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.name.lower().endswith(".toml"):
                    told = entry.stat()
                    found.append((entry.path, told.st_ino, told.st_mtime_ns, told.st_size))
                elif entry.is_dir() and (real := os.path.realpath(entry.path)) not in seen:
                    seen.add(real)
                    waiting.append(entry.path)
    return tuple(sorted(found, key=str))
