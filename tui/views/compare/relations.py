"""How points of two plans stand to each other: the authored relations along their lineage. Points are read when a row is made."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tui.model import Point, Relation
from tui.store.read import Store
from tui.views.compare.alignment import Descent, Node
from tui.views.marks import composed, farthest, inverse

_PARTS = frozenset({"clause", "version", "touches"})  # what a row tells of a point beside its own fields


class Relations:
    """The points of some rows; of those that are to be set `against` each other all that they derive from, too."""

    def __init__(self, store: Store, descent: Descent, nodes: Collection[Node], against: Collection[Node]) -> None:
        self._descent = descent
        self._up: dict[Node, dict[Node, tuple[int, Relation]]] = {}
        self._towards: dict[Node, list[Node]] = {}
        self.points: dict[Node, Point] = store.points_at({*nodes, *descent.ancestors(against)}, _PARTS)

    def between(self, node: Node, other: Node) -> Relation | None:
        """Return how `other` stands to `node`: over the nearest point that both derive from; of several as near, the farthest apart."""
        here, there = self._ancestry(node), self._ancestry(other)
        shared = here.keys() & there.keys()
        if not shared:
            return None
        nearest = min(here[one][0] + there[one][0] for one in shared)
        ways = [one for one in shared if here[one][0] + there[one][0] == nearest]
        return farthest(composed(inverse(here[one][1]), there[one][1]) for one in ways)

    def word(self, here: Sequence[Node], there: Sequence[Node], *, joins: bool) -> Relation:
        """Return the word for the points `there` against those `here`; `joins` tells whether one of them goes with more than these.

        That something is the opposite is never hidden behind a split or a join.
        """
        known = [relation for node in here for other in there if (relation := self.between(node, other))]
        result = farthest(known) if known else "changed"
        if result == "opposed":
            return result
        if len(there) > 1:
            return "changed" if joins else "split"
        if joins:
            return "join"
        return "changed" if result in ("new", "dropped") else result

    def _ancestry(self, node: Node) -> dict[Node, tuple[int, Relation]]:
        """Return all that a point derives from, itself first: by how many steps, and how the point stands to it."""
        if node not in self._up:
            found: dict[Node, tuple[int, Relation]] = {node: (0, "same")}
            rim, steps = [node], 0
            while rim:
                steps += 1
                step: dict[Node, Relation] = {}
                for here in rim:
                    for parent in self._held_towards(here):
                        if parent not in found:
                            relation = composed(self._authored(here, parent), found[here][1])
                            step[parent] = farthest((relation, step[parent])) if parent in step else relation
                found |= {parent: (steps, relation) for parent, relation in step.items()}
                rim = list(step)
            self._up[node] = found
        return self._up[node]

    def _authored(self, node: Node, parent: Node) -> Relation:
        point = self.points[node]
        return point.relation or ("same" if point.text == self.points[parent].text else "changed")

    def _held_towards(self, node: Node) -> list[Node]:
        """Return what the authored relation holds towards: the first point named, and those not behind it, which follow from both."""
        parents = self._descent.above.get(node, [])
        if len(parents) < 2:
            return parents
        if node not in self._towards:
            behind: set[Node] = set()
            towards = self._towards[node] = []
            for parent in parents:
                if parent not in behind:
                    behind |= self._descent.ancestors([parent])
                    towards.append(parent)
        return self._towards[node]
