"""What of one record is not as it was: its fields and its parts, compared as they are authored, wherever they stand in their file."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from tui.dates import in_words
from tui.frozen import frozen
from tui.model import (
    Citation,
    Clause,
    Date,
    Gap,
    Issue,
    Movement,
    Number,
    Office,
    Prose,
    Provenance,
    Reading,
    RowStatus,
    Touch,
    Version,
    known_on,
)
from tui.shapes import Shape, shapes
from tui.store.read import Store
from tui.views.compare.difference import Difference, difference
from tui.views.compare.facts import Fact, recorded_facts
from tui.views.compare.pieces import paired
from tui.views.marks import verdict_word
from tui.views.provenance import Attribution, attribution
from tui.views.record.page import label_of, part_words
from tui.views.record.question import FieldOf, RecordPart, field_value, taken_apart
from tui.views.references import Value
from tui.views.statuses import told_status
from tui.views.titles import title_of

# What tells two parts of one kind apart; others go by the day from which they hold.
_TOLD_BY: MappingProxyType[type, tuple[str, ...]] = MappingProxyType(
    {
        Citation: ("id",),
        Clause: ("letter",),
        Gap: ("numbers",),
        Movement: ("date",),
        Number: ("unit", "what", "clause"),
        Office: ("title",),
        Reading: ("witness", "clause"),
        Touch: ("red_line", "clause"),
        Version: ("party",),
    }
)
_BY_DAY = ("known_from", "said_on")
_NO_EDITS = frozenset({"id", "where", "point"})  # points are compared one by one
_OF_PROVENANCE = MappingProxyType({"said_by": "Said by", "mode": "How it is known", "said_on": "Said on", "known_from": "Known from"})


@frozen
class EditSide:
    """One of the two readings, as an edit needs it: the store, and what the thing stands in there, the innermost first."""

    store: Store
    around: tuple[Provenance, ...] = ()


@frozen
class Edit:
    """One field or one part that is not as it was. Without `before` it came, without `after` it is gone.

    `facts` are the quantities on record that changed, `difference` the words, where both sides have a text. `attribution` says on whose
    word a part stands that has provenance of its own, `known` since when that part, or the source, was known.
    """

    field: str
    label: str
    before: str | None
    after: str | None
    facts: tuple[Fact, ...] = ()
    difference: Difference | None = None
    attribution: Attribution | None = None
    known: Date | None = None

    @property
    def numeric(self) -> bool:
        """Return whether a number changed: that is told first."""
        return any(fact.kind == "number" for fact in (*self.facts, *(self.difference.facts if self.difference else ())))


def edits(before: EditSide, after: EditSide, old: Any, new: Any) -> tuple[Edit, ...]:
    """Return what of `new` is not as it was in `old`, in the model's order; what changes a number comes first."""
    found = list(_edits(before, after, old, new, ""))
    return tuple(sorted(found, key=lambda one: not one.numeric))


def _edits(before: EditSide, after: EditSide, old: Any, new: Any, lead: str) -> Iterator[Edit]:
    """Give the edits of a part of a record; `lead` names the part of the record that is looked at."""
    cls: Any = type(new)
    for name, shape in shapes(cls).items():
        was, now = getattr(old, name), getattr(new, name)
        if name in _NO_EDITS or was == now:
            continue
        label = f"{lead}{_OF_PROVENANCE.get(name) or label_of(name)}"
        if shape.table is Number:
            yield from _quantities(name, label, was, now)
        elif shape.table:
            yield from _parts(before, after, old, new, name, lead)
        else:
            yield from _plain(before, after, name, label, shape, was, now)


def _quantities(name: str, label: str, was: Sequence[Number], now: Sequence[Number]) -> Iterator[Edit]:
    """Quantities on record, set against each other by what they count."""
    before, after = _listed(was), _listed(now)
    if before != after:
        yield Edit(name, label, before, after, recorded_facts(was, now))


def _listed(numbers: Sequence[Number]) -> str | None:
    return "; ".join(f"{one.value:,} {one.unit}: {one.what}" for one in numbers) or None


def _plain(before: EditSide, after: EditSide, name: str, label: str, shape: Shape, was: Any, now: Any) -> Iterator[Edit]:
    """Return a field of plain values: its words before and after; of several values only those that came or went."""
    if shape.many:
        gone = tuple(one for one in was if one not in now)
        came = tuple(one for one in now if one not in was)
        if not gone and not came:  # in another order
            gone, came = was, now
        was, now = gone, came
    old, new = _words(before.store, shape, was), _words(after.store, shape, now)
    if old == new:
        return
    texts = difference(old, new) if isinstance(shape.marker, Prose) and not shape.many and old and new else None
    facts: tuple[Fact, ...] = ()
    if shape.base is float and old and new:
        facts = (Fact("number", "", old, new),)
    yield Edit(name, label, old, new, facts, texts)


def _words(store: Store, shape: Shape, held: Any) -> str | None:
    """Return the words of a field; an id that the reading does not know stands for itself."""
    if held is None or held == () or held is False:
        return None
    several = held if isinstance(held, tuple) else (held,)
    return "; ".join(_value(store, shape, one) for one in several)


def _value(store: Store, shape: Shape, held: Any) -> str:
    if isinstance(held, Date):
        return in_words(held)
    found = field_value(store, shape.marker, held)
    return found.text if found else str(held)


def _parts(before: EditSide, after: EditSide, old: Any, new: Any, name: str, lead: str) -> Iterator[Edit]:
    """Parts with fields of their own: those of one name against each other, the last two left as well, the rest came or went."""
    left, came, _ = paired(_several(old, name), _several(new, name), lambda one: one)
    left, came, alike = paired(left, came, _told_by)
    if len(left) == len(came) == 1 and type(left[0]) not in _TOLD_BY:
        alike, left, came = [*alike, (left[0], came[0])], [], []
    within = EditSide(before.store, _around(old, before)), EditSide(after.store, _around(new, after))
    for was, now in alike:
        told = _part(within[1], name, now)
        yield from (
            replace(one, field=f"{name}.{one.field}", attribution=one.attribution or told.attribution)
            for one in _edits(*within, was, now, f"{lead}{_called(told)}: ")
        )
    for gone in left:
        told = _part(within[0], name, gone)
        yield Edit(name, f"{lead}{_name(told)}", _said(told), None, attribution=told.attribution, known=_known(within[0], gone))
    for one in came:
        told = _part(within[1], name, one)
        yield Edit(name, f"{lead}{_name(told)}", None, _said(told), attribution=told.attribution, known=_known(within[1], one))


def _known(side: EditSide, part: Any) -> Date | None:
    """Since when a part was known by itself; a citation since its source was."""
    of = side.store.card("source", part.id) if isinstance(part, Citation) else part
    return known_on(of, *side.around[:1]) if isinstance(of, Provenance) else None


def _around(of: Any, side: EditSide) -> tuple[Provenance, ...]:
    return (of, *side.around) if isinstance(of, Provenance) else side.around


def _several(of: Any, name: str) -> Sequence[Any]:
    held = getattr(of, name)
    return held if isinstance(held, tuple) else () if held is None else (held,)


def _told_by(part: Any) -> Hashable:
    names = _TOLD_BY.get(type(part), _BY_DAY)
    held = tuple(getattr(part, name, None) for name in names)
    return held if any(one is not None for one in held) else (type(part),)


def _part(side: EditSide, name: str, of: Any) -> RecordPart:
    own, _ = taken_apart(side.store, of)
    own = tuple(_flagged(one) if isinstance(getattr(of, one.name), bool) else one for one in own)
    if isinstance(of, Touch):
        line = side.store.get("red_line", of.red_line)
        verdict = f"{verdict_word(of)}: {title_of(side.store, line) if line else of.red_line}"
        own = (_field("title", verdict), _field("why", of.why))
    elif isinstance(of, RowStatus) and side.around and isinstance(side.around[0], Issue):
        own = (_field("title", told_status(side.store, of, side.around[0]).full), _field("ground", of.ground))
    elif isinstance(of, Citation):
        source = side.store.card("source", of.id)
        own = (*(field_of for field_of in own if field_of.name != "id"),)
        title = str(getattr(source, "publisher", None) or getattr(source, "title", None) or of.id)
        return RecordPart("source", (_field("title", title), *own), None)
    return RecordPart(name, own, attribution(side.store, of, *side.around) if isinstance(of, Provenance) and side.around else None)


def _flagged(of: FieldOf) -> FieldOf:
    """Return a field that is only ever said to hold, by its name."""
    return of if of.name == "none" else FieldOf(of.name, (Value(of.name.replace("_", " ")),))


def _field(name: str, text: str) -> FieldOf:
    return FieldOf(name, (Value(text),), prose=True)


def _name(part: RecordPart) -> str:
    return part_words(part)[0]


def _called(part: RecordPart) -> str:
    """Return a part that stays, by its name and what tells it from others."""
    name, short, texts = part_words(part)
    first = short or (texts[0] if part.name == "source" and texts else "")
    return f"{name} {first}".strip() if len(first) <= _SHORT else name


_SHORT = 60  # characters of what tells one part from another


def _said(part: RecordPart) -> str:
    """Return all that a part says, in one line."""
    name, short, texts = part_words(part)
    more = [of.values[0].text for of in part.fields if of.prose and of.values[0].text not in texts]
    return ". ".join(text.rstrip(".") for text in (short, *texts, *more) if text) or name
