"""Parties as pages: one whole, or all in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from tui.address import written
from tui.dates import in_words
from tui.views.blocks import Block, Columns, Field, Heading, Item, Page, Span, joined, line
from tui.views.bylines import byline, tag, who_says_so
from tui.views.claims import Claim
from tui.views.parties.question import Held, Member, OnIssue, PartyAnswer, PartyRow
from tui.views.record.page import with_referrers
from tui.views.signs import RED_LINE
from tui.views.stances import below_position
from tui.views.titles import numbered


def list_page(rows: Sequence[PartyRow]) -> Page:
    """Draw every party with its kind and what is known of it."""
    table = tuple(
        (
            line(Span(row.name, "strong", written("party", row.id))),
            line(row.type),
            line(str(row.people)),
            line(str(row.red_lines)),
            line(str(row.positions)),
        )
        for row in rows
    )
    heads = (line("Party"), line("Kind"), line("People"), line("Red lines"), line("Positions"))
    return Page("Parties", (Heading(line("Parties"), 1), Columns(heads, table, narrowest=8)), "parties")


def page(of: PartyAnswer) -> Page:
    """Draw one party: role, people, positions and interests by issue, red lines, who ratifies, plans and what it said of them."""
    blocks = _who(of)
    if of.issues:
        blocks.append(Heading(line("By issue"), 2))
        for issue in of.issues:
            blocks.extend(_issue(issue))
    blocks.extend(_said("On the plans", of.on_plans))
    blocks.extend(_said("On the guarantees", of.on_guarantees))
    blocks.extend(who_says_so(of.attribution))
    return with_referrers(Page(of.record.name, tuple(blocks), written("parties", of.record.id), partial(party_claims, of)), of.referrers)


def who_page(of: PartyAnswer) -> Page:
    """Draw who a party is, on which issues it speaks, and what it said of plans: for beside the pages of the issues."""
    blocks = _who(of)
    if of.issues:
        blocks.append(Field("Speaks on", joined([Span(issue.name, "text", written("issue", issue.id)) for issue in of.issues])))
    blocks.extend(_said("On the plans", of.on_plans))
    return Page(of.record.name, tuple(blocks), written("parties", of.record.id))


def _who(of: PartyAnswer) -> list[Block]:
    """Draw its kind, role, members, who must ratify, its plans and its people."""
    blocks: list[Block] = [Heading(line(of.record.name), 1), Field("Kind", line(of.record.type))]
    if of.record.role:
        blocks.append(Field("Role", line(of.record.role)))
    if of.members:
        blocks.append(Field("Members", joined([Span(one.text, "text", one.to) for one in of.members])))
    blocks.append(Field("Must ratify", line(of.record.ratifies) if of.record.ratifies else line(Span("not on record", "unsaid"))))
    if of.plans:
        blocks.append(Field("Plans", joined([Span(one.text, "text", one.to) for one in of.plans])))
    if of.record.note:
        blocks.append(Field("Note", line(of.record.note)))
    if of.people:
        blocks.append(Heading(line("People"), 2))
        blocks.extend(_person(one) for one in of.people)
    return blocks


def _person(one: Member) -> Item:
    spans = [Span(one.record.name, "strong", written("person", one.record.id))]
    for title, start, end in one.offices:
        dates = f" ({'since ' + in_words(start) if start else ''}{' until ' + in_words(end) if end else ''})" if start or end else ""
        spans.append(Span(f", {title}{dates}"))
    if one.record.role:
        spans.append(Span(f". {one.record.role}"))
    return Item(tuple(spans))


def _issue(of: OnIssue) -> list[Block]:
    blocks: list[Block] = [Heading(line(Span(of.name, "label", written("issue", of.id))), 3)]
    for one in of.red_lines:
        blocks.append(
            Item(
                line(Span(f"{one.record.called}, {one.name}: ", "label", one.address), tag(one.attribution), " ", one.record.statement),
                mark=RED_LINE,
            )
        )
        if one.record.firmness:
            blocks.append(Item(line(Span("firmness: ", "label"), one.record.firmness), mark=" "))
        blocks.append(Item(byline(one.attribution), mark=" "))
    return [*blocks, *_all_held(of.positions, named=False)]


def _said(title: str, of: tuple[Held, ...]) -> list[Block]:
    return [Heading(line(title), 2), *_all_held(of, named=True)] if of else []


def _all_held(of: tuple[Held, ...], *, named: bool) -> Iterator[Block]:
    """Positions, each with its day and stance as its label; those that would read alike are numbered."""
    days = (one.attribution.on or one.attribution.known_from for one in of)
    told = [f"{f'{in_words(day)}, ' if day else ''}{one.record.stance or 'position'}" for day, one in zip(days, of, strict=True)]
    whole = numbered([f"{one.about.text} {label}" for one, label in zip(of, told, strict=True)])
    for one, label in zip(of, whole, strict=True):
        yield from _held(one, label.removeprefix(f"{one.about.text} "), named=named)


def _held(of: Held, label: str, *, named: bool) -> list[Block]:
    """Draw a position; its interest and its bottom line apart from it, where they are stated."""
    stance = Span(label, "label", of.address)
    # Behind a bare comma the stance would be that of whoever the name ends with: "US, by Congress, objects".
    about = (Span(of.about.text, "strong", of.about.to), Span(" ("), stance, Span("): ")) if named else (stance, Span(": "))
    lead = line(*about, tag(of.attribution), " ", of.record.statement)
    blocks: list[Block] = [Item(lead, mark=":")]
    return [*blocks, *below_position(of.record.interest, of.record.bottom_line, of.attribution)]


def party_claims(of: PartyAnswer) -> list[Claim]:
    """Return what is told of a party: what it is, its people, its red lines and its positions."""
    out = [Claim(of.record.name, of.record.role or "", of.attribution, written("party", of.record.id))]
    out += [
        Claim(
            one.record.name, "; ".join(title for title, _, _ in one.offices), one.attribution, written("person", one.record.id), part=True
        )
        for one in of.people
    ]
    for issue in of.issues:
        out += [
            Claim(f"{issue.name}: {one.record.called}", one.record.statement, one.attribution, one.address, part=True)
            for one in issue.red_lines
        ]
        out += [_held_claim(one) for one in issue.positions]
    return [*out, *(_held_claim(one) for one in (*of.on_plans, *of.on_guarantees))]


def _held_claim(one: Held) -> Claim:
    return Claim(f"{one.about.text}: {one.record.stance or 'position'}", one.record.statement, one.attribution, one.address, part=True)
