"""The events as lanes, one a track or one a person: days across, spans as spans, births of texts as marks, the day of the reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tui.address import written
from tui.dates import MONTHS, days_on, in_words
from tui.frozen import frozen
from tui.model import Date, Plan
from tui.store.read import Store
from tui.views.blocks import Line, Role, Span
from tui.views.signs import LANES
from tui.views.timeline.question import Entry, Timeline
from tui.widths import width

MOST = 6  # lanes; what is on other tracks stands in the last one
OTHERS, TEXTS = "Others", "New texts"
ZOOMS = (8, 4, 16, 0)  # weeks before the day of the reading; 0 is everything
_AHEAD = 28  # days after it, at most, that lanes show of what is expected
_MOST_DAYS = 800  # of which Mondays are named
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
PEOPLE = 10  # lanes of people on paper
_LABEL, _LONG_LABEL = 12, 20  # cells of the name of a lane, and of a longer one where a third of the line has room for it
_DAY, _SPAN, _AHEAD_MARK, _NOTHING, _TODAY = (one.sign for one in LANES)


@frozen
class LaneMark:
    """One event or one new text on its lane, with the first and the last day that it may be on, and whether it is expected."""

    title: str
    to: str
    first: str
    last: str
    expected: bool = False
    rough: bool = False
    people: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        """Return whether it is on one day that is known: what is about a day, or uncertain, is drawn as a span is."""
        return self.first == self.last and not self.rough


@frozen
class Lane:
    """One track with its marks in the order of their days."""

    name: str
    marks: tuple[LaneMark, ...]


@frozen
class Lanes:
    """All lanes, the first and the last day that they show, the day of the reading, and how many marks lie before the first day."""

    first: str
    last: str
    as_at: str
    lanes: tuple[Lane, ...]
    before: int


def lanes(store: Store, of: Timeline, weeks: int = ZOOMS[0], *, by_person: bool = False, most: int = MOST) -> Lanes | None:
    """Return the lanes of a timeline over so many weeks before the day of the reading (0: all), None where no mark lies in them.

    `by_person` gives each of those who took part a lane, and none to what nobody is named with. At `most` so many lanes are given.
    """
    if not _ISO.fullmatch(of.as_at):
        return None
    tracks: dict[str, list[LaneMark]] = {}
    for entry in of.entries:
        if not entry.later and _told(entry.date):
            for name in entry.people if by_person else (_track(entry),):
                tracks.setdefault(name, []).append(_mark(entry))
    born = (
        []
        if by_person
        else [
            LaneMark(plan.short, written("plan", plan.id), plan.made_public.lower, plan.made_public.upper, rough=_rough(plan.made_public))
            for plan in store.cards("plan")
            if isinstance(plan, Plan) and plan.made_public and _told(plan.made_public) and plan.made_public.lower <= of.as_at
        ]
    )
    named = sorted(tracks, key=lambda name: (name == OTHERS, -len(tracks[name])))
    chief, rest = named[: most - bool(born)], named[most - bool(born) :]
    if rest:  # the last lane of a name gives way to one for all the others
        chief, rest = chief[:-1], [*chief[-1:], *rest]
    held = [(name, tracks[name]) for name in chief]
    held += [(OTHERS, list(dict.fromkeys(mark for name in rest for mark in tracks[name])))] if rest else []
    held += [(TEXTS, born)] if born else []
    every = [mark for _, marks in held for mark in marks]
    end = min(max([of.as_at, *(mark.last for mark in every)]), days_on(of.as_at, _AHEAD))
    start = days_on(of.as_at, -7 * weeks) if weeks else min((mark.first for mark in every), default=of.as_at)
    start = max(start, min((mark.first for mark in every), default=start))
    inside = tuple(
        Lane(name, tuple(sorted((one for one in marks if one.last >= start and one.first <= end), key=lambda one: (one.first, one.last))))
        for name, marks in held
    )
    shown = tuple(lane for lane in inside if lane.marks)
    return Lanes(start, end, of.as_at, shown, sum(mark.last < start for mark in every)) if shown else None


def _track(entry: Entry) -> str:
    return entry.record.track or (entry.with_whom[0].text if entry.with_whom else OTHERS)


def _mark(entry: Entry) -> LaneMark:
    of, to = entry.date, written("event", entry.id)
    return LaneMark(entry.title, to, of.lower, of.upper, entry.expected, _rough(of), entry.people)


def _told(of: Date) -> bool:
    """Return whether both bounds are days of the calendar; those of a store that another program wrote need not be."""
    return bool(_ISO.fullmatch(of.lower) and _ISO.fullmatch(of.upper))


def _rough(of: Date) -> bool:
    return any(sign in of.text for sign in "?~%")


def days_between(of: Lanes) -> int:
    """Return how many days the lanes show."""
    return (date.fromisoformat(of.last) - date.fromisoformat(of.first)).days + 1


def place(of: Lanes, iso: str, parts: int) -> int:
    """Return in which of so many equal parts of the lanes a day falls; the ends for what lies beyond them."""
    first, last = date.fromisoformat(of.first), date.fromisoformat(of.last)
    days = (last - first).days + 1
    at = (date.fromisoformat(iso) - first).days if of.first <= iso <= of.last else (-1 if iso < of.first else days)
    return min(parts - 1, max(0, at * parts // days))


def drawn(of: Lanes, cells: int, lit: str = "") -> tuple[Line, ...]:
    """Draw the lanes with signs, one line a lane below one of days; the marks of what is at the address `lit` stand out.

    `^` is an event, a number several of one day, `,,,` a span, `a` what is ahead, `]` the day of the reading.
    """
    longest = max(width(lane.name) for lane in of.lanes) + 1
    label = max(_LABEL, min(longest, _LONG_LABEL, cells // 3))
    wide = max(10, cells - label)
    days = days_between(of)
    wide = min(wide, max(days, 10) if days * 2 > wide else days * (wide // days))
    today = place(of, of.as_at, wide)
    return (_axis(of, wide, label), *(_lane(of, lane, wide, today, label, lit) for lane in of.lanes))


def _axis(of: Lanes, wide: int, label: int) -> Line:
    """Draw the line of days: Mondays, as there is room."""
    text = [" "] * wide
    free = 0
    for day, told in ticks(of):
        at = place(of, day, wide)
        if at >= free and at + len(told) <= wide:
            text[at : at + len(told)] = told
            free = at + len(told) + 2
    return (Span(" " * label), Span("".join(text).rstrip(), "dim"))


def ticks(of: Lanes) -> Iterator[tuple[str, str]]:
    """Give the days that the line of days names, with their names: Mondays, or where there are too many of them the beginnings of years."""
    first, last = date.fromisoformat(of.first), date.fromisoformat(of.last)
    if days_between(of) > _MOST_DAYS:
        yield from ((date(year, 1, 1).isoformat(), str(year)) for year in range(first.year + 1, last.year + 1))
        return
    monday = -first.weekday() % 7
    for days in range(monday, days_between(of), 7):
        day = first + timedelta(days=days)
        yield day.isoformat(), f"{day.day} {MONTHS[day.month - 1]}"


def _lane(of: Lanes, lane: Lane, wide: int, today: int, label: int, lit: str) -> Line:
    signs: list[tuple[str, Role]] = [(_NOTHING, "dim")] * wide
    if of.as_at < of.last:
        signs[today] = (_TODAY, "dim")
    for mark in lane.marks:
        start, end = place(of, mark.first, wide), place(of, mark.last, wide)
        if not mark.exact:
            for at in range(start, end + 1):
                signs[at] = (_AHEAD_MARK if mark.expected else _SPAN, "changed")
    for at, held in sorted(Counter(place(of, mark.first, wide) for mark in lane.marks if mark.exact).items()):
        ahead = all(mark.expected for mark in lane.marks if mark.exact and place(of, mark.first, wide) == at)
        signs[at] = (_AHEAD_MARK if ahead else _DAY if held == 1 else str(min(held, 9)), "strong")
    for mark in lane.marks:
        if mark.to == lit:
            for at in range(place(of, mark.first, wide), place(of, mark.last, wide) + 1):
                signs[at] = (signs[at][0], "lit")
    name = lane.name
    while width(name) >= label:
        name = f"{name.removesuffix('~')[:-1]}~"
    return (Span(name + " " * (label - width(name)), "label"), *_joined(signs))


def _joined(signs: Sequence[tuple[str, Role]]) -> Iterator[Span]:
    text, role = "", signs[0][1]
    for sign, own in signs:
        if own != role:
            yield Span(text, role)
            text, role = "", own
        text += sign
    yield Span(text, role)


def in_a_sentence(of: Lanes) -> str:
    """Return what the lanes show in words, for who sees no picture: how many marks each has, and between which days."""
    counts = ", ".join(f"{lane.name} {len(lane.marks)}" for lane in of.lanes)
    before = f" {of.before} earlier ones are not drawn." if of.before else ""
    return f"From {in_words(of.first)} to {in_words(of.last)}: {counts}.{before}"
