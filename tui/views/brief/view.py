"""The brief: its address. `briefing brief` asks for it with more to say; an export has no part of it, since it is one of its own."""

from __future__ import annotations

from tui.errors import NoSuchRecord
from tui.store.read import Store
from tui.views.blocks import Page
from tui.views.brief.length import fitted
from tui.views.brief.question import Brief, Wanted, gather
from tui.views.pane import Pane
from tui.views.record.pane import Leaf
from tui.views.subject import Shown


def brief(store: Store, asked: Wanted) -> tuple[Brief, Page]:
    """Return the brief asked for and its page.

    BadInput where what was asked for by name does not fit, NoSuchRecord for what is not there.
    """
    return fitted(gather(store, asked))


def at(store: Store, rest: str) -> Shown:
    """Return the brief of one side: the answer and its page."""
    if rest:
        raise NoSuchRecord(f"brief/{rest} is nowhere; the brief has no parts")
    return brief(store, Wanted())


def pane(store: Store, rest: str = "") -> Pane:
    """Return the brief as a place of its own."""
    return Leaf(store, at(store, rest)[1])
