"""What all widgets here have in common: each draws its own lines."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
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
