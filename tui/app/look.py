"""How roles look: in the terminal's own sixteen colours, in true colour or in none at all, and glyphs with an ASCII twin.

Colour only ever repeats what a word or a sign already says.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from rich.segment import Segment
from rich.style import Style

from tui.frozen import frozen
from tui.hostile import clean
from tui.model import STATUS
from tui.render.ascii import in_ascii
from tui.views.blocks import Line, Role, Span

_PLAIN = Style()
_MONO: dict[Role, Style] = {
    "strong": Style(bold=True),
    "label": Style(bold=True),
    "warning": Style(bold=True),
    "crossed": Style(bold=True),
    "opposed": Style(bold=True),
    "insert": Style(underline=True),
    "delete": Style(dim=True, strike=True),
    "lit": Style(reverse=True),
}
_QUIET = Style(dim=True)


def _coloured(red: str, changed: str, green: str, blue: str) -> dict[Role, Style]:
    """Return the roles in four colours: red is for crossed and opposed alone, green for met and same."""
    return {
        **_MONO,
        "label": Style(color=blue),
        "quote": Style(italic=True),
        "number": Style(bold=True),
        **dict.fromkeys(("dim", "unsaid", "source", "silent", "judgement", "stated", "reported", "document"), _QUIET),
        "insert": Style(color=blue, underline=True),
        "delete": Style(color=changed, strike=True),
        "changed": Style(color=changed),
        "dropped": Style(color=changed),
        "strained": Style(color=changed),
        "new": Style(color=blue),
        "same": Style(color=green),
        "met": Style(color=green),
        "opposed": Style(color=red, bold=True),
        "crossed": Style(color=red, bold=True),
        "warning": Style(color=changed, bold=True),
        "status": Style(color=blue),
    }


def _states(changed: str, green: str, blue: str) -> dict[str, Style]:
    """Return the looks of the status words and of their signs: each its own."""
    styles = {
        "T": Style(color=green),
        "A": Style(color=blue),
        "O": Style(color=changed),
        "W": Style(color=changed, italic=True),
        "P": _QUIET,
        "Z": Style(dim=True, strike=True),
    }
    return {**styles, **{STATUS[sign]: style for sign, style in styles.items()}}


# Grounds: the terminal's own sixteen colours on whatever it has; true colour on a dark and on a light one, and on one that nobody knows,
# where each colour stands out by 4.5 to 1 from black as from white.
_COLOURS: dict[str, tuple[str, str, str, str]] = {
    "": ("red", "magenta", "green", "cyan"),
    "dark": ("#ff6b6b", "#e5b567", "#8fce7e", "#7fc4e8"),
    "light": ("#b3001b", "#8a5200", "#1f6f2e", "#0b5c8c"),
    "either": ("#df3036", "#a56a00", "#2e8540", "#257bbb"),
}
_ROLES = {ground: _coloured(*colours) for ground, colours in _COLOURS.items()}
_STATES = {ground: _states(*colours[1:]) for ground, colours in _COLOURS.items()}
_BARS = {"": Style(reverse=True), "dark": Style(bgcolor="#2d4a6b", bold=True), "light": Style(bgcolor="#cfe3f5", bold=True)}
_BARS["either"] = _BARS[""]
_NAMES = {
    "": "the terminal's own sixteen colours",
    "dark": "true colour for a dark ground",
    "light": "true colour for a light ground",
    "either": "true colour for any ground",
}


@frozen
class Look:
    """One way to draw: with colour or not, with ASCII alone or not.

    `ground` is what true colour is made for, `dark`, `light` or `either`; empty for the terminal's own sixteen. `deep` tells that it can
    show more.
    """

    colour: bool = True
    ascii: bool = False
    ground: str = ""
    deep: bool = False

    @property
    def name(self) -> str:
        """Return what a reader calls it."""
        return _NAMES[self.ground] if self.colour else "no colour"

    def after(self) -> Look:
        """Return the next look that this terminal can show."""
        order = [(True, ""), *((True, ground) for ground in ("either", "dark", "light") if self.deep), (False, "")]
        colour, ground = order[(order.index((self.colour, self.ground)) + 1) % len(order)]
        return replace(self, colour=colour, ground=ground)

    def in_bar(self, style: Style | None) -> Style:
        """Return how a part of the current row looks, over the whole of which goes a bar."""
        bar = _BARS[self.ground if self.colour else ""]
        return bar if bar.reverse else (style or _PLAIN) + bar

    def style(self, role: Role) -> Style:
        """Return the style of a role in running text."""
        return _style(self._roles, role, heading=0)

    @property
    def reverse(self) -> Style:
        """Return what shows where the reader is; seen on every terminal, with colour or without."""
        return Style(reverse=True)

    @property
    def lettered(self) -> Style:
        """Return the style of the letters that are put on links: reversed and bold, on every terminal."""
        return Style(reverse=True, bold=True)

    @property
    def ellipsis(self) -> str:
        """Return what ends a text that was cut."""
        return "~" if self.ascii else "…"

    @property
    def bar(self) -> str:
        """Return the line between list and detail when they stand side by side."""
        return "|" if self.ascii else "│"

    @property
    def rule(self) -> str:
        """Return the line between list and detail when one stands above the other."""
        return "-" if self.ascii else "─"

    def text(self, text: str) -> str:
        """Return text fit for this terminal: nothing it could act on, and ASCII alone where it can show no more."""
        text = clean(text, lines=False)
        return in_ascii(text) if self.ascii else text

    def segments(self, line: Line, *, heading: int = 0, chosen: str | None = None) -> list[Segment]:
        """Return a laid-out line as segments fit for this terminal; spans that lead to the `chosen` address are reversed."""
        return [Segment(self.text(span.text), self._span(span, heading, chosen is not None and span.to == chosen)) for span in line]

    @property
    def _roles(self) -> str:
        return self.ground if self.colour else "none"

    def _span(self, span: Span, heading: int, chosen: bool) -> Style:
        if span.role == "status" and self.colour and (style := _STATES[self.ground].get(span.text.strip())) and not (span.to or heading):
            return style
        return _style(self._roles, span.role, heading, bool(span.to), chosen)


@cache
def _style(roles: str, role: Role, heading: int, leads: bool = False, chosen: bool = False) -> Style:
    style = (_MONO if roles == "none" else _ROLES[roles]).get(role, _PLAIN)
    if heading:
        style += Style(bold=True, underline=heading == 1 or None)
    if leads:
        style += Style(underline=True)
    return style + Style(reverse=True) if chosen else style
