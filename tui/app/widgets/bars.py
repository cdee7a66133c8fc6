"""The first lines and the last: where the reader is, and what can be done here."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.app.look import Look
from tui.app.widgets.drawn import Drawn
from tui.views.cells import cut
from tui.widths import width

Piece = tuple[str, Style | None]


class Bar(Drawn):
    """Lines of pieces, each with a style; what does not fit at the end of a line ends with an ellipsis."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self.lines: list[list[Piece]] = [[]]
        self.right = ""

    def show(self, lines: list[list[Piece]], right: str = "") -> None:
        """Show these lines, and at the right end of the first this text where there is room."""
        if (lines, right) != (self.lines, self.right):
            if len(lines) != len(self.lines):
                self.styles.height = len(lines)
            self.lines, self.right = lines, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        cells = self.size.width
        segments: list[Segment] = []
        used = 0
        for text, style in self.lines[y] if y < len(self.lines) else []:
            part = self.look.text(text)
            room = cells - used
            if width(part.rstrip()) > room:
                if room > 0:
                    segments.append(Segment((part[: cut(part, room - 1)].rstrip() if room > 1 else "") + self.look.ellipsis, style))
                break
            segments.append(Segment(part, style))
            used += width(part)
        right = self.look.text(self.right) if y == 0 else ""
        if right and used + width(right) < cells:
            segments.append(Segment(" " * (cells - used - width(right))))
            segments.append(Segment(right, self.look.style("dim")))
        return Strip(segments).adjust_cell_length(cells)
