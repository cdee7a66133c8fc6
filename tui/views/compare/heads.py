"""The names of the plans above the columns of their marks."""

from __future__ import annotations

from collections.abc import Sequence

from tui.views.cells import told_apart, width

LEAST = 3  # cells of a mark
CUT = 5  # cells of a plan's name where there is no room for more


def heads(shorts: Sequence[str], chosen: int, room: int) -> list[str]:
    """The names, the chosen one in brackets; where `room` (cells, with the gaps between) is too small, each cut and like no other."""
    names, room = list(shorts), room - len(shorts)
    if sum(max(LEAST, width(name)) for name in names) + 2 > room:
        cells = max(CUT, room // len(names))
        bracketed = told_apart(names, cells - 2)[chosen]
        names = told_apart(names, cells)
        names[chosen] = bracketed
    return [f"[{name}]" if place == chosen else name for place, name in enumerate(names)]
