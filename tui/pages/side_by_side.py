"""The comparison as the field's own document: one table, a row for each row, a column for each plan, every cell in full."""

from __future__ import annotations

from tui.answers.comparison import Comparison, Row
from tui.pages.blocks import Block, Columns, Gap, Heading, Line, Page, Span, line
from tui.pages.comparison import CellsOf, address, beside, column_fields, legend, touched_words
from tui.pages.marks import mark_words, status_told


def document_page(comparison: Comparison, cells_of: CellsOf) -> Page:
    """The table of a comparison, its columns explained above it and its marks below."""
    title = "Comparison: " + " / ".join(head.short for head in comparison.columns)
    heads = (line("Row"), *(line(head.short) for head in comparison.columns))
    rows = [_row(comparison, row, cells_of) for row in (*comparison.rows, *comparison.untouched)]
    blocks: list[Block] = [
        Heading(line(title), 1),
        *column_fields(comparison),
        Gap(),
        Columns(heads, tuple(rows)),
        Gap(),
        *legend(comparison),
    ]
    return Page(title, tuple(blocks), address(comparison))


def _row(comparison: Comparison, row: Row, cells_of: CellsOf) -> tuple[Line, ...]:
    name = Span(f"{comparison.label(row)} {row.short}".strip(), "strong")
    issue = Span(f"\n{row.issue.name}" if row.number else "")
    first = (name, issue, Span("\n"), *status_told(row.status), Span("\n"), *touched_words(row))
    cells = cells_of(row)
    return (first, *((mark_words(cell.mark), Span("\n"), *beside(comparison, row, cell)) for cell in cells))
