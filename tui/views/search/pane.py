"""Search over everything: the words typed, the records that hold them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.errors import BriefingError
from tui.store.read import Store
from tui.store.search import Hit
from tui.views.blocks import Heading, Page, Para, Span, line
from tui.views.drawn_rows import LazyRows
from tui.views.orders import marked
from tui.views.pane import Column, Order, Pane, Row
from tui.views.record import page as record_page
from tui.views.record.question import record_at
from tui.views.search.question import Found
from tui.views.subject import page_at


class Finder(Pane):
    """Hits for `text`, the best first. Whoever searches sets the text, and what was found when it is there."""

    id = "search"
    title = "search"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.text = ""
        self.found = Found("", (), more=False)
        self.beside: Callable[[str], Sequence[Row]] = lambda _: ()  # rows of another owner that hold the words; they stand first

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the kind, the name, and the words found."""
        return marked((Column("Kind", 10), Column("Name", 26, drop=1), Column("Words found", least=20)), self.sorting)

    @property
    def orders(self) -> tuple[Order, ...]:
        """Offer the best first, or by kind or name: an order of hits and not of rows, which are drawn when they are looked at."""
        return (Order("by how well they fit, the best first"), Order("by name", "Name"), Order("by kind", "Kind"))

    def rows(self) -> Sequence[Row]:
        """Return one row a hit, made when it is looked at."""
        hits = self.found.hits
        if self.sorting.column:
            hits = tuple(sorted(hits, key=lambda hit: (hit.title if self.sorting.column == "Name" else _kind(hit)).casefold()))
        rows = LazyRows(range(len(hits)), lambda place: _drawn(hits[place]))
        beside = self.beside(self.found.words)
        return (*beside, Row((line("Of the briefing"),), heading=True), *rows) if beside else rows

    def subtitle(self) -> str:
        """Tell how many hits there are, as far as anybody counts."""
        count = f"{len(self.found.hits)}{'+' if self.found.more else ''}"
        return f"{count} {'hit' if count == '1' else 'hits'}" if self.text.strip() else ""

    def page(self, row: Row | None, cells: int) -> Page:
        """Draw the record that was hit."""
        del cells
        if row is None:
            said = f"Nothing holds all of: {self.text}" if self.text.strip() else "Type words; every record that holds them all is shown."
            return Page("search", (Heading(line("Search"), 1), Para(line(said))), "search")
        try:
            if row.key != row.to:  # no hit: a place of any sort
                return page_at(self.store, row.to)[1]
            return record_page.page(record_at(self.store, row.to))
        except BriefingError as error:
            return Page("search", (Para(line(str(error))),), "search")


def _drawn(hit: Hit) -> Row:
    excerpt = tuple(Span(text, "strong" if found else "text") for text, found in hit.excerpt)
    return Row(((Span(_kind(hit), "dim"),), line(hit.title), excerpt), to=hit.address, key=hit.address)


def _kind(hit: Hit) -> str:
    return "point" if hit.number else hit.kind.replace("_", " ")
