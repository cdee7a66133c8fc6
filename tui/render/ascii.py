"""Text and pages for whoever is shown ASCII alone: letters lose their accents, signs are written out."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from tui.hostile import clean
from tui.views.blocks import Field, Line, Page, Span, mapped

_FOLD = {
    "–": "-",
    "—": "-",
    "−": "-",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "…": "...",
    "«": '"',
    "»": '"',
    "·": "-",
    "•": "-",
    "×": "x",
    "€": "EUR ",
    "£": "GBP ",
    "№": "No. ",
    "ł": "l",
    "Ł": "L",
    "ß": "ss",
    "đ": "d",
    "█": "#",
    "▓": "%",
    "▒": "+",
    "░": ":",
}
_APART = {"<fraction>": " {}", "<super>": "^{}", "<sub>": "_{}", "<circle>": "({})"}


def in_ascii(text: str) -> str:
    """Return `text` in ASCII alone, with a question mark for a letter that has no twin there."""
    return text if text.isascii() else "".join(map(_twin, text))


def _twin(character: str) -> str:
    if character.isascii():
        return character
    return _FOLD.get(character) or _number(character) or _letters(character) or "?"


def _number(character: str) -> str:
    """Write a fraction, or a digit above or below the line, so that it stays another number than its plain digits beside others."""
    kind = unicodedata.decomposition(character).split(" ")[0]
    if kind not in _APART:
        return ""
    digits = _letters(unicodedata.normalize("NFKD", character).replace("\N{FRACTION SLASH}", "/"))
    if not any(digit.isdigit() for digit in digits):
        return digits
    return _APART[kind].format(digits)


def _letters(character: str) -> str:
    return unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()


def folded(page: Page) -> Page:
    """Return `page` in ASCII alone before it is laid out, since folding changes widths."""

    def fold(line: Line) -> Line:
        return tuple(Span("\n".join(_part(part) for part in span.text.split("\n")), span.role, span.to) for span in line)

    blocks = mapped(page, fold).blocks
    labelled = tuple(replace(of, label=_part(of.label)) if isinstance(of, Field) else of for of in blocks)
    return replace(page, title=_part(page.title), blocks=labelled)


def _part(text: str) -> str:
    return in_ascii(clean(text, lines=False))
