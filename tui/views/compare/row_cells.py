"""What stands in the cells of one row of a comparison: passages of plans, or what a party says."""

from __future__ import annotations

from tui.frozen import frozen
from tui.store.read import Store
from tui.views.compare.columns import ComparedColumn
from tui.views.compare.rows import Comparison, ComparisonRow
from tui.views.compare.statements import Statement, statements
from tui.views.marks import Mark
from tui.views.passages import Passage, passage


@frozen
class RowCell:
    """One column's cell on a row: the passages of a plan, or what a party says."""

    column: ComparedColumn
    mark: Mark
    passages: tuple[Passage, ...] = ()
    statements: tuple[Statement, ...] = ()


def cells(store: Store, comparison: Comparison, row: ComparisonRow) -> tuple[RowCell, ...]:
    """Return the cells of a row, in the order of the columns."""
    out: list[RowCell] = []
    for head, mark, numbers in zip(comparison.columns, row.marks, row.numbers, strict=True):
        if head.kind == "party":
            said = statements(store, head.record, row.issue.id, comparison.points(row))
            out.append(RowCell(head, mark, statements=said))
        else:
            found = (passage(store, head.record, number) for number in numbers)
            out.append(RowCell(head, mark, passages=tuple(one for one in found if one)))
    return tuple(out)


def whole_text(cell: RowCell) -> str:
    """Return all that a cell says as one text to be compared: points, lettered parts, and versions that are not agreed."""
    parts: list[str] = []
    for one in cell.passages:
        parts.extend([one.record.text] if one.record.text else [])
        parts.extend(f"({part.letter}) {part.text}" for part in one.clause)
        parts.extend(f"{version.name}: {version.text}" for version in one.version)
    parts.extend(text for said in cell.statements for text in said.texts)
    return "\n".join(parts)
