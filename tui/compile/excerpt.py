"""The line at fault, as a terminal may show it, with a caret below the place."""

from __future__ import annotations

import unicodedata

from tui.hostile import clean

_WIDTH = 96
_BEFORE = 40
_REACH = 4 * _WIDTH  # what lies farther off cannot be in the window, even where much of what lies nearer is taken out
_CUT = "…"


def excerpt(line: str, number: int, column: int, end: int) -> str:
    """Two lines: the source line behind its number, and carets under the characters from `column` up to `end` (both from 1).

    A long line is cut to a window around the place, so that the carets are never pushed out of sight.
    """
    start, end = column - 1, max(column, end) - 1
    before = clean(line[max(start - _REACH, 0) : start], lines=False)
    marked = clean(line[start : min(end, start + _REACH)], lines=False)
    after = clean(line[end : end + _REACH], lines=False)
    if len(before) + len(marked) + len(after) > _WIDTH:
        if len(before) > _BEFORE:
            before = _CUT + before[-_BEFORE:]
        room = _WIDTH - len(before)
        if len(marked) > room:
            marked, after = marked[: room - 1], _CUT
        elif len(marked) + len(after) > room:
            after = after[: max(room - len(marked) - 1, 0)] + _CUT
    gutter = f"{number:>5}"
    carets = "^" * max(_cells(marked), 1)
    return f"{gutter} | {before}{marked}{after}".rstrip() + f"\n{' ' * len(gutter)} | {' ' * _cells(before)}{carets}"


def _cells(text: str) -> int:
    """How many terminal cells a text takes, so that the carets stand below wide letters too."""
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1
