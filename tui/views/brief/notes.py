"""The notes of a brief: every source that it names has one number, in the order in which they are named."""

from __future__ import annotations

from collections.abc import Sequence

from tui.address import written
from tui.dates import in_words
from tui.views.blocks import Item, Line, Span, joined, line
from tui.views.provenance import Cited


class Notes:
    """The sources named so far. `each` is how many of its sources a statement names."""

    def __init__(self, each: int) -> None:
        self.each = each
        self.cited: dict[str, Cited] = {}
        self.unnamed: set[str] = set()

    def refer(self, cited: Sequence[Cited]) -> Line:
        """Return ` [1, 3]`: the numbers of a statement's sources, those first that have one already, then those that can be looked up."""
        held = {one.id: one for one in cited}
        order = sorted(held, key=lambda id_: (id_ not in self.cited, not held[id_].address))
        named = order[: self.each]
        for id_ in named:
            self.cited.setdefault(id_, held[id_])
        self.unnamed.update(order[self.each :])
        numbers = sorted((list(self.cited).index(id_) + 1, id_) for id_ in named)
        told = joined([Span(str(number), "source", written("source", id_)) for number, id_ in numbers])
        return (Span(" ["), *told, Span("]")) if told else ()

    @property
    def further(self) -> int:
        """Return how many sources stand behind what is told and have no number."""
        return len(self.unnamed - set(self.cited))

    def items(self, *, titles: bool) -> list[Item]:
        """Return the notes: number, who published it, its title where there is room, and its date."""
        out = []
        for number, one in enumerate(self.cited.values(), 1):
            to = written("source", one.id)
            title = f", {one.title}" if titles and one.publisher else ""
            date = f", {in_words(one.date)}" if one.date else ""
            out.append(Item(line(Span(f"{one.name}{title}", "source", to), date), mark=f"{number}.", anchor=to))
        return out
