"""Rich and Textual measure text as the rest of the program does: by `tui.widths`.

With tables of their own they would place the text behind a name in Bengali or a flag elsewhere than whoever laid it out.
"""

from __future__ import annotations

from rich import cells, segment

from tui.widths import cell, width


def measure_alike() -> None:
    """Give Rich our rule, before it has measured anything."""
    cells.get_character_cell_size = segment.get_character_cell_size = _size  # type: ignore[assignment,attr-defined]
    cells.split_graphemes = _split
    cells._cell_len = _length  # noqa: SLF001 (the public ways are imported by name everywhere, and ask this)
    cells.cached_cell_len.cache_clear()


def _size(character: str, unicode_version: str = "auto") -> int:
    del unicode_version
    return cell(character)


def _length(text: str, unicode_version: str) -> int:
    del unicode_version
    return width(text)


def _split(text: str, unicode_version: str = "auto") -> tuple[list[tuple[int, int, int]], int]:
    """Return the parts of a text that stand in cells of their own, each with its start, its end and its cells; and the cells of all."""
    del unicode_version
    spans: list[tuple[int, int, int]] = []
    for place, character in enumerate(text):
        size = cell(character)
        if size or not spans:
            spans.append((place, place + 1, size))
        else:
            start, _, before = spans[-1]
            spans[-1] = (start, place + 1, before)
    return spans, sum(size for _, _, size in spans)
