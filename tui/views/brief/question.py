"""What may stand on a brief, in the order of its worth; `length` then leaves out what does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.address import Address, written
from tui.dates import in_words
from tui.errors import BadInput
from tui.frozen import frozen
from tui.model import AXES, Event, Judgement
from tui.store.read import Store
from tui.views.brief.sides import DisputeTold, dispute_told
from tui.views.claims import Claim
from tui.views.guarantees.options import AxisCell, Option, StatusAt, guarantees, questions
from tui.views.issue.question import dispute
from tui.views.judgements import Judged, judged
from tui.views.marks import AGAINST, WORST, VerdictWord
from tui.views.overview.board import CONTESTED
from tui.views.plans import living
from tui.views.red_lines.line_grid import GridRow, grid
from tui.views.statuses import status_of
from tui.views.subject import page_at
from tui.views.timeline.question import Entry, entry_of, in_order, is_expected

SIDES = (1, 2, 4)  # sides of paper that a brief may have
OPEN = ("O", "W", "P")  # states of an issue on which something divides the sides
AXES_TOLD = ("legal_force", "trigger")  # what a guarantee is worth
AXES_WHOLE = ("guarantor", *AXES_TOLD, "forces", "needs")  # with more than one side


@frozen
class Wanted:
    """What somebody asks of a brief: for whom it is, which issues or which addresses it is kept to, and how many sides it may have."""

    for_whom: str = ""
    issues: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    most: int = 1


@frozen
class LineAgainst:
    """A red line that a text goes against or bears on, with the points that do."""

    party: str
    name: str
    address: str
    points: tuple[str, ...]


@frozen
class TextAgainst:
    """A text and the lines that it touches, by their worst verdict, the gravest first."""

    plan: str
    short: str
    living: bool
    lines: tuple[tuple[VerdictWord, str, tuple[LineAgainst, ...]], ...]

    def count(self, words: Sequence[str]) -> int:
        """Return how many lines have one of these verdicts as their worst."""
        return sum(len(lines) for word, _, lines in self.lines if word in words)


@frozen
class OptionTold:
    """A guarantee with what is said on the axes that count most, and its state."""

    id: str
    name: str
    cells: tuple[AxisCell, ...]
    now: StatusAt | None

    @property
    def address(self) -> str:
        """Return where the program shows it."""
        return written("guarantee", self.id)


@frozen
class Ask:
    """A question to put in the room, and of what; `to` is the address of that."""

    of: str
    text: str
    to: str


@frozen
class Left:
    """What the brief leaves out: the names of it, and why."""

    what: str
    names: tuple[str, ...]
    why: str


@frozen
class Brief:
    """A brief: what it says in the order in which it says it, and what it leaves out."""

    title: str
    subtitle: str | None
    as_at: str
    handling: str
    desk: str
    asked: Wanted
    bottom_lines: tuple[Judged, ...]
    disputes: tuple[DisputeTold, ...]
    texts: tuple[TextAgainst, ...]
    silent: tuple[str, ...]
    options: tuple[OptionTold, ...]
    asks: tuple[Ask, ...]
    coming: tuple[Entry, ...]
    later_events: int
    marked: tuple[Claim, ...]
    left: tuple[Left, ...]


def gather(store: Store, asked: Wanted) -> Brief:
    """Return everything that may stand on the brief asked for. BadInput for what cannot be asked, NoSuchRecord for what is not there."""
    if asked.most not in SIDES:
        raise BadInput(f"a brief has {', '.join(map(str, SIDES[:-1]))} or {SIDES[-1]} sides, not {asked.most}")
    named = [Address.parse(one) for one in asked.addresses]
    chosen = bool(named)
    marked_issues = [one for one in named if one.head in ("issue", "overview") and one.id in store.ids("issue")]
    marked_options = [one for one in named if one.head in ("guarantee", "guarantees") and one.id in store.ids("guarantee")]
    if chosen:
        options = guarantees(store, list(dict.fromkeys(one.id for one in marked_options))) if marked_options else ()
    else:
        options = tuple(one for one in guarantees(store) if not one.record.precedent)
    issues = [*asked.issues, *(one.id for one in marked_issues)]
    disputes = tuple(dispute_told(store, dispute(store, id_)) for id_ in (dict.fromkeys(issues) if issues or chosen else contested(store)))
    texts, silent = _texts(store) if not chosen else ((), ())
    bottom, unsourced = _bottom_lines(store)
    marked, mute = _marked(store, [str(one) for one in named if one not in marked_issues and one not in marked_options])
    without = (*unsourced, *(one.title for one in marked if not one.attribution.cited and not one.rests_on))
    manifest = store.manifest
    events = in_order(one for one in store.all("event") if isinstance(one, Event))
    return Brief(
        title=manifest.title,
        subtitle=manifest.subtitle,
        as_at=in_words(store.as_at),
        handling=manifest.handling,
        desk=manifest.desk,
        asked=asked,
        bottom_lines=bottom,
        disputes=disputes,
        texts=texts,
        silent=silent,
        options=tuple(_told(one, AXES_WHOLE if asked.most > 1 else AXES_TOLD) for one in options),
        asks=tuple(_asks(options)),
        coming=tuple(entry_of(store, one) for one in events if is_expected(store, one) and one.date.upper >= store.as_at),
        later_events=store.count_later("event") if store.as_at == manifest.as_of.upper else 0,
        marked=tuple(one for one in marked if one.attribution.cited or one.rests_on),
        left=(
            *((Left("statements", without, "since no source is named for them"),) if without else ()),
            *((Left("marked places", tuple(mute), "since nothing that is said there can be quoted"),) if mute else ()),
        ),
    )


def contested(store: Store) -> list[str]:
    """Return the issues on which something divides the sides, those that are open first, in the order of the board."""
    found = []
    for id_ in store.ids("issue"):
        issue = store.get("issue", id_)
        status = status_of(store, issue) if issue else None  # type: ignore[arg-type]
        if status and status.letter in OPEN:
            found.append((CONTESTED.index(status.letter), id_))
    return [id_ for _, id_ in sorted(found, key=lambda pair: pair[0])]


def _bottom_lines(store: Store) -> tuple[tuple[Judged, ...], tuple[str, ...]]:
    """Return the bottom lines in the author's order that rest on something, and the names of those that do not."""
    held = {one.id: one for one in store.all("judgement") if isinstance(one, Judgement)}
    found = [judged(store, held[id_]) for id_ in store.manifest.bottom_line if id_ in held]
    carried = tuple(one for one in found if one.rests_on or one.attribution.cited)
    return carried, tuple(f"the bottom line of {in_words(one.attribution.on)}" for one in found if one not in carried)


def _texts(store: Store) -> tuple[tuple[TextAgainst, ...], tuple[str, ...]]:
    """Return the texts that go against some line, the living one first, then those that do so most; and those not released."""
    found = grid(store)
    chief = living(store)
    texts, silent = [], []
    for place, head in enumerate(found.columns):
        verdicts = tuple(
            (word, next(row.cells[place].sign for row in rows), tuple(_line(row, place) for row in rows))
            for word in WORST
            if (rows := [row for row in found.rows if row.cells[place].word == word])
        )
        one = TextAgainst(head.record, head.short, chief is not None and head.record == chief.id, verdicts)
        if one.count([*AGAINST]) or (one.living and verdicts):
            texts.append(one)
        elif all(row.cells[place].word == "not public" for row in found.rows):
            silent.append(one.short)
    crossed, strained = WORST[:2], WORST[2:4]
    texts.sort(key=lambda one: (not one.living, -one.count(crossed), -one.count(strained)))
    return tuple(texts), tuple(silent)


def _line(row: GridRow, place: int) -> LineAgainst:
    cell = row.cells[place]
    points = next((under.points for under in cell.verdicts if under.word == cell.word), ())
    return LineAgainst(row.line.party_name, row.line.name, row.line.address, points)


def _told(of: Option, axes: Sequence[str]) -> OptionTold:
    cells = tuple(cell for cell in of.cells if cell.axis.field in axes)
    return OptionTold(of.record.id, of.short, cells, of.now)


def _asks(options: Sequence[Option]) -> Iterator[Ask]:
    """Return the questions on record, the first of each option before any second one; then what an option leaves unsaid."""
    held = [[one for one in questions([option]) if one.axis is None] for option in options]
    for place in range(max(map(len, held), default=0)):
        for option, found in zip(options, held, strict=True):
            if place < len(found):
                yield Ask(option.short, found[place].ask, option.address)
    told = {axis.title for axis in AXES if axis.field in AXES_TOLD}
    for option in options:
        for one in questions([option]):
            if one.axis in told:
                yield Ask(option.short, one.ask, option.address)


def _marked(store: Store, addresses: Sequence[str]) -> tuple[list[Claim], list[str]]:
    """Return the chief thing that somebody says at each of these addresses, and the addresses at which nothing is said."""
    said: list[Claim] = []
    mute: list[str] = []
    for address in dict.fromkeys(addresses):
        page = page_at(store, address)[1]
        claims = page.says() if page.says else ()
        said += claims[:1]
        mute += [] if claims else [address]
    return said, mute
