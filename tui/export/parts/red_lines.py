"""The red lines to export: the grid with the words on both sides, the list of lines, and the grid as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.answers.line_grid import Grid, grid, touches_of
from tui.export.data import as_data
from tui.export.tables import Table
from tui.pages.blocks import Page
from tui.pages.red_lines import lines_page, touches_page
from tui.store.read import Store


def pages(store: Store, plans: Sequence[str]) -> list[Page]:
    """The grid and the touches, then every line with its ground, firmness and movement."""
    found = grid(store, plans)
    return [touches_page(found, touches_of(store, found)), lines_page([row.line for row in found.rows])]


def table(store: Store, plans: Sequence[str]) -> Table:
    """One line for each red line: its words, and the worst verdict of each plan, and the points under each of its verdicts."""
    found = grid(store, plans)
    heads = ["red line", "party", "issue", "statement", "firmness"]
    for head in found.columns:
        heads += [f"{head.id} verdict", f"{head.id} points"]
    rows = []
    for row in found.rows:
        line = row.line
        out = [line.id, line.party_name, line.issue_name, line.statement, line.firmness or ""]
        for cell in row.cells:
            out += [cell.word, "; ".join(f"{under.word}: {', '.join(under.points)}" for under in cell.verdicts)]
        rows.append(tuple(out))
    return Table(tuple(heads), tuple(rows))


def data(store: Store, plans: Sequence[str]) -> dict[str, Any]:
    """The grid as JSON has it."""
    return grid_data(store, grid(store, plans))


def grid_data(store: Store, found: Grid) -> dict[str, Any]:
    """The columns; each line with its cells, and in each cell its touches; and the counts by plan."""
    by_cell = touches_of(store, found)
    rows = []
    for row in found.rows:
        cells = [as_data(cell) | {"touches": as_data(by_cell.get((row.line.id, cell.plan), ()))} for cell in row.cells]
        rows.append(as_data(row.line) | {"kind": "red_line", "cells": cells})
    counts = {head.id: as_data(count) for head, count in zip(found.columns, found.counts, strict=True)}
    return {"columns": as_data(found.columns), "rows": rows, "counts": counts}
