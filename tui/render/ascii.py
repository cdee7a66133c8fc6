"""Text and pages for whoever is shown ASCII alone: letters lose their accents, signs are written out."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.expression import Expression
from tui.hostile import clean, unpiled
from tui.views.blocks import Field, Line, Page, Span, mapped

if TYPE_CHECKING:
    import re

# What a sign is in ASCII where a decomposition would say nothing, or something else: `≠` decomposes into `=` and a stroke.
_FOLD = {
    "–": "-",
    "—": "--",  # one hyphen would make a range of the numbers on its sides
    "―": "--",
    "⸺": "--",
    "⸻": "--",
    "﹘": "--",
    "︱": "--",
    "〜": "~",  # before a number "about", between two "to"; a hyphen would make it a negative one
    "〰": "~",
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
    "·": "|",  # no hyphen, which would make the number behind it a negative one, or a range
    "•": "*",
    "×": "x",
    "÷": "/",
    "⁄": "/",
    "∕": "/",
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
    "¥": "yen/yuan ",
    "№": "No. ",
    "§": "section ",
    "¶": "paragraph ",
    "°": " degrees",
    "℃": " degrees C",
    "℉": " degrees F",
    "٪": "%",
    "‰": " per mille",
    "‱": " per ten thousand",
    "ⁿ": "^n",
    "©": "(c)",
    "®": "(R)",
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
_SPOKEN = {"ا": "a", "ອ": "o", "ཨ": "a"}  # letters that the table of transliteration leaves out
_HARMLESS = frozenset("!\"'(),.:;?[]{}*/|_&")  # what punctuation may become: nothing that compares, counts or adds
_COUNTING = "-+<>=$%/~^#@"  # what no letter becomes at its ends, where a number may stand
_FLAGS = range(0x1F1E6, 0x1F200)  # letters that make a flag in pairs
_ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc\u20e1\u20e5-\u20f0"
# Strokes through a letter or a sign, and the sign of a prohibition round it: what has them is not told as if it had none.
_STROKES = "\u0335-\u0338\u20d2\u20d3\u20e0\u20e5\u20e6\u20ea\u20eb"
_UNSEEN = "\u200c\u200d\ufe00-\ufe0f"  # may stand between a letter and its stroke
_STRUCK_ONE = rf"[^\s{_STROKES}{_UNSEEN}][{_UNSEEN}]*[{_STROKES}]"
_STRUCK = Expression(rf"(?:{_STRUCK_ONE}+(?:\s(?={_STRUCK_ONE}))?)+")
_ENCLOSED = Expression(r"((?<!\d)\d+|[^\W\d])\ufe0f?[\u20dd-\u20df\u20e2-\u20e4]")  # a circle round a digit, a key
_STROKE = Expression(rf"[{_STROKES}]")
_ON_NO_LETTER = Expression(rf"(?:(?<=\d)|(?<=[^\w\s{_ACCENTS}]))[{_ACCENTS}]+")  # a bar over a digit, an arrow over a sign
_APART = {"<fraction>": " {}", "<super>": "^{}", "<sub>": "_{}", "<circle>": "({})"}
_OHM = Expression(r"(?<=\d)(\s?[kMGmµμ]?)Ω(?!\w)")  # an O there would be read as a nought
_RAISED_O = Expression("(?<=\\d)[ºᵒᴼ]")  # the ending of an ordinal, or a degree; likewise
_FRACTION = Expression("(?<![⁰¹²³⁴⁵⁶⁷⁸⁹])[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁄[₀₁₂₃₄₅₆₇₈₉]+")
_RAISED = Expression("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾]{2,}")
_LOWERED = Expression("[₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎]{2,}")


def in_ascii(text: str) -> str:
    """Return `text` in ASCII alone: letters in their usual spelling, signs written out, and a question mark for a sign without a twin.

    No text is turned into another one: a sign that is struck through is not told as the sign without its stroke, and no number becomes
    another number.
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", unpiled(text))
    text = _STRUCK.compiled.sub(lambda run: f"[struck out: {_STROKE.compiled.sub('', run[0])}]", text)
    text = _ON_NO_LETTER.compiled.sub("?", text)
    text = _ENCLOSED.compiled.sub(r"(\1)", text)
    text = _OHM.compiled.sub(lambda found: f"{found[1] or ' '}ohm", text)
    text = _RAISED_O.compiled.sub("^o", text)
    for run, sign in ((_FRACTION, " "), (_RAISED, "^"), (_LOWERED, "_")):
        text = run.compiled.sub(lambda found, sign=sign: sign + _run(found), text)  # type: ignore[misc]
    return _joined(text)


def _run(found: re.Match[str]) -> str:
    """Return digits above or below the line as plain ones, apart from a plain one behind them."""
    plain = _compatible(found[0]).replace("−", "-").replace("\N{FRACTION SLASH}", "/")
    return plain + " " * found.string[found.end() : found.end() + 1].isdecimal()


def _joined(text: str) -> str:
    """Return a text sign by sign; two digits that were no row, or had a sign between them that is not told, do not come to be one."""
    out, apart = [""], ""
    for character in text:
        told = _twin(character)
        if told:
            if apart and told[0].isdigit() and out[-1][-1:].isdigit():
                out.append(apart)
            out.append(told)
            apart = "" if character.isdecimal() else " "
        elif unicodedata.category(character) != "Cf" and not "\ufe00" <= character <= "\ufe0f":
            apart = "?"
    return "".join(out)


@lru_cache(maxsize=2048)
def _twin(character: str) -> str:
    if character.isascii():
        return character
    if told := _FOLD.get(character) or _number(character):
        return told
    category = unicodedata.category(character)
    if category.startswith("M"):
        return _vowel(character)
    if category == "Cf":
        return ""  # what takes no room of its own: soft hyphens, joiners
    if category[0] in "LN":
        return _letter(character)
    if ord(character) in _FLAGS:
        return chr(ord(character) - _FLAGS.start + ord("A"))
    plain = _compatible(character)
    if plain.isascii():
        return plain
    if category == "Sc":
        return _FOLD.get(plain) or _currency(plain if len(plain) == 1 else character)
    return _punctuation(character) if category.startswith("P") else "?"


def _letter(character: str) -> str:
    """Return the usual spelling of a letter of any script, a question mark where none is known; a lengthening sign has none."""
    told = _transliterated(character) or _SPOKEN.get(character)
    if told:
        return _counting_nothing(told)
    return "" if unicodedata.category(character) == "Lm" else "?"


def _counting_nothing(told: str) -> str:
    """Return what a letter is told as without the signs at its ends that would make another number of the one beside it."""
    return told if not told or told.isalpha() else told.strip(_COUNTING) or "?"


def _vowel(mark: str) -> str:
    """Return the spelling of a mark that is a letter, as the vowels of Indian scripts are; nothing for an accent that no letter took up."""
    return "" if unicodedata.name(mark, "COMBINING").startswith(("COMBINING", "VARIATION")) else _counting_nothing(_transliterated(mark))


def _currency(sign: str) -> str:
    """Return the name of a currency as its sign has it, which need not tell the country: `won`, `rupee`."""
    name = unicodedata.name(sign, "").removesuffix(" SIGN").removesuffix(" MARK")
    return f"{name.rpartition(' SYMBOL ')[2].rpartition(' SIGN ')[2].lower()} " if name else "?"


def _punctuation(character: str) -> str:
    """Return what a sign of punctuation of any script is elsewhere; never what could be read as a part of the number beside it."""
    if unicodedata.category(character) == "Pd":
        return "-"
    plain = _transliterated(character).replace("<", "[").replace(">", "]").replace("-", "|").replace("+", "*")
    return plain if plain and _HARMLESS.issuperset(plain) else "?"


def _transliterated(character: str) -> str:
    """Return what a table of transliteration has for a character; no digits for what is none of a row."""
    from anyascii import anyascii  # a large table, which only who is shown ASCII alone needs

    told = anyascii(character)
    return told if unicodedata.category(character) == "Nd" or not any(map(str.isdigit, told)) else "?"


def _number(character: str) -> str:
    """Write a fraction, or a digit above or below the line, so that it stays another number than its plain digits beside others.

    So stay other numbers that are no digits of a row, by their value in brackets: of an Ethiopic 10 and 2, which is 12, comes no 102.
    """
    kind = unicodedata.decomposition(character).split(" ")[0]
    plain = _compatible(character).replace("\N{FRACTION SLASH}", "/").replace("−", "-")
    if kind in _APART and plain.isascii():
        return _APART[kind].format(plain) if any(one.isdigit() or one == "-" for one in plain) else plain
    if unicodedata.category(character) in ("No", "Nl") and _transliterated(character) in ("", "?"):
        return f"({unicodedata.numeric(character):g})"
    return ""


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
