"""What would lose its only source: records, points, and their parts at any depth, as far as each names sources of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from tui.address import written
from tui.dates import in_words
from tui.frozen import frozen
from tui.model import AXES, Date, Plan, Point, Provenance, Record, Source, known_on
from tui.shapes import shapes
from tui.store.read import Store
from tui.views.titles import referred_to

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
    title, address = referred_to(store, record), written(record.kind, record.id)
    if _rests_on(record, gone):
        yield Falling(record.kind.replace("_", " "), title, address, whole=True)
    for name, part in _parts(record):
        if isinstance(record, Plan) and isinstance(part, Point):
            yield from _of_point(store, record, part, gone)
        else:
            yield from _below(part, gone, record.kind.replace("_", " "), f"{title}: {_named(name, part)}", address)


def _of_point(store: Store, plan: Plan, point: Point, gone: Collection[str]) -> Iterator[Falling]:
    title, address = referred_to(store, plan, point.number), written("plan", plan.id, point.number)
    if _rests_on(point, gone):
        yield Falling("point", title, address, whole=True)
    for name, part in _parts(point):
        yield from _below(part, gone, "point", f"{title}: {_named(name, part)}", address)


def _below(part: Provenance, gone: Collection[str], sort: str, title: str, address: str) -> Iterator[Falling]:
    if _rests_on(part, gone):
        yield Falling(sort, title, address, whole=False)
    for name, inner in _parts(part):
        yield from _below(inner, gone, sort, f"{title}, {_named(name, inner)}", address)


def _parts(of: Any) -> Iterator[tuple[str, Provenance]]:
    """Return the parts of a record that can have sources of their own, with the names of the fields that hold them."""
    for name, shape in shapes(of.__class__).items():
        if shape.table and issubclass(shape.table, Provenance):
            held = getattr(of, name)
            for part in held if isinstance(held, tuple) else (held,) if held else ():
                yield name, part


def _rests_on(of: Provenance, gone: Collection[str]) -> bool:
    return bool(of.sources) and all(citation.id in gone for citation in of.sources)


def _named(name: str, part: Provenance) -> str:
    """Tell a part from its like: `status, 24 Dec 2025`, `trigger`, `version of north`."""
    own = next((str(value) for key in ("letter", "party", "red_line", "witness") if (value := getattr(part, key, None))), "")
    day = getattr(part, "date", None) or getattr(part, "start", None) or part.said_on or known_on(part)
    when = in_words(day) if isinstance(day, Date) else ""
    return ", ".join(filter(None, (_AXIS.get(name) or name.replace("_", " "), own, when)))
