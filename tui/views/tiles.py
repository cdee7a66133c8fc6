"""Tiles: a grid in which the colour of each cell tells most, as a picture; its words stand in the table that it is a picture of."""

from __future__ import annotations

from tui.frozen import frozen
from tui.views.blocks import Role


@frozen
class Tile:
    """A cell: its word, the role that colours it, a letter before it that tells of something else, and whether it only goes on."""

    word: str
    role: Role
    lead: str = ""
    on: bool = False


@frozen
class Tiles:
    """Rows by name, one tile or none under each head."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Tile | None, ...]], ...]
