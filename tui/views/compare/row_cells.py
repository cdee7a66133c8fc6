"""What stands in the cells of one row of a comparison: passages of plans, or what a party says; and who says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.address import written
from tui.dates import in_words
from tui.frozen import frozen
from tui.store.read import Store
from tui.views.claims import Claim, of_passage, of_statuses
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


def row_claims(row: ComparisonRow, cells: Sequence[RowCell]) -> list[Claim]:
    """Return what the cells of a row say and the ground for the row's status; then what others say of the cells."""
    said = [*cell_claims(cells), *of_statuses(row.issue.name, written("issue", row.issue.id), row.status, row.status_of_others)]
    return sorted(said, key=lambda one: one.part)


def cell_claims(cells: Sequence[RowCell]) -> list[Claim]:
    """Return what each of several cells says, then what others say of them."""
    return sorted((one for cell in cells for one in _claims(cell)), key=lambda one: one.part)


def _claims(cell: RowCell) -> Iterator[Claim]:
    """Give what a cell says: points of a plan, or statements of a party."""
    for one in cell.passages:
        yield from of_passage(cell.column.short, one)
    for said in cell.statements:
        yield from _statement(cell.column.short, said)


def _statement(party: str, one: Statement) -> Iterator[Claim]:
    title = f"{party}: {one.stance or one.kind.replace('_', ' ')}"
    for shift in one.shifts:
        yield Claim(f"{title}, {shift.direction} {in_words(shift.date)}", shift.text, shift.attribution, one.address)
    yield Claim(title, one.text, one.attribution, one.address)
