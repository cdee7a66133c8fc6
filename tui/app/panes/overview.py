"""The first page: what it is about, as of when, where things stand, what comes next."""

from __future__ import annotations

from tui.answers.overview import overview
from tui.app.panes.base import Pane, Row
from tui.pages import overview as pages
from tui.pages.blocks import Page


class OverviewPane(Pane):
    """One page; its links lead everywhere else."""

    id = "overview"
    title = "Overview"

    def page(self, row: Row | None, cells: int) -> Page:
        """The overview."""
        del row, cells
        return pages.page(overview(self.store))
