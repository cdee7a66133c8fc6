"""Red lines as pages: the list, one line, the grid line by plan, and one cell of it with the words on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tui.address import written
from tui.dates import in_words
from tui.views.blocks import BlankLine, Block, Columns, Field, Heading, Item, Line, Page, Para, Span, joined, line
from tui.views.bylines import byline, tag, who_says_so
from tui.views.claims import BASIS, Claim
from tui.views.compare.columns import ComparedColumn
from tui.views.drawn_marks import verdict_legend, verdict_role, verdict_sign, verdict_words
from tui.views.record.page import with_referrers
from tui.views.record.question import Referrer
from tui.views.red_lines.line_grid import Grid, GridCell, GridRow
from tui.views.red_lines.lines import POINTS, HeldLine, JudgedTouch

WORDED_MOST = 4  # so many plans have room for the word of a verdict beside its sign
GRID_NARROWEST = 6
COUNTED = "Each line is counted once, under its worst verdict; a point is counted under every verdict that it has on some line."

IN_OUR_WORDS = "Lines and points are told in this desk's words; only what stands in quotation marks is quoted. Numbers are exact."


def lines_page(lines: Sequence[HeldLine]) -> Page:
    """Draw every line, by party: its words, what the party calls it, firmness and ground."""
    blocks: list[Block] = [Heading(line("Red lines"), 1)]
    if not lines:
        blocks.append(Para(line(Span("No red line is on record.", "unsaid"))))
    party = None
    for one in lines:
        if one.record.party != party:
            party = one.record.party
            blocks.append(Heading(line(Span(one.party_name, "strong", written("party", one.record.party))), 2))
        blocks.append(Heading(line(Span(one.name, "strong", one.address), Span(f"  {one.issue_name}", "dim")), 3))
        blocks.extend(line_blocks(one))
    return Page("Red lines", tuple(blocks), "red-lines")


def line_page(one: HeldLine, referrers: Sequence[Referrer]) -> Page:
    """Draw one red line whole, with its movement, who says so, and what refers to it."""
    title = f"{one.party_name}: {one.name}"
    blocks = [
        Heading(line(title), 1),
        Field("Issue", line(Span(one.issue_name, "text", written("issue", one.record.issue)))),
        *line_blocks(one),
    ]
    if one.record.note:
        blocks.append(Field("Note", line(one.record.note)))
    page = Page(title, (*blocks, *who_says_so(one.attribution)), written("red-lines", one.record.id), partial(line_claims, one))
    return with_referrers(page, referrers)


def line_blocks(one: HeldLine) -> list[Block]:
    """Draw the words of a line, and what is known of it. What the party does not call a red line is not called one."""
    blocks: list[Block] = [Para(line(tag(one.attribution), " ", one.record.statement))]
    if one.record.quote:
        blocks.append(Para(line(Span(f'"{one.record.quote}"', "quote")), indent=2))
    if one.record.called != "red line":
        blocks.append(Field("Called", line(f"a {one.record.called}; the party does not call it a red line")))
    blocks.append(Field("Firmness", line(one.record.firmness) if one.record.firmness else line(Span("not stated", "unsaid"))))
    blocks.append(Field("Ground", line(one.record.basis) if one.record.basis else line(Span("not stated", "unsaid"))))
    blocks.append(Field("By", byline(one.attribution)))
    blocks.extend(
        Item(
            line(Span(in_words(moved.date), "number"), f" {moved.direction}: {moved.statement} ", *byline(moved.attribution)),
        )
        for moved in one.movement
    )
    return blocks


def grid_page(grid: Grid) -> Page:
    """Draw the whole grid: a sign and a word in every cell for a few plans, signs under numbers for many; counts; and the legend."""
    blocks: list[Block] = [Heading(line("Red lines and plans"), 1), *grid_blocks(grid), BlankLine(), *count_fields(grid), BlankLine()]
    blocks.extend(verdict_legend(cell.word for row in grid.rows for cell in row.cells))
    return Page("Red lines and plans", tuple(blocks), "red-lines")


def grid_blocks(grid: Grid) -> list[Block]:
    """Draw the table of the grid, with the names of its columns above it where only numbers head them."""
    if not grid.rows:
        return [Para(line(Span("No red line is on record.", "unsaid")))]
    worded = len(grid.columns) <= WORDED_MOST
    key: Line = ()
    full = (line("Line"), *(line(Span(head.short, "strong", head.address)) for head in grid.columns))
    if worded:
        heads = [line(head.short) for head in grid.columns]
    else:
        heads = [line(str(number)) for number in range(1, len(grid.columns) + 1)]
        numbered = [Span(f"{number}={head.short}", "label", head.address) for number, head in enumerate(grid.columns, 1)]
        key = joined(numbered, "   ")
    rows: list[tuple[Line, ...]] = []
    party = None
    for row in grid.rows:
        if row.line.record.party != party:
            party = row.line.record.party
            rows.append((line(Span(row.line.party_name, "strong", written("party", party))), *(line() for _ in grid.columns)))
        rows.append(grid_row(row, grid.columns, worded=worded))
    caption = "Each red line by text, with the gravest verdict"
    return [Columns((line("Line"), *heads), tuple(rows), GRID_NARROWEST, caption, full_heads=full, key=key)]


def grid_row(row: GridRow, columns: Sequence[ComparedColumn], *, worded: bool) -> tuple[Line, ...]:
    """Draw a line and its cells; each cell leads to its page."""
    name = line("  ", Span(row.line.name, "text", row.line.address))
    return (
        name,
        *(cell_line(cell) if worded else line(verdict_sign(cell.word, cell.sign)) for cell, _ in zip(row.cells, columns, strict=True)),
    )


def cell_line(cell: GridCell) -> Line:
    """Draw `X crossed 6; s strained 8, 9`: every verdict with the points that have it."""
    if not cell.verdicts:
        return line(verdict_words(cell.word, cell.sign))
    return joined([Span(f"{under.sign} {under.word} {', '.join(under.points)}", verdict_role(under.word)) for under in cell.verdicts], "; ")


def cell_signs(cell: GridCell) -> Line:
    """Draw `X6 s8,9`: the same in signs, for a grid on a narrow screen."""
    if not cell.verdicts:
        return line(verdict_sign(cell.word, cell.sign))
    return joined([Span(f"{under.sign}{','.join(under.points)}", verdict_role(under.word)) for under in cell.verdicts], " ")


def count_fields(grid: Grid) -> list[Block]:
    """Draw how many lines each plan crosses, strains, meets and so on, and by how many of its points; and how both are counted."""
    blocks: list[Block] = []
    for head, counts in zip(grid.columns, grid.counts, strict=True):
        lines = [Span(f"{count.sign} {count.word} {count.lines}") for count in counts if count.lines]
        points = [Span(f"{count.sign} {count.word} {count.points}") for count in counts if count.points]
        blocks.append(Field(head.short, line(Span("lines: ", "label"), *joined(lines, "   "))))
        if points:
            blocks.append(Field("", line(Span("its points: ", "label"), *joined(points, "   "))))
    if grid.rows:
        blocks.append(Para(line(Span(COUNTED, "dim"))))
    return blocks


def cell_page(one: HeldLine, head: ComparedColumn, cell: GridCell, touches: Sequence[JudgedTouch]) -> Page:
    """Draw a cell of the grid: the line's words, each point's words, the verdict, the reason, whose judgement it is, and the sources."""
    title = f"{one.party_name}: {one.name} / {head.short}"
    blocks: list[Block] = [Heading(line(title), 1), Field("Verdict", line(verdict_words(cell.word, cell.sign)))]
    blocks.extend(facing_blocks(one, touches))
    if cell.why:
        blocks.append(Field("Why", line(Span(f"{cell.why}.", "unsaid"))))
    return Page(title, tuple(blocks), written("red-lines", one.record.id, head.id), partial(verdict_claims, one, touches))


def facing_blocks(one: HeldLine, touches: Sequence[JudgedTouch]) -> list[Block]:
    """Draw the line's words and each point's words against each other."""
    blocks: list[Block] = [Field("Line", line(tag(one.attribution), " ", Span(one.record.statement, "text", one.address)))]
    if one.record.quote:
        blocks.append(Field("", line(Span(f'"{one.record.quote}"', "quote"))))
    blocks.append(Field("", byline(one.attribution)))
    for touch in touches:
        blocks.append(
            Field(
                f"{touch.plan_short} {touch.label}",
                line(Span(touch.words or "no wording on record", "text" if touch.words else "unsaid", touch.address)),
            )
        )
        blocks.append(Field("", byline(touch.point_attribution)))
        kind = Span("[judged]" if touch.record.basis == "judged" else "[follows from a stated number]", "judgement")
        verdict = verdict_words(touch.verdict, touch.sign)
        blocks.append(Field("Why", line(verdict, f": {touch.record.why} ", kind, " ", *byline(touch.attribution))))
    return blocks


def touches_page(grid: Grid, touches_of: dict[tuple[str, str], tuple[JudgedTouch, ...]]) -> Page:
    """Draw which points of the plans asked for touch which lines, worst first inside a line: the words on both sides, and the sources."""
    plans, parties = [head.short for head in grid.columns], {row.line.record.party: row.line.party_name for row in grid.rows}
    one_party = f" and the lines of {next(iter(parties.values()))}" if len(parties) == 1 else ""
    title = f"Red lines: {', '.join(plans)}{one_party}"
    blocks: list[Block] = [Heading(line(title), 1), *grid_blocks(grid), BlankLine(), *count_fields(grid)]
    for row in grid.rows:
        found = [touch for head in grid.columns for touch in touches_of.get((row.line.record.id, head.id), ())]
        if found:
            blocks.append(Heading(line(Span(f"{row.line.party_name}: {row.line.name}", "strong", row.line.address)), 2))
            blocks.extend(facing_blocks(row.line, found))
    blocks += [BlankLine(), Para(line(Span(IN_OUR_WORDS, "dim")))]
    used = [cell.word for row in grid.rows for cell in row.cells]
    address = written("red-lines", POINTS, "+".join(head.id for head in grid.columns), next(iter(parties)) if one_party else None)
    told = ((row.line, touches_of.get((row.line.record.id, head.id), ())) for row in grid.rows for head in grid.columns)
    says = partial(grid_claims, tuple((one, touches) for one, touches in told if touches))
    return Page(title, (*blocks, BlankLine(), *verdict_legend(used)), address, says)


def line_claims(one: HeldLine) -> list[Claim]:
    """Return a red line as it is told, then its movements."""
    words = one.record.statement + (f' "{one.record.quote}"' if one.record.quote else "")
    moved = (Claim(f"{in_words(at.date)}, {at.direction}", at.statement, at.attribution, part=True) for at in one.movement)
    return [Claim(f"{one.party_name}: {one.name}", words, one.attribution, one.address), *moved]


def verdict_claims(one: HeldLine, judged: Sequence[JudgedTouch]) -> list[Claim]:
    """Return a line set against points: the line, then each point's words and the verdict, each with its own speaker."""
    said = line_claims(one)[0]
    out = [Claim(f"The line: {said.title}", said.words, said.attribution, said.to)]
    for of in judged:
        title, words = f"The point: {of.plan_short} {of.label}", of.words or "no wording on record"
        out.append(Claim(title, words, of.point_attribution, of.address, worded=bool(of.words)))
        out.append(Claim(f"The verdict: {of.verdict}", of.record.why, of.attribution, basis=BASIS.get(of.record.basis)))
    return out


def grid_claims(cells: Sequence[tuple[HeldLine, Sequence[JudgedTouch]]]) -> list[Claim]:
    """Return several lines set against points, one after the other."""
    return [said for one, judged in cells for said in verdict_claims(one, judged)]
