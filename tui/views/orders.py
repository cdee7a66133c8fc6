"""Lists in another order than their own, and the mark in the head of the column that tells by what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from tui.views.blocks import words
from tui.views.pane import Column, Order, Row

UP, DOWN = "▲", "▼"


def by_cell(place: int) -> Callable[[Row], str]:
    """Return what sorts rows by the words of one of their cells, in any case of the letters."""
    return lambda row: words(row.cells[place]).casefold()


def arranged(rows: Sequence[Row], order: Order) -> Sequence[Row]:
    """Return rows in this order, each below the headings that it stood below; those without a value come last."""
    if order.by is None:
        return rows
    parts = list(_parts(rows))
    if order.through:
        parts.reverse()
    return tuple(row for headings, below in parts for row in (*headings, *_sorted(below, order)))


def marked(columns: tuple[Column, ...], order: Order) -> tuple[Column, ...]:
    """Return columns with a mark behind the title of the one that the list is sorted by, and room for it."""
    mark = DOWN if order.down else UP
    return tuple(
        replace(one, title=one.title + mark, width=max(one.width, len(one.title) + 1) if one.width else 0)
        if one.title and one.title == order.column
        else one
        for one in columns
    )


def _sorted(rows: list[Row], order: Order) -> list[Row]:
    value: Callable[[Row], Any] | None = order.by
    assert value is not None
    told = [row for row in rows if value(row) not in (None, "")]
    rest = [row for row in rows if value(row) in (None, "")]
    return [*sorted(told, key=value, reverse=order.down), *rest]


def _parts(rows: Sequence[Row]) -> Iterator[tuple[list[Row], list[Row]]]:
    """Yield the parts of a list: its headings, and the rows below them."""
    headings: list[Row] = []
    below: list[Row] = []
    for row in rows:
        if row.heading and below:
            yield headings, below
            headings, below = [], []
        (headings if row.heading else below).append(row)
    yield headings, below
