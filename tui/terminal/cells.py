"""A segment of a frame as cells: what each shows, and with which colours."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.color import ColorSystem
from rich.style import Style

from tui.widths import cell

# One cell: its characters (none for the second half of a wide one), and the SGR parameters they are drawn with.
Cell = tuple[str, str]
BLANK: Cell = (" ", "")


class Surprise(Exception):
    """An update holds something the painter cannot place."""


@lru_cache(maxsize=2048)
def cells_of(text: str, style: str) -> list[Cell]:
    """Return a text as cells; what takes no cell joins the one before it."""
    if text.isascii():
        return [(character, style) for character in text]
    out: list[Cell] = []
    for character in text:
        size = cell(character)
        if size == 0:
            if not out:
                raise Surprise
            place = -1 if out[-1][0] else -2
            out[place] = (out[place][0] + character, style)
        else:
            out.append((character, style))
            if size == 2:
                out.append(("", style))
    return out


@lru_cache(maxsize=1024)
def sgr(style: Style | None) -> str:
    """Return the parameters of the SGR sequence for a style, empty for plain text. Raise Surprise for a link: no terminal may open one."""
    if style is None:
        return ""
    if style.link:
        raise Surprise
    return _trimmed(style._make_ansi_codes(ColorSystem.TRUECOLOR).split(";"))  # noqa: SLF001 (the public way renders text around it)


def _trimmed(codes: Iterable[str]) -> str:
    """Join the codes without the default colours, which a reset gives; a part of a true colour may have the same number."""
    codes = tuple(codes)
    if "38" in codes or "48" in codes:
        return ";".join(codes)
    return ";".join(code for code in codes if code and code not in ("39", "49"))
