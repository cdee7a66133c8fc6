"""Where a plan comes from and what came of it: the chain of texts, each with its dates and how much of it is at hand.

It is the front of the place of all texts, a tree, too.
"""

from __future__ import annotations

from functools import partial

from tui.address import written
from tui.dates import NEVER
from tui.errors import NoSuchRecord
from tui.frozen import frozen
from tui.model import Plan
from tui.store.read import Store
from tui.views.blocks import Block, Heading, Item, Page, Para, Picture, Span, line
from tui.views.bylines import byline
from tui.views.claims import Claim
from tui.views.compare.family import Family, family
from tui.views.pane import Pane
from tui.views.passages import party_name
from tui.views.plans import publication
from tui.views.provenance import Attribution, attribution
from tui.views.record.pane import Leaf
from tui.views.references import missing
from tui.views.subject import Shown


@frozen
class Step:
    """One text of a lineage. `points` is how many points it is said to have, else how many are here; `authors` are names."""

    plan: Plan
    points: int
    authors: tuple[str, ...]
    attribution: Attribution


@frozen
class Lineage:
    """The chain that leads to a plan, oldest first and the plan itself last; and the texts that are based on it, in order of their days."""

    steps: tuple[Step, ...]
    followed_by: tuple[Step, ...]


def lineage(store: Store, plan_id: str) -> Lineage:
    """Return the lineage of a plan by what each text says that it is based on."""
    plans = {plan.id: plan for plan in store.all("plan") if isinstance(plan, Plan)}
    if plan_id not in plans:
        raise missing(store, "plan", plan_id)
    chain: dict[str, Plan] = {}
    here: Plan | None = plans[plan_id]
    while here and here.id not in chain:
        chain[here.id] = here
        here = plans.get(here.based_on or "")
    after = [plan for plan in plans.values() if plan.based_on == plan_id and plan.id not in chain]
    after.sort(key=lambda plan: plan.made_public.lower if plan.made_public else NEVER)
    return Lineage(
        steps=tuple(_step(store, plan) for plan in reversed(chain.values())),
        followed_by=tuple(_step(store, plan) for plan in after),
    )


def _step(store: Store, plan: Plan) -> Step:
    return Step(
        plan=plan,
        points=plan.count or len(plan.point),
        authors=tuple(party_name(store, author) for author in plan.authors),
        attribution=attribution(store, plan),
    )


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
        blocks.extend(_told(step))
    if of.followed_by:
        blocks.append(Heading(line("Based on it"), 2))
        for step in of.followed_by:
            blocks.extend(_told(step))
    return Page(title, tuple(blocks), written("plan", last.id), partial(_claims, of))


def _told(step: Step) -> list[Block]:
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


def _claims(of: Lineage) -> list[Claim]:
    """Return who says of each text of a lineage what it is."""
    steps = ((step.plan, step.attribution) for step in (*of.steps, *of.followed_by))
    return [Claim(f"{plan.short}: {plan.name}", "", who, written("plan", plan.id)) for plan, who in steps]


def at(store: Store, rest: str) -> Shown:
    """Return which text is based on which, and its page. Raise NoSuchRecord for anything below it."""
    if rest:
        raise NoSuchRecord(f"there is no lineage/{rest}; lineage shows all texts, and L in Compare where one comes from")
    tree = family(store)
    return tree, tree_page(tree)


def pane(store: Store, rest: str = "") -> Pane:
    """Return the tree as a place of its own."""
    return Leaf(store, at(store, rest)[1])
