"""A page laid out in lines of a given width. The app's sheet and the plain text both draw from here, so they never differ in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from tui.frozen import frozen
from tui.views.blocks import BlankLine, Block, Columns, Field, Heading, Item, Line, Page, Para, Sketch, Span, undrawn
from tui.views.cells import line_width, wrap
from tui.widths import width

GUTTER = "  "
STACKED = 2  # cells by which the cells below a row's first one are set in
LABEL_MOST = 20
LABEL_SHARE = 3  # labels take at most a third of the width


@frozen
class Laid:
    """One line as laid out; `level` is a heading's level, 0 for what is no heading. Of a heading over several lines one is the `last`."""

    line: Line
    level: int = 0
    last: bool = True


def lay_out(page: Page, cells: int, reading: int = 0) -> list[Laid]:
    """Return the lines of `page` at a width of `cells`; every word of the page is in them, whatever the width, and of pictures their words.

    Running text takes no more than `reading` cells of a line, where that is given; tables take what there is.
    """
    prose = reading or cells
    out: list[Laid] = []
    labels = 0
    page = undrawn(page)
    for number, block in enumerate(page.blocks):
        if isinstance(block, Field):
            if not (number and isinstance(page.blocks[number - 1], Field)):
                labels = _label_width(page.blocks[number:], cells)
            out.extend(_field(block, labels, min(cells, prose + labels + 2)))
        elif isinstance(block, Heading):
            if block.level < 3 and out and out[-1].line:
                out.append(Laid(()))
            parts = wrap(block.line, cells)
            out.extend(Laid(part, block.level, last=place == len(parts) - 1) for place, part in enumerate(parts))
        else:
            out.extend(Laid(part) for part in _other(block, cells if isinstance(block, Columns | Sketch) else min(cells, prose)))
    return out


def _other(block: Block, cells: int) -> Iterator[Line]:
    if isinstance(block, Para):
        yield from _set_in(block.line, block.indent, block.indent, cells)
    elif isinstance(block, Item):
        lead = " " * block.indent + block.mark + " "
        parts = wrap(block.line, cells - width(lead))
        for index, part in enumerate(parts):
            yield (Span(lead if index == 0 else " " * width(lead), "dim"), *part)
    elif isinstance(block, Columns):
        yield from _columns(block, cells)
    elif isinstance(block, Sketch):
        yield from block.lines
    elif isinstance(block, BlankLine):
        yield ()


def _set_in(line: Line, first: int, rest: int, cells: int) -> Iterator[Line]:
    for index, part in enumerate(wrap(line, cells - max(first, rest))):
        lead = " " * (first if index == 0 else rest)
        yield ((Span(lead), *part) if lead else part)


def _label_width(blocks: tuple[Block, ...], cells: int) -> int:
    """Return the width of the labels' column in a run of fields; 0 when no label fits, and all stand above their fields.

    A label too long for the column stands above its own field alone.
    """
    most = min(LABEL_MOST, cells // LABEL_SHARE)
    run = takewhile(lambda block: isinstance(block, Field), blocks)
    return max((long for block in run if isinstance(block, Field) and (long := width(block.label)) <= most), default=0)


def _field(block: Field, labels: int, cells: int) -> Iterator[Laid]:
    if not labels or width(block.label) > labels:
        yield Laid((Span(block.label, "label"),))
        indent = labels + 2 if labels else 2
        yield from (Laid(part) for part in _set_in(block.line, indent, indent, cells))
        return
    for index, part in enumerate(wrap(block.line, cells - labels - 2)):
        label = block.label if index == 0 else ""
        yield Laid((Span(label, "label"), Span(" " * (labels + 2 - width(label))), *part))


def _columns(block: Columns, cells: int) -> Iterator[Line]:
    if block.key:
        yield from (*wrap(block.key, cells), ())
    widths = column_widths(block, cells)
    if widths is None:
        yield from _stacked(block, cells)
        return
    if any(block.heads):
        yield from _table_row(tuple(tuple(Span(s.text, "label", s.to) for s in head) for head in block.heads), widths)
        yield (Span("-" * min(cells, sum(widths) + len(GUTTER) * (len(widths) - 1)), "dim"),)
    for row in block.rows:
        yield from _table_row(row, widths)


def column_widths(block: Columns, cells: int) -> list[int] | None:
    """Return the width of each column, or None where a column would have to be narrower than the block allows."""
    count = len(block.heads)
    natural = [max([line_width(block.heads[i])] + [_natural(row[i]) for row in block.rows if i < len(row)] + [1]) for i in range(count)]
    room = cells - len(GUTTER) * (count - 1)
    if sum(natural) <= room:
        return natural
    widths = [0] * count
    open_columns = sorted(range(count), key=natural.__getitem__)
    while open_columns:
        share = room // len(open_columns)
        first = open_columns[0]
        if natural[first] <= share:
            widths[first] = natural[first]
            room -= natural[first]
            open_columns.pop(0)
            continue
        if share < block.narrowest:
            return None
        for place, index in enumerate(open_columns):
            widths[index] = share + (1 if place < room - share * len(open_columns) else 0)
        break
    return widths


def _natural(cell: Line) -> int:
    """Return the cells that the longest line of a cell takes."""
    return max((line_width(part) for part in wrap(cell, 10**6)), default=0)


def _table_row(row: tuple[Line, ...], widths: list[int]) -> Iterator[Line]:
    wrapped = [wrap(row[i] if i < len(row) else (), widths[i]) for i in range(len(widths))]
    for index in range(max(len(parts) for parts in wrapped)):
        spans: list[Span] = []
        for i, parts in enumerate(wrapped):
            part = parts[index] if index < len(parts) else ()
            spans.extend(part)
            if i < len(widths) - 1:
                spans.append(Span(" " * (widths[i] - line_width(part)) + GUTTER))
        yield tuple(spans)


def _stacked(block: Columns, cells: int) -> Iterator[Line]:
    """Draw each row as its first cell that holds anything, with the others below it, every cell behind its head."""
    for row in block.rows:
        indent = 0
        for head, cell in zip(block.heads, row, strict=False):
            if cell:
                label = "".join(span.text for span in head)
                colon = " " if label.endswith(".") else ": "
                yield from _hanging((Span(label + colon, "label"), *cell) if label else cell, indent, cells)
                indent = STACKED if label else 0


def _hanging(line: Line, indent: int, cells: int) -> Iterator[Line]:
    """Draw lines set in by `indent`, those after the first by as much again; a cell keeps its own breaks."""
    for number, part in enumerate(wrap(line, cells - indent - STACKED)):
        yield (Span(" " * (indent + (STACKED if number else 0))), *part)
