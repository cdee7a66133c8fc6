"""One record, or one point of a plan, whole: its fields, its parts, who says so, and what refers to it."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from typing import Any

from tui.address import Address, written
from tui.errors import BadInput, NoSuchRecord
from tui.frozen import frozen
from tui.model import KINDS, Citation, Date, Plan, Point, Position, Prose, Provenance, Record, Ref, Where, name_of
from tui.shapes import shapes
from tui.store.read import Store
from tui.views.passages import Passage, passage
from tui.views.plans import living, plan_at_hand
from tui.views.provenance import Attribution, attribution, speaker_name, told
from tui.views.references import Value, missing, reference
from tui.views.stances import Stand, stands
from tui.views.titles import opening, referred_to, title_of

# Shown with the attribution or in the title, or an aid to the author; not among the fields.
_IN_A_ROW = ("aliases",)  # short words, however many
_APART = frozenset({field.name for field in fields(Provenance)} | {"id", "where", "kind", "point", "axes"})


@frozen
class FieldOf:
    """A field of a record with its values; `prose` is readable text, which takes a paragraph of its own."""

    name: str
    values: tuple[Value, ...]
    prose: bool = False
    date: Date | None = None


@frozen
class RecordPart:
    """A part of a record with fields of its own: an office, a movement, an outcome. `attribution` is None where it cannot have one."""

    name: str
    fields: tuple[FieldOf, ...]
    attribution: Attribution | None


@frozen
class _Named:
    """A record, or with a number a point of a plan."""

    kind: str
    id: str
    number: str | None

    @property
    def word(self) -> str:
        """Return what it is, for people: a point is no plan."""
        return "point" if self.number else self.kind.replace("_", " ")

    @property
    def address(self) -> str:
        """Return where the program shows it."""
        return written(self.kind, self.id, *([self.number] if self.number else []))


@frozen
class Referrer(_Named):
    """What refers to the record, and by which field."""

    field: str
    title: str


@frozen
class RecordAnswer(_Named):
    """A record as `show` prints it and as every link opens it. `passage` is set for a point, `points` and `stands` for a plan."""

    title: str
    record: Record
    point: Point | None
    passage: Passage | None
    points: tuple[Passage, ...]
    fields: tuple[FieldOf, ...]
    parts: tuple[RecordPart, ...]
    attribution: Attribution
    stands: tuple[Stand, ...]
    referrers: tuple[Referrer, ...]
    where: Where | None


def record(store: Store, kind: str, id_: str, number: str | None = None) -> RecordAnswer:
    """Return a record by kind and id, or with `number` a point of a plan. Raise NoSuchRecord with the nearest that there is."""
    if kind not in KINDS:
        raise BadInput(f"There is no kind of record called {kind!r}; the kinds are {', '.join(KINDS)}.")
    found = store.get(kind, id_)
    if found is None:
        raise missing(store, kind, id_)
    if number is not None:
        return _point(store, found, number)
    own, parts = taken_apart(store, found)
    if isinstance(found, Plan):
        own = tuple(FieldOf(of.name, (Value(plan_at_hand(found)),)) if of.name == "text" else of for of in own)
        if (chief := living(store)) is None or chief.id != id_:  # it was the living text, and no longer is
            own = tuple(of for of in own if of.name != "living")
    return RecordAnswer(
        kind=kind,
        id=id_,
        number=None,
        title=title_of(store, found),
        record=found,
        point=None,
        passage=None,
        points=tuple(one for point in found.point if (one := passage(store, id_, point.number))) if isinstance(found, Plan) else (),
        fields=own,
        parts=parts,
        attribution=told(store, found),
        stands=stands(store, _on_plan(store, id_)) if isinstance(found, Plan) else (),
        referrers=referrers(store, kind, id_),
        where=found.where,
    )


def record_at(store: Store, address: str) -> RecordAnswer:
    """Return the record or the point at an address. Raise NoSuchRecord with the nearest that there is."""
    named = Address.parse(address)
    return record(store, named.head, named.id, named.number)


def _point(store: Store, plan: Record, number: str) -> RecordAnswer:
    held = store.holder(plan.id, number)
    if held is None or not isinstance(plan, Plan):
        numbers = ", ".join(one.number for one in plan.point) if isinstance(plan, Plan) else ""
        raise NoSuchRecord(f"{name_of(plan)} has no point {number!r}; it has {numbers or 'none'}")
    point, _ = held
    number = point.number
    return RecordAnswer(
        kind="plan",
        id=plan.id,
        number=number,
        title=f"{plan.short} point {number}" + (f": {point.short}" if point.short else ""),
        record=plan,
        point=point,
        passage=passage(store, plan.id, number),
        points=(),
        fields=(),
        parts=(),
        attribution=attribution(store, point, plan),
        stands=(),
        referrers=referrers(store, "plan", plan.id, number),
        where=point.where,
    )


def _on_plan(store: Store, plan: str) -> list[Position]:
    return [one for one in store.all("position") if isinstance(one, Position) and one.plan == plan]


def referrers(store: Store, kind: str, id_: str, number: str | None = None) -> tuple[Referrer, ...]:
    """Return what refers to a record or a point; of several with one name each has its first words as well."""
    out: list[Referrer] = []
    for ref in store.refs_to(kind, id_, number):
        found = store.card(ref.kind, ref.id)
        if found is None or (ref.kind, ref.id, ref.number) == (kind, id_, number):
            continue
        out.append(Referrer(ref.kind, ref.id, ref.number, ref.field, referred_to(store, found, ref.number)))
    named = Counter(title for _, title in {(one.address, one.title) for one in out})
    return tuple(replace(one, title=_with_words(store, one)) if named[one.title] > 1 else one for one in out)


def _with_words(store: Store, of: Referrer) -> str:
    found = store.card(of.kind, of.id)
    return f"{of.title}: {opening(found)}" if found and not of.number else of.title


def taken_apart(store: Store, of: Any) -> tuple[tuple[FieldOf, ...], tuple[RecordPart, ...]]:
    """Return the fields of a dataclass that hold values, and its parts that are dataclasses themselves."""
    own: list[FieldOf] = []
    parts: list[RecordPart] = []
    for name, shape in shapes(of.__class__).items():
        held = getattr(of, name)
        if name in _APART or held is None or held == () or held is False:
            continue
        several = held if isinstance(held, tuple) else (held,)
        if is_dataclass(several[0]) and not isinstance(several[0], Date):
            parts.extend(_part(store, name, one, of) for one in several if not isinstance(one, Citation))
            continue
        values = tuple(value for one in several if (value := field_value(store, shape.marker, one)))
        if not values:
            continue
        own.append(
            FieldOf(
                name, values, prose=isinstance(shape.marker, Prose) and name not in _IN_A_ROW, date=held if isinstance(held, Date) else None
            )
        )
    return tuple(own), tuple(parts)


def _part(store: Store, name: str, of: Any, within: Any) -> RecordPart:
    own, _ = taken_apart(store, of)
    told = attribution(store, of, within) if isinstance(of, Provenance) and isinstance(within, Provenance) else None
    return RecordPart(name, own, told)


def field_value(store: Store, marker: Ref | Prose | None, held: Any) -> Value | None:
    """Return one value of a field as words; None for a reference to what the day does not know."""
    if isinstance(marker, Ref):
        return _reference(store, marker.kind, str(held))
    if isinstance(held, bool):
        return Value("yes" if held else "no")
    if isinstance(held, int | float):
        return Value(f"{held:,}")
    return Value(str(held))


def _reference(store: Store, kind: str, held: str) -> Value | None:
    if kind == "speaker":
        name, address = speaker_name(store, held)
        return Value(name or held, address)
    return reference(store, held if kind == "any" else written("plan" if kind == "point" else kind, held))
