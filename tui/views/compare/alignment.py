"""Which points of several plans belong on one row.

Alignment is authored: a point names the points it `derives` from. Two points share a row when one derives from the other, at once or
through further plans, or when both derive from a third. Likeness of words plays no part, so that no word is read here: the outlines of
the plans tell it all.

Plans that share no descent at all, as two texts written apart, meet under an issue: where each has one row there, the rows become one.

A point stands on one row only. Where it derives from points under several headings, it goes with those under its own first issue;
the others note that they are dealt with elsewhere.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tui.address import point_named
from tui.store.outline import Outline
from tui.store.read import Store

Node = int
"""A point, by its row in the store."""


@dataclass(slots=True, eq=False)
class Group:
    """The points of one row: one list for each column, and what stands elsewhere though it derives from here: column and point."""

    members: list[list[Node]]
    elsewhere: list[tuple[int, Node]] = field(default_factory=list)

    @property
    def lead(self) -> tuple[int, Node]:
        """The first column that has a point on this row, and that point."""
        for index, members in enumerate(self.members):
            if members:
                return index, members[0]
        raise AssertionError("a row without a point")


class Alignment:
    """The points of the plans asked for, in groups. `None` stands for a column that is no plan known at the time.

    `families` has for each plan the first plan of its family: the plans that share descent with it, in however many points. `above` has for
    each point all that it derives from; `kept` those of them that it shares its row with, and `below` the same the other way around.
    """

    def __init__(self, store: Store, plans: Sequence[str | None]) -> None:
        self._outlines = _with_ancestors(store, plans)
        self.plans = [self._outlines.get(plan) if plan else None for plan in plans]
        self.above: dict[Node, list[Node]] = {}
        self.kept: dict[Node, list[Node]] = {}
        self.below: dict[Node, list[Node]] = {}
        self._root: dict[Node, Node] = {}
        self._cut: list[tuple[int, Node, Node]] = []
        self._join_ancestors()
        self._of_root: dict[Node, Group] = {}
        self._group()
        self.groups = list(self._of_root.values())
        self.families = self._families()

    def group_of(self, node: Node) -> Group:
        """The row that a point of the plans asked for stands on."""
        return self._of_root[self._root_of(node)]

    def meet(self, heading_of: Callable[[Group], str]) -> None:
        """Join the rows of plans written apart, under every heading where each family has one row and no more."""
        under: dict[str, list[Group]] = {}
        for group in self.groups if len(set(self.families)) > 1 else ():
            under.setdefault(heading_of(group), []).append(group)
        joined: set[Group] = set()
        for groups in under.values():
            if not 1 < len(groups) <= len(self.plans):
                continue
            owners = {self.families[index] for group in groups for index, members in enumerate(group.members) if members}
            if len(groups) == len(owners):
                for group in groups[1:]:
                    self._merge(groups[0], group)
                joined.update(groups[1:])
        self.groups = [group for group in self.groups if group not in joined]

    def _families(self) -> list[int]:
        first = list(range(len(self.plans)))
        together = {tuple(map(bool, group.members)) for group in self.groups}
        together |= {
            tuple(bool(members) or any(column == index for column, _ in group.elsewhere) for index, members in enumerate(group.members))
            for group in self.groups
            if group.elsewhere
        }
        for columns in together:
            here = {first[index] for index, stands in enumerate(columns) if stands}
            first = [min(here) if family in here else family for family in first]
        return first

    def _merge(self, group: Group, other: Group) -> None:
        """Take `other` into `group`. Nobody has said how the two stand to each other, so that neither is kept by the other."""
        there, here = self._root_of(other.lead[1]), self._root_of(group.lead[1])
        group.members = [members + more for members, more in zip(group.members, other.members, strict=True)]
        group.elsewhere.extend(other.elsewhere)
        self._root[there] = here

    def _root_of(self, node: Node) -> Node:
        """The node that stands for the whole group of `node`."""
        root = node
        while self._root.get(root, root) != root:
            root = self._root[root]
        while self._root.get(node, node) != root:
            self._root[node], node = root, self._root[node]
        return root

    def _join_ancestors(self) -> None:
        """Walk upwards from the points asked for; what lies below them in other plans must not join their rows."""
        queue = deque((index, plan, node) for index, plan in enumerate(self.plans) if plan for node in plan.numbers if node in plan.derives)
        seen = {node for _, _, node in queue}
        while queue:
            column, plan, node = queue.popleft()
            found = {parent: of for of, parent in self._parents(plan, node) if parent != node}
            if not found:
                continue
            kept = _same_heading(plan, node, found) if len(found) > 1 else list(found)
            self.above[node], self.kept[node] = list(found), kept
            for parent, of in found.items():
                if parent in of.derives and parent not in seen:
                    seen.add(parent)
                    queue.append((_OUTSIDE, of, parent))
                if parent in kept:
                    self._root[self._root_of(node)] = self._root_of(parent)
                    self.below.setdefault(parent, []).append(node)
                elif column != _OUTSIDE:
                    self._cut.append((column, node, parent))

    def _parents(self, plan: Outline, node: Node) -> list[tuple[Outline, Node]]:
        """The points that a point derives from, in the order in which it names them."""
        found = (resolve(ref, self._outlines) for ref in plan.derives[node])
        return [parent for parent in found if parent]

    def _group(self) -> None:
        nobody: list[Node] = []
        for index, plan in enumerate(self.plans):
            for node in plan.numbers if plan else ():
                root = self._root_of(node) if node in self._root else node
                group = self._of_root.get(root)
                if group is None:
                    group = self._of_root[root] = Group([nobody] * len(self.plans))
                if group.members[index]:
                    group.members[index].append(node)
                else:
                    group.members[index] = [node]
        for index, node, parent in self._cut:
            there = self._of_root.get(self._root_of(parent))
            if there and there is not self.group_of(node):
                there.elsewhere.append((index, node))


_OUTSIDE = -1  # the column of points of plans that nobody asked for


def resolve(ref: str, outlines: dict[str, Outline]) -> tuple[Outline, Node] | None:
    """The point that a reference such as `us-28/21a` means, and its plan: that number, or the point that holds that clause."""
    plan, number = point_named(ref)
    of = outlines.get(plan)
    row = of.row_of(number) if of else None
    return None if of is None or row is None else (of, row)


def _same_heading(plan: Outline, node: Node, parents: dict[Node, Outline]) -> list[Node]:
    """The parents under the point's first issue; where there are none, those that share any issue; where there are none, all."""
    own = plan.issues.get(node, [])
    issues = {parent: of.issues.get(parent, []) for parent, of in parents.items()}
    first = [parent for parent, named in issues.items() if named[:1] == own[:1]]
    return first or [parent for parent, named in issues.items() if not set(named).isdisjoint(own)] or list(parents)


def _with_ancestors(store: Store, plans: Sequence[str | None]) -> dict[str, Outline]:
    """The outlines of the plans asked for and of every plan that they derive from."""
    found: dict[str, Outline] = {}
    queue = [plan for plan in plans if plan]
    while queue:
        plan = queue.pop()
        outline = None if plan in found else store.outline(plan)
        if outline:
            found[plan] = outline
            queue.extend({point_named(ref)[0] for refs in outline.derives.values() for ref in refs})
    return found
