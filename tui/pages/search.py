"""Search hits as a page."""

from __future__ import annotations

from tui.answers.search import Found
from tui.pages.blocks import Block, Heading, Item, Page, Para, Span, line


def page(of: Found) -> Page:
    """The hits with their excerpts, the words found set off."""
    blocks: list[Block] = [Heading(line(f"Search: {of.words}"), 1)]
    if not of.hits:
        blocks.append(Para(line("Nothing holds all of these words.")))
    for hit in of.hits:
        address = f"{hit.kind}/{hit.id}" + (f"/{hit.number}" if hit.number else "")
        blocks.append(Item(line(Span(address, "label", address), "  ", Span(hit.title, "strong"))))
        blocks.append(Item(tuple(Span(text, "strong" if found else "text") for text, found in hit.excerpt), mark=" "))
    if of.more:
        blocks.append(Para(line("There are more; add a word.")))
    return Page("Search", tuple(blocks), "search")
