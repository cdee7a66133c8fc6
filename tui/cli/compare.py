"""`briefing compare`: plans against each other, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from tui.address import written
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.views.blocks import Page
from tui.views.compare.comparison import Comparison, ComparisonRow, compare
from tui.views.compare.difference import Pairing, row_differences
from tui.views.compare.difference_page import differences_page
from tui.views.compare.page import address, comparison_page, row_page, row_title
from tui.views.compare.row_cells import RowCell, cells
from tui.views.compare.row_names import row_asked
from tui.views.compare.view import comparison_data, plans_unasked, row_data
from tui.views.data import as_data
from tui.views.wordings import Wording


@click.command("compare")
@click.argument("plans", nargs=-1, metavar="[PLAN PLAN]...")
@click.option("--issue", metavar="ID", help="Only the rows that bear on this issue.")
@click.option("--row", "wanted", metavar="N", help="One row: a number (6), a point (e3/6) or an issue.")
@click.option("--diff", is_flag=True, help="Changed numbers and duties first, then the words: [-old-] [+new+].")
@asks
def command(asked: Asked, plans: Sequence[str], issue: str | None, wanted: str | None, diff: bool) -> int:
    """Compare two to four plans, row by row: a ladder with a mark for each, then every row with the words. `party:ID` makes a party a
    column.

    Without a name those that the app compares first.
    """
    with asked.store() as store:
        found = compare(store, plans or plans_unasked(store), issue)
        rows = [row_asked(found, wanted)] if wanted is not None else None
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


def _difference_data(row: ComparisonRow, of: Sequence[RowCell]) -> dict[str, Any]:
    told = row_data(row, of)
    told["differences"] = [
        {
            "before": one.before.column.id,
            "after": one.after.column.id,
            "facts": as_data(one.facts),
            "wordings": [_wording_data(pairing) for pairing in one.pairings],
        }
        for one in row_differences(of)
    ]
    return told


def _wording_data(of: Pairing) -> dict[str, Any]:
    """Return whose words stand on each side, the plan's own (`text`) or a party's version, and what differs; null where a side has none."""
    return {
        "before": _side(of.before),
        "after": _side(of.after),
        "segments": as_data(of.difference.segments) if of.difference else None,
    }


def _side(wording: Wording | None) -> dict[str, Any] | None:
    if wording is None:
        return None
    return {"of": written("version", wording.version.party) if wording.version else "text", "text": wording.text}


def _differences(found: Comparison, told: Sequence[tuple[ComparisonRow, Sequence[RowCell]]]) -> Page:
    title = "Differences: " + " / ".join(head.short for head in found.columns)
    return differences_page(title, [(row_title(found, row), of, row_differences(of)) for row, of in told], address(found))
