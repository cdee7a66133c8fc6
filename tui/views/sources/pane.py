"""Who says so: every source, what rests on it, and what falls if it falls."""

from __future__ import annotations

from collections.abc import Sequence

from tui.address import written
from tui.dates import in_words
from tui.store.read import Store
from tui.views.blocks import Page, Para, Span, line
from tui.views.orders import arranged, by_cell, marked
from tui.views.pane import Column, Order, Pane, Row, wanted_width
from tui.views.sources import page as pages
from tui.views.sources.question import SourceRow, source, sources
from tui.widths import width

ADDRESS = 92  # cells of a detail in which nearly every address stands on one line
NAME = 22  # cells of a publisher where there is no room for the longest


class SourcesPane(Pane):
    """The sources, those that carry most first."""

    id = "sources"
    title = "Sources"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._rows: tuple[Row, ...] | None = None
        self._counted: dict[str, SourceRow] | None = None
        self._date_width = 11
        self._name_width = NAME

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return publisher, title, date, and how many records cite it."""
        heads = (
            Column("Source", self._name_width, narrow=NAME),
            Column(pages.TITLE, least=20 if self.room >= 80 else 36, drop=1),
            Column("Date", self._date_width, drop=2),
            Column("Cited", 6),
        )
        return marked(heads, self.sorting)

    @property
    def orders(self) -> tuple[Order, ...]:
        """Offer what carries most first, or by name, day or reliability."""
        found = self._found
        return (
            Order("by how much rests on them, most first", "Cited", down=True),
            Order("by name", "Source", by_cell(0)),
            Order("by day, the latest first", "Date", lambda row: found[row.key].date, down=True),
            Order("by reliability, A first, ungraded last", by=lambda row: found[row.key].reliability),
        )

    @property
    def _found(self) -> dict[str, SourceRow]:
        """Return the sources by their ids, counted once, since the store does not change under a reader."""
        if self._counted is None:
            self._counted = {one.id: one for one in sources(self.store)}
        return self._counted

    def list_width(self, cells: int) -> int:
        """Return room for the titles, and as much for the source as an address needs."""
        return min(wanted_width(self.rows(), self.columns, cells), max(cells - ADDRESS, 74))

    def rows(self) -> Sequence[Row]:
        """Return one row a source; made once, since the store does not change under a reader."""
        if self._rows is None:
            found = [(one, in_words(one.date) if one.date else "") for one in self._found.values()]
            self._date_width = max((width(date) for _, date in found), default=self._date_width)
            self._name_width = max((width(one.name) for one, _ in found), default=NAME)
            self._rows = tuple(
                Row(
                    (line(one.name), line(one.title), line(Span(date, "dim")), line(str(one.rests))),
                    to=written("source", one.id),
                    key=one.id,
                )
                for one, date in found
            )
        return arranged(self._rows, self.sorting)

    def page(self, row: Row | None, cells: int) -> Page:
        """Return the source."""
        del cells
        if row is None:
            return Page("sources", (Para(line("No source is known at this date.")),), "sources")
        return pages.page(source(self.store, row.key))
