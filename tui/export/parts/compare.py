"""The comparison to export: a ladder with all its rows, a four-column document, a grid of texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.answers.columns import unasked
from tui.answers.comparison import Comparison, Row, compare
from tui.answers.passages import RowCell, cells, whole_text
from tui.export.data import as_data
from tui.export.tables import Table
from tui.pages.blocks import Page
from tui.pages.comparison import comparison_page
from tui.pages.side_by_side import document_page
from tui.store.read import Store


def chosen(store: Store, plans: Sequence[str]) -> tuple[str, ...]:
    """The plans to compare: those named, else those that are compared unasked."""
    return tuple(plans) or unasked(store)


def pages(store: Store, plans: Sequence[str]) -> list[Page]:
    """The ladder, and every row with its cells below each other."""
    comparison = compare(store, chosen(store, plans))
    return [comparison_page(comparison, lambda row: cells(store, comparison, row))]


def wide_pages(store: Store, plans: Sequence[str]) -> list[Page]:
    """The comparison as one table, a column for each plan."""
    comparison = compare(store, chosen(store, plans))
    return [document_page(comparison, lambda row: cells(store, comparison, row))]


def table(store: Store, plans: Sequence[str]) -> Table:
    """One line for each row: its number, issue, status, and for each column the mark and the words."""
    comparison = compare(store, chosen(store, plans))
    heads = ["row", "issue", "name", "status", "level"]
    for head in comparison.columns:
        heads += [f"{head.id} points", f"{head.id} mark", f"{head.id} text"]
    return Table(
        tuple(heads), tuple(_line(comparison, row, cells(store, comparison, row)) for row in (*comparison.rows, *comparison.untouched))
    )


def data(store: Store, plans: Sequence[str]) -> dict[str, Any]:
    """The comparison as JSON has it."""
    return comparison_data(store, compare(store, chosen(store, plans)))


def comparison_data(store: Store, comparison: Comparison) -> dict[str, Any]:
    """The columns; the aligned rows, each with its cells; and apart from them the issues on which no column has a point."""
    return {
        "columns": as_data(comparison.columns),
        "rows": [row_data(row, cells(store, comparison, row)) for row in comparison.rows],
        "untouched": [row_data(row, cells(store, comparison, row)) for row in comparison.untouched],
    }


def row_data(row: Row, of: Sequence[RowCell]) -> dict[str, Any]:
    """A row with its cells; a cell names its column by id, since the columns are told once."""
    told = as_data(row)
    told["cells"] = [as_data(cell) | {"column": cell.column.id} for cell in of]
    return dict(told)


def _line(comparison: Comparison, row: Row, of: Sequence[RowCell]) -> tuple[str, ...]:
    status = row.status
    out = [
        comparison.label(row),
        row.issue.name,
        row.short,
        f"{status.letter} {status.word}" if status else "",
        (status.level or "") if status else "",
    ]
    for cell in of:
        out += [" ".join(one.number for one in cell.passages), cell.mark.word, whole_text(cell)]
    return tuple(out)
