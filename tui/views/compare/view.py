"""The comparison to export: a ladder with all its rows, a four-column document, a grid of texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.address import split_first
from tui.dates import in_words
from tui.errors import NoSuchRecord
from tui.store.read import Store
from tui.views.blocks import Heading, Page, Para, line
from tui.views.compare import page as drawn
from tui.views.compare.columns import FEWEST, unasked
from tui.views.compare.comparison import Comparison, ComparisonRow, compare
from tui.views.compare.document_page import document_page
from tui.views.compare.page import comparison_page
from tui.views.compare.pane import ComparePane
from tui.views.compare.row_cells import RowCell, cells, whole_text
from tui.views.compare.row_names import row_asked
from tui.views.data import Table, as_data
from tui.views.subject import ExportPart, Shown, tab


def chosen(store: Store, plans: Sequence[str]) -> tuple[str, ...]:
    """Return the plans to compare: those named, else those that are compared unasked."""
    return tuple(plans) or unasked(store)


def _nothing(store: Store) -> Page:
    """Return what an export of everything says on a day on which there are no two plans yet."""
    told = Para(line(f"As at {in_words(store.as_at)} there are no two plans to compare."))
    return Page("Comparison", (Heading(line("Comparison"), 1), told), "compare")


def document(store: Store, plans: Sequence[str]) -> list[Page]:
    """Draw the ladder, and every row with its cells below each other."""
    if not plans and len(unasked(store)) < FEWEST:
        return [_nothing(store)]
    comparison = compare(store, chosen(store, plans))
    return [comparison_page(comparison, lambda row: cells(store, comparison, row))]


def wide_document(store: Store, plans: Sequence[str]) -> list[Page]:
    """Draw the comparison as one table, a column for each plan."""
    if not plans and len(unasked(store)) < FEWEST:
        return [_nothing(store)]
    comparison = compare(store, chosen(store, plans))
    return [document_page(comparison, lambda row: cells(store, comparison, row))]


def table(store: Store, plans: Sequence[str]) -> Table:
    """Return one line for each row: its number, issue, status with whose it is, and for each column the mark and the words.

    On a day on which there are no two plans it has no line.
    """
    heads = ["row", "issue", "name", "status", "of texts", "between", "by", "level", "status of other texts"]
    if not plans and len(unasked(store)) < FEWEST:
        return Table(tuple(heads), ())
    comparison = compare(store, chosen(store, plans))
    for head in comparison.columns:
        heads += [f"{head.id} points", f"{head.id} mark", f"{head.id} text"]
    return Table(tuple(heads), tuple(_line(comparison, row, cells(store, comparison, row)) for row in comparison.lines()))


def data(store: Store, plans: Sequence[str]) -> dict[str, Any] | None:
    """Return the comparison as JSON has it; null on a day on which there are no two plans."""
    if not plans and len(unasked(store)) < FEWEST:
        return None
    return comparison_data(store, compare(store, chosen(store, plans)))


def comparison_data(store: Store, comparison: Comparison) -> dict[str, Any]:
    """Return the columns, each issue's row with every point on it, and a row of cells for each aligned row or issue without any."""
    return {
        "columns": as_data(comparison.columns),
        "issues": [row_data(row, ()) for row in comparison.issues],
        "rows": [row_data(row, cells(store, comparison, row)) for row in comparison.lines()],
    }


def row_data(row: ComparisonRow, of: Sequence[RowCell]) -> dict[str, Any]:
    """Return a row with its cells; a cell names its column by id, since the columns are told once."""
    told = as_data(row)
    if of:
        told["cells"] = [as_data(cell) | {"column": cell.column.id} for cell in of]
    return dict(told)


def _line(comparison: Comparison, row: ComparisonRow, of: Sequence[RowCell]) -> tuple[str, ...]:
    status, others = row.status, row.status_of_others
    out = [
        comparison.label(row),
        row.issue.name,
        row.short,
        f"{status.letter} {status.word}" if status else "",
        ", ".join(status.texts) if status else "",
        ", ".join(status.between) if status else "",
        status.account if status else "",
        (status.level or "") if status else "",
        others.of_others if others else "",
    ]
    for cell in of:
        out += [" ".join(one.record.number for one in cell.passages), cell.mark.word, whole_text(cell)]
    return tuple(out)


def plans_unasked(store: Store) -> Sequence[str]:
    """Return the plans that are compared unasked, where there are two."""
    plans = unasked(store)
    if len(plans) < FEWEST:
        raise NoSuchRecord(f"as at {in_words(store.as_at)} there are no two plans to compare; known: {', '.join(plans) or 'none'}")
    return plans


def at(store: Store, rest: str) -> Shown:
    """Return the comparison of plans (A+B) or one row of it (A+B/ROW): the answer and its page."""
    plans, wanted = split_first(rest)
    found = compare(store, plans.split("+") if plans else plans_unasked(store))
    if not wanted:
        told = {"columns": found.columns, "issues": tuple(found.issues), "rows": tuple(found.lines())}
        return told, drawn.comparison_page(found, lambda row: cells(store, found, row), whole=False)
    row = row_asked(found, wanted)
    held = cells(store, found, row)
    return held, drawn.row_page(found, row, held)


pane = tab(ComparePane)
PART = ExportPart(document, table, data, wide_document)
