"""The sources to export: the list of all, with what a reader needs to find each one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.answers.provenance import cited
from tui.answers.sources import sources
from tui.export.data import as_data
from tui.export.tables import Table
from tui.pages.blocks import Block, Heading, Page, line
from tui.pages.provenance import source_lines
from tui.store.read import Store


def pages(store: Store, plans: Sequence[str]) -> list[Page]:  # noqa: ARG001 - every part takes the plans, most need none
    """Every source in the order of what rests on it, with its address."""
    blocks: list[Block] = [Heading(line("Sources"), 1)]
    for row in sources(store):
        blocks.extend(source_lines(cited(store, row.id)))
    return [Page("Sources", tuple(blocks), "sources")]


def table(store: Store, plans: Sequence[str]) -> Table:  # noqa: ARG001
    """One line for each source, with how many records rest on it."""
    rows = []
    for row in sources(store):
        of = cited(store, row.id)
        rows.append(
            (
                row.id,
                of.publisher or "",
                of.title,
                row.type,
                row.date,
                row.reliability or "",
                of.address or "",
                of.via or "",
                str(row.rests),
            )
        )
    return Table(("source", "publisher", "title", "type", "date", "reliability", "address", "via", "records"), tuple(rows))


def data(store: Store, plans: Sequence[str]) -> Any:  # noqa: ARG001
    """Every source as JSON has it."""
    return [{"kind": "source", "type": row.type, "rests": row.rests} | as_data(cited(store, row.id)) for row in sources(store)]
