"""A number line: a row for each value with its place between nought and the greatest; a hollow mark for what is about a value."""

from __future__ import annotations

from collections.abc import Iterator

from tui.render.svg.parts import WIDE, broken, figure, stroke, words
from tui.views.quantities import amount
from tui.views.sums.scale import Scale, ScaleMark

_START, _END = 120, 380  # units between which the values lie
_WHOSE = 400  # where it begins whose they are
_TOP, _LINE, _GAP = 24, 14, 10


def scale(of: Scale, told: str) -> str:
    """Return the number line: the amount, its place, and whose it is."""
    rows = [(mark, [part for name, _ in mark.whose for part in broken(name, WIDE - _WHOSE)]) for mark in of.marks]
    high = _TOP + sum(_LINE * len(parts) + _GAP for _, parts in rows)
    return figure(told, high, _parts(of, rows, high), "scale")


def _parts(of: Scale, rows: list[tuple[ScaleMark, list[str]]], high: float) -> Iterator[str]:
    yield words(_START, 12, "0", kind="soft")
    yield words(_END, 12, f"{amount(of.most)} {of.unit}", kind="soft", end=True)
    for place in (_START, _END):
        yield stroke(place, 17, place, high - 4)
    y = _TOP + 10.0
    for mark, whose in rows:
        at = _START + (_END - _START) * mark.value / of.most
        yield words(_START - 10, y, mark.told, kind="bold", end=True)
        yield stroke(_START, y - 4, at, y - 4, "to")
        yield f'<circle class="mark{" hollow" if mark.about else ""}" cx="{at:.1f}" cy="{y - 4:.1f}" r="5"/>'
        for number, part in enumerate(whose):
            yield words(_WHOSE, y + _LINE * number, part)
        y += _LINE * len(whose) + _GAP
