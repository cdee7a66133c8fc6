"""Convergence: issues down, days across, the state of each issue from the day on which it changed; and the page that tells it."""

from __future__ import annotations

from functools import partial

from tui.address import written
from tui.dates import in_words
from tui.frozen import frozen
from tui.model import Date, Issue, name_of
from tui.store.read import Store
from tui.views.blocks import Block, Heading, Item, Page, Para, Picture, Span, line
from tui.views.claims import Claim
from tui.views.drawn_marks import state_span
from tui.views.statuses import IssueStatus, states_of
from tui.views.tiles import Tile, Tiles


@frozen
class Course:
    """One issue over the days: for each day the state that was new on it, None where none was, and the state that holds in the end."""

    id: str
    name: str
    states: tuple[IssueStatus | None, ...]
    now: IssueStatus | None


@frozen
class Convergence:
    """The days on which any state changed, the earliest first, and the course of every issue in the briefing's order."""

    days: tuple[Date, ...]
    courses: tuple[Course, ...]


def convergence(store: Store) -> Convergence:
    """Return how the states of all issues moved up to the store's day."""
    issues = [one for one in store.all("issue") if isinstance(one, Issue)]
    states = {issue.id: states_of(store, issue) for issue in issues}
    dated = {one.since.lower: one.since for held in states.values() for one in held if one.since}
    days = tuple(dated[day] for day in sorted(dated))
    return Convergence(days, tuple(_course(issue, states[issue.id], days) for issue in issues))


def _course(issue: Issue, states: tuple[IssueStatus, ...], days: tuple[Date, ...]) -> Course:
    """Return an issue's states by day. They are given the latest first; of two of one day the latest holds."""
    by_day: dict[str, IssueStatus] = {}
    for one in states:
        if one.since:
            by_day.setdefault(one.since.lower, one)
    return Course(issue.id, name_of(issue), tuple(by_day.get(day.lower) for day in days), states[0] if states else None)


_SEEN = "a word where a state changed, its colour as long as it holds; blank: none on record yet; a quotation mark: by somebody's account."


def convergence_page(of: Convergence) -> Page:
    """Return how the states moved: each issue with the state on each day on which it changed, the earliest first."""
    title = "How the states moved"
    told: list[Block] = []
    for one in of.courses:
        told.append(Item(line(Span(one.name, "strong", written("issue", one.id)))))
        for day, state in zip(of.days, one.states, strict=True):
            if state:
                words = ", ".join(part for part in (state.told, state.by) if part)
                told.append(Item(line(Span(f"{in_words(day)}: ", "number"), words), mark=" "))
        if one.now is None:
            told.append(Item(line(Span("no status on record", "unsaid")), mark=" "))
    blocks: list[Block] = [Heading(line(title), 1)]
    if of.days:
        blocks.append(Picture(_tiles(of), line(_SEEN), "Where each issue stood, day by day", tuple(told)))
    else:
        blocks += told
    if not of.courses:
        blocks.append(Para(line(Span("No issue is on record at this date.", "unsaid"))))
    return Page(title, tuple(blocks), written("overview", "states"), partial(state_claims, of))


def short_day(day: Date) -> str:
    """Return a day in few cells, without its year: 24 Dec."""
    return in_words(day).rsplit(" ", 1)[0]


def _tiles(of: Convergence) -> Tiles:
    return Tiles(tuple(map(short_day, of.days)), tuple((one.name, _row(one)) for one in of.courses))


def _row(of: Course) -> tuple[Tile | None, ...]:
    tiles: list[Tile | None] = []
    for state in of.states:
        before = tiles[-1] if tiles else None
        if state:
            told = state_span(state)
            tiles.append(Tile(told.text, told.role))
        else:
            tiles.append(Tile("", before.role, on=True) if before else None)
    return tuple(tiles)


def state_claims(of: Convergence) -> list[Claim]:
    """Return the ground of every state that an issue was in, on the days looked at."""
    return [
        Claim(f"{one.name}: {state.full}", state.ground, state.attribution, written("issue", one.id))
        for one in of.courses
        for state in one.states
        if state
    ]
