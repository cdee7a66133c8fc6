"""The comparison as the field's own document: one table, a row for each row, a column for each plan, every cell in full."""

from __future__ import annotations

from collections.abc import Sequence

from tui.views.blocks import BlankLine, Block, Columns, Heading, Line, Page, Span, line
from tui.views.compare.comparison import Comparison, ComparisonRow
from tui.views.compare.page import CellsOf, address, beside, column_fields, legend, touched_words
from tui.views.compare.row_cells import RowCell
from tui.views.drawn_marks import mark_words, standing_told
from tui.views.drawn_wordings import paraphrase, wordings


def document_page(comparison: Comparison, cells_of: CellsOf) -> Page:
    """Draw the table of a comparison, its columns explained above it and its marks below."""
    title = "Comparison: " + " / ".join(head.short for head in comparison.columns)
    heads = (line("Row"), *(line(head.short) for head in comparison.columns))
    told = [(row, cells_of(row)) for row in comparison.lines()]
    blocks: list[Block] = [
        Heading(line(title), 1),
        *paraphrase(one for _, cells in told for one in wordings(cells)),
        *column_fields(comparison),
        BlankLine(),
        Columns(heads, tuple(_row(comparison, row, cells) for row, cells in told), caption=f"Row by row: {title}"),
        BlankLine(),
        *legend(comparison),
    ]
    return Page(title, tuple(blocks), address(comparison))


def _row(comparison: Comparison, row: ComparisonRow, cells: Sequence[RowCell]) -> tuple[Line, ...]:
    name = Span(f"{comparison.label(row)} {row.short}".strip(), "strong")
    issue = Span(f"\n{row.issue.name}" if row.number else "")
    first = (name, issue, Span("\n"), *standing_told(row.status, row.status_of_others))
    return (
        first,
        *((*_mark(row, place, cell), Span("\n"), *beside(comparison, row, cell, readings=True)) for place, cell in enumerate(cells)),
    )


def _mark(row: ComparisonRow, place: int, cell: RowCell) -> Line:
    """Draw the mark of a cell, its points and the lines they touch: `~ changed, point 6  R X1`."""
    numbers = f", point{'s' * (len(cell.passages) > 1)} {', '.join(one.record.number for one in cell.passages)}" if cell.passages else ""
    touched = touched_words(row, place)
    return line(mark_words(cell.mark), numbers, *((Span("  "), *touched) if touched else ()))
