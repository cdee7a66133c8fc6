"""A list drawn line by line: however long it is, only the rows on the screen are asked for. A bar shows the current row.

The bar goes over the whole row, since a mark in the gutter is lost on a wide screen. A move draws two rows anew, where the mark alone took
15 bytes: docs/performance.md has what that costs, and why it was chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from tui.app.look import Look
from tui.app.widgets.drawn import Drawn
from tui.views.blocks import Line, Span
from tui.views.cells import cut, line_width
from tui.views.orders import DOWN, UP
from tui.views.pane import GUTTER, Column, Row
from tui.widths import width

_STANDS_OUT = Style(bold=True, underline=True)  # the cell in which the reader is, without the bar of its row
LEAST_BELOW_LEAD = 8  # lines of a list below its lead; where there are fewer the lead gives way


class RowList(Drawn):
    """Rows in columns, a cursor, and the top row on the screen. `active` tells whether keys move in it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "list")
        self.rows: Sequence[Row] = ()
        self.columns: tuple[Column, ...] = ()
        self.cursor = 0
        self.top = 0
        self.active = True
        self.empty = ""
        self.lead: tuple[Line, ...] = ()  # what stands above the titles of the columns
        self.first_lines = 0  # of the lead, those that stand also where the rest has no room
        self.mark_of: Callable[[Row], str] = lambda _: " "  # what stands beside a row, in one cell
        self.cells = 0  # how wide it is, or will be once it has the room it was given

    @property
    def header(self) -> int:
        """Return how many lines stand above the rows: the lead where there is room for it and some rows, and the column titles."""
        titles = 1 if any(column.title for column in self.columns) and self.size.height > 3 else 0
        return titles + self._led

    @property
    def _led(self) -> int:
        return len(self.lead) if self.size.height >= len(self.lead) + LEAST_BELOW_LEAD else min(self.first_lines, self.size.height // 4)

    @property
    def hidden(self) -> int:
        """Return how many columns there is no room for."""
        return column_widths(self.columns, self.cells - GUTTER).count(0) if self.cells > GUTTER and self.rows else 0

    @property
    def heads(self) -> list[str]:
        """Return the titles of the columns that there is room for, without the mark of the order."""
        widths = column_widths(self.columns, self.cells - GUTTER)
        return [column.title.rstrip(UP + DOWN) for column, size in zip(self.columns, widths, strict=True) if size]

    @property
    def page(self) -> int:
        """Return how many rows fit."""
        return max(1, self.size.height - self.header)

    def show(self, rows: Sequence[Row], columns: tuple[Column, ...], cursor: int, top: int, empty: str = "Nothing here.") -> None:
        """Draw other rows, with the cursor on the nearest row that can be chosen."""
        self.rows, self.columns, self.empty = rows, columns, empty
        self.cursor = _choosable(rows, max(0, min(cursor, len(rows) - 1)), 1)
        self.top = top
        self._keep_in_view()
        self.put_letters({})
        self.refresh()

    @property
    def rows_seen(self) -> list[int]:
        """Return the places of the rows on the screen that can be chosen."""
        shown = range(self.top, min(self.top + self.page, len(self.rows)))
        return [place for place in shown if not self.rows[place].heading]

    def move(self, by: int) -> bool:
        """Move the cursor over rows that can be chosen; False when it stays."""
        if not self.rows:
            return False
        target = max(0, min(self.cursor + by, len(self.rows) - 1))
        target = _choosable(self.rows, target, 1 if by > 0 else -1)
        return self.put(target)

    def put(self, target: int) -> bool:
        """Put the cursor on a row; only the two marks are drawn anew unless the list scrolls."""
        if target == self.cursor or not self.rows:
            return False
        self.put_letters({})
        before, top = self.cursor, self.top
        self.cursor = target
        self._keep_in_view()
        if self.top != top:
            self.refresh()
        else:
            for row in (before, target):
                self.refresh(Region(0, row - self.top + self.header, self.size.width, 1))
        return True

    def row_at(self, y: int) -> int | None:
        """Return the row drawn on the line `y` of this list, when it can be chosen."""
        row = self.top + y - self.header
        return row if y >= self.header and row < len(self.rows) and not self.rows[row].heading else None

    def activate(self, active: bool) -> None:
        """Show whether keys move in the list."""
        if active != self.active:
            self.active = active
            self.refresh(Region(0, self.cursor - self.top + self.header, self.size.width, 1))

    def _keep_in_view(self) -> None:
        if not self.size.height:
            return
        page = self.page
        first = self.cursor
        while first > 0 and self.rows[first - 1].heading and self.cursor - first < page - 1:
            first -= 1  # the headings above a row come into view with it
        if first < self.top - page or self.cursor >= self.top + 2 * page:
            self.top = self.cursor - page // 2  # a jump lands in the middle, so that both sides of the row are seen
        elif first < self.top:
            self.top = first
        elif self.cursor >= self.top + page:
            self.top = self.cursor - page + 1
        self.top = max(0, min(self.top, len(self.rows) - page))

    def on_resize(self) -> None:
        """Keep the cursor on the screen when it shrinks, and bring it there when the list first gets its room."""
        top = self.top
        self._keep_in_view()
        if self.top != top:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line: the titles, a row, or nothing."""
        cells = self.size.width
        widths = column_widths(self.columns, cells - GUTTER)
        if y < self._led:
            return Strip([Segment("  "), *self.look.segments(self.lead[y])]).adjust_cell_length(cells)
        if y < self.header:
            titles = tuple((Span(column.title, "label"),) for column in self.columns)
            return self._strip("  ", titles, widths, cells, chosen=True)
        if not self.rows:
            return self._strip("  ", ((Span(self.empty if y == self.header else "", "dim"),),), [cells - GUTTER], cells)
        index = self.top + y - self.header
        if index >= len(self.rows):
            return Strip.blank(cells)
        letters = next((letters for letters, place in self.letters.items() if place == index and letters.startswith(self.typed)), "")
        drawn = self._row(index, widths, cells)
        return self.lettered(drawn, 0, letters) if letters else drawn

    def _row(self, index: int, widths: Sequence[int], cells: int) -> Strip:
        row = self.rows[index]
        mark = (">" if self.active else "-") if index == self.cursor else " "
        if row.heading:
            return self._strip("  ", row.cells[:1], [cells - GUTTER], cells, Style(bold=True))
        mark += self.mark_of(row)
        if row.running:
            return self._strip(mark, row.cells, [widths[0], cells - GUTTER - widths[0] - 1], cells)
        return self._strip(mark, row.cells, widths, cells, chosen=index == self.cursor)

    def _strip(
        self, mark: str, parts: tuple[Line, ...], widths: Sequence[int], cells: int, base: Style | None = None, *, chosen: bool = False
    ) -> Strip:
        """Return one line of cells; over the current row a bar, from which the cell in which the reader is stands out."""
        bar = mark[0] == ">"
        segments = [Segment(mark)]
        last = len(widths) - 1
        outside: list[Segment] = []
        for place, size in enumerate(widths):
            if size <= 0:
                continue
            fitted = fit(parts[place] if place < len(parts) else (), size, self.look)
            whole = [*self.look.segments(fitted), Segment(" " * max(0, size - line_width(fitted)))]
            if chosen and place < len(self.columns) and self.columns[place].chosen:
                lit = _STANDS_OUT if bar else self.look.reverse
                whole = [Segment(one.text, (one.style or Style()) + lit) for one in whole if one.text]
                outside += whole
            segments += whole
            if place < last:
                segments.append(Segment(" "))
        strip = Strip(segments).adjust_cell_length(cells)
        if bar:
            kept = {id(one) for one in outside}
            return Strip([one if id(one) in kept else Segment(one.text, self.look.in_bar(one.style)) for one in strip if one.text], cells)
        return strip.apply_style(base) if base else strip


def _choosable(rows: Sequence[Row], row: int, step: int) -> int:
    for direction in (step, -step):
        at = row
        while 0 <= at < len(rows):
            if not rows[at].heading:
                return at
            at += direction
    return row


def fit(line: Line, cells: int, look: Look) -> Line:
    """Cut a line to at most `cells`, ended by an ellipsis: the detail beside it shows the whole."""
    line = tuple(Span(look.text(span.text), span.role) for span in line)
    if line_width(line) <= cells:
        return line
    out: list[Span] = []
    room = max(0, cells - 1)
    for span in line:
        size = width(span.text)
        if size > room:
            text = span.text[: cut(span.text, room)] if room else ""
            out.append(Span(text.rstrip() if text.rstrip() else text, span.role))
            break
        out.append(span)
        room -= size
    return (*out, Span(look.ellipsis if cells > 0 else ""))


@lru_cache(maxsize=64)  # each line of a list asks for the same
def column_widths(columns: tuple[Column, ...], cells: int) -> tuple[int, ...]:
    """Return the width of each column: fixed ones as they ask, the flexible ones share the rest.

    For room, fixed columns narrow, and then columns drop, highest `drop` first.
    """
    keep = list(range(len(columns)))
    least = sum(column.least for column in columns if not column.width)
    fixed = [column.width for column in columns]
    if sum(fixed) + least + len(keep) - 1 > cells:
        fixed = [min(column.width, column.narrow or column.width) for column in columns]
    while len(keep) > 1:
        least = sum(columns[i].least for i in keep if not columns[i].width)
        droppable = [i for i in keep if columns[i].drop]
        if sum(fixed[i] for i in keep) + len(keep) - 1 + least <= cells or not droppable:
            break
        keep.remove(max(droppable, key=lambda i: columns[i].drop))
    flexible = [i for i in keep if not columns[i].width]
    rest = max(0, cells - sum(fixed[i] for i in keep) - len(keep) + 1)
    share = rest // len(flexible) if flexible else 0
    widths = [0] * len(columns)
    for i in keep:
        widths[i] = fixed[i] or share
    if flexible:
        widths[flexible[0]] += rest - share * len(flexible)
    return tuple(widths)
