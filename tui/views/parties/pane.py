"""Who is at the table."""

from __future__ import annotations

from collections.abc import Sequence

from tui.address import written
from tui.views.blocks import Page, Para, Span, line
from tui.views.pane import Column, Pane, Row
from tui.views.parties import page as pages
from tui.views.parties.question import parties, party


class PartiesPane(Pane):
    """The parties; the one chosen whole."""

    id = "parties"
    title = "Parties"

    @property
    def columns(self) -> tuple[Column, ...]:
        """Name, kind, and how much is known."""
        return (Column("Party", least=18), Column("Kind", 12, drop=2), Column("Lines", 5, drop=1), Column("Said", 4, drop=1))

    def list_width(self, cells: int) -> int:
        """Names are short; the detail is long."""
        return max(38, cells * 34 // 100)

    def rows(self) -> Sequence[Row]:
        """One row a party."""
        return tuple(
            Row(
                (line(one.name), line(Span(one.type, "dim")), line(str(one.red_lines or "")), line(str(one.positions or ""))),
                to=written("party", one.id),
                key=one.id,
            )
            for one in parties(self.store)
        )

    def page(self, row: Row | None, cells: int) -> Page:
        """The party."""
        del cells
        if row is None:
            return Page("parties", (Para(line("No party is known at this date.")),), "parties")
        return pages.page(party(self.store, row.key))
