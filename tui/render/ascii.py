"""Text and pages for whoever is shown ASCII alone: letters lose their accents, signs are written out."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from tui.expression import Expression
from tui.hostile import clean, unpiled
from tui.views.blocks import Field, Line, Page, Span, mapped

# What a sign is in ASCII where a decomposition would say nothing, or something else: `≠` decomposes into `=` and a stroke.
_FOLD = {
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "‘": "'",
    "’": "'",
    "‚": "'",
    "′": "'",
    "ʼ": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "″": '"',
    "…": "...",
    "«": '"',
    "»": '"',
    "‹": "'",
    "›": "'",
    "·": "-",
    "•": "-",
    "×": "x",
    "÷": "/",
    "≠": "!=",
    "≤": "<=",
    "≥": ">=",
    "±": "+/-",
    "≈": "~",
    "≡": "==",
    "→": "->",
    "←": "<-",
    "↔": "<->",
    "⇒": "=>",
    "€": "EUR ",
    "£": "GBP ",
    "₴": "UAH ",
    "₽": "RUB ",
    "¥": "JPY ",
    "№": "No. ",
    "§": "section ",
    "°": " degrees",
    "█": "#",
    "▓": "%",
    "▒": "+",
    "░": ":",
    "│": "|",
    "├": "+",
    "└": "+",
    "─": "-",
    "▲": "^",
    "▼": "v",
}
_APART = {"<fraction>": " {}", "<super>": "^{}", "<sub>": "_{}", "<circle>": "({})"}
_RAISED = Expression("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾]{2,}")
_LOWERED = Expression("[₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎]{2,}")


def in_ascii(text: str) -> str:
    """Return `text` in ASCII alone: letters in their usual spelling, signs written out, and a question mark for a sign without a twin.

    No text is turned into another one: a sign that is struck through is not told as the sign without its stroke.
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", unpiled(text))
    for run, sign in ((_RAISED, "^"), (_LOWERED, "_")):
        text = run.compiled.sub(lambda found, sign=sign: sign + _compatible(found[0]).replace("−", "-"), text)  # type: ignore[misc]
    return "".join(map(_twin, text))


def _twin(character: str) -> str:
    if character.isascii():
        return character
    if (told := _FOLD.get(character) or _number(character)) is not None and told:
        return told
    category = unicodedata.category(character)
    if category == "Cf" or category.startswith("M"):
        return ""  # what takes no room of its own: soft hyphens, joiners, accents that no letter took up
    if category[0] in "LN":
        return _letter(character)
    plain = _compatible(character)
    return plain if plain.isascii() else "?"


def _letter(character: str) -> str:
    """Return the usual spelling of a letter of any script, a question mark where none is known."""
    from anyascii import anyascii  # a large table, which only who is shown ASCII alone needs

    return anyascii(character) or "?"


def _number(character: str) -> str:
    """Write a fraction, or a digit above or below the line, so that it stays another number than its plain digits beside others."""
    kind = unicodedata.decomposition(character).split(" ")[0]
    if kind not in _APART:
        return ""
    plain = _compatible(character).replace("\N{FRACTION SLASH}", "/").replace("−", "-")
    if not plain.isascii():
        return ""
    return _APART[kind].format(plain) if any(one.isdigit() or one == "-" for one in plain) else plain


def _compatible(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


def folded(page: Page) -> Page:
    """Return `page` in ASCII alone before it is laid out, since folding changes widths."""

    def fold(line: Line) -> Line:
        return tuple(Span("\n".join(_part(part) for part in span.text.split("\n")), span.role, span.to) for span in line)

    blocks = mapped(page, fold).blocks
    labelled = tuple(replace(of, label=_part(of.label)) if isinstance(of, Field) else of for of in blocks)
    return replace(page, title=_part(page.title), blocks=labelled)


def _part(text: str) -> str:
    return in_ascii(clean(text, lines=False))
