"""Issues down, parties across, in words: a cell, a cell whole, the table."""

from __future__ import annotations

from types import MappingProxyType

from tui.address import written
from tui.views.blocks import BlankLine, Block, Columns, Field, Heading, Item, Line, Page, Para, Role, Span, joined, line
from tui.views.bylines import byline, tag
from tui.views.parties.by_issue import ISSUES, ByIssue, Holding, IssueRow
from tui.views.signs import RED_LINE
from tui.views.stances import SIDES, stand_item

NOTHING = Span("no line, no stance and no text of its own in this briefing", "unsaid")
_ROLE = MappingProxyType[str | None, Role]({"for": "met", "on conditions": "strained", "against": "opposed"})
_LEGEND = (
    "R: has a red line on it; the word is the latest stance, the cell tells on what; text: what is here of it is in a text of its own; "
    "blank: none of these in this briefing"
)


def cell(of: Holding | None) -> Line:
    """Draw a cell: that there is a red line, and the latest stance in a word."""
    if of is None:
        return ()
    stand = of.stance
    return stance_word(bool(of.lines), stand.record.stance if stand else None, says=stand is not None)


def stance_word(held: bool, stance: str | None, *, says: bool) -> Line:
    """Draw that a party has a red line, and its latest stance in a word, coloured by its side."""
    side = next((side for side, words in SIDES.items() if stance in words), None)
    word = Span(stance or "says", _ROLE.get(side, "text")) if says else Span("line" if held else "text")
    return line(Span(f"{RED_LINE} ", "label") if held else "", word)


def cell_page(row: IssueRow, party: str, name: str, of: Holding | None) -> Page:
    """Draw all that a party says on an issue: its red lines, then its positions, the latest first."""
    title = f"{name} on {row.name}"
    links = line(
        Span("the whole dispute", "text", written("issue", row.id)), " · ", Span("the whole party", "text", written("party", party))
    )
    blocks: list[Block] = [Heading(line(title), 1), Field("Go on", links)]
    for one in of.lines if of else ():
        name_ = Span(f"{one.record.called}: {one.name}. ", "label", one.address)
        blocks += [
            Item(line(name_, tag(one.attribution), " ", one.record.statement), mark=RED_LINE),
            Item(byline(one.attribution), mark=" "),
        ]
    blocks += [stand_item(one) for one in of.stands] if of else [Para((NOTHING,))]
    if of and of.texts:
        blocks.append(Field("Its texts", joined([Span(one.text, "text", one.to) for one in of.texts], "; ")))
    return Page(title, tuple(blocks), written("parties", ISSUES, row.id, party))


def table_page(of: ByIssue) -> Page:
    """Draw the whole table."""
    blocks: list[Block] = [Heading(line("Issues and parties"), 1)]
    if not of.parties:
        return Page("Issues and parties", (*blocks, Para((NOTHING,))), "parties/issues")
    heads = (line("Issue"), *(line(Span(name, "label", written("party", party))) for party, name in of.parties))
    rows = tuple((line(Span(row.name, "text", written("issue", row.id))), *map(cell, row.holdings)) for row in of.rows)
    blocks += [Columns(heads, rows, narrowest=10), BlankLine(), Para(line(Span(_LEGEND, "dim")))]
    return Page("Issues and parties", tuple(blocks), "parties/issues")
