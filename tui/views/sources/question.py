"""Who says so, counted from the other end: what rests on each source, and what falls if it falls."""

from __future__ import annotations

from tui.address import written
from tui.dates import in_words
from tui.frozen import frozen
from tui.model import KINDS, Judgement, Source
from tui.store.read import Store
from tui.views.judgements import Judged, judged
from tui.views.provenance import Attribution, Cited, attribution, cited, titled
from tui.views.record.question import Referrer, referrers
from tui.views.references import Value, missing
from tui.views.sources.falling import Falling, falling


@frozen
class SourceRow:
    """A source in the list, its title as `titled` has it; `rests` records and points cite it."""

    id: str
    name: str
    title: str
    type: str
    date: str
    reliability: str | None
    rests: int


@frozen
class SourceAnswer:
    """A source, what rests on it, and what would lose its only source, with the judgements that rest on those.

    `relayed_by` are the sources that print what its publisher reports; `falls_with_relays` is what would fall only together with them.
    """

    id: str
    title: str
    source: Source
    cited: Cited
    attribution: Attribution
    rests: tuple[Referrer, ...]
    falls: tuple[Falling, ...]
    relayed_by: tuple[Value, ...]
    falls_with_relays: tuple[Falling, ...]
    weakens: tuple[Judged, ...]


def sources(store: Store) -> tuple[SourceRow, ...]:
    """Return every source, those that carry most first, then by date."""
    counts = store.referred("source")
    rows = [
        SourceRow(one.id, one.publisher or titled(one), titled(one), one.type, str(one.date or ""), one.reliability, counts.get(one.id, 0))
        for one in store.all("source")
        if isinstance(one, Source)
    ]
    return tuple(sorted(rows, key=lambda row: -row.rests))


def source(store: Store, id_: str) -> SourceAnswer:
    """Return one source. Raise NoSuchRecord with the nearest."""
    found = store.get("source", id_)
    if not isinstance(found, Source):
        raise missing(store, "source", id_)
    seen: dict[tuple[str, str, str | None], Referrer] = {}
    for one in referrers(store, "source", id_):
        seen.setdefault((one.kind, one.id, one.number), one)
    rests = tuple(sorted(seen.values(), key=lambda one: list(KINDS).index(one.kind)))
    relays = [one for one in store.all("source") if isinstance(one, Source) and found.publisher in one.relays and one.id != id_]
    falls = falling(store, [id_])
    more = tuple(one for one in falling(store, [id_, *(one.id for one in relays)]) if one not in falls) if relays else ()
    fallen = {one.address for one in (*falls, *more) if one.whole}
    weakens = tuple(
        judged(store, one) for one in store.all("judgement") if isinstance(one, Judgement) and fallen.intersection(one.rests_on)
    )
    return SourceAnswer(
        id=id_,
        title=titled(found),
        source=found,
        cited=cited(store, id_),
        attribution=attribution(store, found),
        rests=rests,
        falls=falls,
        relayed_by=tuple(Value(f"{one.publisher or titled(one)}, {in_words(one.date)}", written("source", one.id)) for one in relays),
        falls_with_relays=more,
        weakens=weakens,
    )
