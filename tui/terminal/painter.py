"""Sends only the cells that changed.

Textual's compositor hands over whole lines or regions; most of their cells stand on the terminal already. The painter keeps a model of what
the terminal shows, lays each update over it and writes the difference: moves, colour changes, the new characters, erasures for runs of
blanks, and a scroll where a band of lines moved. What it does not understand it leaves to Textual, and forgets the model, so that the next
update is drawn whole. It stands on private ground of Textual (`App._display`, compositor updates), which is why Textual is pinned and why a
test replays its bytes through a terminal emulator against Textual's own frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import eq, itemgetter

from rich.console import Console
from rich.segment import ControlType
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate

from tui.hostile import APART, JOINED, LEFT_TO_RIGHT, turned
from tui.terminal.cells import BLANK, Cell, Surprise, cells_of, sgr
from tui.terminal.measure import measure_alike
from tui.widths import cell, disputed

BRIDGE = 4  # unchanged cells of the same style that cost less to write again than to skip
TRY_SCROLL = 100  # bytes of difference from which it is worth looking for a scroll
_GAPS = re.compile("( {8,})")  # blanks that cost less to erase than to write
_STYLE = itemgetter(1)

measure_alike()


def is_whole(update: object, size: tuple[int, int]) -> bool:
    """Return whether an update has every cell of a screen of this size."""
    return isinstance(update, LayoutUpdate) and update.region.size == size


class Painter:
    """What the terminal shows, and the bytes that make it show something else; with `isolates` where it may be sent such signs."""

    def __init__(self, *, isolates: bool = True) -> None:
        self.isolates = isolates
        self.rows: list[list[Cell]] | None = None
        self.width = 0

    def forget(self) -> None:
        """Draw everything at the next update: the screen was resized, resumed, or written on by others."""
        self.rows = None

    def paint(self, update: object, console: Console, width: int, height: int) -> str | None:
        """Return what to write for this update; None when Textual must draw it itself."""
        if not isinstance(update, LayoutUpdate | ChopsUpdate) or not width or not height:
            return None
        lead = ""
        if self.rows is None or len(self.rows) != height or self.width != width:
            if not is_whole(update, (width, height)):
                return None
            self.width = width
            self.rows = [[BLANK] * width for _ in range(height)]
            lead = "\x1b[m\x1b[H\x1b[2J"
        try:
            wanted = self._laid_over(update, console)
        except Surprise:
            return None
        out = _Writer(width, isolates=self.isolates).difference(self.rows, wanted)
        if len(out) > TRY_SCROLL and not lead:
            out = min([out, *self._scrolled(wanted)], key=len)
        for y, row in wanted.items():
            self.rows[y] = row
        return lead + out

    def _laid_over(self, update: CompositorUpdate, console: Console) -> dict[int, list[Cell]]:
        """Return the rows that the update touches, as they will be."""
        assert self.rows is not None
        wanted: dict[int, list[Cell]] = {}
        x = y = 0
        for segment in update.__rich_console__(console, console.options):  # type: ignore[attr-defined]
            text, style, control = segment
            if control:
                kind, *where = control[0]
                if kind is not ControlType.CURSOR_MOVE_TO or len(control) != 1:
                    raise Surprise
                x, y = where
                continue
            if text == "\n":
                continue
            if not 0 <= y < len(self.rows):
                raise Surprise
            row = wanted.get(y)
            if row is None:
                row = wanted[y] = list(self.rows[y])
            if x >= self.width:  # laid out for a wider screen, before it grew smaller
                continue
            text = text if text.isascii() else _led(row, x, text)
            cells = cells_of(text, sgr(style))
            end = x + len(cells)
            row[x:end] = cells if end <= self.width else cells[: self.width - x]
            x = end
        return {y: row for y, row in wanted.items() if row != self.rows[y]}

    def _scrolled(self, wanted: dict[int, list[Cell]]) -> Iterator[str]:
        """Return the same difference after moving the touched lines up or down by one, where that puts more cells in their place."""
        assert self.rows is not None
        first, last = min(wanted), max(wanted)
        if last - first < 3:
            return
        band = self.rows[first : last + 1]
        target = [wanted.get(y, self.rows[y]) for y in range(first, last + 1)]
        blank, there = [[BLANK] * self.width], _alike(band, target)
        for shifted, edge in (
            ([*band[1:], *blank], f"\x1b[{last + 1}H\n"),  # index and reverse index: every VT100 has them
            ([*blank, *band[:-1]], f"\x1b[{first + 1}H\x1bM"),
        ):
            if _alike(shifted, target) > there:
                differ = {y: row for y, row in enumerate(target, first) if row != shifted[y - first]}
                after = _Writer(self.width, isolates=self.isolates).difference([*self.rows[:first], *shifted], differ)
                yield f"\x1b[{first + 1};{last + 1}r{edge}\x1b[r{after}"


class _Writer:
    """Builds one run of output; knows where the cursor is and which style is on."""

    def __init__(self, width: int, *, isolates: bool) -> None:
        self.width = width
        self.isolates = isolates
        self.out: list[str] = []
        self.at: tuple[int, int] | None = None  # None when the terminal's cursor may be anywhere
        self.style = ""

    def difference(self, old: list[list[Cell]], new: dict[int, list[Cell]]) -> str:
        """Return the bytes that turn the `old` rows into the `new` ones; the style is plain again at the end."""
        for y in sorted(new):
            self._row(y, old[y], new[y])
        self._set("")
        return "".join(self.out)

    def _row(self, y: int, old: list[Cell], new: list[Cell]) -> None:
        if _is_uncertain(old) or _is_uncertain(new):
            self._anew(y, new)
            return
        end = self.width
        while end and new[end - 1] == BLANK:
            end -= 1
        stale = old[end:].count(BLANK) < self.width - end
        for start, stop in _runs(old, new, end):
            self._move(start, y)
            self._write(new, start, stop, y)
        if stale:
            self._move(end, y)
            self._set("")
            self.out.append("\x1b[K")

    def _anew(self, y: int, new: list[Cell]) -> None:
        """Write a whole row on an empty line, and say anew where the cursor is behind each text on whose width terminals disagree.

        Nothing of what stood there can be left, however wide the terminal takes it to be; and nothing wraps into the next line. Words from
        right to left are kept apart by signs that stand on the terminal alone; who takes such a sign for a letter has it written over.
        """
        self._move(0, y)
        self._set("")
        self.out.append("\x1b[2K\x1b[?7l")
        end = self.width
        while end and new[end - 1] == BLANK:
            end -= 1
        apart = _apart(new) if self.isolates else {}
        start = 0
        for x in range(end):
            if disputed(new[x][0]) is not None or x + 1 == end or x + 1 in apart:
                stop = x + 1
                while stop < end and not new[stop][0]:
                    stop += 1
                self._move(start, y)
                self._write(new, start, stop, y)
                if x + 1 in apart:
                    if x + 1 < self.width:
                        self._move(x + 1, y)  # over blanks that were erased without the cursor
                    self.out.append(apart[x + 1])
                self.at, start = None, stop
        self._set("")
        if apart and end < self.width:
            self._move(end, y)
            self.out.append("\x1b[K")
        self.out.append("\x1b[?7h")

    def _write(self, row: list[Cell], start: int, stop: int, y: int) -> None:
        rest = 0  # blanks at the end, which are erased without the cursor
        for style, cells in groupby(row[start:stop], _STYLE):
            self._pass_over(rest)
            rest = 0
            text = "".join([text for text, _ in cells])
            self._set(style)
            if style or "        " not in text:
                self.out.append(text)
                continue
            for place, part in enumerate(_GAPS.split(text)):
                self._pass_over(rest)
                rest = len(part) if place % 2 else 0
                self.out.append(f"\x1b[{rest}X" if rest else part)
        self.at = (stop - rest, y) if stop - rest < self.width else None

    def _pass_over(self, cells: int) -> None:
        if cells:
            self.out.append(f"\x1b[{cells}C")

    def _move(self, x: int, y: int) -> None:
        if self.at == (x, y):
            return
        out = f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"
        if self.at is not None:
            right, down = x - self.at[0], y - self.at[1]
            if not x and down == 1:
                out = "\r\n"
            elif not down and right > 0:
                out = _steps(right, "C")
            elif not right and down > 0:
                out = _steps(down, "B")
        self.out.append(out)
        self.at = (x, y)

    def _set(self, style: str) -> None:
        if style == self.style:
            return
        if not style:
            self.out.append("\x1b[m")
        elif self.style:
            self.out.append(f"\x1b[0;{style}m")
        else:
            self.out.append(f"\x1b[{style}m")
        self.style = style


def _steps(count: int, way: str) -> str:
    return f"\x1b[{count}{way}" if count > 1 else f"\x1b[{way}"


def _alike(one: list[list[Cell]], other: list[list[Cell]]) -> int:
    """Return how many cells are the same."""
    return sum(sum(map(eq, a, b)) for a, b in zip(one, other, strict=True))


def _runs(old: list[Cell], new: list[Cell], end: int) -> Iterator[tuple[int, int]]:
    """Return where the rows differ, up to `end`; short stretches that are the same count as differing, and no wide character is halved."""
    differ = [x for x in range(end) if old[x] != new[x]]
    if not differ:
        return
    start = last = differ[0]
    for x in differ:
        if x - last > BRIDGE:
            yield _whole(new, start, last + 1)
            start = x
        last = x
    yield _whole(new, start, last + 1)


def _whole(row: list[Cell], start: int, stop: int) -> tuple[int, int]:
    while start and not row[start][0]:
        start -= 1
    while stop < len(row) and not row[stop][0]:
        stop += 1
    return start, stop


def _is_uncertain(row: list[Cell]) -> bool:
    """Return whether terminals may disagree on where the cells of a row stand: also because some turn words round, looking at all of it."""
    texts = [text for text, _ in row]
    if (joined := "".join(texts)).isascii():
        return False
    return bool(turned(joined)) or any(not text.isascii() and disputed(text) is not None for text in texts)


def _led(row: list[Cell], x: int, text: str) -> str:
    """Return a text without the signs of no width that it begins with. They join the letter before them; without one they have no place."""
    start = next((place for place, character in enumerate(text) if cell(character)), len(text))
    before = x - 1 if x and row[x - 1][0] else x - 2
    if start and before >= 0 and row[before][0].isalnum():  # and is alone: else they stand there already
        row[before] = (row[before][0] + text[:start], row[before][1])
    return text[start:]


def _apart(row: list[Cell]) -> dict[int, str]:
    """Return the signs that keep words from right to left apart, by the column before which each is written.

    A terminal keeps a sign with the cell before it: at the beginning of a line there is none, and the sign behind the words must do.
    """
    out: dict[int, str] = {}
    for start, stop in turned("".join([text[:1] or "\0" for text, _ in row])):
        out |= {start: APART, stop: JOINED} if start else {stop: LEFT_TO_RIGHT}
    return out
