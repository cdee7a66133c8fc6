"""Search over everything: the words typed, the records that hold them."""

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
from tui.views.search.offers import FILTERS_IN_WORDS
from tui.views.search.question import Found, day_and_who, groups, kind_of, way_on
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
        """Return the kind, the name with its day, and the words found."""
        return marked((Column("Kind", 9), Column("Name", least=24), Column("Words found", least=24, drop=1)), self.sorting)

    @property
    def orders(self) -> tuple[Order, ...]:
        """Offer the best first, or by kind or name: an order of hits and not of rows, which are drawn when they are looked at."""
        return (Order("by how well they fit, the best first"), Order("by name", "Name"), Order("by kind", "Kind"))

    def rows(self) -> Sequence[Row]:
        """Return one row a hit, made when it is looked at; what hits have in common stands above them, unless the reader sorts them."""
        said = way_on(self.found)
        lines: list[str | Hit] = [said] if said and self.found.hits else []
        if self.sorting.column:
            named = self.sorting.column == "Name"
            lines += [*sorted(self.found.hits, key=lambda hit: (hit.title if named else kind_of(hit)).casefold())]
        else:
            for name, hits in groups(self.found):
                lines += [name, *hits] if name else hits
        rows = LazyRows(range(len(lines)), lambda place: _drawn(lines[place]))
        beside = self.beside(self.found.words)
        return (*beside, Row((line("Of the briefing"),), heading=True), *rows) if beside else rows

    def subtitle(self) -> str:
        """Tell how many hits there are, as far as anybody counts."""
        whole = sum(not hit.partial for hit in self.found.hits)
        count = f"{whole}{'+' if self.found.more else ''}"
        partly = f", {len(self.found.hits) - whole} in part" if whole < len(self.found.hits) else ""
        return f"{count} {'hit' if count == '1' else 'hits'}{partly}" if self.text.strip() else ""

    def page(self, row: Row | None, cells: int) -> Page:
        """Draw the record that was hit; where there is none, the way on."""
        del cells
        if row is None or not row.to:
            return Page("search", (Heading(line("Search"), 1), *self._way_on()), "search")
        try:
            if row.key != row.to:  # no hit: a place of any sort
                return page_at(self.store, row.to)[1]
            return record_page.page(record_at(self.store, row.to))
        except BriefingError as error:
            return Page("search", (Para(line(str(error))),), "search")

    def _way_on(self) -> list[Para]:
        if self.text.strip():
            return [Para(line(way_on(self.found) or "Nothing holds this."))]
        return [Para(line("Type words; records that hold them are shown, the best first.")), *(Para(line(one)) for one in FILTERS_IN_WORDS)]


def _drawn(what: str | Hit) -> Row:
    if isinstance(what, str):
        return Row((line(what[0].upper() + what[1:]),), heading=True)
    excerpt = tuple(Span(text, "strong" if found else "text") for text, found in what.excerpt)
    beside = tuple(Span(f", {one}", "dim") for one in day_and_who(what))
    kind = kind_of(what).replace("_", " ")
    return Row(((Span(kind, "dim"),), (Span(what.title), *beside), excerpt), to=what.address, key=what.address)
