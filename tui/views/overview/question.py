"""The first page: what the briefing is about, as of when, where every issue stands, what is next, and what the desk makes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tui.address import written
from tui.frozen import frozen
from tui.model import KINDS, STATUS, Event, Figure, Issue, Judgement, name_of
from tui.store.read import Store
from tui.views.data import Wraps
from tui.views.judgements import Judged, judged
from tui.views.overview.board import Board, board
from tui.views.provenance import Attribution, attribution
from tui.views.references import Value
from tui.views.statuses import IssueStatus
from tui.views.timeline.question import Entry, entry_of, in_order, is_expected
from tui.views.titles import figure_amount

UNRESOLVED = ("O", "W", "P")
LATEST = 3  # events that the first page tells of


@frozen
class Standing:
    """An issue and where it stands; `number` is its place in the briefing's order."""

    number: int
    id: str
    name: str
    status: IssueStatus | None


@frozen
class KeyFigure(Wraps):
    """A key figure, with the figures that say otherwise."""

    JSON = "id name amount period attribution conflicts note"

    record: Figure
    amount: str
    attribution: Attribution
    conflicts: tuple[Value, ...]


@frozen
class Overview:
    """Everything that the first page shows. `bottom_lines` stand in the author's order; `later_events` came after the briefing's own day;
    `counts` are the records known, by kind.
    """

    title: str
    subtitle: str | None
    as_at: str
    handling: str
    bottom_lines: tuple[Judged, ...]
    board: Board
    standings: tuple[Standing, ...]
    next_event: Entry | None
    later_events: int
    last_events: tuple[Entry, ...]
    figures: tuple[KeyFigure, ...]
    judgements: tuple[Judged, ...]
    counts: tuple[tuple[str, int], ...]

    @property
    def by_status(self) -> tuple[tuple[str, str, int], ...]:
        """Return letter, word and number of issues for every status that some issue has; agreements between others are counted apart."""
        held = Counter((one.status.letter, one.status.whose) for one in self.standings if one.status)
        order = list(STATUS)
        return tuple((letter, word, held[letter, word]) for letter, word in sorted(held, key=lambda one: order.index(one[0])))

    @property
    def unresolved(self) -> tuple[Standing, ...]:
        """Return the issues that are open, one-sided or parked."""
        return tuple(standing for standing in self.standings if standing.status and standing.status.letter in UNRESOLVED)


@frozen
class Upcoming:
    """What is due next, and how many events came after the briefing's own day."""

    next_event: Entry | None
    later_events: int


@frozen
class BottomLine:
    """A bottom line in its own words, without what it rests on."""

    statement: str
    attribution: Attribution


@frozen
class Front:
    """What of the overview stands on the board itself, and how much there is of what stands behind its last rows."""

    bottom_lines: tuple[BottomLine, ...]
    board: Board
    upcoming: Upcoming
    figures: int
    judgements: int


def front(store: Store) -> Front:
    """Return what the board shows: the first screen waits for no more."""
    judgements = _judgements(store)
    bottom = _bottom(store, judgements)
    return Front(
        bottom_lines=tuple(BottomLine(one.statement, attribution(store, one)) for one in bottom),
        board=board(store),
        upcoming=upcoming(store),
        figures=sum(1 for one in store.cards("figure") if isinstance(one, Figure) and one.key),
        judgements=len(judgements) - len(bottom),
    )


def upcoming(store: Store) -> Upcoming:
    """Return what is due next: the one that is due first, since what may come any day of two years is not sooner than next month's."""
    due = [one for one in _events(store) if is_expected(store, one) and one.date.upper >= store.as_at]
    coming = min(due, key=lambda one: (one.date.upper, one.date.lower), default=None)
    later = store.count_later("event") if store.as_at == store.manifest.as_of.upper else 0
    return Upcoming(_entry(store, coming) if coming else None, later)


def overview(store: Store) -> Overview:
    """Return the overview of a briefing as at the store's date. It reads no plan: it must open as fast for any number of points."""
    manifest = store.manifest
    judgements = _judgements(store)
    bottom = _bottom(store, judgements)
    coming = upcoming(store)
    made = board(store)
    states = {row.id: row.status for row in made.rows}
    return Overview(
        title=manifest.title,
        subtitle=manifest.subtitle,
        as_at=store.as_at,
        handling=manifest.handling,
        bottom_lines=tuple(judged(store, one) for one in bottom),
        board=made,
        standings=tuple(
            Standing(number, issue.id, name_of(issue), states[issue.id])
            for number, issue in enumerate((one for one in store.all("issue") if isinstance(one, Issue)), 1)
        ),
        next_event=coming.next_event,
        later_events=coming.later_events,
        last_events=tuple(_entry(store, one) for one in [one for one in _events(store) if not is_expected(store, one)][-LATEST:]),
        figures=tuple(_sum(store, one) for one in store.all("figure") if isinstance(one, Figure) and one.key),
        judgements=tuple(judged(store, one) for one in judgements.values() if one.id not in manifest.bottom_line),
        counts=tuple((kind, store.count(kind)) for kind in KINDS),
    )


def _judgements(store: Store) -> dict[str, Judgement]:
    return {one.id: one for one in store.all("judgement") if isinstance(one, Judgement)}


def _bottom(store: Store, judgements: Mapping[str, Judgement]) -> list[Judgement]:
    """Return the bottom lines, in the author's order."""
    return [judgements[id_] for id_ in store.manifest.bottom_line if id_ in judgements]


def _events(store: Store) -> Sequence[Event]:
    return in_order(one for one in store.cards("event") if isinstance(one, Event))


def _entry(store: Store, card: Event) -> Entry:
    found = store.get("event", card.id)
    assert isinstance(found, Event)
    return entry_of(store, found)


def _sum(store: Store, one: Figure) -> KeyFigure:
    others = [other for other in store.all("figure") if isinstance(other, Figure) and _conflict(one, other)]
    conflicts = tuple(Value(f"{figure_amount(other)}, {other.period} ({other.name})", written("figure", other.id)) for other in others)
    return KeyFigure(one, figure_amount(one), attribution(store, one), conflicts)


def _conflict(one: Figure, other: Figure) -> bool:
    """Return whether two figures contradict each other; it is enough that one of them says so."""
    return other.id in one.conflicts_with or one.id in other.conflicts_with
