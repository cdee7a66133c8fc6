"""Walks over one record, along the model's type hints: what it refers to, its nested parts, its texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from tui.model import Prose, Provenance, Record, Ref, known_from
from tui.shapes import Shape, shapes

Path = tuple[str | int, ...]


class Reference(NamedTuple):
    """The id of another record: of which kind it should be, where it stands, and since when what says so is known (None: always)."""

    kind: str
    text: str
    path: Path
    since: str | None


class Part(NamedTuple):
    """A record or a part of it that has provenance of its own, with what it inherits where it says nothing itself."""

    value: Provenance
    path: Path
    since: str | None
    said_by: str | None


def references(cls: type, value: Any, since: str | None = None, path: Path = ()) -> Iterator[Reference]:
    """What a record refers to. A raw table of a faulty record will do, as far as its values have the right types."""
    if isinstance(value, Provenance):
        since = known_from(value) or since
    for name, shape, leads in _fields(cls, Ref):
        held = value.get(name) if isinstance(value, Mapping) else getattr(value, name)
        if held is None:
            continue
        for here, item in _items(held, (*path, name), many=shape.many):
            if isinstance(shape.marker, Ref):
                if isinstance(item, str):
                    yield Reference(shape.marker.kind, item, here, since)
            elif leads is not None and isinstance(item, leads | Mapping):
                yield from references(leads, item, since, here)


def parts(record: Record) -> Iterator[Part]:
    """A record and everything in it that has provenance of its own."""
    yield from _parts(record, (), None, None)


def _parts(value: Provenance, path: Path, since: str | None, said_by: str | None) -> Iterator[Part]:
    since, said_by = known_from(value) or since, value.said_by or said_by
    yield Part(value, path, since, said_by)
    for name, shape, leads in _fields(_class(value), Provenance):
        for here, item in _items(getattr(value, name), (*path, name), many=shape.many):
            if leads is not None and item is not None:
                yield from _parts(item, here, since, said_by)


def texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every readable text of a record or the manifest, with its place."""
    for name, shape, leads in _fields(_class(value), Prose):
        for here, item in _items(getattr(value, name), (*path, name), many=shape.many):
            if item is None:
                continue
            if leads is None:
                yield here, item
            else:
                yield from texts(item, here)


def _class(value: object) -> type:
    return type(value)


def _items(value: Any, path: Path, *, many: bool) -> Iterator[tuple[Path, Any]]:
    if not many:
        yield path, value
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield (*path, index), item


@cache
def _fields(cls: type, wanted: type) -> tuple[tuple[str, Shape, type | None], ...]:
    """The fields that hold what is wanted, themselves or somewhere below."""
    return tuple((name, shape, shape.table) for name, shape in shapes(cls).items() if _holds(shape, wanted))


def _holds(shape: Shape, wanted: type) -> bool:
    if shape.table is None:
        return isinstance(shape.marker, wanted)
    if wanted is Provenance:
        return issubclass(shape.table, Provenance)
    return any(_holds(inner, wanted) for inner in shapes(shape.table).values())
