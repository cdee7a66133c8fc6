"""VIEWS: every subject that a reader can look at, once. Tabs, number keys, places, export parts and their tests derive from it.

A subject is one folder or one module here. Its front (`front`, below) is the module that offers what `Subject` lists: the text of its
addresses, its pane, and what an export has of it. In a folder, `question.py` (or a module named for what it asks) puts the question to the
store and answers it as a frozen value, `page.py` draws that answer as blocks of words without colour or width, and tells who says
what stands there, `pane.py` is the list with its keys, `view.py` is the front.

Beside the subjects of VIEWS stand two folders that open only from somewhere: `search/` (the hits) and `record/` (any record as a
page).

What several subjects share:

    subject.py     what a front offers, and how an address becomes a page
    pane.py        what a pane is: rows, a page, a few keys
    orders.py      a list in another order than its own, and the mark in its head
    blocks.py      what a page is made of; a span has a role, which a medium colours
    data.py        records and answers as JSON; Table, a grid of words
    cells.py       how many cells a text takes, and where it breaks
    drawn_rows.py  rows that are drawn when somebody looks at them

    signs.py       SIGNS: every sign once, with its word and its meaning
    drawn_marks.py signs as spans with their role, and the legends
    marks.py       which mark a column has on a row, and in which word a point stands to a red line, the worst first
    statuses.py    where an issue stands, of which texts, by whose account; what divides the sides on it
    stances.py     how a party stands to a plan or a guarantee
    quantities.py  amounts, and the quantities of a row
    plans.py       the order of the plans, the living text first; when and how each became public, and how much of it
    titles.py      what a record is called; labels that no two things share, and short codes for long names
    meant.py       the places that somebody means who types an address, an id or a number
    tiles.py       a grid in which colours tell most, as a picture
    plain_fields.py  the plain fields of a kind, for those who need not name them

    provenance.py  who says so, behind every statement
    bylines.py     the same, drawn
    claims.py      Claim: one thing that somebody says, for `i` and `y`; all that stands on a page is told in the subject's own `page.py`
    references.py  a record as another names it, and what to say of one that is not there
    judgements.py  a judgement with what carries it

    passages.py    a point of a plan with all that hangs on it
    drawn_passages.py   the same, drawn, and its readings
    wordings.py    which words of a cell can be compared, and whose words stand on a page: the desk's paraphrase, or a quotation
    findings.py    what an edit broke, as a page

To add a subject: write one module NAME here with what `Subject` lists, and add its line here.
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

    One without `tab` has addresses and pages, but no number key; one not `exported` is no part of an export. `shows` is the kind of record
    that a place in it shows (`parties/ID`); one that shows it `whole` shows it at the address of the record too (`party/ID`).
    The module is loaded when it is first asked for.
    """

    id: str
    title: str
    front: str
    tab: bool = True
    exported: bool = True
    shows: str = ""
    whole: bool = False

    def load(self) -> Subject:
        """Return the front, loaded now."""
        return cast("Subject", import_module(f"{__name__}.{self.front}"))


VIEWS: dict[str, View] = {
    view.id: view
    for view in (
        View("overview", "Overview", "overview.view"),
        View("parties", "Parties", "parties.view", shows="party", whole=True),
        View("red-lines", "Red lines", "red_lines.view", shows="red_line", whole=True),
        View("guarantees", "Guarantees", "guarantees.view", shows="guarantee", whole=True),
        View("compare", "Compare", "compare.view"),
        View("sums", "Sums and strengths", "sums.view", tab=False),
        View("timeline", "Timeline", "timeline.view", shows="event"),
        View("sources", "Sources", "sources.view", shows="source", whole=True),
        View("issue", "Issue", "issue.view", tab=False),
        View("lineage", "Lineage of the texts", "compare.lineage", tab=False, exported=False),
        View("brief", "Brief", "brief.view", tab=False, exported=False),
        View("later", "Became known later", "later.view", tab=False, exported=False),
        View("changes", "What changed", "changes.view", tab=False, exported=False),
    )
}
WHOLE: dict[str, View] = {view.shows: view for view in VIEWS.values() if view.whole}  # by the kind of the record
TABS: dict[str, View] = {ident: view for ident, view in VIEWS.items() if view.tab}  # in the order of their number keys
HOME = next(iter(TABS))  # where the program opens when nobody says where
