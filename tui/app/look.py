"""How roles look: styles from the terminal's own sixteen colours or none at all, and glyphs with an ASCII twin.

Colour only ever repeats what a word or a sign already says.
"""

from __future__ import annotations

from functools import cache

from rich.segment import Segment
from rich.style import Style

from tui.frozen import frozen
from tui.hostile import clean
from tui.render.ascii import in_ascii
from tui.views.blocks import Line, Role

_PLAIN = Style()
_MONO: dict[Role, Style] = {
    "strong": Style(bold=True),
    "label": Style(bold=True),
    "warning": Style(bold=True),
    "crossed": Style(bold=True),
    "opposed": Style(bold=True),
    "insert": Style(underline=True),
    "delete": Style(dim=True, strike=True),
}
_ANSI: dict[Role, Style] = {
    **_MONO,
    "label": Style(color="cyan"),
    "dim": Style(dim=True),
    "quote": Style(italic=True),
    "number": Style(bold=True),
    "stated": Style(color="green"),
    "reported": Style(color="magenta"),
    "document": Style(color="cyan"),
    "judgement": Style(color="red"),
    "unsaid": Style(dim=True),
    "source": Style(dim=True),
    "insert": Style(color="green", underline=True),
    "delete": Style(color="red", strike=True),
    "changed": Style(color="magenta"),
    "new": Style(color="green"),
    "dropped": Style(color="red"),
    "opposed": Style(color="red", bold=True),
    "silent": Style(dim=True),
    "crossed": Style(color="red", bold=True),
    "strained": Style(color="magenta"),
    "met": Style(color="green"),
    "status": Style(color="cyan"),
    "warning": Style(color="red", bold=True),
}


@frozen
class Look:
    """One way to draw: with colour or not, with ASCII alone or not."""

    colour: bool = True
    ascii: bool = False

    def style(self, role: Role, *, heading: int = 0) -> Style:
        """The style of a role, in a heading of that level or in running text."""
        return _style(self.colour, role, heading)

    @property
    def reverse(self) -> Style:
        """What shows where the reader is; seen on every terminal, with colour or without."""
        return Style(reverse=True)

    @property
    def ellipsis(self) -> str:
        """What ends a text that was cut."""
        return "~" if self.ascii else "…"

    @property
    def bar(self) -> str:
        """The line between list and detail when they stand side by side."""
        return "|" if self.ascii else "│"

    @property
    def rule(self) -> str:
        """The line between list and detail when one stands above the other."""
        return "-" if self.ascii else "─"

    def text(self, text: str) -> str:
        """Text fit for this terminal: nothing it could act on, and ASCII alone where it can show no more."""
        text = clean(text, lines=False)
        return in_ascii(text) if self.ascii else text

    def segments(self, line: Line, *, heading: int = 0, chosen: str | None = None) -> list[Segment]:
        """A laid-out line as segments fit for this terminal; spans that lead to the `chosen` address are reversed."""
        return [
            Segment(self.text(span.text), _style(self.colour, span.role, heading, bool(span.to), chosen is not None and span.to == chosen))
            for span in line
        ]


@cache
def _style(colour: bool, role: Role, heading: int, leads: bool = False, chosen: bool = False) -> Style:
    style = (_ANSI if colour else _MONO).get(role, _PLAIN)
    if heading:
        style += Style(bold=True, underline=heading == 1 or None)
    if leads:
        style += Style(underline=True)
    return style + Style(reverse=True) if chosen else style
