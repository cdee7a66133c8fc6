"""One axis of the guarantees as a page: which options say something on it, which say that there is none, which leave it unsaid."""

from __future__ import annotations

from functools import partial

from tui.views.blocks import Block, Heading, Item, Page, Para, Span, joined, line
from tui.views.drawn_marks import state_words
from tui.views.guarantees.axis import AxisAnswer, OnOption
from tui.views.guarantees.page import axis_address, axis_claims, cell_line


def axis_page(of: AxisAnswer) -> Page:
    """Draw the options under three headings, each with its words, who says so and where; then what there is to ask."""
    title = f"{of.axis.title}: what each option says"
    blocks: list[Block] = [Heading(line(title), 1)]
    for state, words, found in (("said", "say something", of.said), ("none", "say that there is none", of.none)):
        blocks.append(_heading(state, words, found))
        blocks.extend(Item(line(name(one), ": ", *cell_line(one.cell))) for one in found)
    blocks.append(_heading("unsaid", "leave it unsaid", of.unsaid))
    if of.unsaid:
        blocks.append(Para(joined([name(one) for one in of.unsaid], "; ")))
        blocks.append(Para(line(Span("To ask: ", "label"), of.axis.ask)))
    return Page(title, tuple(blocks), axis_address(of.axis), partial(axis_claims, of))


def name(one: OnOption) -> Span:
    """Return `3 Article-5-like`, leading to the option; the number is its place among the options, as at a glance."""
    return Span(f"{one.number} {one.name}{' (precedent)' if one.precedent else ''}", "strong", one.address)


def _heading(state: str, words: str, found: tuple[OnOption, ...]) -> Heading:
    precedents = sum(one.precedent for one in found)
    of_them = f", {precedents} of them precedents" if precedents else ""
    return Heading(line(state_words(state), f" -- {len(found) or 'none'} {words}{of_them}"), 2)
