"""What happened, what is expected, and what came later than the day of the briefing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from tui.answers.missing import missing
from tui.answers.provenance import Attribution, Cited, attribution, told
from tui.answers.references import Value, reference
from tui.frozen import frozen
from tui.model import Date, Event, Source
from tui.store.read import Store


@frozen
class Came:
    """What came of an event."""

    text: str
    attribution: Attribution


@frozen
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


Dated = TypeVar("Dated", Entry, Event)


@frozen
class Timeline:
    """Events in order of their dates, those known later after the line of the day."""

    as_at: str
    entries: tuple[Entry, ...]


def timeline(store: Store, *, later: bool = False) -> Timeline:
    """The events known as at the store's day, and with `later` those that became known after it, marked."""
    known = in_order(entry_of(store, one) for one in store.all("event") if isinstance(one, Event))
    after = in_order(_after(store)) if later else []
    return Timeline(store.as_at, (*known, *after))


def in_order(of: Iterable[Dated]) -> list[Dated]:
    """By their dates; what is dated less exactly after what happened in its beginning."""
    return sorted(of, key=lambda one: (one.date.lower, one.date.upper))


def is_expected(store: Store, event: Event) -> bool:
    """Whether as at the day it has not happened, or nobody has seen it happen."""
    return event.expected or event.date.lower > store.as_at


def entry(store: Store, id_: str, *, later: bool = False) -> Entry:
    """One event of the timeline; NoSuchRecord names the nearest."""
    found = next((one for one in timeline(store, later=later).entries if one.id == id_), None)
    if found is None:
        raise missing(store, "event", id_)
    return found


def _after(store: Store) -> list[Entry]:
    """The events known only later. Most of their sources came later too, and are still to be called by their names."""
    sources = {one.id: one for one in store.later("source") if isinstance(one, Source)}
    entries = (entry_of(store, one, later=True) for one in store.later("event") if isinstance(one, Event))
    return [
        replace(
            one,
            attribution=_named(one.attribution, sources),
            outcome=tuple(Came(came.text, _named(came.attribution, sources)) for came in one.outcome),
        )
        for one in entries
    ]


def _named(of: Attribution, sources: Mapping[str, Source]) -> Attribution:
    """An attribution whose sources have their names, where the store of the day has only their ids."""
    return replace(of, cited=tuple(_cited(sources[one.id], one) if one.id in sources else one for one in of.cited))


def _cited(source: Source, one: Cited) -> Cited:
    return replace(
        one,
        title=source.title,
        publisher=source.publisher,
        date=source.date,
        address=source.address,
        via=source.via,
        reliability=source.reliability,
    )


def entry_of(store: Store, event: Event, *, later: bool = False) -> Entry:
    """An event with the names of whom and what it is about."""
    return Entry(
        id=event.id,
        date=event.date,
        title=event.title,
        text=event.text,
        place=event.place,
        with_whom=_names(store, "party", event.parties) + _names(store, "person", event.people),
        about=_names(store, "issue", event.issues) + _names(store, "plan", event.plans),
        expected=event.expected if later else is_expected(store, event),
        later=later,
        outcome=tuple(Came(one.text, attribution(store, one, event)) for one in event.outcome),
        note=event.note,
        attribution=told(store, event),
    )


def _names(store: Store, kind: str, ids: tuple[str, ...]) -> tuple[Value, ...]:
    return tuple(value for id_ in ids if (value := reference(store, f"{kind}/{id_}")))
