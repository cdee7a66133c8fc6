"""The texts as a tree; and the lineage of one: each text with the day and the way it became public, who says so, in which sources."""

from __future__ import annotations

from functools import partial

from tui.address import written
from tui.views.blocks import Block, Heading, Item, Page, Para, Picture, Span, line
from tui.views.bylines import byline
from tui.views.compare import claims
from tui.views.compare.family import Family
from tui.views.compare.lineage import Lineage, Step
from tui.views.plans import publication


def tree_page(of: Family) -> Page:
    """Draw which text is based on which."""
    title = "Lineage of the texts"
    none = Para(line(Span("No text is on record at this date.", "unsaid")))
    blocks = [Heading(line(title), 1), *(_tree(of) if of.branches else [none])]
    return Page(title, tuple(blocks), "lineage", lambda: ())


def _tree(of: Family) -> list[Block]:
    told = tuple(Item(line(Span(one.short, "strong", one.address), f", {one.told}"), indent=2 * one.depth) for one in of.branches)
    return [Picture(of, line(of.sentence()), "Which text is based on which", told)]


def lineage_page(of: Lineage, among: Family | None = None) -> Page:
    """Draw the chain of texts that leads to a plan, oldest first, and what is based on it; above it the tree of all texts."""
    last = of.steps[-1].plan
    title = f"Lineage of {last.short}"
    blocks: list[Block] = [Heading(line(title), 1), *(_tree(among) if among else [])]
    if among:
        blocks.append(Heading(line(f"What leads to {last.short}"), 2))
    for step in of.steps:
        blocks.extend(_step(step))
    if of.followed_by:
        blocks.append(Heading(line("Based on it"), 2))
        for step in of.followed_by:
            blocks.extend(_step(step))
    return Page(title, tuple(blocks), written("plan", last.id), partial(claims.of_lineage, of))


def _step(step: Step) -> list[Block]:
    plan = step.plan
    points = f", {step.points} point{'s' * (step.points != 1)}" if step.points else ""
    told = f": {plan.name}{points}, {publication(plan.how, plan.made_public, plan.text)}"
    blocks: list[Block] = [Item(line(Span(plan.short, "strong", written("plan", plan.id)), told))]
    drafted = plan.authorship or ", ".join(step.authors)
    if drafted:
        blocks.append(Item(line(Span("authorship: ", "label"), drafted), " "))
    if plan.how_in_words:
        blocks.append(Item(line(plan.how_in_words), " "))
    blocks.append(Item(byline(step.attribution), " "))
    return blocks
