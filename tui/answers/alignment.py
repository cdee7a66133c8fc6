"""Which points of several plans belong on one row.

Alignment is authored: a point names the points it `derives` from. Two points share a row when one derives from the other, at once or
through further plans, or when both derive from a third. Likeness of words plays no part.

Plans that share no descent at all, as two texts written apart, meet under an issue: where each has one row there, the rows become one.

A point stands on one row only. Where it derives from points under several headings, it goes with those under its own first issue;
the others note that they are dealt with elsewhere.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tui.answers.marks import composed, farthest, inverse
from tui.model import Plan, Point, Relation
from tui.store.read import Store

Node = tuple[str, str]
"""A point: the plan's id and the point's number."""


@dataclass(slots=True, eq=False)
class Group:
    """The points of one row: one list for each plan asked for, and what stands elsewhere though it derives from here."""

    members: tuple[list[Point], ...]
    nodes: list[Node] = field(default_factory=list)
    elsewhere: list[tuple[int, Node]] = field(default_factory=list)


class Alignment:
    """The points of the plans asked for, in groups. `None` stands for a column that is no plan known at the time."""

    def __init__(self, store: Store, plans: Sequence[Plan | None]) -> None:
        self.plans = plans
        self._points = _with_ancestors(store, plans)
        self._edges: dict[Node, list[tuple[Node, Relation]]] = {}
        self._root: dict[Node, Node] = {}
        self._cut: list[tuple[Node, Node]] = []
        self._join_ancestors()
        self.groups = self._grouped()

    def relations(self, sources: Iterable[Node]) -> dict[Node, Relation]:
        """How each point that can be reached from `sources` stands to the nearest of them; of several ways as short, the farthest apart."""
        found: dict[Node, Relation] = dict.fromkeys(sources, "same")
        rim = list(found)
        while rim:
            step: dict[Node, Relation] = {}
            for node in rim:
                for other, relation in self._edges.get(node, ()):
                    if other not in found:
                        here = composed(found[node], relation)
                        step[other] = farthest((here, step[other])) if other in step else here
            found |= step
            rim = list(step)
        return found

    def families(self) -> list[int]:
        """For each plan the first plan of its family: the plans that share descent with it, in however many points."""
        first = list(range(len(self.plans)))
        for group in self.groups:
            here = {first[index] for index, members in enumerate(group.members) if members} | {first[index] for index, _ in group.elsewhere}
            if len(here) > 1:
                first = [min(here) if family in here else family for family in first]
        return first

    def meet(self, heading_of: Callable[[Group], str]) -> None:
        """Join the rows of plans written apart, under every heading where each family has one row and no more."""
        families = self.families()
        under: dict[str, list[Group]] = {}
        for group in self.groups:
            under.setdefault(heading_of(group), []).append(group)
        joined: set[Group] = set()
        for groups in under.values():
            owners = {families[index] for group in groups for index, members in enumerate(group.members) if members}
            if 1 < len(groups) == len(owners):
                for group in groups[1:]:
                    self._merge(groups[0], group)
                joined.update(groups[1:])
        self.groups = [group for group in self.groups if group not in joined]

    def _merge(self, group: Group, other: Group) -> None:
        """Take `other` into `group`. No edge is added: nobody has said how the two stand to each other."""
        for members, more in zip(group.members, other.members, strict=True):
            members.extend(more)
        group.nodes.extend(other.nodes)
        group.elsewhere.extend(other.elsewhere)
        self._root[self.group_of(other.nodes[0])] = self.group_of(group.nodes[0])

    def group_of(self, node: Node) -> Node:
        """The node that stands for the whole group of `node`."""
        root = node
        while self._root.get(root, root) != root:
            root = self._root[root]
        while self._root.get(node, node) != root:
            self._root[node], node = root, self._root[node]
        return root

    def _join_ancestors(self) -> None:
        """Walk upwards from the points asked for; what lies below them in other plans must not join their rows."""
        queue = deque((plan.id, point.number) for plan in self.plans if plan for point in plan.point)
        seen = set(queue)
        while queue:
            node = queue.popleft()
            point = self._points[node]
            parents = [parent for parent in self._parents(point) if parent != node]
            kept = self._same_heading(point, parents)
            for parent in parents:
                if parent not in seen:
                    seen.add(parent)
                    queue.append(parent)
                if parent in kept:
                    self._root[self.group_of(node)] = self.group_of(parent)
                else:
                    self._cut.append((node, parent))
            self._relate(node, point, [parent for parent in parents if parent in kept])

    def _relate(self, node: Node, point: Point, parents: list[Node]) -> None:
        """The authored relation holds towards the first point named; towards another that lies behind that one it follows from both."""
        behind: set[Node] = set()
        for parent in parents:
            if parent in behind:
                continue
            if len(parents) > 1:
                behind |= self._above(parent)
            relation = point.relation or ("same" if point.text == self._points[parent].text else "changed")
            self._edges.setdefault(parent, []).append((node, relation))
            self._edges.setdefault(node, []).append((parent, inverse(relation)))

    def _above(self, node: Node) -> set[Node]:
        above: set[Node] = set()
        queue = [node]
        while queue:
            for parent in self._parents(self._points[queue.pop()]):
                if parent not in above:
                    above.add(parent)
                    queue.append(parent)
        return above

    def _parents(self, point: Point) -> list[Node]:
        refs = [*point.derives, *(ref for clause in point.clause for ref in clause.derives)]
        found = (resolve(ref, self._points) for ref in refs)
        return list(dict.fromkeys(node for node in found if node))

    def _same_heading(self, point: Point, parents: list[Node]) -> set[Node]:
        """The parents under the point's first issue; where there are none, those that share any issue; where there are none, all."""
        first = {node for node in parents if self._points[node].issues[:1] == point.issues[:1]}
        shared = {node for node in parents if set(self._points[node].issues) & set(point.issues)}
        return first or shared or set(parents)

    def _grouped(self) -> list[Group]:
        groups: dict[Node, Group] = {}
        for index, plan in enumerate(self.plans):
            for point in plan.point if plan else ():
                node = (plan.id, point.number) if plan else ("", "")
                group = groups.setdefault(self.group_of(node), Group(tuple([] for _ in self.plans)))
                group.members[index].append(point)
                group.nodes.append(node)
        order = {plan.id: index for index, plan in enumerate(self.plans) if plan}
        for node, parent in self._cut:
            there = groups.get(self.group_of(parent))
            if there and node[0] in order and self.group_of(node) != self.group_of(parent):
                there.elsewhere.append((order[node[0]], node))
        return list(groups.values())


def resolve(ref: str, points: dict[Node, Point]) -> Node | None:
    """The point that a reference such as `us-28/21a` means: that number, or the point that holds that clause."""
    plan, _, number = ref.partition("/")
    for candidate in (number, number[:-1]):
        if (plan, candidate) in points:
            return plan, candidate
    return None


def _with_ancestors(store: Store, plans: Sequence[Plan | None]) -> dict[Node, Point]:
    """All points of the plans asked for and of every plan that they derive from."""
    loaded: dict[str, Plan] = {plan.id: plan for plan in plans if plan}
    queue = list(loaded.values())
    while queue:
        for name in _plans_named(queue.pop()):
            if name not in loaded:
                record = store.get("plan", name)
                if isinstance(record, Plan):
                    loaded[name] = record
                    queue.append(record)
    return {(plan.id, point.number): point for plan in loaded.values() for point in plan.point}


def _plans_named(plan: Plan) -> set[str]:
    refs = (ref for point in plan.point for ref in (*point.derives, *(r for clause in point.clause for r in clause.derives)))
    return {ref.partition("/")[0] for ref in refs}
