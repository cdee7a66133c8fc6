"""Who says so, how, when, and in which source: the answer behind every statement that the program shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui.address import written
from tui.frozen import frozen
from tui.model import Date, Event, Mode, Party, Person, Plan, Point, Provenance, Record, Source, known_on, provenance_of
from tui.store.read import Store

DESK = "desk"  # who judges where a judgement is not signed


@frozen
class Cited:
    """One citation with what a reader needs to find it."""

    id: str
    title: str
    described: bool
    publisher: str | None
    date: Date | None
    address: str | None
    relays: tuple[str, ...]
    via: str | None
    reliability: str | None
    quote: str | None
    at: str | None

    @property
    def name(self) -> str:
        """Return what to call the source in one word or two: its publisher, else its title."""
        return self.publisher or titled(self)

    @property
    def how_it_came(self) -> str:
        """Return whom it relays and by which way it came, in words; empty for a page of its own."""
        return "; ".join(filter(None, (f"after {', '.join(self.relays)}" if self.relays else "", self.via)))


@frozen
class Attribution:
    """Who says so. `who` is a name for people: of a person, a party, an outlet or a document; `speaker` is its address, where it has one.

    `by` signs a judgement.
    """

    mode: Mode | None
    who: str | None
    speaker: str | None
    on: Date | None
    by: str | None
    known_from: Date | None
    cited: tuple[Cited, ...]


def attribution(store: Store, of: Provenance, *around: Provenance) -> Attribution:
    """Return the attribution of a record or of a part of one; `around` is what the part stands in, the innermost first."""
    held: Provenance | None = None
    whole: Provenance | None = None
    for one in reversed((of, *around)):
        held = provenance_of(one, held)
        if isinstance(one, Point) and whole is not None:  # what a plan says is mostly known later than that there is one
            held = replace(held, known_from=known_on(one, whole))
        whole = one
    assert held is not None
    citations = tuple(cited(store, citation.id, citation.quote, citation.at) for citation in held.sources)
    who, speaker = speaker_name(store, held.said_by)
    by: str | None = getattr(of, "by", None)
    if held.mode == "document" and not who:
        who, speaker = _document(store, held, around)
    elif held.mode == "judgement" and not (by or who):
        by = DESK
    elif isinstance(of, Source):  # it speaks for itself
        who, citations = of.author, (cited(store, of.id),)
    # An event's date is when it happens, which is not when somebody told of it.
    dated = None if isinstance(of, Event) else getattr(of, "date", None)
    return Attribution(
        mode=held.mode, who=who, speaker=speaker, on=of.said_on or dated or held.said_on, by=by, known_from=held.known_from, cited=citations
    )


def _document(store: Store, held: Provenance, around: tuple[Provenance, ...]) -> tuple[str | None, str | None]:
    """Return the document that says something, and its address: the plan it stands in, else the first source that is the text itself."""
    for one in around:
        if isinstance(one, Plan):
            return one.short, written("plan", one.id)
    for citation in held.sources:
        source = store.card("source", citation.id)
        if isinstance(source, Source) and source.type == "document":
            return titled(source), written("source", source.id)
    return None, None


def cited(store: Store, source_id: str, quote: str | None = None, at: str | None = None) -> Cited:
    """Return a source as cited; one that is not known as at the store's date still shows its id."""
    source = store.card("source", source_id)
    if not isinstance(source, Source):
        return Cited(source_id, source_id, False, None, None, None, (), None, None, quote, at)
    return Cited(
        id=source.id,
        title=source.title,
        described=source.described,
        publisher=source.publisher,
        date=source.date,
        address=source.address,
        relays=source.relays,
        via=source.via,
        reliability=source.reliability,
        quote=quote,
        at=at,
    )


def titled(of: Source | Cited) -> str:
    """Return the title of a source; what this desk calls it, where its title is not at hand, stands in brackets."""
    return f"[{of.title}]" if of.described else of.title


def origins(of: Iterable[Cited]) -> tuple[str, ...]:
    """Return where sources have it from, each once: whom a source relays, else itself. What five outlets print after one has one origin."""
    return tuple(dict.fromkeys(name for one in of for name in one.relays or (one.name,)))


def speaker_name(store: Store, said_by: str | None) -> tuple[str | None, str | None]:
    """Return a speaker's name, and its address when it is a person or a party of this briefing; free text comes back as it is."""
    if not said_by:
        return None, None
    for kind in ("person", "party"):
        record: Record | None = store.card(kind, said_by)
        if isinstance(record, Person | Party):
            return record.name, written(kind, said_by)
    return said_by, None


def told(store: Store, of: Record) -> Attribution:
    """Tell who says what a record says. An event's date is the day on which it happens, and not the one on which somebody told of it."""
    found = attribution(store, of)
    return replace(found, on=of.said_on) if isinstance(of, Event) else found
