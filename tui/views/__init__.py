"""VIEWS: every subject that a reader can look at, once. Tabs, number keys, places, export parts and their tests derive from it.

A subject is one folder or one module here. Its front (`front`, below) is the module that offers what `Subject` lists: the text of its
addresses, its pane, and what an export has of it. In a folder, `question.py` puts the question to the store and answers it as a frozen
value, `page.py` draws that answer as blocks of words without colour or width, `pane.py` is the list with its keys, `view.py` the front.
What several subjects share stands beside them: `blocks.py` what a page is made of, `pane.py` what a pane is, `signs.py` all signs,
`provenance.py` and `bylines.py` who says so, `statuses.py`, `passages.py`, `titles.py`.

To add a subject: write `tui/views/NAME.py` with what `Subject` lists, and add its line here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from tui.frozen import frozen

if TYPE_CHECKING:
    from tui.views.subject import Subject


@frozen
class View:
    """One subject: the first word of its addresses, the title of its tab, and the module below `tui.views` that is its front.

    One without `tab` has addresses and pages, but no number key; one not `exported` is no part of an export. `whole` is the kind of record
    that it shows whole: the address of such a record shows what its own pane shows of it.
    The module is loaded when it is first asked for.
    """

    id: str
    title: str
    front: str
    tab: bool = True
    exported: bool = True
    whole: str = ""

    def load(self) -> Subject:
        """Return the front, loaded now."""
        return cast("Subject", import_module(f"{__name__}.{self.front}"))


VIEWS: dict[str, View] = {
    view.id: view
    for view in (
        View("overview", "Overview", "overview.view"),
        View("parties", "Parties", "parties.view", whole="party"),
        View("red-lines", "Red lines", "red_lines.view", whole="red_line"),
        View("guarantees", "Guarantees", "guarantees.view", whole="guarantee"),
        View("compare", "Compare", "compare.view"),
        View("timeline", "Timeline", "timeline.view"),
        View("sources", "Sources", "sources.view", whole="source"),
        View("issue", "Issue", "issue.view", tab=False),
        View("later", "Became known later", "later.view", tab=False, exported=False),
    )
}
WHOLE: dict[str, View] = {view.whole: view for view in VIEWS.values() if view.whole}
TABS: dict[str, View] = {ident: view for ident, view in VIEWS.items() if view.tab}  # in the order of their number keys
