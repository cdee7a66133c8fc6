"""The readings of a point: which witness prints what, and which difference is of substance."""

from __future__ import annotations

from tui.views import claims
from tui.views.blocks import BlankLine, Block, Heading, Item, Page, Para, line
from tui.views.bylines import byline
from tui.views.drawn_passages import reading_item, words_of
from tui.views.passages import Passage


def readings_page(passage: Passage, plan_short: str) -> Page:
    """Draw a point's own words and every other reading of it, those of substance first."""
    title = f"{plan_short} point {passage.number}: readings"
    blocks: list[Block] = [Heading(line(title), 1), words_of(passage), Para(byline(passage.attribution), indent=2), BlankLine()]
    blocks.append(Para(line(counted(passage))))
    for reading in sorted(passage.reading, key=lambda reading: not reading.substance):
        blocks.extend((reading_item(reading), Item(byline(reading.attribution), mark=" ", indent=2)))
    return Page(title, tuple(blocks), passage.address, lambda: list(claims.of_passage(plan_short, passage)))


def counted(passage: Passage) -> str:
    """Count the readings: `3 other readings, 1 of substance`."""
    count = len(passage.reading)
    if not count:
        return "No other reading is on record."
    weighty = sum(reading.substance for reading in passage.reading)
    return f"{count} other reading{'s' * (count != 1)}, {weighty or 'none'} of substance"
