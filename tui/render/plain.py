"""A page as text: linear, headed, without escapes. What screen readers, pipes and bad links get."""

from __future__ import annotations

from tui.hostile import clean
from tui.render.layout import lay_out
from tui.views.blocks import Line, Page, mapped, words
from tui.widths import width

WIDTH = 80
SET_IN = 24  # cells, at the most, by which a field or an item is set in
_UNDERLINE = {1: "=", 2: "-"}


def unbroken(page: Page, cells: int = WIDTH) -> str:
    """Return the page as `plain` has it, made wider where an address of the web would be broken: what is copied or kept must lead there."""
    longest = 0

    def measure(of: Line) -> Line:
        nonlocal longest
        longest = max(longest, *(width(word) for word in words(of).split() if "://" in word), 0)
        return of

    mapped(page, measure)
    return plain(page, max(cells, longest + SET_IN))


def plain(page: Page, cells: int = WIDTH) -> str:
    """Return the page's lines, headings underlined, cleaned of anything a terminal could act on; ends with a line break."""
    out: list[str] = []
    longest = 0
    for laid in lay_out(page, cells):
        text = clean("".join(span.text for span in laid.line), lines=False).rstrip()
        out.append(text)
        longest = max(longest, width(text)) if laid.level else 0
        if laid.level in _UNDERLINE and laid.last:  # below the whole of it, or what is copied would be broken by a rule
            out.append(_UNDERLINE[laid.level] * max(1, longest))
            longest = 0
    return "\n".join(out).rstrip("\n") + "\n"
