"""What changed from one reading of a briefing to another: new, changed and gone, by sort; and the states and verdicts that moved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal

from tui.address import Address, split_first, written
from tui.dates import in_words, last_day
from tui.errors import BadInput
from tui.frozen import frozen
from tui.model import KINDS, Date, Figure, Plan, Point, Prose, Record, Source, known_on
from tui.shapes import shapes
from tui.store.read import Store
from tui.views.changes.edits import Edit, EditSide, edits
from tui.views.changes.moves import StateMove, VerdictMove, states_moved, verdicts_moved
from tui.views.later.news import GROUPS
from tui.views.passages import passage
from tui.views.provenance import Attribution, attribution, told
from tui.views.titles import figure_amount, referred_to, title_of

Sort = Literal["new", "changed", "gone"]
THE_BRIEFING = "briefing"  # what is said of the briefing itself, in its manifest
_IN_MANIFEST = ("title", "subtitle", "as_of", "handling", "desk", "bottom_line", "compare")
_TEXTS = ("statement", "text", "name", "title")


@frozen
class ReadingSide:
    """One of the two sides: the title of its briefing, and the day as at which it is read."""

    title: str
    as_at: str
    as_of: str


@frozen
class Change:
    """One record or point that is new, changed or gone. `title` names it, `text` says what it says, or said last.

    `known` is the day from which it, or the latest of what came to it, was known. `attribution` says on whose word: of what is new and
    gone its own; of what changed that of the latest part that came to it, where one did.
    """

    sort: Sort
    kind: str
    id: str
    number: str | None
    title: str
    text: str
    known: Date | None
    edits: tuple[Edit, ...]
    attribution: Attribution | None

    @property
    def address(self) -> str:
        """Return where the program shows it, in the reading that has it."""
        return written(self.kind, self.id, self.number)


@frozen
class ChangeGroup:
    """The changes of one sort of thing, in the order of their kind."""

    title: str
    changes: tuple[Change, ...]


@frozen
class Changes:
    """All that changed from one reading to the other."""

    before: ReadingSide
    after: ReadingSide
    states: tuple[StateMove, ...]
    verdicts: tuple[VerdictMove, ...]
    groups: tuple[ChangeGroup, ...]

    @property
    def count(self) -> int:
        """Say how many records and points are new, changed or gone."""
        return sum(len(group.changes) for group in self.groups)

    def counted(self, sort: Sort) -> int:
        """Say how many are new, changed or gone."""
        return sum(one.sort == sort for group in self.groups for one in group.changes)

    def at(self, address: str) -> Change | None:
        """Return the change of a record or a point."""
        return next((one for group in self.groups for one in group.changes if one.address == address), None)


def days_of(store: Store, text: str) -> tuple[str, str]:
    """Return the two days of `2025-12-09/2025-12-24`; the second may be left out, then it is the day of the store, or its own."""
    first, second = split_first(text)
    before = _day(first) if first else store.as_at
    own = store.manifest.as_of.upper
    after = _day(second) if second else store.as_at if store.as_at != before else own
    if before == after:
        raise BadInput(f"{before} is both days; name another one, as in 2025-12-09/2025-12-24")
    return before, after


def between(store: Store, text: str) -> Changes:
    """Return what changed between two days of one briefing, which an address gives (`days_of`)."""
    before, after = days_of(store, text)
    return changes(store.at(before), store.at(after))


def changes(before: Store, after: Store) -> Changes:
    """Return what changed from one reading to another, of one briefing or of two."""
    found = list(_of_manifest(before, after))
    for kind in KINDS:
        old, new = ({record.id: record for record in store.all(kind)} for store in (before, after))
        found.extend(_of_kind(before, after, old, new))
    return Changes(
        side_of(before), side_of(after), tuple(states_moved(before, after)), tuple(verdicts_moved(before, after)), grouped(found)
    )


def changes_of(before: Store, after: Store, addresses: Collection[str]) -> Changes:
    """Return what changed of these records and points, without reading the others."""
    named: dict[str, dict[str, None]] = {kind: {} for kind in KINDS}
    for address in map(Address.parse, addresses):
        named.setdefault(address.head, {})[address.id] = None
    found: list[Change] = []
    for kind, ids in named.items():
        old, new = ({ident: record for ident in ids if (record := store.get(kind, ident))} for store in (before, after))
        found.extend(one for one in _of_kind(before, after, old, new) if one.address in addresses)
    states = (one for one in states_moved(before, after, named["issue"]) if written("issue", one.issue) in addresses)
    verdicts = (one for one in verdicts_moved(before, after, named["plan"]) if one.address in addresses)
    return Changes(side_of(before), side_of(after), tuple(states), tuple(verdicts), grouped(found))


def grouped(found: Iterable[Change]) -> tuple[ChangeGroup, ...]:
    """Return changes by sort of thing, in the order in which `later` tells them."""
    by_sort: dict[str, list[Change]] = {}
    for one in found:
        by_sort.setdefault("point" if one.number else one.kind, []).append(one)
    sorts = list(dict.fromkeys((THE_BRIEFING, *GROUPS, *KINDS)))
    return tuple(ChangeGroup(_title(sort), tuple(by_sort[sort])) for sort in sorts if sort in by_sort)


def _title(sort: str) -> str:
    if sort == "plan":
        return "Plans"
    return "The briefing itself" if sort == THE_BRIEFING else GROUPS.get(sort, sort.capitalize())


def side_of(store: Store) -> ReadingSide:
    """Return what tells one reading from the other."""
    return ReadingSide(store.manifest.title, store.as_at, store.manifest.as_of.upper)


def _of_manifest(before: Store, after: Store) -> Iterator[Change]:
    old, new = before.manifest, after.manifest
    if any(getattr(old, name) != getattr(new, name) for name in _IN_MANIFEST):
        found = edits(EditSide(before), EditSide(after), old, new)
        if found:
            yield Change("changed", THE_BRIEFING, "", None, new.title, "", None, found, None)


def _of_kind(before: Store, after: Store, old: Mapping[str, Record], new: Mapping[str, Record]) -> Iterator[Change]:
    """Return the changes of one kind by id, and of points after their plan: in the order of the later reading, what is gone last."""
    for ident, record in new.items():
        was = old.get(ident)
        if was is None:
            yield lone("new", after, record)
        elif was != record and (found := edits(EditSide(before), EditSide(after), was, record)):
            yield _changed(after, record, found)
        if isinstance(record, Plan):
            yield from _of_points(before, after, was if isinstance(was, Plan) else None, record)
    for ident, record in old.items():
        if ident not in new:
            yield lone("gone", before, record)
            if isinstance(record, Plan):
                yield from (lone_point("gone", before, record, point) for point in record.point)


def _of_points(before: Store, after: Store, was: Plan | None, now: Plan) -> Iterator[Change]:
    old = {point.number: point for point in was.point} if was else {}
    for point in now.point:
        earlier = old.pop(point.number, None)
        if earlier is None:
            yield lone_point("new", after, now, point)
        elif earlier != point:
            assert was is not None
            if found := edits(EditSide(before, (was,)), EditSide(after, (now,)), earlier, point):
                yield _changed(after, now, found, point)
    for point in old.values():
        assert was is not None
        yield lone_point("gone", before, was, point)


def lone(sort: Sort, store: Store, record: Record) -> Change:
    """Return a record that one reading alone has."""
    whose = told(store, record)
    return Change(sort, record.kind, record.id, None, _named(store, record), _text(record), known_on(record), (), whose)


def lone_point(sort: Sort, store: Store, plan: Plan, point: Point) -> Change:
    """Return a point that one reading alone has."""
    found = passage(store, plan.id, point.number)
    words = " ".join([point.text or "", *(f"({part.letter}) {part.text}" for part in point.clause)]).strip()
    if not words and found:
        words = " ".join(f"{version.name} version: {version.text}" for version in found.version)
    whose = found.attribution if found else attribution(store, point, plan)
    return Change(sort, "plan", plan.id, point.number, _named(store, plan, point), words, known_on(point, plan), (), whose)


def _changed(after: Store, record: Record, found: tuple[Edit, ...], point: Point | None = None) -> Change:
    own = attribution(after, point, record) if point else told(after, record)
    came = [one for one in found if one.after is not None and one.known]
    latest = max(came, key=lambda one: one.known.lower if one.known else "", default=None)
    known = latest.known if latest else known_on(point, record) if point else known_on(record)
    text = (point.text or "") if point else _text(record)
    number = point.number if point else None
    whose = latest.attribution if latest and latest.attribution else own
    return Change("changed", record.kind, record.id, number, _named(after, record, point), text, known, found, whose)


def _named(store: Store, record: Record, point: Point | None = None) -> str:
    name = referred_to(store, record, point.number) if point else title_of(store, record)
    if isinstance(record, Figure):
        return f"{name}, {figure_amount(record)}"
    if isinstance(record, Source) and record.publisher:
        return f"{record.publisher}: {name}"
    return f"{name}: {point.short}" if point and point.short else name


def _text(record: Record) -> str:
    if isinstance(record, Figure):
        return f"{figure_amount(record)}, {record.period}"
    if isinstance(record, Source):
        return ""  # its name has the title
    cls: type = type(record)
    prose = {name for name, shape in shapes(cls).items() if isinstance(shape.marker, Prose)}
    return next((text for name in _TEXTS if name in prose and isinstance(text := getattr(record, name, None), str)), "")


def _day(text: str) -> str:
    found = last_day(text)
    if found is None:
        raise BadInput(f"{text!r} is no date; write two days as in 2025-12-09/2025-12-24")
    return found


def told_day(day: str) -> str:
    """Return an ISO day in words."""
    return in_words(Date(day, day, day))
