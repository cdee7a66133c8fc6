"""The last filter before the terminal: whatever a widget draws, nothing that a terminal could act on passes."""

from __future__ import annotations

from rich.cells import set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.hostile import clean
from tui.terminal.measure import measure_alike
from tui.widths import width

measure_alike()


class OutputFilter(LineFilter):
    """A line filter that cleans every segment of text; with `ascii_only` it also replaces what the terminal could not show."""

    def __init__(self, *, ascii_only: bool = False) -> None:
        super().__init__()
        self.ascii_only = ascii_only

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments, cleaned, each with as many cells as before, or the row would not end where it was laid out to end.

        Those without fault come back as they are.
        """
        del background
        return [self._pass(segment) for segment in segments]

    def _pass(self, segment: Segment) -> Segment:
        text, style, control = segment
        if style is not None and style.link:  # an address is shown, and never sent as something to click on
            segment, style = Segment(text, style.update_link(None), control), style.update_link(None)
        if control or (text.isascii() and text.isprintable()):
            return segment
        cleaned = clean(text, lines=False)
        if self.ascii_only:
            cleaned = cleaned.encode("ascii", "replace").decode()
        cells = width(text)
        return Segment(cleaned if width(cleaned) == cells else set_cell_size(cleaned, cells), style, control)
