"""The parties to export: each whole, and as a grid what each says on every issue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.address import split_first
from tui.store.read import Store
from tui.views.blocks import Page
from tui.views.data import Table, as_data
from tui.views.parties import page as drawn
from tui.views.parties.by_issue import ISSUES, by_issue, cell_page, holding, table_page
from tui.views.parties.pane import VIEWS, PartiesPane
from tui.views.parties.question import parties, party
from tui.views.subject import ExportPart, Shown, tab


def document(store: Store, plans: Sequence[str]) -> list[Page]:  # noqa: ARG001 - every part takes the plans, most need none
    """Return the list, the issues by party, and each party."""
    rows = parties(store)
    return [drawn.list_page(rows), table_page(by_issue(store)), *(drawn.page(party(store, row.id)) for row in rows)]


def within(store: Store, plans: Sequence[str]) -> list[Page]:  # noqa: ARG001
    """Return the list, the issues by party, and of each party who it is; what it says on an issue stands on the page of the issue."""
    rows = parties(store)
    return [drawn.list_page(rows), table_page(by_issue(store)), *(drawn.who_page(party(store, row.id)) for row in rows)]


def table(store: Store, plans: Sequence[str]) -> Table:  # noqa: ARG001
    """Return one line for each thing that a party says on an issue: a red line, or a position apart from its interest and bottom line."""
    rows: list[tuple[str, ...]] = []
    for row in parties(store):
        for issue in party(store, row.id).issues:
            rows.extend((row.name, issue.name, line.record.called, line.record.statement, "", "") for line in issue.red_lines)
            rows.extend(
                (
                    row.name,
                    issue.name,
                    held.record.stance or "position",
                    held.record.statement,
                    held.record.interest or "",
                    held.record.bottom_line or "",
                )
                for held in issue.positions
            )
    return Table(("party", "issue", "kind", "statement", "interest", "bottom line"), tuple(rows))


def data(store: Store, plans: Sequence[str]) -> Any:  # noqa: ARG001
    """Return every party as JSON has it."""
    return [{"kind": "party"} | as_data(party(store, row.id)) for row in parties(store)]


def at(store: Store, rest: str) -> Shown:
    """Return all parties, one by its id, or issues by parties (issues, issues/ISSUE/PARTY): the answer and its page."""
    head, more = split_first(rest)
    if head == ISSUES:
        if not more:
            table = by_issue(store)
            return table, table_page(table)
        issue, one = split_first(more)
        row, held, name = holding(store, issue, one)
        return held, cell_page(row, one, name, held)
    if rest:
        return whole(store, rest)
    rows = parties(store)
    return rows, drawn.list_page(rows)


def whole(store: Store, ident: str) -> Shown:
    """Return one party and its page."""
    answer = party(store, ident)
    return answer, drawn.page(answer)


pane = tab(PartiesPane)
PLACES = VIEWS
PART = ExportPart(document, table, data, within=within)
