"""PANES: every pane once, in the order of its number key. A pane's module is loaded when it is first shown.

To add one: write `tui/app/panes/NAME.py` with a class like those beside it, and add its line here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tui.frozen import frozen

if TYPE_CHECKING:
    from tui.app.panes.base import Pane
    from tui.store.read import Store


@frozen
class Entry:
    """A pane's title in its tab, and the module and class that make it."""

    title: str
    module: str
    name: str


PANES: dict[str, Entry] = {
    "overview": Entry("Overview", "overview", "OverviewPane"),
    "parties": Entry("Parties", "parties", "PartiesPane"),
    "red-lines": Entry("Red lines", "red_lines", "RedLinesPane"),
    "guarantees": Entry("Guarantees", "guarantees", "GuaranteesPane"),
    "compare": Entry("Compare", "compare", "ComparePane"),
    "timeline": Entry("Timeline", "timeline", "TimelinePane"),
    "sources": Entry("Sources", "sources", "SourcesPane"),
}


def above(address: str, store: Store) -> Pane:
    """What an address opens above the pane where the reader is: what became known later, or the page of a record or a point."""
    head, _, rest = address.partition("/")
    if head == "later":
        from tui.app.panes.later import LaterPane

        return LaterPane(store, rest)
    from tui.app.panes.leaf import Leaf

    return Leaf.at(store, address)


def make(ident: str, store: Store) -> Pane:
    """A pane of this id, over a store."""
    entry = PANES[ident]
    pane: Pane = getattr(import_module(f"{__name__}.{entry.module}"), entry.name)(store)
    return pane
