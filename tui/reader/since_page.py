"""What is new since the last reading, as a page: how much, then by sort of thing, with the words that differ and who made it known."""

from __future__ import annotations

from dataclasses import replace

from tui.reader.since import Since
from tui.reader.told import when
from tui.views.blocks import Block, Heading, Page, Para, Span, line
from tui.views.changes import page as drawn

ADDRESS = "since"
NOTHING = "Nothing is new since you last read."
FIRST = "This is your first reading here: all of it counts as read. From now on what is new stands here."
NO_WORDS = "The words that you had read are not at hand, so it stands here as it is now."


def title(since: str | None) -> str:
    """Return what the list is called."""
    return f"New since you last read, {when(since)}" if since else "New since you last read"


def page(of: Since) -> Page:
    """Return all of it as one page."""
    if of.since is None and not of.changes.count:
        return Page(ADDRESS, (Heading(line(title(None)), 1), Para(line(FIRST))), ADDRESS)
    if not of.changes.count:
        return Page(ADDRESS, (Heading(line(title(of.since)), 1), Para(line(NOTHING))), ADDRESS)
    whole = drawn.page(of.changes)
    more: list[Block] = []
    if of.without_words:
        more.append(Para(line(Span(f"{', '.join(of.without_words)}: {NO_WORDS[0].lower()}{NO_WORDS[1:]}", "dim"))))
    return replace(whole, title=title(of.since), blocks=(Heading(line(title(of.since)), 1), *whole.blocks[1:], *more), address=ADDRESS)
