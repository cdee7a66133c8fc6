"""Pictures as inline SVG: no script, no outside part, words that can be selected, colours from the style sheet of the document.

First what all share; then each drawing: lanes, scale, family, tiles; DRAWN at the end names them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from html import escape
from textwrap import wrap
from types import MappingProxyType
from typing import Any

from tui.dates import in_words
from tui.hostile import clean, isolated
from tui.views.compare.family import Family
from tui.views.quantities import amount
from tui.views.sums.scale import Scale, ScaleMark
from tui.views.tiles import Tile, Tiles
from tui.views.timeline.lanes import Lane, LaneMark, Lanes, days_between, ticks
from tui.widths import width

WIDE = 720  # units of a picture
LETTER = 6.1  # units that a letter takes, taken widely: nobody here knows the fonts of the reader


def figure(told: str, high: float, parts: Iterable[str], name: str) -> str:
    """Return the parts as one picture, so high; `name` is its class, `told` is read to who does not see it."""
    head = f'<svg viewBox="0 0 {WIDE} {high:.0f}" role="img" aria-label="{safe(told)}" class="{name}">'
    return "".join([head, *parts, "</svg>"])


def words(x: float, y: float, text: str, *, kind: str = "", end: bool = False) -> str:
    """Return words at a place, that begin there or, with `end`, end there; `kind` is their class."""
    anchor = ' text-anchor="end"' if end else ""
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:.1f}" y="{y:.1f}"{anchor}>{safe(text)}</text>'


def stroke(x1: float, y1: float, x2: float, y2: float, kind: str = "rule") -> str:
    """Return a line from one place to another; `kind` is its class."""
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def broken(text: str, units: float) -> list[str]:
    """Return a text in lines of at most so many units."""
    return wrap(clean(text, lines=False), max(6, int(units / LETTER))) or [""]


def short(text: str, units: float) -> str:
    """Return a text cut where it takes more than so many units."""
    most = int(units / LETTER)
    return text if width(text) <= most else f"{text[: max(1, most - 1)].rstrip()}…"


def safe(text: str) -> str:
    """Return words that can stand anywhere in markup, on one line, without what no text may carry, what runs leftward kept apart."""
    return escape(isolated(clean(text, lines=False)))


_LANE_NAME, _LANE, _DAYS = 110, 26, 26  # units of the picture: the names of lanes, a lane, the line of days
_DAY = 5
_LONGEST_LANE = 17  # letters of the name of a lane
_MONDAY = 46  # units that the words of a Monday take


def lanes(of: Lanes, told: str) -> str:
    """Return the lanes below a line of days, with the day of the reading as a dashed line."""
    high = _DAYS + _LANE * len(of.lanes) + 6
    parts = [*_day_line(of, high)]
    for number, lane in enumerate(of.lanes):
        parts.extend(_lane(of, lane, _DAYS + _LANE * number + _LANE // 2))
    return figure(told, high, parts, "lanes")


def _day_line(of: Lanes, high: int) -> Iterator[str]:
    free = 0.0
    for day, told in ticks(of):
        at = _x(of, day)
        yield f'<line class="rule" x1="{at:.1f}" x2="{at:.1f}" y1="{_DAYS - 6}" y2="{high - 4}"/>'
        if at >= free and at + _MONDAY < WIDE + 12:
            yield f'<text class="soft" x="{at:.1f}" y="14">{told}</text>'
            free = at + _MONDAY
    today = _x(of, of.as_at) + _day_wide(of) / 2
    yield f'<line class="ink" stroke-dasharray="3 3" x1="{today:.1f}" x2="{today:.1f}" y1="{_DAYS - 6}" y2="{high - 4}"/>'


def _lane(of: Lanes, lane: Lane, y: int) -> Iterator[str]:
    name = lane.name if len(lane.name) <= _LONGEST_LANE else f"{lane.name[: _LONGEST_LANE - 1]}…"
    yield f'<text x="0" y="{y + 4}">{safe(name)}</text>'
    yield f'<line class="rule" x1="{_LANE_NAME}" x2="{WIDE}" y1="{y}" y2="{y}"/>'
    for mark in sorted(lane.marks, key=lambda mark: mark.exact):  # spans below single days
        yield _mark(of, mark, y)


def _mark(of: Lanes, mark: LaneMark, y: int) -> str:
    """Draw one event: a circle for a day, a bar for what may be on any of several days; what is expected is hollow."""
    hollow = " hollow" if mark.expected else ""
    wide = _day_wide(of)
    start, end = _x(of, max(mark.first, of.first)), _x(of, min(mark.last, of.last)) + wide
    day = in_words(mark.first) if mark.first == mark.last else f"{in_words(mark.first)} - {in_words(mark.last)}"
    day = f"about {day}" if mark.rough else day
    with_whom = f" ({', '.join(mark.people)})" if mark.people else ""
    title = f"<title>{safe(f'{day}: {mark.title}{with_whom}')}</title>"
    if mark.exact:
        return f'<circle class="mark{hollow}" cx="{(start + end) / 2:.1f}" cy="{y}" r="{_DAY}">{title}</circle>'
    return f'<rect class="span{hollow}" x="{start:.1f}" y="{y - 4}" width="{end - start:.1f}" height="8" rx="2">{title}</rect>'


def _x(of: Lanes, iso: str) -> float:
    since = (date.fromisoformat(iso) - date.fromisoformat(of.first)).days
    return _LANE_NAME + since * _day_wide(of)


def _day_wide(of: Lanes) -> float:
    return (WIDE - _LANE_NAME) / days_between(of)


_NOUGHT, _GREATEST = 120, 380  # units between which the values lie
_WHOSE = 400  # where it begins whose they are
_SCALE_TOP, _WHOSE_LINE, _WHOSE_GAP = 24, 14, 10


def scale(of: Scale, told: str) -> str:
    """Return the number line: the amount, its place, and whose it is."""
    rows = [(mark, [part for name, _ in mark.whose for part in broken(name, WIDE - _WHOSE)]) for mark in of.marks]
    high = _SCALE_TOP + sum(_WHOSE_LINE * len(parts) + _WHOSE_GAP for _, parts in rows)
    return figure(told, high, _scale_parts(of, rows, high), "scale")


def _scale_parts(of: Scale, rows: list[tuple[ScaleMark, list[str]]], high: float) -> Iterator[str]:
    yield words(_NOUGHT, 12, "0", kind="soft")
    yield words(_GREATEST, 12, f"{amount(of.most)} {of.unit}", kind="soft", end=True)
    for place in (_NOUGHT, _GREATEST):
        yield stroke(place, 17, place, high - 4)
    y = _SCALE_TOP + 10.0
    for mark, whose in rows:
        at = _NOUGHT + (_GREATEST - _NOUGHT) * mark.value / of.most
        yield words(_NOUGHT - 10, y, mark.told, kind="bold", end=True)
        yield stroke(_NOUGHT, y - 4, at, y - 4, "to")
        yield f'<circle class="mark{" hollow" if mark.about else ""}" cx="{at:.1f}" cy="{y - 4:.1f}" r="5"/>'
        for number, part in enumerate(whose):
            yield words(_WHOSE, y + _WHOSE_LINE * number, part)
        y += _WHOSE_LINE * len(whose) + _WHOSE_GAP


_TEXT, _TREE_TOP, _LEVEL, _LONGEST_TEXT = 22, 6, 22, 150  # units of a text, above the first, of a level, of the longest name


def family(of: Family, told: str) -> str:
    """Return the tree, the living text and one that is chosen filled, the others hollow."""
    return figure(told, _TREE_TOP + _TEXT * len(of.branches) + 4, _tree(of), "family")


def _tree(of: Family) -> Iterator[str]:
    said = _LEVEL * max(one.depth for one in of.branches) + _LONGEST_TEXT
    above: dict[int, float] = {}
    for number, one in enumerate(of.branches):
        x, y = 8.0 + _LEVEL * one.depth, _TREE_TOP + _TEXT * number + _TEXT / 2
        if one.depth:
            yield stroke(x - _LEVEL, above[one.depth - 1] + 5, x - _LEVEL, y, "tie")
            yield stroke(x - _LEVEL, y, x - 5, y, "tie")
        above[one.depth] = y
        yield f'<circle class="mark{"" if one.living or one.chosen else " hollow"}" cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>'
        yield words(x + 10, y + 4, short(one.short, _LONGEST_TEXT - 14), kind="bold")
        yield words(said, y + 4, short(one.told, WIDE - said))


_TILES_NAME, _TILE_ROW, _HEAD = 168, 18, 18  # units of the names of rows, of a row, of heads that stand level
_TURNED_HEAD = 78  # of heads that are turned


def tiles(of: Tiles, told: str) -> str:
    """Return the grid; heads are turned where they are wider than their column."""
    wide = (WIDE - _TILES_NAME) / max(1, len(of.heads))
    turned = any(len(head) * LETTER > wide for head in of.heads)
    top = _TURNED_HEAD if turned else _HEAD
    return figure(told, top + _TILE_ROW * len(of.rows) + 4, _tile_rows(of, wide, top, turned=turned), "tiles")


def _tile_rows(of: Tiles, wide: float, top: float, *, turned: bool) -> Iterator[str]:
    for place, head in enumerate(of.heads):
        x = _TILES_NAME + wide * place
        if turned:
            at = f"{x + wide / 2 + 4:.1f} {top - 6:.1f}"
            yield f'<text class="head" transform="translate({at}) rotate(-50)">{safe(short(head, _TURNED_HEAD * 1.25))}</text>'
        else:
            yield words(x + 3, top - 6, head, kind="head")
    for number, (name, cells) in enumerate(of.rows):
        y = top + _TILE_ROW * number
        yield stroke(0, y, WIDE, y)
        yield words(0, y + 13, short(name, _TILES_NAME - 6))
        for place, tile in enumerate(cells):
            if tile:
                yield from _tile(tile, _TILES_NAME + wide * place, y, wide)


def _tile(tile: Tile, x: float, y: float, wide: float) -> Iterator[str]:
    kind = f"tile {tile.role}{' on' if tile.on else ''}"
    told = " ".join(filter(None, (tile.lead, tile.word)))
    left = 0 if tile.on else 1
    yield (
        f'<rect class="{kind}" x="{x + left:.1f}" y="{y + 1:.1f}" width="{wide - left:.1f}" height="{_TILE_ROW - 2}">'
        f"<title>{safe(told)}</title></rect>"
    )
    if told:
        yield words(x + 4, y + 13, short(told, wide - 4), kind=f"in {tile.role}")


DRAWN: Mapping[type, Callable[[Any, str], str]] = MappingProxyType({Lanes: lanes, Scale: scale, Family: family, Tiles: tiles})


def svg(drawing: object, told: str) -> str:
    """Return a drawing as SVG, with what it tells in words as its name. KeyError for what is no drawing that is known here."""
    return DRAWN[type(drawing)](drawing, told)
