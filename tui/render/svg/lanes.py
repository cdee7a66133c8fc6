"""Events as lanes: a circle for a day, a bar for what may be on any of several days, hollow for what is expected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui.dates import in_words
from tui.render.svg.parts import WIDE, figure, safe
from tui.views.timeline.lanes import Lane, LaneMark, Lanes, days_between, ticks

_LABEL, _ROW, _TOP = 110, 26, 26  # units of the picture: the names of lanes, a lane, the line of days
_RADIUS = 5
_LONGEST = 17  # letters of the name of a lane
_TICK = 46  # units that the words of a Monday take


def lanes(of: Lanes, told: str) -> str:
    """Return the lanes below a line of days, with the day of the reading as a dashed line."""
    high = _TOP + _ROW * len(of.lanes) + 6
    parts = [*_axis(of, high)]
    for number, lane in enumerate(of.lanes):
        parts.extend(_lane(of, lane, _TOP + _ROW * number + _ROW // 2))
    return figure(told, high, parts, "lanes")


def _axis(of: Lanes, high: int) -> Iterator[str]:
    free = 0.0
    for day, told in ticks(of):
        at = _x(of, day)
        yield f'<line class="rule" x1="{at:.1f}" x2="{at:.1f}" y1="{_TOP - 6}" y2="{high - 4}"/>'
        if at >= free and at + _TICK < WIDE + 12:
            yield f'<text class="soft" x="{at:.1f}" y="14">{told}</text>'
            free = at + _TICK
    today = _x(of, of.as_at) + _day_wide(of) / 2
    yield f'<line class="ink" stroke-dasharray="3 3" x1="{today:.1f}" x2="{today:.1f}" y1="{_TOP - 6}" y2="{high - 4}"/>'


def _lane(of: Lanes, lane: Lane, y: int) -> Iterator[str]:
    name = lane.name if len(lane.name) <= _LONGEST else f"{lane.name[: _LONGEST - 1]}…"
    yield f'<text x="0" y="{y + 4}">{safe(name)}</text>'
    yield f'<line class="rule" x1="{_LABEL}" x2="{WIDE}" y1="{y}" y2="{y}"/>'
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
        return f'<circle class="mark{hollow}" cx="{(start + end) / 2:.1f}" cy="{y}" r="{_RADIUS}">{title}</circle>'
    return f'<rect class="span{hollow}" x="{start:.1f}" y="{y - 4}" width="{end - start:.1f}" height="8" rx="2">{title}</rect>'


def _x(of: Lanes, iso: str) -> float:
    since = (date.fromisoformat(iso) - date.fromisoformat(of.first)).days
    return _LABEL + since * _day_wide(of)


def _day_wide(of: Lanes) -> float:
    return (WIDE - _LABEL) / days_between(of)
