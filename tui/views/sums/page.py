"""The figures as a page: what is counted, the number line, and the table of who says which sum, of which period, read how."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tui.views.blocks import BlankLine, Block, Columns, Heading, Item, Line, Page, Para, Picture, Span, joined, line
from tui.views.bylines import byline
from tui.views.claims import Claim
from tui.views.sums.question import Counted, Figures, Stated
from tui.views.sums.scale import scale

TITLE = "Sums and strengths"
_HEADS = (line("Sum"), line("Period"), line("Who says so"), line("How it is read"))
_SHARES = (18, 18, 30, 34)


def page(of: Figures) -> Page:
    """Draw all figures: first where sources differ, then what stands side by side, then the others."""
    blocks: list[Block] = [Heading(line(TITLE), 1)]
    if of.disputed:
        blocks += [Heading(line("Where sources differ"), 2), *_groups(of.disputed)]
    if of.beside:
        blocks += [Heading(line("Side by side, by whose they are"), 2), *_groups(of.beside)]
    if of.alone:
        blocks.append(Heading(line("Others"), 2))
        blocks += [block for one in of.alone for block in _alone(one.figures[0])]
    if not (of.disputed or of.beside or of.alone):
        blocks.append(Para(line(Span("No figure is on record at this date.", "unsaid"))))
    return Page(TITLE, tuple(blocks), "sums", partial(of_figures, of))


def _groups(of: tuple[Counted, ...]) -> Iterator[Block]:
    for one in of:
        yield Heading(line(one.what), 3)
        for unit in one.units:
            if drawn := scale(one, unit):
                yield Picture(drawn, line(drawn.sentence()), f"Number line in {unit}")
        yield Columns(_HEADS, tuple(map(_row, one.figures)), narrowest=14, caption=f"{one.what}: who says which sum", shares=_SHARES)
        yield BlankLine()


def _row(of: Stated) -> tuple[Line, ...]:
    read = joined([Span(part) for part in (of.record.statement, of.record.note) if part], " ")
    return (line(Span(of.amount, "number", of.address)), line(of.record.period), byline(of.attribution), read)


def _alone(of: Stated) -> Iterator[Block]:
    name = Span(of.record.name, "text", of.address)
    yield Item(line(Span(of.amount, "number"), " ", name, f", {of.record.period}. ", *byline(of.attribution)))
    if of.record.note:
        yield Item(line(Span("note: ", "label"), of.record.note), mark=" ")


def of_figures(of: Figures) -> list[Claim]:
    """Return each figure with who says so."""
    return [
        Claim(f"{counted.what}: {one.amount}", f"{one.record.name}, {one.record.period}", one.attribution, one.address)
        for counted in of
        for one in counted.figures
    ]
