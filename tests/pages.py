"""Every place of a briefing that has an address, and every page that can be reached from them."""

from __future__ import annotations

from collections.abc import Iterator

from tui.errors import NoSuchRecord
from tui.model import KINDS
from tui.store.read import Store
from tui.views import TABS
from tui.views.blocks import Columns, Page, Span
from tui.views.subject import page_at

HOME = {"party": "parties", "red_line": "red-lines", "guarantee": "guarantees", "event": "timeline", "source": "sources"}


def places(store: Store) -> Iterator[str]:
    """The panes, every record, and every record in its pane."""
    yield from (*TABS, "red-lines/grid", "guarantees/glance")
    for kind in KINDS:
        for id_ in store.ids(kind):
            yield f"{kind}/{id_}"
            if kind in HOME:
                yield f"{HOME[kind]}/{id_}"


def spans(page: Page) -> Iterator[Span]:
    for block in page.blocks:
        if isinstance(block, Columns):
            for row in (block.heads, (block.key,), *block.rows):
                for cell in row:
                    yield from cell
        elif hasattr(block, "line"):
            yield from block.line


def crawl(store: Store) -> dict[str, Page]:
    """Every page that can be reached; an address that leads nowhere fails."""
    found: dict[str, Page] = {}
    left = [(place, "") for place in places(store)]
    while left:
        place, before = left.pop()
        if place in found:
            continue
        try:
            found[place] = page_at(store, place)[1]
        except NoSuchRecord as error:
            raise AssertionError(f"{before} leads to {place}: {error}") from error
        left += [(span.to, place) for span in spans(found[place]) if span.to]
    return found
