"""The sources to export: the list of all, with what a reader needs to find each one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.dates import in_words
from tui.store.read import Store
from tui.views.blocks import Block, Heading, Page, line
from tui.views.bylines import source_lines
from tui.views.data import Table, as_data
from tui.views.provenance import cited
from tui.views.sources import page as drawn
from tui.views.sources.pane import SourcesPane
from tui.views.sources.question import source, sources
from tui.views.subject import ExportPart, Shown, tab


def document(store: Store, plans: Sequence[str]) -> list[Page]:  # noqa: ARG001 - every part takes the plans, most need none
    """Return every source in the order of what rests on it, with its address."""
    blocks: list[Block] = [Heading(line("Sources"), 1)]
    for row in sources(store):
        blocks.extend(source_lines(cited(store, row.id)))
    return [Page("Sources", tuple(blocks), "sources")]


def within(store: Store, plans: Sequence[str]) -> list[Page]:
    """Return nothing: a whole document ends with all sources by their numbers."""
    del store, plans
    return []


def table(store: Store, plans: Sequence[str]) -> Table:  # noqa: ARG001
    """Return one line for each source, with how many records rest on it."""
    rows = []
    for row in sources(store):
        of = cited(store, row.id)
        rows.append(
            (
                row.id,
                of.publisher or "",
                of.title,
                "yes" if of.described else "",
                row.type,
                in_words(of.date) if of.date else "",
                of.date.lower if of.date else "",
                of.date.upper if of.date else "",
                row.reliability or "",
                of.address or "",
                ", ".join(of.relays),
                of.via or "",
                str(row.rests),
            )
        )
    heads = ("source", "publisher", "title", "described", "type", "date", "earliest", "latest")
    return Table((*heads, "reliability", "address", "relays", "via", "records"), tuple(rows))


def data(store: Store, plans: Sequence[str]) -> Any:  # noqa: ARG001
    """Return every source as JSON has it."""
    return [{"kind": "source", "type": row.type, "rests": row.rests} | as_data(cited(store, row.id)) for row in sources(store)]


def at(store: Store, rest: str) -> Shown:
    """Return all sources, or one by its id: the answer and its page."""
    if rest:
        return whole(store, rest)
    rows = sources(store)
    return rows, drawn.list_page(rows)


def whole(store: Store, ident: str) -> Shown:
    """Return one source and its page."""
    answer = source(store, ident)
    return answer, drawn.page(answer)


pane = tab(SourcesPane)
PLACES = ()
PART = ExportPart(document, table, data, within=within)
