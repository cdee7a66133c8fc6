"""Whether what a guarantee leaves unsaid is said elsewhere: unsaid means that nothing in the briefing says it.

What speaks of a guarantee (a position, a figure, a point that carries it, a status) names the axes on which it says something.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.address import cuts_of, point_named
from tui.checks.briefing import Briefing
from tui.checks.parts import Target, since
from tui.compile.loaded import KeyPath
from tui.dates import in_words
from tui.findings import Finding
from tui.model import AXES, Figure, Guarantee, Plan, Position, Record

_NONE = "none"


class Speaking(NamedTuple):
    """What speaks of a guarantee: where a finding about it stands, what to call it, the day from which it was known, and its axes."""

    subject: Record
    path: KeyPath
    name: str
    day: str | None
    axes: tuple[str, ...]
    of: Guarantee


def answered_elsewhere(briefing: Briefing) -> Iterator[Finding]:
    """Find axes that are unsaid, or unsaid until a later day, though something that speaks of the guarantee says something on them."""
    for one in _speaking(briefing):
        for axis in AXES:
            if axis.field not in one.axes:
                continue
            cell = getattr(one.of, axis.field)
            if cell is None:
                told = f"{one.of.id} leaves {axis.field!r} unsaid, and {one.name} says something on it"
                fix = f"fill {axis.field!r} of {one.of.id}, or take it out of the axes if it is no answer"
                yield briefing.find(one.subject, "W517", one.path, told, fix)
                continue
            begins, day = since(cell, one.of, since(one.of, None, None)) or "", max(one.day or "", since(one.of, None, None) or "")
            if day < begins:
                start = f"from {in_words(day)}" if day else "already"
                told = f"{one.of.id} leaves {axis.field!r} unsaid until {in_words(begins)}, and {one.name} says something on it {start}"
                fix = f"say in {axis.field!r} of {one.of.id} what was known first, and what came later in a status"
                yield briefing.find(one.subject, "W517", one.path, told, fix)


def axes_told(briefing: Briefing) -> Iterator[Finding]:
    """Find what speaks of a guarantee that leaves axes unsaid, and does not tell on which axes it says something."""
    for one in _speaking(briefing):
        unsaid = [axis.field for axis in AXES if getattr(one.of, axis.field) is None]
        if unsaid and not one.axes:
            told = f"{one.of.id} leaves {', '.join(unsaid)} unsaid; whether {one.name} says something on that is not told"
            fix = 'fill what it answers and name the axes on which it speaks, as in axes = ["forces"]; axes = ["none"] if on none'
            yield briefing.find(one.subject, "W518", one.path, told, fix)


def axes_of_nothing(briefing: Briefing) -> Iterator[Finding]:
    """Find positions and figures with axes that are about no guarantee, and axes of which one is `none`."""
    for told in _about(briefing):
        if told.axes and told.guarantee is None:
            text = f"{told.kind} {told.id!r} names axes, and no guarantee"
            yield briefing.find(told, "W519", ("axes",), text, "name the guarantee, or take the axes away")
    for one in _speaking(briefing):
        if _NONE in one.axes and len(one.axes) > 1:
            text = f"{one.name} says something on no axis, and on {', '.join(axis for axis in one.axes if axis != _NONE)}"
            yield briefing.find(one.subject, "W519", one.path, text, 'take "none" out, or the others')


def _about(briefing: Briefing) -> list[Position | Figure]:
    return [*briefing.of(Position), *briefing.of(Figure)]


def _speaking(briefing: Briefing) -> Iterator[Speaking]:
    for told in _about(briefing):
        named = briefing.record("guarantee", told.guarantee) if told.guarantee else None
        if isinstance(named, Guarantee):
            path: KeyPath = ("axes",) if told.axes else ("guarantee",)
            yield Speaking(told, path, f"{told.kind} {told.id}", since(told, None, None), told.axes, named)
    for of in briefing.of(Guarantee):
        own = since(of, None, None)
        for index, status in enumerate(of.status):
            day = since(status, of, own)
            yield Speaking(of, ("status", index), f"its status of {in_words(day)}", day, status.axes, of)
        for index, text in enumerate(of.carried_by):
            plan, number = point_named(text)
            found = briefing.record("plan", plan)
            points = {one.number: one for one in found.point} if isinstance(found, Plan) else {}
            point = next((points[whole] for whole, _ in cuts_of(number) if whole in points), None)
            if point is not None and (point.text or point.clause or point.version):
                day = briefing.since(Target(("plan",), plan, number))
                yield Speaking(of, ("carried_by", index), f"point {text}", day, point.axes, of)
