"""Pictures as inline SVG: no script, no outside part, words that can be selected, colours from the style sheet of the document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from tui.dates import in_words
from tui.hostile import clean
from tui.views.timeline.lanes import Lane, LaneMark, Lanes, days_between, ticks

_WIDE, _LABEL, _ROW, _TOP = 720, 110, 26, 26  # units of the picture: its width, the names of lanes, a lane, the line of days
_RADIUS = 5
_LONGEST = 17  # letters of the name of a lane
_TICK = 46  # units that the words of a Monday take


def svg(drawing: object, told: str) -> str:
    """Return a drawing as SVG, with what it tells in words as its name; nothing for what is no drawing that is known here."""
    return _lanes(drawing, told) if isinstance(drawing, Lanes) else ""


def _lanes(of: Lanes, told: str) -> str:
    high = _TOP + _ROW * len(of.lanes) + 6
    parts = [f'<svg viewBox="0 0 {_WIDE} {high}" role="img" aria-label="{_safe(told)}" class="lanes">']
    parts.extend(_axis(of, high))
    for number, lane in enumerate(of.lanes):
        parts.extend(_lane(of, lane, _TOP + _ROW * number + _ROW // 2))
    return "".join([*parts, "</svg>"])


def _axis(of: Lanes, high: int) -> Iterator[str]:
    free = 0.0
    for day, told in ticks(of):
        at = _x(of, day)
        yield f'<line class="rule" x1="{at:.1f}" x2="{at:.1f}" y1="{_TOP - 6}" y2="{high - 4}"/>'
        if at >= free and at + _TICK < _WIDE + 12:
            yield f'<text class="soft" x="{at:.1f}" y="14">{told}</text>'
            free = at + _TICK
    today = _x(of, of.as_at) + _day_wide(of) / 2
    yield f'<line class="ink" stroke-dasharray="3 3" x1="{today:.1f}" x2="{today:.1f}" y1="{_TOP - 6}" y2="{high - 4}"/>'


def _lane(of: Lanes, lane: Lane, y: int) -> Iterator[str]:
    name = lane.name if len(lane.name) <= _LONGEST else f"{lane.name[: _LONGEST - 1]}…"
    yield f'<text x="0" y="{y + 4}">{_safe(name)}</text>'
    yield f'<line class="rule" x1="{_LABEL}" x2="{_WIDE}" y1="{y}" y2="{y}"/>'
    for mark in sorted(lane.marks, key=lambda mark: mark.exact):  # spans below single days
        yield _mark(of, mark, y)


def _mark(of: Lanes, mark: LaneMark, y: int) -> str:
    """Draw one event: a circle for a day, a bar for what may be on any of several days; what is expected is hollow."""
    hollow = " hollow" if mark.expected else ""
    wide = _day_wide(of)
    start, end = _x(of, max(mark.first, of.first)), _x(of, min(mark.last, of.last)) + wide
    day = in_words(mark.first) if mark.first == mark.last else f"{in_words(mark.first)} - {in_words(mark.last)}"
    day = f"about {day}" if mark.rough else day
    title = f"<title>{_safe(f'{day}: {mark.title}')}</title>"
    if mark.exact:
        return f'<circle class="mark{hollow}" cx="{(start + end) / 2:.1f}" cy="{y}" r="{_RADIUS}">{title}</circle>'
    return f'<rect class="span{hollow}" x="{start:.1f}" y="{y - 4}" width="{end - start:.1f}" height="8" rx="2">{title}</rect>'


def _x(of: Lanes, iso: str) -> float:
    since = (date.fromisoformat(iso) - date.fromisoformat(of.first)).days
    return _LABEL + since * _day_wide(of)


def _day_wide(of: Lanes) -> float:
    return (_WIDE - _LABEL) / days_between(of)


def _safe(text: str) -> str:
    return escape(clean(text, lines=False))
