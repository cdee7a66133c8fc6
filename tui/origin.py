"""Where a store comes from, for a reader who may edit that."""

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
