"""What changed between two days: its addresses and its pane. No export has it, since an export is of one day; `diff` prints it."""

from __future__ import annotations

from tui.store.read import Store
from tui.views.changes import page as drawn
from tui.views.changes.pane import ChangesPane
from tui.views.changes.question import between
from tui.views.subject import Shown


def at(store: Store, rest: str) -> Shown:
    """Return what changed between two days (OLD/NEW): the answer and its page."""
    found = between(store, rest)
    return found, drawn.page(found)


pane = ChangesPane
