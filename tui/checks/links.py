"""Every reference leads somewhere, and to a record of the kind that is meant; none leads to itself, or back to itself through others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.address import Address, written
from tui.checks.briefing import LINES, Briefing, Link
from tui.checks.parts import Target
from tui.checks.provenance import later
from tui.findings import Finding
from tui.model import Plan, Record


def links(briefing: Briefing) -> Iterator[Finding]:
    """Find unknown ids, ids of another kind, points that their plan has not, references in the wrong form."""
    for link in briefing.links:
        if link.malformed is not None:
            text, meant, fix = f"{link.text!r} is no reference of the form wanted here", link.malformed.meant, str(link.malformed)
            near = _near(briefing, link, meant) if meant else None
            yield briefing.find(link.subject, "E303", link.path, text, f'{fix}: "{near}"' if near else fix)
        elif link.target is not None:
            fault = _fault(briefing, link, link.target)
            if fault is not None:
                code, message, fix = fault
                yield briefing.find(link.subject, code, link.path, message, fix)


def _fault(briefing: Briefing, link: Link, target: Target) -> tuple[str, str, str] | None:
    """Return the code, message and mending of a reference that leads to nothing."""
    known = briefing.known
    if any(known.has(kind, target.id) for kind in target.kinds):
        return None if target.number is None else _point_fault(briefing, link, target.id, target.number)
    if known.hides(target.kinds, target.id):
        return None
    wanted = " or ".join(target.kinds)
    near = _near(briefing, link, target)
    fix = f'write "{_written(link, near, target.number)}"' if near else f"add this {wanted}, or name one that is there"
    others = known.kinds_of(target.id)
    if others:
        return "E302", f"{target.id!r} is {' and '.join(map(_article, others))}, and {_article(wanted)} is meant here", fix
    return "E301", f"there is no {wanted} {target.id!r}", fix


def _near(briefing: Briefing, link: Link, target: Target) -> str | None:
    """Return the id that was meant: the nearest of those that would be no fault in this place."""
    return briefing.known.nearest(target.kinds, target.id, lambda id_: _fits(briefing, link, target._replace(id=id_)))


def _fits(briefing: Briefing, link: Link, target: Target) -> bool:
    """Return whether a reference may name this: not itself, and nothing that was known only later."""
    own = getattr(link.subject, "kind", None) in target.kinds and target.id == getattr(link.subject, "id", None)
    return not (own and link.kind != "speaker") and later(briefing, link, target) is None


def _point_fault(briefing: Briefing, link: Link, plan: str, number: str) -> tuple[str, str, str] | None:
    known = briefing.known
    if known.has_point(plan, number):
        return None
    near = known.nearest_point(plan, number, lambda one: later(briefing, link, Target(("plan",), plan, one)) is None)
    fix = f'write "{_written(link, plan, near)}"' if near else f"give plan {plan!r} that point, or name another"
    return "E301", f"plan {plan!r} has no point {number!r}", fix


def _article(kind: str) -> str:
    return f"{'an' if kind.startswith(('e', 'i')) else 'a'} {kind}"


def _written(link: Link, record_id: str, number: str | None) -> str:
    """Return the reference, written with another id or number."""
    return written(Address.parse(link.text).head, record_id, number) if link.kind == "any" else written(record_id, number)


class _Node(NamedTuple):
    """A record, or a point of a plan."""

    kind: str
    id: str
    number: str | None

    def __str__(self) -> str:
        return written(self.id, self.number)


_OneStep = tuple[_Node, Link]


def selves(briefing: Briefing) -> Iterator[Finding]:
    """Find references of a record to itself, and of a point to itself."""
    for link in briefing.links:
        if link.target is None or link.kind == "speaker" or link.target.id != getattr(link.subject, "id", None):
            continue
        start = _start(link)
        if start is not None and _end(link) == start:
            yield briefing.find(link.subject, "E304", link.path, f"this `{link.field}` names itself", "name another, or take it away")


def circles(briefing: Briefing) -> Iterator[Finding]:
    """Find references that lead back to where they began, told once, at the step that closes the circle."""
    for line in LINES:
        steps: dict[_Node, list[_OneStep]] = {}
        for start, end, link in _along(briefing, line):
            steps.setdefault(start, []).append((end, link))
        for trail, link in _circles(steps):
            names = " -> ".join(map(str, trail))
            yield briefing.find(link.subject, "E305", link.path, f"`{line}` leads in a circle: {names}", "take one of these steps away")


def lineage(briefing: Briefing) -> set[tuple[str, str, str]]:
    """Return all that comes from, or consists of, something else: the line, and the names of both ends."""
    return {(line, str(start), str(end)) for line in LINES for start, end, _ in _along(briefing, line)}


def _along(briefing: Briefing, line: str) -> Iterator[tuple[_Node, _Node, Link]]:
    for link in briefing.kept.lines[line]:
        start, end = _start(link), _end(link)
        if start and end and start != end:
            yield start, end, link


def _circles(steps: dict[_Node, list[_OneStep]]) -> Iterator[tuple[list[_Node], Link]]:
    """Yield the circles in a graph, each as its nodes and the link that closes it. No recursion: a chain may be as long as the data."""
    done: set[_Node] = set()
    for first in steps:
        if first in done:
            continue
        trail = {first: iter(steps[first])}
        while trail:
            node, rest = next(reversed(trail.items()))
            end, link = next(rest, (None, None))
            if end is None or link is None:
                del trail[node]
                done.add(node)
            elif end in trail:
                nodes = list(trail)
                yield [*nodes[nodes.index(end) :], end], link
            elif end not in done and end in steps:
                trail[end] = iter(steps[end])


def _start(link: Link) -> _Node | None:
    """Return what refers: a record, or one of its points."""
    subject = link.subject
    if not isinstance(subject, Record):
        return None
    number = subject.point[int(link.path[1])].number if isinstance(subject, Plan) and link.path[0] == "point" else None
    return _Node(subject.kind, subject.id, number)


def _end(link: Link) -> _Node | None:
    return _Node(link.target.kinds[0], link.target.id, link.target.number) if link.target else None
