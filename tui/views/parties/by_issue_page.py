"""Issues down, parties across, in words: a cell, a cell whole, the table."""

from __future__ import annotations

from tui.address import written
from tui.views.blocks import BlankLine, Block, Columns, Field, Heading, Item, Line, Page, Para, Picture, Span, joined, line
from tui.views.bylines import byline, tag
from tui.views.parties.by_issue import ISSUES, ByIssue, Holding, IssueRow
from tui.views.signs import RED_LINE
from tui.views.stances import stance_word, stand_item
from tui.views.tiles import Tile, Tiles

NOTHING = Span("no line, no stance and no text of its own in this briefing", "unsaid")
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
    caption = "Issues by parties: a red line, and the latest stance"
    table = Columns(heads, rows, narrowest=10, caption=caption)
    seen = line("in each cell the party's latest stance on the issue, R for a red line; blank: none of these in this briefing.")
    blocks += [Picture(_tiles(of), seen, "Who wants what", (table,)), BlankLine(), Para(line(Span(_LEGEND, "dim")))]
    return Page("Issues and parties", tuple(blocks), "parties/issues")


def _tiles(of: ByIssue) -> Tiles:
    rows = []
    for row in of.rows:
        cells = [cell(held) for held in row.holdings]
        rows.append(
            (row.name, tuple(Tile(told[-1].text, told[-1].role, RED_LINE if len(told) > 1 else "") if told else None for told in cells))
        )
    return Tiles(tuple(name for _, name in of.parties), tuple(rows))


def _tile(of: Line) -> Tile | None:
    return Tile(of[-1].text, of[-1].role, RED_LINE if len(of) > 1 else "") if of else None
