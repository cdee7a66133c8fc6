"""Sources as pages: one with all that rests on it, or all in a table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tui.address import written
from tui.dates import in_words
from tui.views.blocks import Block, Columns, Field, Heading, Item, Page, Para, Span, joined, line
from tui.views.bylines import tag
from tui.views.claims import Claim
from tui.views.record.page import referrer_blocks
from tui.views.sources.question import Falling, SourceAnswer, SourceRow

TITLE = "Title, or [desk's description]"


def list_page(rows: Sequence[SourceRow]) -> Page:
    """Draw every source with its date and how many records cite it."""
    table = tuple(
        (
            line(Span(row.name, "strong", written("source", row.id))),
            line(row.title),
            line(in_words(row.date) if row.date else ""),
            line(str(row.rests)),
        )
        for row in rows
    )
    heads = (line("Source"), line(TITLE), line("Date"), line("Cited by"))
    return Page("Sources", (Heading(line("Sources"), 1), Columns(heads, table, narrowest=8)), "sources")


def page(of: SourceAnswer) -> Page:
    """Draw one source: what it is, what rests on it, and what falls if it falls."""
    source = of.source
    blocks = _what_it_is(of)
    if of.relayed_by:
        blocks.append(Field("Relayed by", joined([Span(one.text, "source", one.to) for one in of.relayed_by], "; ")))
    blocks.append(Field("Cited by", line("1 record or point" if len(of.rests) == 1 else f"{len(of.rests)} records and points")))
    blocks.extend(referrer_blocks(of.rests, "What rests on it"))
    blocks.append(Heading(line("What falls if this source falls"), 2))
    if not of.rests:
        blocks.append(Para(line("Nothing: nothing rests on it.")))
    elif not of.falls:
        blocks.append(Para(line("Nothing by itself: whatever cites it has another source too.")))
    blocks.extend(_falling(of.falls, "would lose {its} only source:"))
    blocks.extend(_falling(of.falls_with_relays, f"would fall along with all that relays {source.publisher}:"))
    if of.weakens:
        blocks.append(Para(line("These judgements rest on what falls:")))
        blocks.extend(
            Item(line(tag(one.attribution), " ", Span(one.record.statement, "text", written("judgement", one.record.id))))
            for one in of.weakens
        )
    return Page(of.title, tuple(blocks), written("sources", of.id), partial(source_claims, of))


def _what_it_is(of: SourceAnswer) -> list[Block]:
    """Return what is known of a source itself."""
    source = of.source
    blocks: list[Block] = [Heading(line(of.title), 1)]
    if source.described:
        blocks.append(Field("Title", line(Span("not at hand; what stands above in brackets is this desk's description", "unsaid"))))
    if source.publisher:
        blocks.append(Field("Publisher", line(Span(source.publisher, "strong"))))
    if source.author:
        blocks.append(Field("Author", line(source.author)))
    blocks.append(Field("Kind", line(source.type)))
    blocks.append(Field("Date", line(in_words(source.date))))
    blocks.append(Field("Address", line(source.address) if source.address else line(Span("none given", "unsaid"))))
    if source.relays:
        blocks.append(Field("Relays", line(", ".join(source.relays))))
    if source.via:
        blocks.append(Field("Via", line(source.via)))
    if source.language:
        blocks.append(Field("Language", line(source.language)))
    blocks.append(Field("Reliability", line(source.reliability) if source.reliability else line(Span("not graded", "unsaid"))))
    if source.credibility:  # of this report, judged apart from who publishes it
        blocks.append(Field("Credibility", line(source.credibility)))
    if source.note:
        blocks.append(Field("Note", line(source.note)))
    return blocks


def _falling(of: Sequence[Falling], what: str) -> list[Block]:
    """Draw what falls, and how much of it there is."""
    if not of:
        return []
    several = len(of) > 1
    told = f"{len(of) if several else 'One'} {what.format(its='their' if several else 'its')}"
    return [Para(line(told)), *(Item(line(Span(f"{one.sort}  ", "label"), Span(one.title, "text", one.address))) for one in of)]


def source_claims(of: SourceAnswer) -> list[Claim]:
    """Return what is told of a source, then the judgements that hang on it, each with its own speaker."""
    weak = (Claim("Judgement", one.record.statement, one.attribution, written("judgement", one.record.id), part=True) for one in of.weakens)
    return [Claim(of.title, of.source.note or "", of.attribution, written("source", of.id)), *weak]
