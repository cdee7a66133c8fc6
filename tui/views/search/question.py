"""What holds the words asked for."""

from __future__ import annotations

from tui.frozen import frozen
from tui.model import Where
from tui.store.read import Store
from tui.store.search import Hit
from tui.views.provenance import Attribution, attribution, told
from tui.views.titles import title_of

MOST = 50  # hits that are looked for where nobody says how many; about a screen


@frozen
class Found:
    """The hits, best first; `more` when there are more than were asked for."""

    words: str
    hits: tuple[Hit, ...]
    more: bool


@frozen
class Match:
    """A hit with who says so and where it stands in the source files: more than who types word by word waits for."""

    hit: Hit
    attribution: Attribution
    where: Where | None

    @property
    def address(self) -> str:
        """Return where the program shows it."""
        return self.hit.address


def search(store: Store, words: str, limit: int = MOST, ranked_up_to: int | None = None) -> Found:
    """Return records and points that hold every word; the last word may be unfinished. `ranked_up_to` is that of `Store.search`."""
    hits = store.search(words, limit + 1, ranked_up_to)
    return Found(words, tuple(_whose(store, hit) for hit in hits[:limit]), len(hits) > limit)


def _whose(store: Store, hit: Hit) -> Hit:
    """Return a hit by its whole name: a red line with its party, a source in brackets where it has no title at hand."""
    record = store.card(hit.kind, hit.id) if hit.kind in ("red_line", "source") else None
    return hit._replace(title=title_of(store, record)) if record else hit


def matches(store: Store, found: Found) -> tuple[Match, ...]:
    """Return the hits as they may stand on a page: none of them without who says so."""
    return tuple(_match(store, hit) for hit in found.hits)


def _match(store: Store, hit: Hit) -> Match:
    record = store.get(hit.kind, hit.id)
    assert record is not None  # the index holds what the tables hold
    point = store.point(hit.id, hit.number) if hit.number else None
    if point is None:
        return Match(hit, told(store, record), record.where)
    return Match(hit, attribution(store, point, record), point.where)
