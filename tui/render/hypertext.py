"""Spans as HTML: escaped, linked to where the document or the web has them, and told apart by direction and language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from tui.hostile import clean, turned
from tui.render.sources import SourceNotes
from tui.render.svg import svg
from tui.views.blocks import Line, Picture, Span, words

if TYPE_CHECKING:
    from markupsafe import Markup

_WEB = re.compile(r"https?://[^\s<>\"']+")
_GAP = re.compile(r"(?<![\n ]) {2,}")  # parts two things of a line, and a browser would show one space
_LONG = re.compile(r"[^ \t\n\u2002-\u200b\u3000]{30,}")  # letters that nothing lets a browser part
_SPACE = "\N{EM SPACE}"
_RIGHT_TO_LEFT = ("R", "AL")
_SOURCE = "source/"


class Hypertext:
    """Writes lines as HTML. `anchors` are the places of the document by address; a document with `own_notes` lists its sources itself."""

    def __init__(self, anchors: Mapping[str, str], sources: SourceNotes, *, own_notes: bool) -> None:
        self.anchors = anchors
        self.sources = sources
        self.own_notes = own_notes

    def line(self, of: Line, at: str = "") -> Markup:
        """Return a line as markup; `at` is the address that it stands at itself, to which it does not lead."""
        from markupsafe import Markup

        return Markup("").join(Markup(self._span(span, at)) for span in of)  # noqa: S704 - every part is escaped below

    def told(self, of: str) -> Markup:
        """Return words that are no line as HTML."""
        from markupsafe import Markup

        return Markup(apart(clean(of)))  # noqa: S704 - they are escaped there

    def direction(self, of: Line) -> Markup:
        """Return the attribute that sets a block from right to left, where it is written so."""
        from markupsafe import Markup

        return Markup(' dir="rtl"') if runs_right_to_left(words(of)) else Markup("")

    def picture(self, of: Picture) -> Markup:
        """Return a drawing with the sentence that says what is seen, which is also read to who sees none."""
        from markupsafe import Markup

        told = "".join(self._span(span, "") for span in of.line)
        drawn = svg(of.drawing, f"{of.title}: {words(of.line)}")
        return Markup(f'<figure tabindex="0">{drawn}<figcaption><b>{escape(clean(of.title))}</b>: {told}</figcaption></figure>')  # noqa: S704 - as above

    def _span(self, span: Span, at: str) -> str:
        told = self._words(span.text)
        if (tag := self.sources.tongue(span.text)) is not None:
            told = f'<span lang="{tag}">{told}</span>'
        if span.role == "insert":
            return f"<ins>{told}</ins>"
        if span.role == "delete":
            return f"<del>{told}</del>"
        if span.to and span.to != at and (link := self._link(span.to, span)):
            return link.format(told=told)
        if span.to and span.to == at and span.to in self.sources.outward:
            return f'<a class="{span.role}" href="{escape(self.sources.outward[span.to])}">{told}</a>'
        return told if span.role == "text" else f'<span class="{span.role}">{told}</span>'

    def _link(self, to: str, span: Span) -> str:
        """Return the link to an address, with a place for its words: in the document, else to a note; empty where it leads nowhere."""
        if span.role == "source" and to.startswith(_SOURCE) and not self.own_notes:
            number = self.sources.number(to)
            return f'<a class="source" href="#note-{number}"><span class="called">{{told}}</span><sup>{number}</sup></a>' if number else ""
        if to in self.anchors:
            title = f' title="{escape(_braced(self.sources.called.get(to, "")))}"' if self.own_notes and to in self.sources.called else ""
            return f'<a class="{span.role}" href="#{self.anchors[to]}"{title}>{{told}}</a>'
        return ""

    def _words(self, text: str) -> str:
        """Escape words, make what is an address on the web lead there, and keep what runs from right to left apart."""
        text = _GAP.sub(_SPACE, clean(text))
        out, last = [], 0
        for match in _WEB.finditer(text):
            address = match[0].rstrip(".,;:)")
            out.append(apart(text[last : match.start()]))
            out.append(f'<a class="web" href="{escape(address)}">{escape(address)}</a>')
            last = match.start() + len(address)
        return "".join([*out, apart(text[last:])])


def _braced(text: str) -> str:
    return clean(text, lines=False).replace("{", "{{").replace("}", "}}")


def apart(text: str) -> str:
    """Return words escaped, what runs from right to left in `bdi`, so that the rest stays in its place.

    A sentence that only begins with such a name is not such a sentence: a browser goes by the first letter, and would turn it round whole.
    """
    if runs_right_to_left(text):
        return f"<bdi>{_escaped(text)}</bdi>"
    out, last = [], 0
    for start, stop in turned(text):
        out += [_escaped(text[last:start]), f"<bdi>{_escaped(text[start:stop])}</bdi>"]
        last = stop
    return "".join([*out, _escaped(text[last:])])


def _escaped(text: str) -> str:
    """Return words escaped, those that are wider than a column marked: they may be broken, or the columns after them leave the paper."""
    out, last = [], 0
    for match in _LONG.finditer(text):
        out += [escape(text[last : match.start()], quote=False), f'<span class="long">{escape(match[0], quote=False)}</span>']
        last = match.end()
    return "".join([*out, escape(text[last:], quote=False)])


def runs_right_to_left(text: str) -> bool:
    """Return whether a text is set from right to left: its first letter is, and most are. One name does not turn an English line round."""
    strong = [] if text.isascii() else [kind for one in text if (kind := unicodedata.bidirectional(one)) in ("L", *_RIGHT_TO_LEFT)]
    return bool(strong) and strong[0] in _RIGHT_TO_LEFT and strong.count("L") * 2 < len(strong)
