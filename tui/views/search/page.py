"""Search hits as a page."""

from __future__ import annotations

from collections.abc import Sequence

from tui.views.blocks import Block, Heading, Item, Line, Page, Para, Span, line
from tui.views.bylines import tag
from tui.views.search.question import Found, Match, day_and_who, groups, way_on

_NOBODY_SAYS = ("source", "term")  # kinds that state nothing


def page(of: Found, matches: Sequence[Match]) -> Page:
    """Draw the hits with who says so and their excerpts, the words found set off."""
    blocks: list[Block] = [Heading(line(f"Search: {of.words}"), 1)]
    if said := way_on(of):
        blocks.append(Para(line(said)))
    by_hit = {match.hit.address: match for match in matches}
    for name, hits in groups(of):
        if name:
            blocks.append(Heading(line(name[0].upper() + name[1:]), 2))
        for hit in hits:
            blocks.extend(_drawn(by_hit[hit.address]))
    if of.more:
        blocks.append(Para(line("There are more; add a word.")))
    return Page("Search", tuple(blocks), "search")


def _drawn(match: Match) -> list[Block]:
    hit = match.hit
    who = () if hit.kind in _NOBODY_SAYS else (tag(match.attribution), Span(" "))
    head = line(
        Span(match.address, "label", match.address), "  ", *who, Span(hit.title, "strong"), *(f", {one}" for one in day_and_who(hit))
    )
    blocks: list[Block] = [Item(head)]
    if (excerpt := _excerpt(match)) is not None:
        blocks.append(Item(excerpt, mark=" "))
    return blocks


def _excerpt(of: Match) -> Line | None:
    """Return the words found in their place; nothing where the title has said them already."""
    excerpt = of.hit.excerpt
    if "".join(text for text, _ in excerpt) == of.hit.title:
        return None
    return tuple(Span(text, "strong" if found else "text") for text, found in excerpt)
