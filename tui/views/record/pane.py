"""A place that is one page: a record opened from a link, a difference, who says so."""

from __future__ import annotations

from tui.store.read import Store
from tui.views.blocks import Page
from tui.views.pane import Pane, Row


class Leaf(Pane):
    """One page, at its own address."""

    id = "page"

    def __init__(self, store: Store, page: Page) -> None:
        super().__init__(store)
        self._page = page
        self.states = page.says is not None
        self.title = page.title

    def page(self, row: Row | None, cells: int) -> Page:
        """Draw its page."""
        del row, cells
        return self._page

    def address(self, row: Row | None) -> str:
        """Return the address of its page."""
        del row
        return self._page.address
