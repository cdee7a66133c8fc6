"""Tables as paper has them: a grid of signs whole, under heads in words; prose in groups of as many columns as have room."""

from __future__ import annotations

from tui.frozen import frozen
from tui.views.blocks import Columns, Line, words
from tui.views.cells import line_width

_MATRIX = 6  # more columns than this are a grid of signs, or are split in groups
_SIGN = 14  # cells that a sign with its word takes; what is longer is prose
_GROUP = 4  # columns of prose that stand side by side on paper
_TURNED = 3  # a head that takes more cells than this is turned above a column of signs, where these are many


@frozen
class PaperTable:
    """A table as paper has it. `kind` is `signs` for a grid of signs under turned heads, `words` for prose."""

    kind: str
    caption: str
    heads: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    shares: tuple[int, ...]
    named: bool = True

    @property
    def turned(self) -> bool:
        """Return whether the heads are too long to stand level above columns of signs."""
        return self.kind == "signs" and len(self.heads) > _MATRIX and any(line_width(head) > _TURNED for head in self.heads[1:])


def grids(block: Columns) -> list[PaperTable]:
    """Return a table as paper has it: a grid of signs whole, under its heads in words; prose in groups of as many columns as have room."""
    heads, rows, shares = block.full_heads or block.heads, block.rows, block.shares
    caption = block.caption or f"{words(heads[0]) or 'Row'} by {', '.join(words(head) for head in heads[1:])}"
    if len(heads) <= _MATRIX and not _signs(block):
        return [PaperTable("words", caption, heads, rows, shares, block.named)]
    if _signs(block):
        return [PaperTable("signs", caption, heads, rows, ())]
    count = -(-(len(heads) - 1) // _GROUP)
    size = -(-(len(heads) - 1) // count)
    out: list[PaperTable] = []
    for start in range(1, len(heads), size):
        places = (0, *range(start, min(start + size, len(heads))))
        cells = tuple(tuple(row[place] if place < len(row) else () for place in places) for row in rows)
        out.append(PaperTable("words", f"{caption} ({len(out) + 1} of {count})", tuple(heads[place] for place in places), cells, ()))
    return out


def _signs(block: Columns) -> bool:
    """Return whether all cells but the first of each row hold a sign, or a sign with its word."""
    return len(block.heads) > 2 and all(line_width(cell) <= _SIGN for row in block.rows for cell in row[1:])
