"""What was not yet public on a day: its addresses and its pane. No export has it, since an export is of one day."""

from __future__ import annotations

from tui.store.read import Store
from tui.views.later import page as drawn
from tui.views.later.pane import LaterPane
from tui.views.later.question import between, later
from tui.views.subject import Shown


def at(store: Store, rest: str) -> Shown:
    """Return what became known between two days (SINCE/UNTIL): the answer and its page."""
    found = later(store, *between(rest))
    return found, drawn.page(found)


pane = LaterPane
