"""Events as pages: one, or all in order with the line of the day."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tui.address import written
from tui.dates import in_words
from tui.model import Date, Event
from tui.views.blocks import Block, Field, Heading, Item, Line, Page, Para, Picture, Span, joined, line, unlinked
from tui.views.bylines import byline, tag
from tui.views.claims import Claim
from tui.views.plain_fields import label, plain_fields, plain_value
from tui.views.provenance import Attribution
from tui.views.timeline.lanes import Lanes, in_a_sentence
from tui.views.timeline.question import Entry, Timeline

DETAILS = plain_fields(Event, frozenset({"date", "title", "text", "expected"}))  # all that an event says in a field of its own


def when(entry: Entry) -> Span:
    """Return an event's date in words, and the word `expected` or `later` where it is one."""
    word = " expected" if entry.expected else " (later)" if entry.later else ""
    return Span(in_words(entry.date) + word, "label")


def _says(entry: Entry, of: Attribution) -> Line:
    """Draw who says so; without links for an event known only later: the store of the day has no page of its sources."""
    by = byline(of)
    return unlinked(by) if entry.later else by


def address(entry: Entry) -> str:
    """Return where an event can be read: its record, or the timeline alone when the store of the day does not know it yet."""
    return written("timeline", entry.id) if entry.later else written("event", entry.id)


def entry_page(entry: Entry) -> Page:
    """Draw one event."""
    blocks: list[Block] = [Heading(line(entry.title), 1), Field("Date", line(when(entry), "  (a span)" if entry.span else ""))]
    blocks.extend(Field(label(name), line(told)) for name in DETAILS if (told := plain_value(entry.record, name)))
    if entry.with_whom:
        blocks.append(Field("With", joined([Span(one.text, "text", one.to) for one in entry.with_whom])))
    if entry.about:
        blocks.append(Field("About", joined([Span(one.text, "text", one.to) for one in entry.about])))
    if entry.record.text:
        blocks.append(Para(line(tag(entry.attribution), " ", entry.record.text)))
    blocks.append(Para(_says(entry, entry.attribution)))
    for came in entry.outcome:
        blocks.append(Item(line(Span("What came of it: ", "label"), tag(came.attribution), " ", came.text)))
        blocks.append(Item(_says(entry, came.attribution), mark=" "))
    if entry.record.note:
        blocks.append(Field("Note", line(entry.record.note)))
    return Page(entry.title, tuple(blocks), written("timeline", entry.id), partial(entry_claims, entry))


def parted(of: Timeline) -> list[tuple[str, list[Entry]]]:
    """Part the entries in three, with headings: what has happened, what is expected, and what came later than the briefing's day."""
    day = in_words(Date(of.as_at, of.as_at, of.as_at))
    known = [entry for entry in of.entries if not entry.later]
    ahead = [entry for entry in known if entry.expected and entry.date.upper >= of.as_at]
    parts = [
        ("", [entry for entry in known if entry not in ahead]),
        (f"as at {day}: expected", ahead),
        (f"known only after {day}, the day of this briefing", [entry for entry in of.entries if entry.later]),
    ]
    return [(heading, entries) for heading, entries in parts if entries]


def page(of: Timeline, shown: Lanes | None = None, people: Lanes | None = None) -> Page:
    """Draw all events: what has happened, what is expected, and last, on the briefing's own day, what came later."""
    blocks: list[Block] = [Heading(line("Timeline"), 1)]
    if shown:
        blocks.append(Picture(shown, line(in_a_sentence(shown)), "Events by track"))
    if people:
        blocks.append(Picture(people, line(in_a_sentence(people)), "Events by who took part"))
    for heading, entries in parted(of):
        if heading:
            blocks.append(Heading(line(heading[0].upper() + heading[1:]), 2))
        for entry in entries:
            blocks.extend(_entry(entry))
    if not of.entries:
        blocks.append(Para(line(Span("No event is on record.", "unsaid"))))
    if not of.own_day:
        day = in_words(Date(of.as_at, of.as_at, of.as_at))
        blocks.append(Para(line(Span(f"As at {day}; what became known later is left out here.", "dim"))))
    return Page("Timeline", tuple(blocks), "timeline")


def _entry(entry: Entry) -> Iterator[Block]:
    yield Item(line(when(entry), "  ", Span(entry.title, "strong", address(entry))))
    details = [(label(name), told) for name in DETAILS if (told := plain_value(entry.record, name))]
    if details:
        yield Item(line(Span("; ".join(f"{name}: {told}" for name, told in details), "dim")), mark=" ")
    if entry.record.text:
        yield Item(line(tag(entry.attribution), " ", entry.record.text), mark=" ")
    yield Item(_says(entry, entry.attribution), mark=" ")
    for came in entry.outcome:
        yield Item(line(Span("what came of it: ", "label"), tag(came.attribution), " ", came.text), mark=" ")
        if came.attribution != entry.attribution:
            yield Item(_says(entry, came.attribution), mark=" ")


def entry_claims(one: Entry) -> list[Claim]:
    """Return what is told of an event, then what came of it."""
    to = None if one.later else written("event", one.id)
    came = (Claim("What came of it", of.text, of.attribution, part=True, later=one.later) for of in one.outcome)
    return [Claim(one.title, one.record.text or one.title, one.attribution, to, later=one.later), *came]
