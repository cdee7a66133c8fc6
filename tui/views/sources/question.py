"""Who says so, counted from the other end: what rests on each source, and what falls if it falls."""

from __future__ import annotations

from tui.frozen import frozen
from tui.model import KINDS, Judgement, Provenance, Source
from tui.store.read import Store
from tui.views.judgements import Judged, judged
from tui.views.missing import missing
from tui.views.provenance import Attribution, Cited, attribution, cited
from tui.views.record.question import Referrer, record


@frozen
class Row:
    """A source in the list; `rests` records and points cite it."""

    id: str
    name: str
    title: str
    type: str
    date: str
    reliability: str | None
    rests: int


@frozen
class SourceAnswer:
    """A source, what rests on it, and what would lose its only source, with the judgements that rest on those."""

    id: str
    source: Source
    cited: Cited
    attribution: Attribution
    rests: tuple[Referrer, ...]
    falls: tuple[Referrer, ...]
    weakens: tuple[Judged, ...]


def sources(store: Store) -> tuple[Row, ...]:
    """Every source, those that carry most first, then by date."""
    counts = store.referred("source")
    rows = [
        Row(one.id, one.publisher or one.title, one.title, one.type, str(one.date or ""), one.reliability, counts.get(one.id, 0))
        for one in store.all("source")
        if isinstance(one, Source)
    ]
    return tuple(sorted(rows, key=lambda row: -row.rests))


def source(store: Store, id_: str) -> SourceAnswer:
    """One source; NoSuchRecord names the nearest."""
    found = store.get("source", id_)
    if not isinstance(found, Source):
        raise missing(store, "source", id_)
    seen: dict[tuple[str, str, str | None], Referrer] = {}
    for one in record(store, "source", id_).referrers:
        seen.setdefault((one.kind, one.id, one.number), one)
    rests = tuple(sorted(seen.values(), key=lambda one: list(KINDS).index(one.kind)))
    falls = tuple(one for one in rests if _only(store, one, id_))
    fallen = {one.address for one in falls}
    weakens = tuple(
        judged(store, one) for one in store.all("judgement") if isinstance(one, Judgement) and fallen.intersection(one.rests_on)
    )
    return SourceAnswer(id_, found, cited(store, id_), attribution(store, found), rests, falls, weakens)


def _only(store: Store, of: Referrer, id_: str) -> bool:
    """Whether the source is the only one that a record or a point names."""
    found: Provenance | None = store.point(of.id, of.number) if of.number else store.get(of.kind, of.id)
    return found is not None and {citation.id for citation in found.sources} == {id_}
