"""What a record consists of and refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from tui.address import SEPARATOR, Address, point_named, split_first
from tui.compile.loaded import KeyPath
from tui.model import ID, KINDS, Prose, Provenance, Ref, known_from, provenance_of
from tui.shapes import Shape, shapes

SPEAKERS = ("person", "party")


class Target(NamedTuple):
    """A kind of record (for a speaker one of two), an id, and for points a number."""

    kinds: tuple[str, ...]
    id: str
    number: str | None = None


class Malformed(ValueError):
    """A reference that names nothing because of its form; says how to write it, and, where the form tells, what it `meant`."""

    def __init__(self, fix: str, meant: Target | None = None) -> None:
        super().__init__(fix)
        self.meant = meant


def target_of(kind: str, text: str) -> Target | None:
    """Return what a text names where a reference of this kind is wanted; None for a speaker in free words.

    Raise Malformed for a text that has not its form.
    """
    if kind == "speaker":
        return Target(SPEAKERS, text) if re.fullmatch(ID, text) else None
    if kind == "point":
        plan, number = point_named(text)
        if not plan or not number or SEPARATOR in number:
            raise Malformed("a point is PLAN/NUMBER, such as draft/2 or draft/2a")
        return Target(("plan",), plan, number)
    if kind == "any":
        return _any(text)
    if split_first(text)[0] == kind and SEPARATOR in text:
        raise Malformed("the kind is known here, so write only the id", Target((kind,), split_first(text)[1]))
    return Target((kind,), text)


def _any(text: str) -> Target:
    named = Address.parse(text)
    if str(named) == text and all(named.parts) and named.head in KINDS:
        if len(named.parts) == 1:
            return Target((named.head,), named.id)
        if len(named.parts) == 2 and named.head == "plan":
            return Target(("plan",), named.id, named.number)
    raise Malformed("put the kind before the id, such as red_line/north-river; a point is plan/PLAN/NUMBER")


class Reference(NamedTuple):
    """The id of another record: of which kind it should be, where it stands, and since when what says so is known (None: always)."""

    kind: str
    text: str
    path: KeyPath
    since: str | None


class Part(NamedTuple):
    """A record or a part of it that has provenance of its own, and what holds of it: what it says itself, else what it inherits."""

    value: Provenance
    path: KeyPath
    since: str | None
    held: Provenance


def since(value: Provenance, owner: object, inherited: str | None) -> str | None:
    """Return the first day on which a part of a record was known, by the rule of the store.

    It is never known before what it hangs on.
    """
    return max(known_from(value, owner) or "", inherited or "") or None


def references(cls: type, value: Any, inherited: str | None = None) -> list[Reference]:
    """Return what a record refers to. A raw table of a faulty record will do, as far as its values have the right types."""
    found: list[Reference] = []
    _refer(found, cls, value, None, inherited, ())
    return found


def _refer(found: list[Reference], cls: type, value: Any, owner: object, inherited: str | None, path: KeyPath) -> None:
    raw = isinstance(value, dict)
    day = since(value, owner, inherited) if not raw and issubclass(cls, Provenance) else inherited
    for name, kind, leads, many in _fields(cls, Ref):
        held = value.get(name) if raw else getattr(value, name)
        if not held:
            continue
        for here, item in _items(held, (*path, name), many=many):
            if leads is None:
                if isinstance(item, str):
                    found.append(Reference(kind, item, here, day))
            elif isinstance(item, (leads, dict)):
                _refer(found, leads, item, value, day, here)


def parts(
    value: Provenance, owner: object = None, inherited: str | None = None, whole: Provenance | None = None, path: KeyPath = ()
) -> Iterator[Part]:
    """Yield a record and everything in it that has provenance of its own."""
    day, held = since(value, owner, inherited), provenance_of(value, whole)
    yield Part(value, path, day, held)
    for name, _, _, many in _fields(_class(value), Provenance):
        inner = getattr(value, name)
        if inner:
            for here, item in _items(inner, (*path, name), many=many):
                yield from parts(item, value, day, held, here)


def texts(value: object) -> list[tuple[KeyPath, str]]:
    """Return every readable text of a record, with its place."""
    found: list[tuple[KeyPath, str]] = []
    _read(found, value, ())
    return found


def _read(found: list[tuple[KeyPath, str]], value: object, path: KeyPath) -> None:
    for name, _, leads, many in _fields(_class(value), Prose):
        held = getattr(value, name)
        if not held:
            continue
        if leads is None and not many:
            found.append(((*path, name), held))
            continue
        for here, item in _items(held, (*path, name), many=many):
            if leads is None:
                found.append((here, item))
            else:
                _read(found, item, here)


def _class(value: object) -> type:
    return type(value)


def _items(value: Any, path: KeyPath, *, many: bool) -> list[tuple[KeyPath, Any]]:
    if not many:
        return [(path, value)]
    return [((*path, index), item) for index, item in enumerate(value)] if isinstance(value, (list, tuple)) else []


@cache
def _fields(cls: type, wanted: type) -> tuple[tuple[str, str, type | None, bool], ...]:
    """Return the fields that hold what is wanted, or lead to it: name, kind of a reference, class of a table, whether many."""
    return tuple(
        (name, shape.marker.kind if isinstance(shape.marker, Ref) else "", shape.table, shape.many)
        for name, shape in shapes(cls).items()
        if _holds(shape, wanted)
    )


def _holds(shape: Shape, wanted: type) -> bool:
    if shape.table is None:
        return isinstance(shape.marker, wanted)
    if wanted is Provenance:
        return issubclass(shape.table, Provenance)
    return any(_holds(inner, wanted) for inner in shapes(shape.table).values())
