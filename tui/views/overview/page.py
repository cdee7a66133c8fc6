"""The first page. What a reader with one minute needs stands in the first twenty lines."""

from __future__ import annotations

from functools import partial

from tui.dates import in_words
from tui.model import Date
from tui.views import claims as said
from tui.views.blocks import Block, Columns, Field, Heading, Item, Line, Page, Para, Span, joined, line
from tui.views.bylines import byline, tag
from tui.views.judgements import Judged
from tui.views.overview.question import Overview, Standing, Sum
from tui.views.timeline.page import when
from tui.views.timeline.question import Entry


def page(of: Overview) -> Page:
    """The overview: bottom line, state of play, what is unresolved, what is next; then figures and judgements."""
    as_at = in_words(Date(of.as_at, of.as_at, of.as_at))
    blocks: list[Block] = [Heading(line(of.title), 1)]
    if of.subtitle:
        blocks.append(Para(line(of.subtitle)))
    blocks.append(Field("State as at", line(as_at)))
    blocks.append(Field("Handling", line(of.handling)))
    blocks.append(Field("Bottom line", _bottom_line(of.bottom_line)))
    blocks.append(Field("State of play", _state(of)))
    blocks.append(Field("Unresolved", _unresolved(of.unresolved)))
    blocks.append(Field("Next", _next(of.next_event, of.later_events)))
    if of.last_events:
        blocks.append(Field("Latest", _latest(of.last_events)))
    blocks.extend(_figures(of.figures))
    blocks.extend(_judgements(of.judgements))
    blocks.extend(_issues(of.standings))
    blocks.append(Heading(line("In this briefing"), 2))
    blocks.append(Para(line(", ".join(f"{kind.replace('_', ' ')} {count}" for kind, count in of.counts))))
    return Page("Overview", tuple(blocks), "overview", partial(said.of_overview, of))


def _bottom_line(of: Judged | None) -> Line:
    if of is None:
        return line(Span("none on record at this date", "unsaid"))
    return line(tag(of.attribution), " ", Span(of.statement, "strong", f"judgement/{of.id}"))


def _state(of: Overview) -> Line:
    parts = [Span(f"{letter} {word} {count}", "status") for letter, word, count in of.by_status]
    return joined(parts, " · ") or line(Span("no status on record", "unsaid"))


def _unresolved(of: tuple[Standing, ...]) -> Line:
    spans = [Span(f"{one.name} ({one.status.letter})" if one.status else one.name, "text", f"issue/{one.id}") for one in of]
    return joined(spans) or line("nothing on record")


def _next(entry: Entry | None, later: int) -> Line:
    if entry is None:
        none = Span("nothing dated was expected on this day", "unsaid")
        return (
            line(none, "; what came later stands last in the ", Span("Timeline", "text", "timeline"), f" ({later})") if later else (none,)
        )
    return line(when(entry), ": ", Span(entry.title, "text", f"event/{entry.id}"))


def _latest(entries: tuple[Entry, ...]) -> Line:
    spans: list[Span] = []
    for entry in reversed(entries):
        if spans:
            spans.append(Span("\n"))
        spans.extend((when(entry), Span(": "), Span(entry.title, "text", f"event/{entry.id}")))
    return tuple(spans)


def _figures(figures: tuple[Sum, ...]) -> list[Block]:
    if not figures:
        return []
    blocks: list[Block] = [Heading(line("Key figures"), 2)]
    for one in figures:
        blocks.append(
            Item(
                line(
                    Span(one.amount, "number"),
                    " ",
                    Span(one.name, "text", f"figure/{one.id}"),
                    f", {one.period}. ",
                    *byline(one.attribution),
                )
            )
        )
        if one.note:
            blocks.append(Item(line(Span("note: ", "label"), one.note), mark=" "))
        if one.conflicts:
            others = joined([Span(value.text, "text", value.to) for value in one.conflicts], "; ")
            blocks.append(Item(line(Span("sources differ: ", "warning"), *others), mark=" "))
    return blocks


def _judgements(judgements: tuple[Judged, ...]) -> list[Block]:
    if not judgements:
        return []
    blocks: list[Block] = [Heading(line("Judgements of this desk"), 2)]
    for one in judgements:
        sure = f" ({one.confidence} confidence)" if one.confidence else ""
        blocks.append(Item(line(tag(one.attribution), " ", Span(one.statement, "text", f"judgement/{one.id}"), sure)))
        rests = joined([Span(value.text, "text", value.to) for value in one.rests_on], "; ")
        blocks.append(Item(line(Span("rests on: ", "label"), *rests), mark=" "))
    return blocks


def _issues(standings: tuple[Standing, ...]) -> list[Block]:
    if not standings:
        return []
    rows = tuple(
        (
            line(str(one.number)),
            line(Span(one.name, "text", f"issue/{one.id}")),
            line(Span(one.status.full, "status")) if one.status else line("no status"),
        )
        for one in standings
    )
    table = Columns((line("No."), line("Issue"), line("Status, level")), rows)
    if not all(one.status is None or one.status.attribution.mode == "judgement" for one in standings):
        return [Heading(line("Issues"), 2), table]
    whose = Span("Each status is this desk's judgement; its ground stands with the issue.", "dim")
    return [Heading(line("Issues"), 2), Para(line(whose)), table]
