"""Which points of several plans stand on one row.

A row is one point of the first plan, with every point of each other plan that goes with it by descent; then one row for each point that
goes with none of the first plan's. Descent is authored: a point names the points it `derives` from. Likeness of words plays no part, so
that no word is read here: the outlines of the plans tell it all.

Which points of two plans go together depends on these two and on what they derive from, never on a third plan that is shown beside them.
So a point that joins two others stands on both their rows, and no row is ever joined with another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from tui.address import point_named
from tui.store.outline import Outline
from tui.store.read import Store

Node = int
"""A point, by its row in the store."""


@dataclass(slots=True, eq=False)
class Aligned:
    """The points of one row: one list for each column, and what goes with them but stands on a row of the first plan: column and point."""

    members: list[list[Node]]
    elsewhere: list[tuple[int, Node]] = field(default_factory=list)

    @property
    def lead(self) -> tuple[int, Node]:
        """Return the point that the row is of, and its column."""
        for index, members in enumerate(self.members):
            if members:
                return index, members[0]
        raise AssertionError("a row without a point")


class Descent:
    """What the points of some plans derive from (`above`) and what derives from them (`below`), through all plans between."""

    def __init__(self, outlines: Mapping[str, Outline]) -> None:
        self.above: dict[Node, list[Node]] = {}
        self.below: dict[Node, list[Node]] = {}
        for outline in outlines.values():
            for node, refs in outline.derives.items():
                named = (resolve(ref, outlines) for ref in refs)
                parents = list(dict.fromkeys(parent for parent in named if parent is not None and parent != node))
                if parents:
                    self.above[node] = parents
                for parent in parents:
                    self.below.setdefault(parent, []).append(node)

    def ancestors(self, nodes: Iterable[Node]) -> set[Node]:
        """Return these points and all that they derive from."""
        found = set(nodes)
        queue = list(found)
        while queue:
            for parent in self.above.get(queue.pop(), ()):
                if parent not in found:
                    found.add(parent)
                    queue.append(parent)
        return found

    def kin(self, one: Outline, other: Outline) -> dict[Node, list[Node]]:
        """Return for each point of `one` the points of `other` that go with it, in their plan's order.

        From a point the way leads up to the nearest that the other plan has, or that something of the other plan derives from as well, and
        down again; each plan's points look for the other's, so that both find the same.
        """
        found: dict[Node, set[Node]] = {}
        for node, mate in self._nearest(one, other):
            found.setdefault(node, set()).add(mate)
        for mate, node in self._nearest(other, one):
            found.setdefault(node, set()).add(mate)
        return {node: sorted(mates) for node, mates in found.items()}

    def _nearest(self, one: Outline, other: Outline) -> list[tuple[Node, Node]]:
        leading = self.ancestors([node for node in other.numbers if node in self.above or node in self.below])
        below: dict[Node, list[Node]] = {}
        found: list[tuple[Node, Node]] = []
        for node in one.numbers if leading else ():
            if node not in self.above and node not in self.below:
                continue
            seen, queue = {node}, [node]
            while queue:
                here = queue.pop()
                if here in leading:
                    if here not in below:
                        below[here] = self._below(here, one, other, leading)
                    found.extend((node, mate) for mate in below[here])
                    continue
                for parent in self.above.get(here, ()):
                    if parent not in seen:
                        seen.add(parent)
                        queue.append(parent)
        return found

    def _below(self, node: Node, own: Outline, plan: Outline, leading: set[Node]) -> list[Node]:
        """Return the points of a plan at or below a point; `leading` are all points that some point of the plan derives from.

        No way down leads through a point of the plan `own` from which it is asked: what derives from that one goes with that one.
        """
        found: list[Node] = []
        seen, queue = {node}, [node]
        while queue:
            here = queue.pop()
            if here in plan.numbers:
                found.append(here)
                continue
            for child in self.below.get(here, ()):
                if child in leading and child not in seen and child not in own.numbers:
                    seen.add(child)
                    queue.append(child)
        return found


class Alignment:
    """The points of the plans asked for, in groups. `None` stands for a column that is no plan known at the time."""

    def __init__(self, store: Store, plans: Sequence[str | None]) -> None:
        outlines = _with_ancestors(store, plans)
        self.plans = [outlines.get(plan) if plan else None for plan in plans]
        self.descent = Descent(outlines)
        self.base = next((index for index, plan in enumerate(plans) if plan), 0)
        self.groups: list[Aligned] = []
        self._kin: dict[tuple[int, int], dict[Node, list[Node]]] = {}
        self._of: dict[Node, Aligned] = {}
        self._group()

    def group_of(self, node: Node) -> Aligned:
        """Return the first row that a point of the plans asked for stands on."""
        return self._of[node]

    def mates(self, node: Node, column: int, there: int) -> list[Node]:
        """Return the points of column `there` that go with a point of `column`."""
        if column == there or self.plans[there] is None:
            return []
        return self._kin_of(column, there).get(node, [])

    def _kin_of(self, column: int, there: int) -> dict[Node, list[Node]]:
        if (column, there) not in self._kin:
            one, other = self.plans[column], self.plans[there]
            found = self.descent.kin(one, other) if one and other else {}
            back: dict[Node, list[Node]] = {}
            for node in sorted(found):
                for mate in found[node]:
                    back.setdefault(mate, []).append(node)
            self._kin[column, there], self._kin[there, column] = found, back
        return self._kin[column, there]

    def _group(self) -> None:
        columns = range(len(self.plans))
        for column in sorted(columns, key=lambda index: index != self.base):
            plan = self.plans[column]
            left = [node for node in plan.numbers if node not in self._of] if plan else []
            made = [self._row(column, node, [there for there in columns if there not in (column, self.base)]) for node in left]
            for group in made:
                for node in chain.from_iterable(group.members):
                    self._of.setdefault(node, group)
            self.groups.extend(made)

    def _row(self, column: int, node: Node, others: Sequence[int]) -> Aligned:
        """Return the row of a point. Where it is not the first plan's, each other plan has one point there: each is told by itself."""
        nobody: list[Node] = []
        group = Aligned([nobody] * len(self.plans))
        group.members[column] = [node]
        for there in others:
            mates = self.mates(node, column, there)
            free = [mate for mate in mates if mate not in self._of]
            if mates:
                group.members[there] = free if column == self.base else free[:1]
                group.elsewhere.extend((there, mate) for mate in mates if mate not in group.members[there])
        return group


def resolve(ref: str, outlines: Mapping[str, Outline]) -> Node | None:
    """Return the point that a reference such as `us-28/21a` means: that number, or the point that holds that clause."""
    plan, number = point_named(ref)
    of = outlines.get(plan)
    return of.row_of(number) if of else None


def _with_ancestors(store: Store, plans: Sequence[str | None]) -> dict[str, Outline]:
    """Return the outlines of the plans asked for and of every plan that they derive from."""
    found: dict[str, Outline] = {}
    queue = [plan for plan in plans if plan]
    while queue:
        plan = queue.pop()
        outline = None if plan in found else store.outline(plan)
        if outline:
            found[plan] = outline
            queue.extend({point_named(ref)[0] for refs in outline.derives.values() for ref in refs})
    return found
