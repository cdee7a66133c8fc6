"""Search over everything: the words typed, the records that hold them all."""

from __future__ import annotations

from collections.abc import Sequence

from tui.answers.record import record
from tui.answers.search import search
from tui.app.panes.base import Column, Pane, Row
from tui.findings import BriefingError
from tui.pages import record as record_page
from tui.pages.blocks import Heading, Page, Para, Span, line
from tui.store.read import Store

ENOUGH = 200


class Finder(Pane):
    """Hits for `text`, the best first."""

    id = "search"
    title = "search"

    def __init__(self, store: Store, text: str = "") -> None:
        super().__init__(store)
        self.text = text

    @property
    def columns(self) -> tuple[Column, ...]:
        """The kind, the name, and the words found."""
        return (Column("", 10), Column("", 26, drop=1), Column("", least=20))

    def rows(self) -> Sequence[Row]:
        """One row a hit."""
        if not self.text.strip():
            return ()
        out: list[Row] = []
        for hit in search(self.store, self.text, ENOUGH).hits:
            address = f"{hit.kind}/{hit.id}" + (f"/{hit.number}" if hit.number else "")
            excerpt = tuple(Span(text, "strong" if found else "text") for text, found in hit.excerpt)
            kind = "point" if hit.number else hit.kind.replace("_", " ")
            out.append(Row(((Span(kind, "dim"),), line(hit.title), excerpt), to=address, key=address))
        return out

    def page(self, row: Row | None, cells: int) -> Page:
        """The record that was hit."""
        del cells
        if row is None:
            said = f"Nothing holds all of: {self.text}" if self.text.strip() else "Type words; every record that holds them all is shown."
            return Page("search", (Heading(line("Search"), 1), Para(line(said))), "search")
        kind, _, rest = row.to.partition("/")
        ident, _, number = rest.partition("/")
        try:
            return record_page.page(record(self.store, kind, ident, number or None))
        except BriefingError as error:
            return Page("search", (Para(line(str(error))),), "search")
