"""The map of red lines as a picture of cells, and in words: what stands in a cell, what a text comes to on a party's lines, the page."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from tui.address import written
from tui.model import name_of
from tui.store.read import Store
from tui.views.blocks import BlankLine, Block, Columns, Field, Heading, Line, Page, Para, Span, joined, line
from tui.views.compare.columns import ComparedColumn
from tui.views.drawn_marks import verdict_legend, verdict_role, verdict_sign, verdict_words
from tui.views.marks import AGAINST, VERDICT_SIGN
from tui.views.red_lines.line_grid import GridCell, LineMap, PartyLines, Total
from tui.views.red_lines.lines import MAP
from tui.views.titles import codes

CELL = 4  # cells of a text in the map
# How heavy a verdict weighs; the letter before it tells which it is, with colour and without.
_WEIGHT = MappingProxyType({"crossed": "██", "appears crossed": "▓▓", "strained": "▒▒", "appears strained": "░░"})


def map_cell(cell: GridCell) -> Line:
    """Draw one cell: the sign of its worst verdict and its weight; nothing where nobody has judged."""
    if cell.word == "not judged":
        return ()
    return line(verdict_sign(cell.word, cell.sign), Span(_WEIGHT.get(cell.word, ""), verdict_role(cell.word)))


def total_cell(totals: Sequence[Total]) -> Line:
    """Draw what a text comes to on the lines of a party: on how many of them it has which verdict, the gravest ones as there is room."""
    spans = [Span(f"{VERDICT_SIGN[one.word]}{one.lines}", verdict_role(one.word)) for one in totals]
    return tuple(span for place, span in enumerate(spans) if sum(len(one.text) for one in spans[: place + 1]) <= CELL)


def heads(columns: Sequence[ComparedColumn]) -> list[str]:
    """Return the codes of the texts that head their columns."""
    return codes([head.short for head in columns], CELL)


def kept_to(store: Store, party: str | None, issue: str | None) -> str:
    """Return the names of the party and the issue to which a map is kept, empty for the whole."""
    found = [store.card(kind, id_) for kind, id_ in (("party", party), ("issue", issue)) if id_]
    return ", ".join(name_of(one) for one in found if one)


def map_page(of: LineMap, names: str = "") -> Page:
    """Draw the whole map as text: codes above the columns, a total for each party, and what every sign means.

    `names` tells to which party and issue it is kept.
    """
    title = f"Red lines, all texts{': ' if names else ''}{names}"
    blocks: list[Block] = [Heading(line(title), 1)]
    if not of.parties:
        return Page(title, (*blocks, Para(line(Span("No red line here in the sources read.", "unsaid")))), of.address)
    short = heads(of.columns)
    pairs = [
        Span(head.short if code == head.short else f"{code}={head.short}", "label", head.address)
        for code, head in zip(short, of.columns, strict=True)
    ]
    rows: list[tuple[Line, ...]] = []
    for party in of.parties:
        name = Span(f"{party.party_name} ({len(party.rows)})", "strong", written("party", party.party))
        rows.append((line(name), *map(total_cell, party.totals)))
        rows += [(line("  ", Span(row.line.name, "text", row.line.address)), *map(map_cell, row.cells)) for row in party.rows]
    table = Columns((line("Line"), *map(line, short)), tuple(rows), narrowest=CELL)
    blocks += [Para(joined(pairs, "   ")), BlankLine(), table, BlankLine()]
    for party in of.parties:
        blocks += [Heading(line(f"{party.party_name}: what each text comes to"), 3), *total_fields(of, party)]
    words = [cell.word for party in of.parties for row in party.rows for cell in row.cells]
    return Page(title, (*blocks, BlankLine(), *verdict_legend(words)), of.address)


def party_page(of: LineMap, party: PartyLines) -> Page:
    """Draw the lines of a party in words: which of them each text crosses, or appears to, and what else it comes to."""
    title = f"{party.party_name}: {len(party.rows)} red line{'s' * (len(party.rows) != 1)} over all texts"
    blocks: list[Block] = [Heading(line(title), 1), *total_fields(of, party)]
    return Page(title, tuple(blocks), written("red-lines", MAP, party.party))


def total_fields(of: LineMap, party: PartyLines) -> list[Block]:
    """Draw one field for each text with a verdict on a line of the party: how many lines by verdict, those crossed by name."""
    blocks: list[Block] = []
    for place, (head, totals) in enumerate(zip(of.columns, party.totals, strict=True)):
        if totals:
            told = [_told(party, place, head, one) for one in totals]
            blocks.append(Field(head.short, tuple(span for n, part in enumerate(told) for span in ((Span("; "),) if n else ()) + part)))
    without = [Span(head.short, "silent", head.address) for head, totals in zip(of.columns, party.totals, strict=True) if not totals]
    if without:
        blocks.append(Field("no verdict", joined(without)))
    return blocks


def _told(party: PartyLines, place: int, head: ComparedColumn, of: Total) -> Line:
    words = verdict_words(of.word, VERDICT_SIGN[of.word])
    if of.word not in AGAINST:
        return line(words, f" {of.lines}")
    own = [row for row in party.rows if row.cells[place].word == of.word]
    names = joined([Span(row.line.name, "text", written("red-lines", row.line.record.id, head.id)) for row in own])
    return (words, Span(f" {of.lines}: "), *names)
