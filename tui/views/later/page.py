"""What was not yet public on a day, as pages: all of it by sort, or one thing with who made it known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tui.address import written
from tui.dates import in_words
from tui.model import Date
from tui.views.blocks import Block, Field, Heading, Item, Line, Page, Para, Span, line, unlinked
from tui.views.bylines import byline, tag, who_says_so
from tui.views.claims import Claim
from tui.views.later.news import News
from tui.views.later.question import Later, NewsGroup, PlanThen
from tui.views.provenance import Attribution

TEXT = 160  # characters of a text that the list shows; its page has all of it
CITED = 3  # sources that a line names; its page has all of them
_STATES_NOTHING = ("source", "term", "person", "party")


def title(of: Later) -> str:
    """Return `Not yet public on 9 Dec 2025`, or the words for what became known between two days."""
    if of.until is None:
        return f"Not yet public on {_day(of.since)}"
    return f"Became known after {_day(of.since)}, up to {_day(of.until)}"


PLANS_LATER = "Plans that became known, or more public"


def address(of: Later) -> str:
    """Return where the program shows it."""
    return written("later", of.since, of.until)


def page(of: Later) -> Page:
    """Draw the plans and how public each was; then everything that became known, by sort and in the order of the days."""
    blocks: list[Block] = [Heading(line(title(of)), 1), *summary(of)]
    if of.plans_later:
        blocks.append(Heading(line(PLANS_LATER), 2))
    for plan in of.plans_later:
        blocks.append(_state_item(plan))
        blocks.append(Item(short_byline(plan.attribution), mark=" "))
    for group in of.groups:
        blocks.append(Heading(line(group_title(of, group)), 2))
        for one in group.news:
            blocks.extend(_news(one))
    if of.plans_before:
        blocks.append(Heading(line(plans_before_title(of)), 2))
        blocks.extend(_state_item(plan) for plan in of.plans_before)
    return Page(title(of), tuple(blocks), address(of))


def summary(of: Later) -> list[Block]:
    """Return how much of each sort became known, and what that means."""
    if not of.count:
        return [Para(line(Span("Nothing of this briefing became known later than that.", "unsaid")))]
    blocks: list[Block] = [Para(line("What this briefing has that became known only later: on which day, and who made it known."))]
    for late in (False, True):
        counts = [f"{group.title.lower()} {len(group.news)}" for group in of.groups if group.late == late]
        if counts:
            label = f"After {_day(of.own_day)}" if late else f"Up to {_day(min(of.own_day, of.until or of.own_day))}"
            blocks.append(Field(label, line(", ".join(counts))))
    return blocks


def plans_before_title(of: Later) -> str:
    """Return the heading above the plans that did not become more public."""
    return f"Plans: as public on {_day(of.since)} as they are now"


def _state_item(plan: PlanThen) -> Block:
    return Item(line(Span(plan.record.short, "strong"), ": ", state(plan)))


def group_title(of: Later, group: NewsGroup) -> str:
    """Return the heading of a group; what came after the briefing's own day says so."""
    return f"After {_day(of.own_day)}, the day of this briefing: {group.title.lower()}" if group.late else group.title


def state(plan: PlanThen) -> str:
    """Tell how public a plan was: `text not public at this date; 24 Dec 2025: described, no text released`."""
    return "; ".join([plan.then or "not known at this date", *(f"{in_words(day)}: {words}" for day, words in plan.became)])


def who(of: Attribution) -> str:
    """Return who made it known, in a word or two: the speaker, else the first source."""
    if of.mode == "judgement":
        return of.by or of.who or ""
    return of.who or next((one.name for one in of.cited), "")


def plan_page(of: Later, plan: PlanThen) -> Page:
    """Draw how public one plan was on the day and after, and who made it known."""
    blocks: list[Block] = [Heading(line(plan.record.name), 1), Field(f"On {_day(of.since)}", line(plan.then or "not known at this date"))]
    blocks.extend(Field(in_words(day), line(words)) for day, words in plan.became)
    says = [Claim(plan.record.name, "", plan.attribution, later=True)]
    return Page(plan.record.short, (*blocks, *_said(plan.attribution)), address(of), lambda: says)


def news_page(of: Later, one: News) -> Page:
    """Draw one thing that became known, whole, and who made it known."""
    blocks: list[Block] = [Heading(line(one.title), 1), Field("Known from", line(in_words(one.on)))]
    if one.text and one.text != one.title:
        blocks.append(Para(line(*_tag(one), one.text)))
    says = [Claim(one.title, one.text if one.text and one.text != one.title else "", one.attribution, later=True)]
    return Page(one.title, (*blocks, *(_said(one.attribution) if one.sort != "source" else ())), address(of), lambda: says)


def _said(of: Attribution) -> Iterator[Block]:
    """Draw who says so, without links: on the day that is shown, the program has no page of sources that came later."""
    for block in who_says_so(of):
        yield replace(block, line=unlinked(block.line)) if isinstance(block, Field | Item) else block


def _news(one: News) -> Iterator[Block]:
    yield Item(line(Span(in_words(one.on), "label"), "  ", Span(one.title, "strong")))
    if one.text and one.text != one.title:
        yield Item(line(*_tag(one), beginning(one.text)), mark=" ")
    if one.sort != "source":
        yield Item(short_byline(one.attribution), mark=" ")


def _tag(one: News) -> Line:
    return () if one.sort in _STATES_NOTHING else (tag(one.attribution), Span(" "))


def short_byline(of: Attribution) -> Line:
    """Return the byline with its first sources, and how many more there are."""
    said = unlinked(byline(replace(of, cited=of.cited[:CITED])))
    more = len(of.cited) - CITED
    return (*said[:-1], Span(f", and {more} more)")) if more > 0 else said


def beginning(text: str) -> str:
    """Return a text, or as much of its beginning as a list shows."""
    return text if len(text) <= TEXT else text[: TEXT - 4].rsplit(" ", 1)[0].rstrip(",;:") + " ..."


def _day(day: str) -> str:
    return in_words(Date(day, day, day))
