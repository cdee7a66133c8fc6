"""What all widgets here have in common: each draws its own lines."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.app.look import Look


class Drawn(Widget, can_focus=False):
    """A widget that draws its lines itself, and scrolls them itself where it does.

    Textual lays a screen out once more after a widget has got another size, for the sake of its scroll bars; here are none, so that a pane
    opens with one layout and one frame.
    """

    virtual_size = Reactive(Size(0, 0), repaint=False)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(id=name)
        self.look = look
        self.letters: dict[str, int] = {}  # what is written on its rows or links, by their places, while the reader is asked to type it
        self.typed = ""  # the first of them, once it is typed

    def put_letters(self, letters: dict[str, int], typed: str = "") -> None:
        """Write letters on rows or links, or none; once one is `typed`, on those alone that begin with it."""
        if (letters, typed) != (self.letters, self.typed):
            self.letters, self.typed = letters, typed
            self.refresh()

    def lettered(self, strip: Strip, at: int, letters: str) -> Strip:
        """Return a line with letters over its cells from `at` on."""
        end = at + len(letters)
        before = strip.crop(0, at) if at else Strip([])
        return Strip.join([before, Strip([Segment(letters, self.look.lettered)]), strip.crop(end, strip.cell_length)])
