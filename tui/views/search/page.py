"""Search hits as a page."""

from __future__ import annotations

from collections.abc import Sequence

from tui.views.blocks import Block, Heading, Item, Line, Page, Para, Span, line
from tui.views.bylines import tag
from tui.views.search.question import Found, Match

_NOBODY_SAYS = ("source", "term")  # kinds that state nothing


def page(of: Found, matches: Sequence[Match]) -> Page:
    """Draw the hits with who says so and their excerpts, the words found set off."""
    blocks: list[Block] = [Heading(line(f"Search: {of.words}"), 1)]
    if not matches:
        blocks.append(Para(line("Nothing holds all of these words.")))
    for match in matches:
        hit = match.hit
        who = () if hit.kind in _NOBODY_SAYS else (tag(match.attribution), Span(" "))
        blocks.append(Item(line(Span(match.address, "label", match.address), "  ", *who, Span(hit.title, "strong"))))
        if (excerpt := _excerpt(match)) is not None:
            blocks.append(Item(excerpt, mark=" "))
    if of.more:
        blocks.append(Para(line("There are more; add a word.")))
    return Page("Search", tuple(blocks), "search")


def _excerpt(of: Match) -> Line | None:
    """Return the words found in their place; nothing where the title has said them already."""
    excerpt = of.hit.excerpt
    if "".join(text for text, _ in excerpt) == of.hit.title:
        return None
    return tuple(Span(text, "strong" if found else "text") for text, found in excerpt)
