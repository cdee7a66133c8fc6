"""The first lines and the last: where the reader is, and what can be done here."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.app.look import Look
from tui.pages.cells import cut, width


class Bar(Widget, can_focus=False):
    """One line of pieces, each with a style; what does not fit at the end is left out whole."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(id=name)
        self.look = look
        self.left: list[tuple[str, Style | None]] = []
        self.right = ""

    def show(self, left: list[tuple[str, Style | None]], right: str = "") -> None:
        """Show these pieces from the left, and this text at the right end where there is room."""
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        del y
        cells = self.size.width
        segments: list[Segment] = []
        used = 0
        right = self.look.text(self.right)
        for text, style in self.left:
            shown = self.look.text(text)
            room = cells - used
            if width(shown) > room:
                if not segments or style is None:
                    shown = shown[: cut(shown, room)] if room > 0 else ""
                    segments.append(Segment(shown, style))
                    used += width(shown)
                break
            segments.append(Segment(shown, style))
            used += width(shown)
        if right and used + width(right) + 2 <= cells:
            segments.append(Segment(" " * (cells - used - width(right))))
            segments.append(Segment(right, self.look.style("dim")))
        return Strip(segments).adjust_cell_length(cells)
