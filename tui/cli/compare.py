"""`briefing compare`: plans against each other, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from tui.answers.comparison import Comparison, Row, compare
from tui.answers.difference import row_differences
from tui.answers.passages import RowCell, cells
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.export.data import as_data
from tui.export.parts.compare import comparison_data, row_data
from tui.findings import NoSuchRecord
from tui.pages.blocks import Page
from tui.pages.comparison import address, comparison_page, row_page, row_title
from tui.pages.difference import differences_page


@click.command("compare")
@click.argument("plans", nargs=-1, metavar="PLAN PLAN...")
@click.option("--issue", metavar="ID", help="Only the rows that bear on this issue.")
@click.option("--row", "wanted", metavar="N", help="One row: a number (6), a point (e3/6) or an issue.")
@click.option("--diff", is_flag=True, help="Changed numbers and duties first, then the words: [-old-] [+new+].")
@asks
def command(asked: Asked, plans: Sequence[str], issue: str | None, wanted: str | None, diff: bool) -> int:
    """Two to four plans, row by row: a ladder with a mark for each, then every row with the words. `party:ID` makes a party a column."""
    with asked.store() as store:
        found = compare(store, plans, issue)
        rows = [_row(found, wanted)] if wanted else None
        if diff:
            pairs = [(row, cells(store, found, row)) for row in rows or [row for row in found.rows if row.differs]]
            asked.give([_difference_data(row, of) for row, of in pairs], lambda: _differences(found, pairs))
        elif rows:
            of = cells(store, found, rows[0])
            asked.give(row_data(rows[0], of), lambda: row_page(found, rows[0], of))
        else:
            data = comparison_data(store, found) if asked.json else None
            asked.give(data, lambda: comparison_page(found, lambda row: cells(store, found, row)))
    return 0


def _row(found: Comparison, wanted: str) -> Row:
    row = found.row(wanted)
    if row is None:
        known = ", ".join(found.label(row) for row in found.rows) or "none"
        raise NoSuchRecord(f"No row of this comparison is called {wanted!r}. Rows: {known}; or the id of an issue.")
    return row


def _difference_data(row: Row, of: Sequence[RowCell]) -> dict[str, Any]:
    told = row_data(row, of)
    told["differences"] = [
        {
            "before": one.before.column.id,
            "after": one.after.column.id,
            "numbers": as_data(one.numbers),
            "wordings": as_data(one.pairings),
        }
        for one in row_differences(of)
    ]
    return told


def _differences(found: Comparison, told: Sequence[tuple[Row, Sequence[RowCell]]]) -> Page:
    title = "Differences: " + " / ".join(head.short for head in found.columns)
    return differences_page(title, [(row_title(found, row), of, row_differences(of)) for row, of in told], address(found))
