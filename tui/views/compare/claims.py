"""What somebody says on a page of a comparison, in the order in which it stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.address import written
from tui.dates import in_words
from tui.views.claims import Claim, of_passage, of_statuses

if TYPE_CHECKING:
    from tui.views.compare.row_cells import RowCell
    from tui.views.compare.rows import ComparisonRow
    from tui.views.compare.statements import Statement


def of_row(row: ComparisonRow, cells: Sequence[RowCell]) -> list[Claim]:
    """Return what the cells of a row say and the ground for the row's status; then what others say of the cells."""
    said = [*of_cells(cells), *of_statuses(row.issue.name, written("issue", row.issue.id), row.status, row.status_of_others)]
    return sorted(said, key=lambda one: one.part)


def of_cells(cells: Sequence[RowCell]) -> list[Claim]:
    """Return what each of several cells says, then what others say of them."""
    return sorted((one for cell in cells for one in of_cell(cell)), key=lambda one: one.part)


def of_cell(cell: RowCell) -> Iterator[Claim]:
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
