"""What somebody says on the pages of Compare, in the order in which it stands there: what `i` explains and `y` copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.dates import in_words
from tui.views.claims import of_passage, of_statuses
from tui.views.compare.lineage import Lineage
from tui.views.compare.rows import ComparisonRow
from tui.views.compare.statements import Statement
from tui.views.passages import RowCell
from tui.views.said import Said


def of_row(row: ComparisonRow, cells: Sequence[RowCell]) -> list[Said]:
    """A row of a comparison: every column's cell and the ground for the row's status; then what others say of the cells."""
    said = [*of_cells(cells), *of_statuses(row.issue.name, f"issue/{row.issue.id}", row.status, row.status_of_others)]
    return sorted(said, key=lambda one: one.part)


def of_cells(cells: Sequence[RowCell]) -> list[Said]:
    """Several cells: first what each says, then what others say of them."""
    return sorted((one for cell in cells for one in of_cell(cell)), key=lambda one: one.part)


def of_cell(cell: RowCell) -> Iterator[Said]:
    """A cell: points of a plan, or what a party says."""
    for one in cell.passages:
        yield from of_passage(cell.column.short, one)
    for said in cell.statements:
        yield from _statement(cell.column.short, said)


def _statement(party: str, one: Statement) -> Iterator[Said]:
    title = f"{party}: {one.stance or one.kind.replace('_', ' ')}"
    for shift in one.shifts:
        yield Said(f"{title}, {shift.direction} {in_words(shift.date)}", shift.text, shift.attribution, one.address)
    yield Said(title, one.text, one.attribution, one.address)


def of_lineage(of: Lineage) -> list[Said]:
    """The texts of a lineage: who says of each what it is."""
    return [Said(f"{step.short}: {step.name}", "", step.attribution, f"plan/{step.id}") for step in (*of.steps, *of.followed_by)]
