"""The readings of a point: which witness prints what, and which difference is of substance; and the lineage of a plan."""

from __future__ import annotations

from tui.answers.at_hand import at_hand
from tui.answers.lineage import Lineage, Step
from tui.answers.passages import Passage
from tui.dates import in_words
from tui.pages.blocks import Block, Gap, Heading, Item, Page, Para, Span, line
from tui.pages.passages import reading_item, words_of
from tui.pages.provenance import byline


def readings_page(passage: Passage, plan_short: str) -> Page:
    """A point's own words and every other reading of it, those of substance first."""
    title = f"{plan_short} point {passage.number}: readings"
    blocks: list[Block] = [Heading(line(title), 1), words_of(passage), Para(byline(passage.attribution), indent=2), Gap()]
    blocks.append(Para(line(counted(passage))))
    for reading in sorted(passage.reading, key=lambda reading: not reading.substance):
        blocks.extend((reading_item(reading), Item(byline(reading.attribution), mark=" ", indent=2)))
    return Page(title, tuple(blocks), passage.address)


def counted(passage: Passage) -> str:
    """`3 other readings, 1 of substance`."""
    count = len(passage.reading)
    if not count:
        return "No other reading is on record."
    weighty = sum(reading.substance for reading in passage.reading)
    return f"{count} other reading{'s' * (count != 1)}, {weighty or 'none'} of substance"


def lineage_page(of: Lineage) -> Page:
    """The chain of texts that leads to a plan, and what is based on it."""
    last = of.steps[-1]
    title = f"Lineage of {last.short}"
    blocks: list[Block] = [Heading(line(title), 1)]
    for depth, step in enumerate(of.steps):
        blocks.append(_step(step, mark="*" if step is last else "-", indent=2 * depth))
    if of.followed_by:
        blocks.append(Heading(line("Based on it"), 2))
        blocks.extend(_step(step, mark=">", indent=0) for step in of.followed_by)
    return Page(title, tuple(blocks), f"plan/{last.id}")


def _step(step: Step, mark: str, indent: int) -> Item:
    points = f", {step.points} point{'s' * (step.points != 1)}" if step.points else ""
    public = f", {in_words(step.made_public)}" if step.made_public else ""
    how = f" ({step.how})" if step.how else ""
    authors = f"; by {', '.join(step.authors)}" if step.authors else ""
    return Item(
        line(Span(step.short, "strong", f"plan/{step.id}"), f": {step.name}{points}{public}{how}: {at_hand(step.text)}{authors}"),
        mark,
        indent,
    )
