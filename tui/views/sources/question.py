"""Who says so, counted from the other end: what rests on each source, and what falls if it falls."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from tui.address import written
from tui.dates import in_words
from tui.frozen import frozen
from tui.model import AXES, KINDS, Date, Judgement, Plan, Point, Provenance, Record, Source, known_on
from tui.shapes import shapes
from tui.store.read import Store
from tui.views.judgements import Judged, judged
from tui.views.provenance import Attribution, Cited, attribution, cited, titled
from tui.views.record.question import Referrer, referrers
from tui.views.references import Value, missing
from tui.views.titles import referred_to


@frozen
class SourceRow:
    """A source in the list, its title as `titled` has it; `rests` records and points cite it."""

    id: str
    name: str
    title: str
    type: str
    date: str
    reliability: str | None
    rests: int


@frozen
class SourceAnswer:
    """A source, what rests on it, and what would lose its only source, with the judgements that rest on those.

    `relayed_by` are the sources that print what its publisher reports; `falls_with_relays` is what would fall only together with them.
    """

    id: str
    title: str
    source: Source
    cited: Cited
    attribution: Attribution
    rests: tuple[Referrer, ...]
    falls: tuple[Falling, ...]
    relayed_by: tuple[Value, ...]
    falls_with_relays: tuple[Falling, ...]
    weakens: tuple[Judged, ...]


def sources(store: Store) -> tuple[SourceRow, ...]:
    """Return every source, those that carry most first, then by date."""
    counts = store.referred("source")
    rows = [
        SourceRow(one.id, one.publisher or titled(one), titled(one), one.type, str(one.date or ""), one.reliability, counts.get(one.id, 0))
        for one in store.all("source")
        if isinstance(one, Source)
    ]
    return tuple(sorted(rows, key=lambda row: -row.rests))


def source(store: Store, id_: str) -> SourceAnswer:
    """Return one source. Raise NoSuchRecord with the nearest."""
    found = store.get("source", id_)
    if not isinstance(found, Source):
        raise missing(store, "source", id_)
    seen: dict[tuple[str, str, str | None], Referrer] = {}
    for one in referrers(store, "source", id_):
        seen.setdefault((one.kind, one.id, one.number), one)
    rests = tuple(sorted(seen.values(), key=lambda one: list(KINDS).index(one.kind)))
    relays = [one for one in store.all("source") if isinstance(one, Source) and found.publisher in one.relays and one.id != id_]
    falls = falling(store, [id_])
    more = tuple(one for one in falling(store, [id_, *(one.id for one in relays)]) if one not in falls) if relays else ()
    fallen = {one.address for one in (*falls, *more) if one.whole}
    weakens = tuple(
        judged(store, one) for one in store.all("judgement") if isinstance(one, Judgement) and fallen.intersection(one.rests_on)
    )
    return SourceAnswer(
        id=id_,
        title=titled(found),
        source=found,
        cited=cited(store, id_),
        attribution=attribution(store, found),
        rests=rests,
        falls=falls,
        relayed_by=tuple(Value(f"{one.publisher or titled(one)}, {in_words(one.date)}", written("source", one.id)) for one in relays),
        falls_with_relays=more,
        weakens=weakens,
    )


_AXIS = {axis.field: axis.title.lower() for axis in AXES}


@frozen
class Falling:
    """One statement that rests on nothing else: `sort` is the kind of record that holds it, `whole` whether it is the record or a point."""

    sort: str
    title: str
    address: str
    whole: bool


def falling(store: Store, gone: Collection[str]) -> tuple[Falling, ...]:
    """Return everything on record all of whose own sources are among those that are gone, in the order of what refers to them."""
    holders = dict.fromkeys((ref.kind, ref.id) for id_ in gone for ref in store.refs_to("source", id_))
    records = (store.get(kind, id_) for kind, id_ in holders)
    return tuple(one for record in records if record and not isinstance(record, Source) for one in _of(store, record, gone))


def _of(store: Store, record: Record, gone: Collection[str]) -> Iterator[Falling]:
    if _rests_on(record, gone):
        yield Falling(_sort(record), referred_to(store, record), written(record.kind, record.id), whole=True)
    for name, part in _parts(record):
        if isinstance(record, Plan) and isinstance(part, Point):
            yield from _of_point(store, record, part, gone)
        else:
            for told in _below(part, gone, name):
                title = f"{referred_to(store, record)}: {told}"
                yield Falling(_sort(record), title, written(record.kind, record.id), whole=False)


def _sort(record: Record) -> str:
    return record.kind.replace("_", " ")


def _of_point(store: Store, plan: Plan, point: Point, gone: Collection[str]) -> Iterator[Falling]:
    if _rests_on(point, gone):
        yield Falling("point", referred_to(store, plan, point.number), written("plan", plan.id, point.number), whole=True)
    for name, part in _parts(point):
        for told in _below(part, gone, name):
            title = f"{referred_to(store, plan, point.number)}: {told}"
            yield Falling("point", title, written("plan", plan.id, point.number), whole=False)


def _below(part: Provenance, gone: Collection[str], name: str) -> Iterator[str]:
    """Yield what tells each part that falls from its like: this one, which stands in the field `name`, and those in it."""
    if _rests_on(part, gone):
        yield _named(name, part)
    for field, inner in _parts(part):
        yield from (f"{_named(name, part)}, {told}" for told in _below(inner, gone, field))


def _parts(of: Any) -> Iterator[tuple[str, Provenance]]:
    """Return the parts of a record that can have sources of their own, with the names of the fields that hold them."""
    for name in _fields_of_parts(of.__class__):
        held = getattr(of, name)
        for part in held if isinstance(held, tuple) else (held,) if held else ():
            yield name, part


@cache
def _fields_of_parts(of: type) -> tuple[str, ...]:
    return tuple(name for name, shape in shapes(of).items() if shape.table and issubclass(shape.table, Provenance))


def _rests_on(of: Provenance, gone: Collection[str]) -> bool:
    return bool(of.sources) and all(citation.id in gone for citation in of.sources)


def _named(name: str, part: Provenance) -> str:
    """Tell a part from its like: `status, 24 Dec 2025`, `trigger`, `version of north`."""
    own = next((str(value) for key in ("letter", "party", "red_line", "witness") if (value := getattr(part, key, None))), "")
    day = getattr(part, "date", None) or getattr(part, "start", None) or part.said_on or known_on(part)
    when = in_words(day) if isinstance(day, Date) else ""
    return ", ".join(filter(None, (_AXIS.get(name) or name.replace("_", " "), own, when)))
