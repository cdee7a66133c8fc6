"""What all pictures share: how wide they are, how much room words take, and words that stay words."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from textwrap import wrap

from tui.hostile import clean
from tui.widths import width

WIDE = 720  # units of a picture
LETTER = 6.1  # units that a letter takes, taken widely: nobody here knows the fonts of the reader


def figure(told: str, high: float, parts: Iterable[str], name: str) -> str:
    """Return the parts as one picture, so high; `name` is its class, `told` is read to who does not see it."""
    head = f'<svg viewBox="0 0 {WIDE} {high:.0f}" role="img" aria-label="{safe(told)}" class="{name}">'
    return "".join([head, *parts, "</svg>"])


def words(x: float, y: float, text: str, *, kind: str = "", end: bool = False) -> str:
    """Return words at a place, that begin there or, with `end`, end there; `kind` is their class."""
    anchor = ' text-anchor="end"' if end else ""
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:.1f}" y="{y:.1f}"{anchor}>{safe(text)}</text>'


def stroke(x1: float, y1: float, x2: float, y2: float, kind: str = "rule") -> str:
    """Return a line from one place to another; `kind` is its class."""
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def broken(text: str, units: float) -> list[str]:
    """Return a text in lines of at most so many units."""
    return wrap(clean(text, lines=False), max(6, int(units / LETTER))) or [""]


def short(text: str, units: float) -> str:
    """Return a text cut where it takes more than so many units."""
    most = int(units / LETTER)
    return text if width(text) <= most else f"{text[: max(1, most - 1)].rstrip()}…"


def safe(text: str) -> str:
    """Return words that can stand anywhere in markup, on one line, without what no text may carry."""
    return escape(clean(text, lines=False))
