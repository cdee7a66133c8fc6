"""Guarantees as pages: options side by side on the axes, one option whole, and the questions that are left to ask."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tui.address import written
from tui.dates import in_words
from tui.model import AXES, Axis
from tui.views.blocks import BlankLine, Block, Columns, Field, Heading, Item, Line, Page, Para, Span, joined, line
from tui.views.bylines import byline, tag, who_says_so
from tui.views.claims import Claim
from tui.views.drawn_marks import state_block, state_legend, state_sign, state_words
from tui.views.guarantees.options import AXIS, AxisAnswer, AxisCell, Carrier, OnOption, OpenQuestion, Option
from tui.views.provenance import DESK, Attribution
from tui.views.record.page import with_referrers
from tui.views.stances import NONE_FOUND, TITLES, names, on_side, said_of, side_blocks
from tui.views.titles import numbered

GRID_NARROWEST = 14
BESIDE_MOST = 4  # more options than this are told at a glance before they are told in full
MORE_ROWS = ("Status", *TITLES.values(), "Open questions", "Carried by")


def grid_page(options: Sequence[Option], which: str = "", chosen: Sequence[str] = ()) -> Page:
    """Draw options side by side on the axes, with what is unsaid shown as unsaid; before many options, what is said at all at a glance.

    `which` tells which options of how many these are, `chosen` are the ids of those that somebody asked for.
    """
    blocks: list[Block] = [Heading(line("Security guarantees", f": {which}" if which else ""), 1)]
    if not options:
        return Page("Security guarantees", (*blocks, Para(line(Span("No guarantee is on record.", "unsaid")))), "guarantees")
    if len(options) > BESIDE_MOST:
        blocks.extend((*glance(options), BlankLine()))
    blocks.extend(
        (
            grid_table(options, bylines=len(options) > BESIDE_MOST),
            BlankLine(),
            *state_legend(cell.state for option in options for cell in option.cells),
        )
    )
    return Page(
        "Security guarantees",
        tuple(blocks),
        written("guarantees", "+".join(chosen)),
        partial(options_claims, options, AXES),
    )


def grid_table(options: Sequence[Option], *, bylines: bool) -> Columns:
    """Draw the grid itself: axes down, options across. Who says so stands in words where `bylines` are wanted, else by the mark of how."""
    heads = (line("Axis"), *(option_head(option) for option in options))
    rows = [
        (line(Span(axis.title, "label", axis_address(axis))), *(cell_line(option.cells[index], bylines=bylines) for option in options))
        for index, axis in enumerate(AXES)
    ]
    rows.extend((line(Span(title, "label")), *(more_line(option, title) for option in options)) for title in MORE_ROWS)
    return Columns(heads, tuple(rows), narrowest=GRID_NARROWEST)


def glance(options: Sequence[Option]) -> list[Block]:
    """Draw all options at a glance: a line each, a sign for each axis. Each axis leads to what the options say on it."""
    numbered = [Span(f"{number}={axis.title}", "label", axis_address(axis)) for number, axis in enumerate(AXES, 1)]
    heads = (line("Option"), *(line(str(number)) for number in range(1, len(AXES) + 1)))
    rows = tuple((option_head(option), *(state_block(cell.state)[:1] for cell in option.cells)) for option in options)
    legend = state_legend(cell.state for option in options for cell in option.cells)
    full = (line("Option"), *(line(Span(axis.title, "label", axis_address(axis))) for axis in AXES))
    key = joined(numbered, "   ")
    table = Columns(heads, rows, 1, "Each option by axis: whether anything is said", full_heads=full, key=key)
    return [table, BlankLine(), *legend]


def glance_page(options: Sequence[Option]) -> Page:
    """Draw all options at a glance, as a page."""
    title = "Security guarantees at a glance"
    blocks = (Heading(line(title), 1), *glance(options))
    return Page("Guarantees at a glance", blocks, "guarantees/glance", partial(options_claims, options, AXES))


def option_head(option: Option) -> Line:
    """Draw the name of an option, and that it is a precedent where it is one."""
    return line(Span(option.short, "strong", option.address), " (precedent)" if option.record.precedent else "")


def axis_address(axis: Axis) -> str:
    """Return where the program shows what all options say on an axis."""
    return written("guarantees", AXIS, axis.field)


def cell_line(cell: AxisCell, *, bylines: bool = True) -> Line:
    """Draw what is said on an axis, and by whom; that there is none; or that nothing is said."""
    if cell.text is None or cell.attribution is None:
        return line(state_words("unsaid"))
    none = (state_words("none"), Span(": ")) if cell.state == "none" else ()
    who = (Span(" -- "), *byline(cell.attribution)) if bylines else ()
    return line(*none, tag(cell.attribution), " ", cell.text, *who)


def more_line(option: Option, title: str) -> Line:
    """Draw a cell of the rows below the axes."""
    if title == "Status":
        return line(option.now.text) if option.now else (NONE_FOUND,)
    for side, head in TITLES.items():
        if title == head:
            return names(on_side(option.stands, side)) or (NONE_FOUND,)
    if title == "Open questions":
        return line("; ".join(option.record.open_questions)) if option.record.open_questions else (NONE_FOUND,)
    return joined([carrier_span(carrier) for carrier in option.carried_by]) or (NONE_FOUND,)


def option_page(option: Option, *, axes: bool = True) -> Page:
    """Draw one option whole: each axis with who says so, then status, stands, questions and points; the `axes` where no grid tells them."""
    kind = "precedent" if option.record.precedent else "option"
    blocks: list[Block] = [Heading(line(option.record.name), 1), Para(line(Span(kind, "dim")))]
    if option.record.statement:
        blocks.append(Para(line(option.record.statement)))
    if axes:
        blocks.append(Heading(line("On the axes"), 2))
        blocks.extend(Field(cell.axis.title, _or_ask(cell)) for cell in option.cells)
    blocks.append(Heading(line("Status"), 2))
    blocks.extend(
        Item(line(Span(in_words(at.since), "number"), f": {at.text} ", *byline(at.attribution))) for at in reversed(option.status)
    )
    if not option.status:
        blocks.append(Para((NONE_FOUND,)))
    blocks.extend(side_blocks(option.stands))
    blocks.append(Heading(line("Open questions"), 2))
    blocks.extend(Item(line(question), mark="Q") for question in option.record.open_questions)
    blocks.extend(
        Item(line(Span(f"{axis.ask}", "unsaid"), Span(f" ({axis.title}: unsaid)", "dim")), mark=state_sign("unsaid").text)
        for axis in option.unsaid
    )
    if option.carried_by:
        blocks.append(Heading(line("Carried by"), 2))
        blocks.extend(Item(line(carrier_span(one), ": ", one.text or Span("wording not on record", "unsaid"))) for one in option.carried_by)
    if option.figures:
        blocks.append(Heading(line("Sums"), 2))
        blocks.extend(
            Item(line(Span(one.amount, "number"), ", ", Span(name, "text", one.address), " ", *byline(one.attribution)), mark="#")
            for name, one in zip(numbered([f"{one.period}: {one.name}" for one in option.figures]), option.figures, strict=True)
        )
    if option.record.note:
        blocks.extend((Heading(line("Note"), 2), Para(line(option.record.note))))
    page = Page(
        option.record.name,
        (*blocks, *who_says_so(option.attribution)),
        written("guarantees", option.record.id),
        partial(option_claims, option),
    )
    return with_referrers(page, option.referrers)


def questions_page(asked: Sequence[OpenQuestion]) -> Page:
    """Draw the questions to ask in the room, option by option."""
    blocks: list[Block] = [Heading(line("Questions to ask"), 1)]
    option = None
    for question in asked:
        if question.option != option:
            option = question.option
            blocks.append(Heading(line(Span(question.option_name, "strong", written("guarantee", option))), 2))
        about = Span(f"{question.axis}: " if question.axis else "", "label")
        blocks.append(Item(line(about if about.text else "", question.ask), mark=state_sign("unsaid").text if question.axis else "Q"))
    if not asked:
        blocks.append(Para(line("Nothing is left unsaid.")))
    return Page("Questions to ask", tuple(blocks), "guarantees", questions_claims)


def carrier_span(carrier: Carrier) -> Span:
    """Return `US 28 10`, leading to the point."""
    return Span(f"{carrier.plan_short} {carrier.number}", "number", carrier.address)


def _or_ask(cell: AxisCell) -> Line:
    """Draw a cell, with the question to ask where nothing is said."""
    return (*cell_line(cell), Span(f"  {cell.axis.ask}")) if cell.state == "unsaid" else cell_line(cell)


def option_claims(one: Option) -> list[Claim]:
    """Return what is told of a guarantee: what it is, each axis, its states, and how parties stand to it."""
    out = [Claim(one.record.name, one.record.statement or "", one.attribution, one.address)]
    out += [
        Claim(cell.axis.title, cell.text, cell.attribution, part=True)
        for cell in one.cells
        if cell.text and cell.attribution and cell.attribution != one.attribution
    ]
    out += [Claim(f"Status, {in_words(at.since)}", at.text, at.attribution, part=True) for at in reversed(one.status)]
    out += map(said_of, one.stands)
    out += [Claim(f"{of.name}: {of.amount}", of.period, of.attribution, of.address, part=True) for of in one.figures]
    return out


def options_claims(options: Sequence[Option], axes: Sequence[Axis]) -> list[Claim]:
    """Return what is told of guarantees side by side: each axis, then their latest states and how parties stand to them."""
    out: list[Claim] = []
    for axis in axes:
        cells = ((option, cell) for option in options for cell in option.cells if cell.axis == axis)
        for of, one in cells:
            if one.text and one.attribution:
                out.append(Claim(f"{axis.title}: {of.short}", one.text, one.attribution, of.address))
    out += [Claim(f"Status: {of.short}", of.now.text, of.now.attribution, of.address) for of in options if of.now]
    out += [said_of(stand) for option in options for stand in option.stands if stand.side]
    return out


def axis_claims(of: AxisAnswer) -> list[Claim]:
    """Return what is said of each option on one axis, then who says that there is none."""
    told = ((one, one.cell.text, one.cell.attribution) for one in (*of.said, *of.none))
    return [
        Claim(f"{of.axis.title}: {one.name}", text, attribution, one.address) for one, text, attribution in told if text and attribution
    ]


def questions_claims() -> list[Claim]:
    """Return the one claim behind a list of questions: they are the desk's own."""
    words = "What the briefing has on record as open, and one question for every axis of which nothing in this briefing says anything."
    own = Attribution(mode="judgement", who=None, speaker=None, on=None, by=DESK, known_from=None, cited=())
    return [Claim("Questions to ask", words, own)]


def axis_page(of: AxisAnswer) -> Page:
    """Draw the options under three headings, each with its words, who says so and where; then what there is to ask."""
    title = f"{of.axis.title}: what each option says"
    blocks: list[Block] = [Heading(line(title), 1)]
    for state, words, found in (("said", "say something", of.said), ("none", "say that there is none", of.none)):
        blocks.append(_axis_heading(state, words, found))
        blocks.extend(Item(line(option_name(one), ": ", *cell_line(one.cell))) for one in found)
    blocks.append(_axis_heading("unsaid", "leave it unsaid", of.unsaid))
    if of.unsaid:
        blocks.append(Para(joined([option_name(one) for one in of.unsaid], "; ")))
        blocks.append(Para(line(Span("To ask: ", "label"), of.axis.ask)))
    return Page(title, tuple(blocks), axis_address(of.axis), partial(axis_claims, of))


def option_name(one: OnOption) -> Span:
    """Return `3 Article-5-like`, leading to the option; the number is its place among the options, as at a glance."""
    return Span(f"{one.number} {one.name}{' (precedent)' if one.precedent else ''}", "strong", one.address)


def _axis_heading(state: str, words: str, found: tuple[OnOption, ...]) -> Heading:
    precedents = sum(one.precedent for one in found)
    of_them = f", {precedents} of them precedents" if precedents else ""
    return Heading(line(state_words(state), f" -- {len(found) or 'none'} {words}{of_them}"), 2)
