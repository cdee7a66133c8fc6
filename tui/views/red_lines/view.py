"""The red lines to export: the grid with the words on both sides, the list of lines, and the grid as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.address import split_first
from tui.store.read import Store
from tui.views.blocks import Page
from tui.views.data import Table, as_data
from tui.views.record.question import referrers
from tui.views.red_lines import page as drawn
from tui.views.red_lines.line_grid import Grid, asked_for, grid, line_map, touches_of
from tui.views.red_lines.lines import GRID, MAP, POINTS, red_line, red_lines, touches
from tui.views.red_lines.map_page import kept_to, map_page
from tui.views.red_lines.page import lines_page, touches_page
from tui.views.red_lines.pane import VIEWS, RedLinesPane
from tui.views.subject import ExportPart, Shown, tab


def document(store: Store, plans: Sequence[str]) -> list[Page]:
    """Return the grid and the touches, then every line with its ground, firmness and movement."""
    found = grid(store, plans)
    return [touches_page(found, touches_of(store, found)), lines_page([row.line for row in found.rows])]


def within(store: Store, plans: Sequence[str]) -> list[Page]:
    """Return the grid, then every line; the points that touch a line stand on the page of the issue."""
    found = grid(store, plans)
    return [drawn.grid_page(found), lines_page([row.line for row in found.rows])]


def table(store: Store, plans: Sequence[str]) -> Table:
    """Return one line for each red line: its words, and the worst verdict of each plan, and the points under each of its verdicts."""
    found = grid(store, plans)
    heads = ["red line", "party", "issue", "statement", "firmness"]
    for head in found.columns:
        heads += [f"{head.id} verdict", f"{head.id} points"]
    rows = []
    for row in found.rows:
        line = row.line
        out = [line.record.id, line.party_name, line.issue_name, line.record.statement, line.record.firmness or ""]
        for cell in row.cells:
            out += [cell.word, "; ".join(f"{under.word}: {', '.join(under.points)}" for under in cell.verdicts)]
        rows.append(tuple(out))
    return Table(tuple(heads), tuple(rows))


def data(store: Store, plans: Sequence[str]) -> dict[str, Any]:
    """Return the grid as JSON has it."""
    return grid_data(store, grid(store, plans))


def grid_data(store: Store, found: Grid) -> dict[str, Any]:
    """Return the columns; each line with its cells, and in each cell its touches; and the counts by plan."""
    by_cell = touches_of(store, found)
    rows = []
    for row in found.rows:
        cells = [as_data(cell) | {"touches": as_data(by_cell.get((row.line.record.id, cell.plan), ()))} for cell in row.cells]
        rows.append(as_data(row.line) | {"kind": "red_line", "cells": cells})
    counts = {head.id: as_data(count) for head, count in zip(found.columns, found.counts, strict=True)}
    return {"columns": as_data(found.columns), "rows": rows, "counts": counts}


def at(store: Store, rest: str) -> Shown:
    """Return all lines, one, the map over all texts, the grid, a cell (LINE/PLAN), or the points of plans on a party's lines."""
    head, more = split_first(rest)
    if rest == GRID:
        found = grid(store)
        return found, drawn.grid_page(found)
    if head == MAP:
        party, issue = asked_for(store, more)
        shown = line_map(store, party, issue)
        return shown, map_page(shown, kept_to(store, party, issue))
    if head == POINTS and more:
        plans, party = split_first(more)
        found = grid(store, plans.split("+"), [party] if party else None)
        return found, drawn.touches_page(found, touches_of(store, found))
    if more:
        one, found = red_line(store, head), grid(store, [more])
        cell = found.cell(one.record.id, found.columns[0].id)
        assert cell is not None
        return cell, drawn.cell_page(one, found.columns[0], cell, touches(store, cell.plan, one.record.id))
    if rest:
        return whole(store, rest)
    lines = red_lines(store)
    return lines, drawn.lines_page(lines)


def whole(store: Store, ident: str) -> Shown:
    """Return one red line and its page."""
    one = red_line(store, ident)
    return one, drawn.line_page(one, referrers(store, "red_line", ident))


pane = tab(RedLinesPane)
PLACES = (*VIEWS, POINTS)
PART = ExportPart(document, table, data, within=within)
