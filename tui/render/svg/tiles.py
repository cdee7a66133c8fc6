"""Tiles: rows by name, a coloured cell under each head; blank where nothing is known."""

from __future__ import annotations

from collections.abc import Iterator

from tui.render.svg.parts import LETTER, WIDE, figure, safe, short, stroke, words
from tui.views.tiles import Tile, Tiles

_NAME, _ROW, _LEVEL = 168, 18, 18  # units of the names of rows, of a row, of heads that stand level
_SLANT = 78  # of heads that are turned


def tiles(of: Tiles, told: str) -> str:
    """Return the grid; heads are turned where they are wider than their column."""
    wide = (WIDE - _NAME) / max(1, len(of.heads))
    turned = any(len(head) * LETTER > wide for head in of.heads)
    top = _SLANT if turned else _LEVEL
    return figure(told, top + _ROW * len(of.rows) + 4, _parts(of, wide, top, turned=turned), "tiles")


def _parts(of: Tiles, wide: float, top: float, *, turned: bool) -> Iterator[str]:
    for place, head in enumerate(of.heads):
        x = _NAME + wide * place
        if turned:
            at = f"{x + wide / 2 + 4:.1f} {top - 6:.1f}"
            yield f'<text class="head" transform="translate({at}) rotate(-50)">{safe(short(head, _SLANT * 1.25))}</text>'
        else:
            yield words(x + 3, top - 6, head, kind="head")
    for number, (name, cells) in enumerate(of.rows):
        y = top + _ROW * number
        yield stroke(0, y, WIDE, y)
        yield words(0, y + 13, short(name, _NAME - 6))
        for place, tile in enumerate(cells):
            if tile:
                yield from _tile(tile, _NAME + wide * place, y, wide)


def _tile(tile: Tile, x: float, y: float, wide: float) -> Iterator[str]:
    kind = f"tile {tile.role}{' on' if tile.on else ''}"
    told = " ".join(filter(None, (tile.lead, tile.word)))
    left = 0 if tile.on else 1
    yield (
        f'<rect class="{kind}" x="{x + left:.1f}" y="{y + 1:.1f}" width="{wide - left:.1f}" height="{_ROW - 2}">'
        f"<title>{safe(told)}</title></rect>"
    )
    if told:
        yield words(x + 4, y + 13, short(told, wide - 4), kind=f"in {tile.role}")
