"""The texts as a tree: a line for each, tied to the one that it is based on."""

from __future__ import annotations

from collections.abc import Iterator

from tui.render.svg.parts import WIDE, figure, short, stroke, words
from tui.views.compare.family import Branch, Family

_ROW, _TOP, _STEP, _NAME = 22, 6, 22, 150  # units of a text, above the first, of a level, of the longest name


def family(of: Family, told: str) -> str:
    """Return the tree, the living text and one that is chosen filled, the others hollow."""
    return figure(told, _TOP + _ROW * len(of.branches) + 4, _parts(of), "family")


def _parts(of: Family) -> Iterator[str]:
    said = _STEP * max(one.depth for one in of.branches) + _NAME
    above: dict[int, float] = {}
    for number, one in enumerate(of.branches):
        x, y = 8.0 + _STEP * one.depth, _TOP + _ROW * number + _ROW / 2
        if one.depth:
            yield stroke(x - _STEP, above[one.depth - 1] + 5, x - _STEP, y, "tie")
            yield stroke(x - _STEP, y, x - 5, y, "tie")
        above[one.depth] = y
        yield f'<circle class="mark{"" if _filled(one) else " hollow"}" cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>'
        yield words(x + 10, y + 4, short(one.short, _NAME - 14), kind="bold")
        yield words(said, y + 4, short(one.told, WIDE - said))


def _filled(one: Branch) -> bool:
    return one.living or one.chosen
