"""Who says so, how, when, and in which source: the answer behind every statement that the program shows."""

from __future__ import annotations

from tui.frozen import frozen
from tui.model import Date, Event, Mode, Party, Person, Provenance, Record, Source
from tui.store.read import Store


@frozen
class Cited:
    """One citation with what a reader needs to find it."""

    id: str
    title: str
    publisher: str | None
    date: Date | None
    address: str | None
    via: str | None
    reliability: str | None
    quote: str | None
    at: str | None

    @property
    def name(self) -> str:
        """What to call the source in one word or two: its publisher, else its title."""
        return self.publisher or self.title


@frozen
class Attribution:
    """Who says so. `who` is a name for people; `speaker` the address of the person or party, where it is one."""

    mode: Mode | None
    who: str | None
    speaker: str | None
    on: Date | None
    by: str | None
    known_from: Date | None
    cited: tuple[Cited, ...]


def attribution(store: Store, of: Provenance, within: Provenance | None = None) -> Attribution:
    """The attribution of a record or of a part of one; what the part leaves unsaid holds as `within` (the record it belongs to) has it."""
    said_by = of.said_by or (within.said_by if within else None)
    who, speaker = speaker_name(store, said_by)
    citations = of.sources or (within.sources if within else ())
    # An event's date is when it happens, which is not when somebody told of it.
    dated = None if isinstance(of, Event) else getattr(of, "date", None)
    on = of.said_on or dated or (within.said_on if within else None)
    return Attribution(
        mode=of.mode or (within.mode if within else None),
        who=who,
        speaker=speaker,
        on=on,
        by=getattr(of, "by", None),
        known_from=of.known_from or (within.known_from if within else None),
        cited=tuple(cited(store, citation.id, citation.quote, citation.at) for citation in citations),
    )


def cited(store: Store, source_id: str, quote: str | None = None, at: str | None = None) -> Cited:
    """A source as cited; one that is not known as at the store's date still shows its id."""
    source = store.get("source", source_id)
    if not isinstance(source, Source):
        return Cited(source_id, source_id, None, None, None, None, None, quote, at)
    return Cited(source.id, source.title, source.publisher, source.date, source.address, source.via, source.reliability, quote, at)


def speaker_name(store: Store, said_by: str | None) -> tuple[str | None, str | None]:
    """A speaker's name, and its address when it is a person or a party of this briefing; free text comes back as it is."""
    if not said_by:
        return None, None
    for kind in ("person", "party"):
        record: Record | None = store.get(kind, said_by)
        if isinstance(record, Person | Party):
            return record.name, f"{kind}/{said_by}"
    return said_by, None
