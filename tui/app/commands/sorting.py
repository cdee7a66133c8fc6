"""Lists in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.registry import command
from tui.views.pane import Anew

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen


@command
def sort(screen: ReaderScreen) -> None:
    """Take the next of the orders that this list offers; the cursor stays on its row."""
    pane, row = screen.place.pane, screen.place.row
    if not screen.place.rows:
        screen.say("There is no list here to sort.")
    elif len(pane.orders) < 2:
        screen.say(f"This list has one order only: {pane.sorting.name}.")
    else:
        pane.sorted_by = (pane.sorted_by + 1) % len(pane.orders)
        screen.sorted[pane.id] = pane.sorted_by
        screen.take(Anew(row.key if row else None))
        screen.say(f"Sorted {pane.sorting.name}.")
