"""The first page: what it is about, as of when, where things stand, what comes next."""

from __future__ import annotations

from tui.views.blocks import Page
from tui.views.overview import page as pages
from tui.views.overview.question import overview
from tui.views.pane import Pane, Row


class OverviewPane(Pane):
    """One page; its links lead everywhere else."""

    id = "overview"
    title = "Overview"

    def page(self, row: Row | None, cells: int) -> Page:
        """The overview."""
        del row, cells
        return pages.page(overview(self.store))
