"""A page as text: linear, headed, without escapes. What screen readers, pipes and bad links get."""

from __future__ import annotations

from tui.hostile import clean
from tui.pages.blocks import Page
from tui.pages.layout import lay_out

WIDTH = 80
_UNDERLINE = {1: "=", 2: "-"}


def plain(page: Page, cells: int = WIDTH) -> str:
    """The page's lines, headings underlined, cleaned of anything a terminal could act on; ends with a line break."""
    out: list[str] = []
    for laid in lay_out(page, cells):
        text = clean("".join(span.text for span in laid.line), lines=False).rstrip()
        out.append(text)
        if laid.level in _UNDERLINE:
            out.append(_UNDERLINE[laid.level] * max(1, len(text)))
    return "\n".join(out).rstrip("\n") + "\n"
