"""Titles have the room that there is: beside or above a detail that leaves half of its lines empty, none is cut below forty cells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.app.widgets.row_list import column_widths
from tui.render.layout import lay_out
from tui.store.read import Store
from tui.views import TABS, VIEWS
from tui.views.blocks import words
from tui.views.cells import line_width
from tui.views.pane import GUTTER, Pane

PLACES = {
    "overview": ("", "states"),
    "parties": ("", "issues"),
    "red-lines": ("", "map", "grid"),
    "guarantees": ("", "glance"),
    "compare": ("", "draft-20+us-28+ru-three"),
    "timeline": ("",),
    "sources": ("",),
    "later": ("2025-12-09",),
}
LEAST = 40


def panes(store: Store) -> Iterator[Pane]:
    for ident, rests in PLACES.items():
        for rest in rests:
            pane = VIEWS[ident].load().pane(store, rest if ident not in TABS else "")
            if rest and ident in TABS:
                pane.key_of(rest)
            yield pane


@pytest.mark.parametrize(("columns", "lines"), [(120, 40), (200, 50)])
def test_no_title_is_cut_below_forty_cells_while_its_detail_is_half_empty(shipped: Path, columns: int, lines: int) -> None:
    body = lines - 3
    with Store.open(shipped) as store:
        for pane in panes(store):
            stacked = pane.stacked(columns, lines)
            pane.room = columns if stacked else pane.list_width(columns)
            rows, heads = pane.rows(), pane.columns
            detail = columns if stacked else columns - pane.room
            room = body - min(len(rows) + 1, pane.list_height(body)) if stacked else body
            grid = any(head.chosen for head in heads) and columns < 140  # its texts take all the room; the detail names the line
            for row in rows:
                if row.heading or row.running or grid:
                    continue
                for head, cell, size in zip(heads, row.cells, column_widths(heads, pane.room - GUTTER), strict=False):
                    if not head.width and 0 < size < min(LEAST, line_width(cell)):
                        filled = len(lay_out(pane.page(row, detail), detail - 2))
                        assert filled * 2 >= room, f"{pane.id}: {words(cell)} in {size} cells beside {filled} lines of {room}"
