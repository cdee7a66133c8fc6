"""Records whose every text would act on a terminal, made from what the model says of its fields: a field added tomorrow is among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass, replace
from typing import Any

from tui.model import KINDS, Date, Manifest, Prose, Record, Ref, Where
from tui.shapes import Shape, shapes

PAYLOAD = (
    "\x1b]52;c;RVZJTA==\x07\x1b]52;c;RVZJTA==\x1b\\\x1b[2J\x9b2J\x9d0;evil\x9c\x7f\u202egnorw\u2066\u200b"
    "\b\x0b\r[/nope][note][@click=app.quit]x[/][bold]b[/bold][link=https://example.org]l[/link]"
    "[link='https://example.org']l[/link][Article 5] \x1bP+q\x1b\\EVIL"
)
NAME = PAYLOAD.translate(dict.fromkeys(map(ord, "/+")))  # an id that can stand in an address, and the address among arguments
LED_TO = {"id", "number", "numbers", "letter", "clause"}  # in records that are there these stay, or nothing would lead to them
SAMPLES: dict[Any, Any] = {int: 7, float: 7, bool: True, Date: Date(*[f"2026-01-05{PAYLOAD}"] * 3)}


def briefing(manifest: Manifest, records: list[Record]) -> tuple[Manifest, list[Record]]:
    """These records with the payload behind all that they say, and one more of each kind in which everything is said and named so."""
    more = {kind: one(cls, id=f"x{NAME}").placed(Where(f"data/{NAME}", 3)) for kind, cls in KINDS.items()}
    manifest = poisoned(manifest, fill=True)
    manifest = replace(manifest, bottom_line=(*manifest.bottom_line, more["judgement"].id), compare=(more["plan"].id, *manifest.compare))
    return manifest, [*(poisoned(record).placed(Where(f"a{NAME}", 2)) for record in records), *more.values()]


def one(cls: Any, **given: Any) -> Any:
    """A value of a dataclass with every field filled, text with the payload, references with what `briefing` makes."""
    return cls(**{name: _filled(name, shape) for name, shape in shapes(cls).items()} | given)


def poisoned(value: Any, *, fill: bool = False) -> Any:
    """The same with the payload behind every text; `fill`: also where nothing is said."""
    changes: dict[str, Any] = {}
    for name, shape in _fields(value):
        held = getattr(value, name)
        if held is None or held == ():
            if fill and not isinstance(shape.marker, Ref):
                changes[name] = _filled(name, shape)
        elif name not in LED_TO:
            changes[name] = tuple(_behind(part, shape) for part in held) if shape.many else _behind(held, shape)
    return replace(value, **changes)


def texts(value: Any) -> Iterator[tuple[str, str, str]]:
    """Every text below a value, with the class and the field that hold it."""
    for name, shape in _fields(value):
        held = getattr(value, name)
        for part in held if shape.many else () if held is None else (held,):
            if is_dataclass(shape.base):
                yield from texts(part)
            elif shape.base is str:
                yield type(value).__name__, name, part


def text_fields(cls: Any) -> set[tuple[str, str]]:
    """Every field of text that a class and the classes below it have."""
    found: set[tuple[str, str]] = set()
    for name, shape in shapes(cls).items():
        found |= {(cls.__name__, name)} if shape.base is str else text_fields(shape.base) if is_dataclass(shape.base) else set()
    return found


def _fields(value: Any) -> Iterable[tuple[str, Shape]]:
    cls: Any = type(value)
    return shapes(cls).items()


def _behind(held: Any, shape: Shape) -> Any:
    if shape.table:
        return poisoned(held)
    if isinstance(held, Date):
        return replace(held, text=held.text + PAYLOAD, lower=held.lower + PAYLOAD, upper=held.upper + PAYLOAD)
    free = isinstance(shape.marker, Prose) or shape.marker is None or (shape.marker.kind == "speaker" and " " in held)
    return held + PAYLOAD if shape.base is str and free else held


def _filled(name: str, shape: Shape) -> Any:
    value = _sample(name, shape)
    return (value,) if shape.many else value


def _sample(name: str, shape: Shape) -> Any:
    if shape.table:
        return one(shape.table)
    if shape.allowed:
        return shape.allowed[0]
    if isinstance(shape.marker, Ref):
        return {"point": f"x{NAME}/x{NAME}", "any": f"plan/x{NAME}/x{NAME}", "speaker": f"Somebody {PAYLOAD}"}.get(
            shape.marker.kind, f"x{NAME}"
        )
    return f"x{NAME if name in LED_TO else PAYLOAD}" if shape.base is str else SAMPLES[shape.base]
