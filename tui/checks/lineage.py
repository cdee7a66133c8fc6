"""Nothing refers to itself, or back to itself through others."""

from __future__ import annotations

from collections.abc import Iterator

from tui.checks.briefing import Briefing
from tui.checks.links import Malformed, target_of
from tui.checks.parts import Path, Reference
from tui.findings import Finding
from tui.model import Plan, Record
from tui.source.loaded import Subject

# The fields along which something comes from, or consists of, something else.
_LINES = ("based_on", "members", "derives")
Node = tuple[str, str, str | None]


def selves(briefing: Briefing) -> Iterator[Finding]:
    """References of a record to itself, and of a point to itself."""
    for subject, reference in briefing.references:
        if _target(reference) == _node(subject, reference):
            fix = "name another, or take it away"
            yield briefing.find(subject, "E304", reference.path, f"this {_field(reference)} names itself", fix)


def circles(briefing: Briefing) -> Iterator[Finding]:
    """References that lead back to where they began, told once, where the circle closes in the order of the files."""
    for line in _LINES:
        steps: dict[Node, list[tuple[Node, Subject, Path]]] = {}
        for subject, reference in briefing.references:
            start, end = _node(subject, reference), _target(reference)
            if _field(reference) == line and start and end and start != end:
                steps.setdefault(start, []).append((end, subject, reference.path))
        yield from _closing(briefing, line, steps)


def _closing(briefing: Briefing, line: str, steps: dict[Node, list[tuple[Node, Subject, Path]]]) -> Iterator[Finding]:
    done: set[Node] = set()
    for start in steps:
        trail: list[Node] = []
        stack = [(start, iter(steps[start]))] if start not in done else []
        trail = [start] if stack else []
        while stack:
            node, rest = stack[-1]
            step = next(rest, None)
            if step is None:
                stack.pop()
                trail.pop()
                done.add(node)
            elif step[0] in trail:
                end, subject, path = step
                names = " -> ".join(_name(one) for one in [*trail[trail.index(end) :], end])
                yield briefing.find(subject, "E305", path, f"`{line}` leads in a circle: {names}", "take one of these steps away")
            elif step[0] not in done and step[0] in steps:
                stack.append((step[0], iter(steps[step[0]])))
                trail.append(step[0])


def _field(reference: Reference) -> str:
    return next(step for step in reversed(reference.path) if isinstance(step, str))


def _node(subject: Subject, reference: Reference) -> Node | None:
    """The record, or the point, that refers."""
    if not isinstance(subject, Record):
        return None
    if isinstance(subject, Plan) and reference.path[0] == "point":
        return ("plan", subject.id, subject.point[int(reference.path[1])].number)
    return (subject.kind, subject.id, None)


def _target(reference: Reference) -> Node | None:
    try:
        target = target_of(reference)
    except Malformed:
        return None
    return (target.kinds[0], target.id, target.number) if target and len(target.kinds) == 1 else None


def _name(node: Node) -> str:
    return node[1] if node[2] is None else f"{node[1]}/{node[2]}"
