"""The words of the tabs in so many cells: whole names where there is room, else evenly shorter ones, at last the digits alone."""

from __future__ import annotations

from collections.abc import Sequence

from tui.views.cells import cut
from tui.widths import width

FEWEST = 3  # cells; a name cut shorter than this tells nothing


def tabs(titles: Sequence[str], current: int, cells: int) -> list[str]:
    """Return a word for each pane, its digit before its name, to be written a cell apart.

    The pane at the index `current` keeps its whole name; the others lose letters from the longest down, so that all are cut to one length.
    """
    for letters in range(max(map(width, titles)), FEWEST - 1, -1):
        words = [f"{n + 1} {title if n == current else title[: cut(title, letters)].rstrip()}" for n, title in enumerate(titles)]
        if sum(map(width, words)) + len(words) - 1 <= cells:
            return words
    return [f"{n + 1} {title}" if n == current else str(n + 1) for n, title in enumerate(titles)]
