"""What happened, what is expected, and what came later than the day of the briefing."""

from __future__ import annotations

from dataclasses import dataclass

from tui.answers.provenance import Attribution, attribution
from tui.answers.record import Value
from tui.model import Date, Event, name_of
from tui.store.read import Store


@dataclass(frozen=True, slots=True)
class Came:
    """What came of an event."""

    text: str
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Entry:
    """One event. `expected`: as at the day, it has not happened, or nobody has seen it happen. `later`: known only after that day."""

    id: str
    date: Date
    title: str
    text: str | None
    place: str | None
    with_whom: tuple[Value, ...]
    about: tuple[Value, ...]
    expected: bool
    later: bool
    outcome: tuple[Came, ...]
    note: str | None
    attribution: Attribution

    @property
    def span(self) -> bool:
        """Whether the date is more than one day."""
        return self.date.lower != self.date.upper


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of their dates, those known later after the line of the day."""

    as_at: str
    entries: tuple[Entry, ...]


def timeline(store: Store, *, later: bool = False) -> Timeline:
    """The events known as at the store's day, and with `later` those that became known after it, marked."""
    known = [_entry(store, one, later=False) for one in store.all("event") if isinstance(one, Event)]
    after = [_entry(store, one, later=True) for one in store.later("event") if isinstance(one, Event)] if later else []
    entries = sorted((*known, *after), key=lambda entry: (entry.later, entry.date.lower, entry.date.upper))
    return Timeline(store.as_at, tuple(entries))


def _entry(store: Store, event: Event, *, later: bool) -> Entry:
    return Entry(
        id=event.id,
        date=event.date,
        title=event.title,
        text=event.text,
        place=event.place,
        with_whom=_names(store, "party", event.parties) + _names(store, "person", event.people),
        about=_names(store, "issue", event.issues) + _names(store, "plan", event.plans),
        expected=event.expected or (not later and event.date.lower > store.as_at),
        later=later,
        outcome=tuple(Came(one.text, attribution(store, one, event)) for one in event.outcome),
        note=event.note,
        attribution=attribution(store, event),
    )


def _names(store: Store, kind: str, ids: tuple[str, ...]) -> tuple[Value, ...]:
    found = ((id_, store.get(kind, id_)) for id_ in ids)
    return tuple(Value(name_of(record), f"{kind}/{id_}") if record else Value(id_) for id_, record in found)
