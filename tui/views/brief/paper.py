"""How high a page is on paper, in points: the type of the brief's style sheet, with the letters' own widths.

`render/templates/brief.css` sets what is counted here, and a test prints briefs in a browser and measures them. The widths are those of
Helvetica, which Arial and Liberation Sans share, in thousandths of the size (Adobe's metrics of its core fonts).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tui.views.blocks import Block, Columns, Heading, Item, Line, Page, Para, Span
from tui.widths import width

SIDE = 788.0  # points that one side of A4 holds between its margins of 9 mm
_ACROSS = 532.0  # points between the margins of 11 mm
_HEAD_AND_FOOT = 24.0  # the title, and the line below all; the handling mark is a paragraph of the page
_TEXT, _TABLE, _SMALL, _NOTE = (8.4, 10.42), (8.0, 9.44), (6.9, 8.28), (6.7, 8.2)  # size, and height of a line
_HEADING = 17.5  # of the second level with the space around it
_ITEM = 9.9  # by which an item is set in
_CELL = 6.0  # at the sides of a cell
_ROW = 2.1  # above and below a row
_TABLE_HEAD, _AROUND = 11.2, 2.0  # a row of heads, and the space around a table
_NOTE_COLUMNS, _NOTE_ACROSS = 3, (_ACROSS - 2 * 11.3) / 3 - 12.0
_ASK_COLUMNS, _ASK_ACROSS = 2, (_ACROSS - 13.0) / 2 - _ITEM
_BOLD = frozenset({"strong", "status", "label", "number"})

_PLAIN = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 "
    "556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 "
    "469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 "
    "334 584"
)
_HEAVY = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 "
    "611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 "
    "584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 "
    "389 584"
)
_WIDTHS = {False: tuple(map(int, _PLAIN.split())), True: tuple(map(int, _HEAVY.split()))}
_PIECES = re.compile(r"\n| +|[^ \n]+")


def height(of: Page) -> float:
    """Return the points that a page takes on paper. A heading of the third level runs into the text below it."""
    held = _HEAD_AND_FOOT
    before: Line = ()
    notes: list[int] = []
    asks: list[int] = []
    for block in of.blocks:
        if isinstance(block, Heading) and block.level > 2:
            before = (*block.line, Span(". "))
        elif isinstance(block, Item) and block.anchor:
            notes.append(_lines(block.line, _NOTE[0], _NOTE_ACROSS))
        elif isinstance(block, Item) and block.mark == "?":
            asks.append(_lines(block.line, _TEXT[0], _ASK_ACROSS))
        elif before and not isinstance(block, Para):
            held += _lines(before, _TEXT[0], _ACROSS) * _TEXT[1] + _height(block)
            before = ()
        else:
            held += _height(block, before)
            before = ()
    return held + _in_columns(notes, _NOTE_COLUMNS) * _NOTE[1] + _in_columns(asks, _ASK_COLUMNS) * _TEXT[1]


def _height(block: Block, before: Line = ()) -> float:
    if isinstance(block, Heading):
        return _HEADING if block.level == 2 else 0.0
    if isinstance(block, Columns):
        return _table(block)
    if not isinstance(block, Para | Item):  # an empty line, which parts text in a terminal: paper has its own space between parts
        return 0.0
    across = _ACROSS - (_ITEM if isinstance(block, Item) else 0.0)
    size, high = _SMALL if any(span.role == "dim" for span in block.line) else _TEXT
    return _lines((*before, *block.line), size, across) * high


def _table(block: Columns) -> float:
    shares = block.shares or (100 // max(1, len(block.heads)),) * len(block.heads)
    across = [_ACROSS * share / 100 - _CELL for share in shares]
    rows = sum(max(_lines(cell, _TABLE[0], room) for cell, room in zip(row, across, strict=False)) * _TABLE[1] + _ROW for row in block.rows)
    return rows + _TABLE_HEAD + _AROUND


def _in_columns(lines: Sequence[int], columns: int) -> int:
    """Return how many lines the longest of so many columns takes, which are filled evenly and break no entry."""
    most = -(-sum(lines) // columns)
    while lines and _needed(lines, most) > columns:
        most += 1
    return most


def _needed(lines: Sequence[int], most: int) -> int:
    columns, used = 1, 0
    for one in lines:
        if used + one > most:
            columns, used = columns + 1, 0
        used += one
    return columns


def _lines(of: Line, size: float, across: float) -> int:
    """Return how many lines of so many points a line of spans takes, broken at spaces."""
    count, used, space = 1, 0.0, 0.0
    word = 0.0
    room = across / size * 1000
    for span in of:
        bold = span.role in _BOLD
        for piece in _PIECES.findall(span.text):
            if piece[0] not in " \n":
                word += _wide(piece, bold)
                continue
            if used + space + word > room and used:
                count, used, space = count + 1, 0.0, 0.0
            used, space, word = used + space + word, _wide(" ", bold), 0.0
            if piece == "\n":
                count, used, space = count + 1, 0.0, 0.0
    return count + (1 if used + space + word > room and used else 0) + int(word // room if word > room else 0)


@lru_cache(maxsize=4096)
def _wide(word: str, bold: bool) -> int:
    """Return how wide a word is, in thousandths of the size of its type."""
    table = _WIDTHS[bold]
    return sum(table[ord(one) - 32] if " " <= one <= "~" else 1000 if width(one) > 1 else 600 for one in word)
