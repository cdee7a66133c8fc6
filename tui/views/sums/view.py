"""Sums and strengths: their address, and what an export has of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.errors import NoSuchRecord
from tui.store.read import Store
from tui.views.blocks import Page, words
from tui.views.bylines import byline
from tui.views.data import Table, as_data
from tui.views.pane import Pane
from tui.views.record.pane import Leaf
from tui.views.subject import ExportPart, Shown
from tui.views.sums import page as drawn
from tui.views.sums.question import figures


def at(store: Store, rest: str) -> Shown:
    """Return all figures and their page; one of them is a record. Raise NoSuchRecord for anything below."""
    if rest:
        raise NoSuchRecord(f"there is no sums/{rest}; one figure is figure/ID, and sums shows them all")
    answer = figures(store)
    return tuple(answer), drawn.page(answer)


def pane(store: Store, rest: str = "") -> Pane:
    """Return the page of the figures as a place of its own."""
    return Leaf(store, at(store, rest)[1])


def document(store: Store, plans: Sequence[str]) -> list[Page]:
    """Return the page of the figures."""
    del plans
    return [drawn.page(figures(store))]


def table(store: Store, plans: Sequence[str]) -> Table:
    """Return one line for each figure: what it counts, the sum in words and as a number, its period, who says so, what says otherwise."""
    del plans
    rows = [
        (
            *(counted.what, "differ" if counted.disputed else "", one.amount, str(one.record.value), one.record.unit),
            *(one.record.period, one.who, words(byline(one.attribution)), one.record.statement or "", one.record.note or ""),
            *("; ".join(one.against), one.record.id),
        )
        for counted in figures(store)
        for one in counted.figures
    ]
    heads = ("counted", "sources", "sum", "value", "unit", "period", "who", "said", "read as", "note", "conflicts with", "id")
    return Table(heads, tuple(rows))


def data(store: Store, plans: Sequence[str]) -> Any:
    """Return the groups as JSON has them: what is counted, and each figure with the fields of its source."""
    del plans
    return [{"counted": one.what, "disputed": one.disputed, "units": one.units, "figures": as_data(one.figures)} for one in figures(store)]


PART = ExportPart(document, table, data)
