"""The first page: bottom lines, the board, what is next; then figures, judgements and counts, each a page of its own as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from types import MappingProxyType

from tui.address import written
from tui.dates import in_words
from tui.model import Date
from tui.views.blocks import Block, Field, Heading, Item, Line, Page, Para, Span, joined, line
from tui.views.bylines import byline, tag
from tui.views.claims import Claim, of_status
from tui.views.drawn_marks import verdict_role
from tui.views.judgements import Judged
from tui.views.overview.board import Board, BoardCell, BoardRow
from tui.views.overview.question import KeyFigure, Overview, Standing, Upcoming
from tui.views.statuses import in_a_row
from tui.views.timeline.page import entry_claims, when
from tui.views.timeline.question import Entry


def page(of: Overview, *, sums: bool = True) -> Page:
    """Return the overview: bottom lines, where the issues stand and what divides the sides, what is next; then figures and judgements.

    Without `sums` it leaves the key figures to a part of their own.
    """
    as_at = in_words(Date(of.as_at, of.as_at, of.as_at))
    blocks: list[Block] = [Heading(line(of.title), 1)]
    if of.subtitle:
        blocks.append(Para(line(of.subtitle)))
    blocks.append(Field("State as at", line(as_at)))
    blocks.append(Field("Handling", line(of.handling)))
    blocks.extend(Field("Bottom line", _bottom_line(one)) for one in of.bottom_lines)
    if not of.bottom_lines:
        blocks.append(Field("Bottom line", line(Span("none on record at this date", "unsaid"))))
    blocks.append(Field("State of play", _state(of)))
    blocks.append(Field("Unresolved", _unresolved(of.unresolved)))
    blocks.append(Field("Next", next_line(of)))
    if of.last_events:
        blocks.append(Field("Latest", _latest(of.last_events)))
    blocks.extend(board_blocks(of.board))
    for part in (_figures, _judgements):
        blocks.extend(part(of) if sums or part is not _figures else ())
    blocks.append(Heading(line("In this briefing"), 2))
    blocks.append(Para(line(", ".join(f"{kind.replace('_', ' ')} {count}" for kind, count in of.counts))))
    return Page("Overview", tuple(blocks), "overview", partial(overview_claims, of))


def part_page(of: Overview, part: str) -> Page:
    """Return one part of the overview as a page of its own; `part` is one of PARTS."""
    title, blocks = PARTS[part]
    drawn = blocks(of) or [Para(line(Span("none on record at this date", "unsaid")))]
    if not (drawn and isinstance(drawn[0], Heading)):
        drawn = [Heading(line(title), 2), *drawn]
    return Page(title, tuple(drawn), written("overview", part), partial(overview_claims, of))


def _bottom_lines(of: Overview) -> list[Block]:
    blocks: list[Block] = []
    for one in of.bottom_lines:
        blocks.append(Item(_bottom_line(one)))
        blocks.append(Item(line(Span("rests on: ", "label"), *joined([Span(v.text, "text", v.to) for v in one.rests_on], "; ")), mark=" "))
    return blocks


def _bottom_line(of: Judged) -> Line:
    day = f"{in_words(of.attribution.on)}: " if of.attribution.on else ""
    return line(tag(of.attribution), " ", Span(day, "label"), Span(of.record.statement, "strong", written("judgement", of.record.id)))


def _state(of: Overview) -> Line:
    parts = [Span(f"{word} {count}", "status") for _, word, count in of.by_status]
    return joined(parts, " · ") or line(Span("no status on record", "unsaid"))


def _unresolved(of: Sequence[Standing]) -> Line:
    """Draw the issues that are open, with those between whom they are: what two have settled a third may contest."""
    groups: dict[tuple[str, ...], list[Span]] = {}
    for one in of:
        groups.setdefault(one.status.between if one.status else (), []).append(Span(one.name, "text", written("issue", one.id)))
    told: list[Span] = []
    for between, names in groups.items():
        told += [*([Span("; ")] if told else []), *joined(names), *([Span(f" ({in_a_row(between)})")] if between else [])]
    return tuple(told) or line("nothing on record")


def next_line(of: Overview | Upcoming) -> Line:
    """Return what is expected next, or that nothing dated is."""
    entry, later = of.next_event, of.later_events
    if entry is None:
        none = Span("nothing dated was expected on this day", "unsaid")
        return (
            line(none, "; what came later stands last in the ", Span("Timeline", "text", "timeline"), f" ({later})") if later else (none,)
        )
    return line(when(entry), ": ", Span(entry.title, "text", written("event", entry.id)))


def _latest(entries: Sequence[Entry]) -> Line:
    spans: list[Span] = []
    for entry in reversed(entries):
        if spans:
            spans.append(Span("\n"))
        spans.extend((when(entry), Span(": "), Span(entry.title, "text", written("event", entry.id))))
    return tuple(spans)


def _events(of: Overview) -> list[Block]:
    return [Field("Next", next_line(of)), *([Field("Latest", _latest(of.last_events))] if of.last_events else [])]


def board_blocks(of: Board) -> list[Block]:
    """Return the board in words: each issue with its state, what divides the sides, and how each text bears on it."""
    if not of.rows:
        return []
    blocks: list[Block] = [Heading(line("Issues"), 2)]
    for row in of.rows:
        blocks.append(Item(line(Span(row.name, "strong", written("issue", row.id)), ": ", state_words(row), *_whose(row))))
        if row.divides:
            blocks.append(Item(line(Span("divides: ", "label"), row.divides.text, " ", tag(row.divides.attribution)), mark=" "))
        blocks.extend(Item(cells, mark=" ") for cells in [_cells(of, row)] if cells)
    return blocks


def state_words(row: BoardRow) -> Span:
    """Return the state of an issue in words, with the texts and parties that it is of."""
    if row.status is None:
        return Span("no status on record", "unsaid")
    return Span(row.status.told, "status")


def _whose(row: BoardRow) -> Line:
    """Tell by whose account the state holds, and since when."""
    return line(", ", row.status.account) if row.status and row.status.account else ()


def _cells(of: Board, row: BoardRow) -> Line:
    told: list[Span] = []
    for plan, cell in zip(of.texts, row.cells, strict=True):
        if cell.absence is None:
            told += [Span("; " if told else ""), Span(f"{plan.short} ", "label"), Span(cell_words(cell), verdict_role(cell.verdict or ""))]
    return tuple(told)


def cell_words(cell: BoardCell) -> str:
    """Return what a cell of the board says, in words: `600k, strains 2 lines`."""
    lines = f"{cell.verdict} {cell.lines} line{'s' * (cell.lines != 1)}" if cell.verdict else ""
    points = f"{cell.points} point{'s' * (cell.points != 1)}" if cell.points else ""
    return ", ".join(part for part in (points, cell.number, lines) if part)


def _figures(of: Overview) -> list[Block]:
    if not of.figures:
        return []
    blocks: list[Block] = [Heading(line("Key figures"), 2)]
    for one in of.figures:
        blocks.extend(_figure(one))
    return blocks


def _figure(one: KeyFigure) -> list[Block]:
    blocks: list[Block] = [
        Item(
            line(
                Span(one.amount, "number"),
                " ",
                Span(one.record.name, "text", written("figure", one.record.id)),
                f", {one.record.period}. ",
                *byline(one.attribution),
            )
        )
    ]
    if one.record.note:
        blocks.append(Item(line(Span("note: ", "label"), one.record.note), mark=" "))
    if one.conflicts:
        others = joined([Span(value.text, "text", value.to) for value in one.conflicts], "; ")
        blocks.append(Item(line(Span("sources differ: ", "warning"), *others), mark=" "))
    return blocks


def _judgements(of: Overview) -> list[Block]:
    if not of.judgements:
        return []
    blocks: list[Block] = [Heading(line("Judgements of this desk"), 2)]
    for one in of.judgements:
        sure = f" ({one.record.confidence} confidence)" if one.record.confidence else ""
        blocks.append(Item(line(tag(one.attribution), " ", Span(one.record.statement, "text", written("judgement", one.record.id)), sure)))
        rests = joined([Span(value.text, "text", value.to) for value in one.rests_on], "; ")
        blocks.append(Item(line(Span("rests on: ", "label"), *rests), mark=" "))
    return blocks


# The parts that are pages of their own, by the word of their address: title and blocks.
PARTS: MappingProxyType[str, tuple[str, Callable[[Overview], list[Block]]]] = MappingProxyType(
    {
        "bottom-lines": ("Bottom lines", _bottom_lines),
        "events": ("What is next, and what was last", _events),
        "judgements": ("Judgements of this desk", _judgements),
    }
)


def overview_claims(of: Overview) -> list[Claim]:
    """Return what stands on the first page: bottom line, next and latest events, figures, judgements, and where each issue stands."""
    out: list[Claim] = []
    for one in (*of.bottom_lines, *of.judgements):
        if one:
            title = "Bottom line" if one in of.bottom_lines else "Judgement"
            out.append(Claim(title, one.record.statement, one.attribution, written("judgement", one.record.id), rests_on=one.rests_on))
    for entry in (of.next_event, *reversed(of.last_events)):
        out += entry_claims(entry)[:1] if entry else []
    out += [
        Claim(one.record.name, f"{one.amount}, {one.record.period}", one.attribution, written("figure", one.record.id))
        for one in of.figures
    ]
    for standing in of.standings:
        out += of_status(standing.name, written("issue", standing.id), standing.status)
    return out
