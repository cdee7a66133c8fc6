"""What somebody says on a page, in the order in which it stands there: what `i` explains and `y` copies.

A part that was said as the whole was is not told apart: the whole's speaker holds for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.address import written
from tui.views.said import Said

if TYPE_CHECKING:
    from tui.views.overview.question import Overview
    from tui.views.passages import Passage
    from tui.views.statuses import IssueStatus
    from tui.views.timeline.question import Entry

BASIS = {"number": "follows from a stated number"}  # of what is judged outright, it is enough to tell who judged it


def of_passage(short: str, one: Passage) -> Iterator[Said]:
    """A point; and what others than its text say of it: versions, readings, and verdicts on red lines."""
    name = f"{short} point {one.number}"
    words = " ".join([one.text or "", *(f"({part.letter}) {part.text}" for part in one.clause)]).strip()
    absent = "struck out" if one.relation == "dropped" else one.absent or ""
    yield Said(f"{name}: {one.short}" if one.short else name, words or absent, one.attribution, one.address, worded=bool(words))
    for part in one.clause:
        if part.attribution != one.attribution:
            yield Said(f"{name}{part.letter}", part.text, part.attribution, part=True, worded=True)
    for version in one.version:
        yield Said(
            f"{name}: {version.name} version", version.text, version.attribution, written("party", version.party), part=True, worded=True
        )
    for reading in one.reading:
        yield Said(f"{name}, as read by {reading.witness}", reading.text, reading.attribution, part=True)
    for touch in one.touches:
        title = f"{name}{touch.clause or ''}, verdict {touch.verdict}: {touch.party_name}: {touch.line}"
        to = written("red_line", touch.red_line)
        yield Said(title, touch.why, touch.attribution, to, part=True, basis=BASIS.get(touch.basis))


def of_statuses(name: str, to: str, own: IssueStatus | None, of_others: IssueStatus | None) -> list[Said]:
    """Where the texts looked at stand on an issue, and what is on record of others later."""
    return [*of_status(name, to, own), *of_status(name, to, of_others)]


def of_status(name: str, to: str, status: IssueStatus | None) -> list[Said]:
    """Where an issue stands, and the ground for saying so."""
    return [Said(f"Status: {name}: {status.full}", status.ground, status.attribution, to)] if status else []


def of_entry(one: Entry) -> list[Said]:
    """An event, and what came of it."""
    to = None if one.later else written("event", one.id)
    came = (Said("What came of it", of.text, of.attribution, part=True, later=one.later) for of in one.outcome)
    return [Said(one.title, one.record.text or one.title, one.attribution, to, later=one.later), *came]


def of_overview(of: Overview) -> list[Said]:
    """The first page: bottom line, what is next and latest, figures, judgements, and where each issue stands."""
    out: list[Said] = []
    for one in (*of.bottom_lines, *of.judgements):
        if one:
            title = "Bottom line" if one in of.bottom_lines else "Judgement"
            out.append(Said(title, one.statement, one.attribution, written("judgement", one.id), rests_on=one.rests_on))
    for entry in (of.next_event, *reversed(of.last_events)):
        out += of_entry(entry)[:1] if entry else []
    out += [Said(one.name, f"{one.amount}, {one.period}", one.attribution, written("figure", one.id)) for one in of.figures]
    for standing in of.standings:
        out += of_status(standing.name, written("issue", standing.id), standing.status)
    return out
