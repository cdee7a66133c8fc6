"""What happened, what is expected, and what came later than the day of the briefing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from tui.address import head_of, written
from tui.frozen import frozen
from tui.model import Date, Event
from tui.store.read import EVER, Store
from tui.views.data import Wraps
from tui.views.provenance import Attribution, attribution, told
from tui.views.references import Value, missing, reference


@frozen
class Came:
    """What came of an event."""

    text: str
    attribution: Attribution


@frozen
class Entry(Wraps):
    """One event. `expected`: as at the day, it has not happened, or nobody has seen it happen. `later`: known only after that day."""

    record: Event
    with_whom: tuple[Value, ...]
    about: tuple[Value, ...]
    expected: bool
    later: bool
    outcome: tuple[Came, ...]
    attribution: Attribution

    @property
    def id(self) -> str:
        """Return the id of the event."""
        return self.record.id

    @property
    def date(self) -> Date:
        """Return when it happened, or is expected to."""
        return self.record.date

    @property
    def title(self) -> str:
        """Return what it is called."""
        return self.record.title

    @property
    def people(self) -> tuple[str, ...]:
        """Return the names of the people who took part."""
        return tuple(one.text for one in self.with_whom if one.to and head_of(one.to) == "person")

    @property
    def span(self) -> bool:
        """Return whether the date is more than one day."""
        return self.date.lower != self.date.upper


Dated = TypeVar("Dated", Entry, Event)


@frozen
class Timeline:
    """Events in order of their dates; after them, where `own_day` tells that the briefing is read as at its own day, those known later."""

    as_at: str
    own_day: bool
    entries: tuple[Entry, ...]


def timeline(store: Store) -> Timeline:
    """Return the events known as at the store's day; on the briefing's own day those that became known after it stand last, marked."""
    known = in_order(entry_of(store, one) for one in store.all("event") if isinstance(one, Event))
    return Timeline(store.as_at, _on_own_day(store), (*known, *_after(store)))


def _on_own_day(store: Store) -> bool:
    return store.as_at == store.manifest.as_of.upper


def in_order(of: Iterable[Dated]) -> list[Dated]:
    """Sort by date; what is dated less exactly comes after what happened in its beginning."""
    return sorted(of, key=lambda one: (one.date.lower, one.date.upper))


def is_expected(store: Store, event: Event) -> bool:
    """Return whether as at the day it has not happened, or nobody has seen it happen: its outcomes only tell more of what is to come.

    A card has no outcomes, so that of the few that are expected the whole is asked.
    """
    if event.date.lower > store.as_at:
        return True
    whole = store.get("event", event.id) if event.expected else None
    return isinstance(whole, Event) and all(one.expected for one in whole.outcome)


def entry(store: Store, id_: str) -> Entry:
    """Return one event of the timeline. Raise NoSuchRecord with the nearest."""
    known = store.get("event", id_)
    found = entry_of(store, known) if isinstance(known, Event) else next(iter(_after(store, id_)), None)
    if found is None:
        raise missing(store, "event", id_)
    return found


def _after(store: Store, id_: str = "") -> list[Entry]:
    """Return the events known only later, or the one of that id. They name what the day knows; who tells of them is named as in the end."""
    later = store.later("event") if _on_own_day(store) else ()
    events = in_order(one for one in later if isinstance(one, Event) and (not id_ or one.id == id_))
    if not events:
        return []
    end = store.at(EVER)
    return [_of_later(store, end, one) for one in events]


def _of_later(store: Store, end: Store, event: Event) -> Entry:
    return replace(
        entry_of(store, event),
        expected=is_expected(end, event),
        later=True,
        outcome=tuple(Came(came.text, attribution(end, came, event)) for came in event.outcome),
        attribution=told(end, event),
    )


def entry_of(store: Store, event: Event) -> Entry:
    """Return an event with the names of whom and what it is about."""
    return Entry(
        record=event,
        with_whom=_names(store, "party", event.parties) + _names(store, "person", event.people),
        about=_names(store, "issue", event.issues) + _names(store, "plan", event.plans),
        expected=is_expected(store, event),
        later=False,
        outcome=tuple(Came(one.text, attribution(store, one, event)) for one in event.outcome),
        attribution=told(store, event),
    )


def _names(store: Store, kind: str, ids: tuple[str, ...]) -> tuple[Value, ...]:
    return tuple(value for id_ in ids if (value := reference(store, written(kind, id_))))
