"""Nothing refers to itself, or back to itself through others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.address import written
from tui.checks.briefing import LINES, Briefing, Link
from tui.findings import Finding
from tui.model import Plan, Record


class _Node(NamedTuple):
    """A record, or a point of a plan."""

    kind: str
    id: str
    number: str | None

    def __str__(self) -> str:
        return written(self.id, self.number)


_Step = tuple[_Node, Link]


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
        steps: dict[_Node, list[_Step]] = {}
        for start, end, link in _steps(briefing, line):
            steps.setdefault(start, []).append((end, link))
        for trail, link in _circles(steps):
            names = " -> ".join(map(str, trail))
            yield briefing.find(link.subject, "E305", link.path, f"`{line}` leads in a circle: {names}", "take one of these steps away")


def lineage(briefing: Briefing) -> set[tuple[str, str, str]]:
    """Return all that comes from, or consists of, something else: the line, and the names of both ends."""
    return {(line, str(start), str(end)) for line in LINES for start, end, _ in _steps(briefing, line)}


def _steps(briefing: Briefing, line: str) -> Iterator[tuple[_Node, _Node, Link]]:
    for link in briefing.kept.lines[line]:
        start, end = _start(link), _end(link)
        if start and end and start != end:
            yield start, end, link


def _circles(steps: dict[_Node, list[_Step]]) -> Iterator[tuple[list[_Node], Link]]:
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
