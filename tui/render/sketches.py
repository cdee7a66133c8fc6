"""Pictures with blocks and letters, for a terminal: a line each, for the width at hand. SKETCHES: what can be drawn so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from tui.views.blocks import Block, Line, Page, Para, Picture, Sketch, Span, instead, line
from tui.views.cells import wrap
from tui.views.compare.family import Branch, Family
from tui.views.sums.scale import Scale
from tui.widths import width

NARROW = 56  # cells under which whose a value is stands below its bar
NAME = 16  # cells of the name of a text in the tree, where it is not longer
_FULL, _ROUGH = "█", "▒"


def sketched(page: Page, cells: int) -> Page:
    """Return the page with every picture drawn at a width of `cells`, in words where it cannot be."""

    def draw(one: Picture) -> tuple[Block, ...]:
        title = Para((Span(one.title, "label"),))
        if sketch := SKETCHES.get(type(one.drawing)):
            return (title, Sketch(sketch(one.drawing, cells)))
        return one.told or (Para((Span(f"{one.title}: ", "label"), *one.line)),)

    return instead(page, draw)


def scale(of: Scale, cells: int) -> tuple[Line, ...]:
    """Draw a bar for each value, from nought to it, and behind it whose it is; no sharp end for what is about a value."""
    named = max(width(mark.told) for mark in of.marks)
    beside = cells >= NARROW
    bar = max(4, (cells - named - 4) * (40 if beside else 100) // 100)
    room = max(8, cells - named - bar - 4) if beside else max(8, cells - 4)
    out: list[Line] = []
    for mark in of.marks:
        long = max(1, round(bar * mark.value / of.most))
        drawn = _FULL * (long - 1) + (_ROUGH if mark.about else _FULL)
        lead = line(Span(mark.told.rjust(named), "number"), "  ", Span(drawn, "label"))
        parts = [part for name, to in mark.whose for part in wrap(line(Span(name, "text", to)), room)]
        if beside:
            out += [(*lead, Span(" " * (bar - long + 2)), *parts[0]), *(line(" " * (named + bar + 4), *part) for part in parts[1:])]
        else:
            out += [lead, *(line("    ", *part) for part in parts)]
    return tuple(out)


def family(of: Family, cells: int) -> tuple[Line, ...]:
    """Draw a line for each text, tied to the one that it is based on."""
    out: list[Line] = []
    room = max(width(_tie(one)) + max(NAME, width(one.short)) for one in of.branches) + 2
    for one in of.branches:
        tie = _tie(one)
        name = Span(one.short, "number" if one.chosen else "strong", one.address)
        gap = " " * max(2, room - width(tie) - width(one.short))
        if room + NAME > cells:
            out.append(line(Span(tie, "dim"), name))
            continue
        parts = wrap(line(one.told), cells - room)
        out.append((*line(Span(tie, "dim"), name, gap), *parts[0]))
        below = "".join("│  " if more else "   " for more in one.follows)
        out += [(*line(Span(below.ljust(room), "dim")), *part) for part in parts[1:]]
    return tuple(out)


def _tie(one: Branch) -> str:
    if not one.follows:
        return ""
    return "".join("│  " if more else "   " for more in one.follows[:-1]) + ("├─ " if one.follows[-1] else "└─ ")


SKETCHES: Mapping[type, Callable[[Any, int], tuple[Line, ...]]] = MappingProxyType({Scale: scale, Family: family})
