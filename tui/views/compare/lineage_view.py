"""The tree of all texts, as a place of its own."""

from __future__ import annotations

from tui.errors import NoSuchRecord
from tui.store.read import Store
from tui.views.compare.family import family
from tui.views.compare.lineage_page import tree_page
from tui.views.pane import Pane
from tui.views.record.pane import Leaf
from tui.views.subject import Shown


def at(store: Store, rest: str) -> Shown:
    """Return which text is based on which, and its page. Raise NoSuchRecord for anything below it."""
    if rest:
        raise NoSuchRecord(f"there is no lineage/{rest}; lineage shows all texts, and L in Compare where one comes from")
    tree = family(store)
    return tree, tree_page(tree)


def pane(store: Store, rest: str = "") -> Pane:
    """Return the tree as a place of its own."""
    return Leaf(store, at(store, rest)[1])
