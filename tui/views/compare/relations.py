"""How points of one row stand to each other: the authored relations along their lineage. Points are read when a row is made."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model import Point, Relation
from tui.store.read import Store
from tui.views.compare.alignment import Alignment, Node
from tui.views.marks import composed, farthest, inverse

_PARTS = frozenset({"clause", "version", "touches"})  # what a row tells of a point beside its own fields


class Relations:
    """The points of some rows, with those of other plans that they derive from."""

    def __init__(self, store: Store, alignment: Alignment, nodes: Iterable[Node]) -> None:
        self._alignment = alignment
        self._towards: dict[Node, list[Node]] = {}
        self.points: dict[Node, Point] = store.points_at(_related(alignment, nodes), _PARTS)

    def of(self, sources: Iterable[Node]) -> dict[Node, Relation]:
        """How each point that can be reached from `sources` stands to the nearest of them; of several ways as short, the farthest apart."""
        found: dict[Node, Relation] = dict.fromkeys(sources, "same")
        rim = list(found)
        while rim:
            step: dict[Node, Relation] = {}
            for node in rim:
                for other, relation in self._edges(node):
                    if other not in found:
                        here = composed(found[node], relation)
                        step[other] = farthest((here, step[other])) if other in step else here
            found |= step
            rim = list(step)
        return found

    def _edges(self, node: Node) -> list[tuple[Node, Relation]]:
        """What a point stands to at once: what it derives from, and what derives from it."""
        upwards = [(parent, inverse(self._authored(node, parent))) for parent in self._held_towards(node)]
        downwards = [
            (child, self._authored(child, node)) for child in self._alignment.below.get(node, ()) if node in self._held_towards(child)
        ]
        return [*upwards, *downwards]

    def _authored(self, node: Node, parent: Node) -> Relation:
        point = self.points[node]
        return point.relation or ("same" if point.text == self.points[parent].text else "changed")

    def _held_towards(self, node: Node) -> list[Node]:
        """The authored relation holds towards the first point named; towards another that lies behind that one it follows from both."""
        parents = self._alignment.kept.get(node, [])
        if len(parents) < 2:
            return parents
        if node not in self._towards:
            behind: set[Node] = set()
            towards = self._towards[node] = []
            for parent in parents:
                if parent not in behind:
                    behind |= self._above(parent)
                    towards.append(parent)
        return self._towards[node]

    def _above(self, node: Node) -> set[Node]:
        above: set[Node] = set()
        queue = [node]
        while queue:
            for parent in self._alignment.above.get(queue.pop(), ()):
                if parent not in above:
                    above.add(parent)
                    queue.append(parent)
        return above


def _related(alignment: Alignment, nodes: Iterable[Node]) -> set[Node]:
    """These points and all that share descent with them."""
    found = set(nodes)
    queue = list(found)
    while queue:
        node = queue.pop()
        for other in (*alignment.kept.get(node, ()), *alignment.below.get(node, ())):
            if other not in found:
                found.add(other)
                queue.append(other)
    return found
