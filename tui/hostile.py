"""What no text may carry to a terminal, and how to take it out.

The source files refuse such characters with a finding; the last gate before the terminal removes them again, since text also comes
from file names, search words and the environment.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# C0 but newline, DEL and C1, bidi controls and other invisible format characters, line separators, lone surrogates, and what
# Unicode says is no character, which no XML may hold.
# Kept: ZWNJ, ZWJ (scripts need them) and the soft hyphen.
_BAD = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_SEQUENCE = (
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x9d[^\x07\x9c\x1b]*(?:\x07|\x9c|\x1b\\)?|\x1b[PX^_][^\x1b]*(?:\x1b\\)?"
    r"|\x1b\[[0-?]*[ -/]*[@-~]?|\x9b[0-?]*[ -/]*[@-~]?|\x1b[ -/]*[0-~]?"
)
# More accents on one letter than anybody writes; putting many in their order takes the square of their number (Unicode's stream-safe text).
_MOST_MARKS = 30
_RUN = rf"[^\w\s\x00-\x7f\u2100-\u2bff]{{{_MOST_MARKS + 1},}}"
_LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"  # Hebrew, Arabic and others
# Such letters, and what is neither a letter nor a number between them; but no gap of a table, no line or arrow, none of our own dots: what
# stands on both sides of these is two things, whose order says something. An address on the web stays as it is, or it leads nowhere.
_TURNED = rf"https?://\S+|(?P<turned>[{_LEFTWARD}](?:(?:(?!  )[^\w\n·•|\u2190-\u21ff\u2500-\u259f{_LEFTWARD}])*[{_LEFTWARD}])*)"
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("“", "”"))
APART, JOINED = "\u2068", "\u2069"  # what stands between these signs is put in order by itself
LEFT_TO_RIGHT = "\u200e"  # goes on from left to right
_pattern = cache(re.compile)  # when it is first asked for: most commands only print what has none of it


def bad_characters(text: str) -> list[tuple[int, str]]:
    """Return the places (offset) and names of characters in `text` that may not reach a terminal."""
    return [(match.start(), character_name(match.group())) for match in _pattern(_BAD).finditer(text)]


def character_name(character: str) -> str:
    """Return a character as `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    name = unicodedata.name(character, "") or {"\x1b": "ESCAPE", "\x07": "BELL", "\t": "TAB", "\r": "CARRIAGE RETURN"}.get(
        character, "control character"
    )
    return f"U+{ord(character):04X} {name}"


def visible(text: str, *, lines: bool = True) -> str:
    """Return `text` with every such character written out as Python writes it, for reports in which it must be seen.

    Tabs stay, and newlines when `lines`.
    """
    text = _pattern(_BAD).sub(
        lambda found: found.group() if found.group() == "\t" else found.group().encode("unicode_escape").decode(), text
    )
    return text if lines else text.replace("\n", "\\n")


def clean(text: str, *, lines: bool = True) -> str:
    """Return `text` without escape sequences, control characters and invisible controls.

    Tabs become spaces, newlines stay when `lines`.
    """
    if text.isascii() and (text.replace("\n", "") if lines else text).isprintable():
        return text
    text = _pattern(_SEQUENCE).sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    text = _pattern(_BAD).sub("", text)
    if not lines:
        text = text.replace("\n", " ")
    return unicodedata.normalize("NFC", unpiled(text))


def isolated(text: str) -> str:
    """Return `text` with words that run from right to left kept apart, so that a number or a column beside them stays in its place.

    For whatever turns such words round by itself, and looks at the whole line. To be done last: these signs are none that a text may hold.
    """
    out, last = [], 0
    for start, stop in turned(text):
        out += [text[last:start], APART, text[start:stop], JOINED]
        last = stop
    return "".join([*out, text[last:]]) if out else text


def turned(text: str) -> list[tuple[int, int]]:
    """Return where in a text, from and up to which offset, words run from right to left, with the brackets that belong to them."""
    return [] if text.isascii() else [_paired(text, *match.span()) for match in _pattern(_TURNED).finditer(text) if match["turned"]]


def _paired(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return a stretch with the bracket before or behind it whose other half stands in it: half a pair would face the wrong way."""
    for opens, closes in _BRACKETS:
        lacking = text.count(opens, start, stop) - text.count(closes, start, stop)
        if lacking == 1 and text.startswith(closes, stop):
            stop += 1
        elif lacking == -1 and text.endswith(opens, 0, start):
            start -= 1
    return start, stop


def unpiled(text: str) -> str:
    """Return `text` with no more accents on one letter than can be put in their order at once."""
    return _pattern(_RUN).sub(_without_pile, text)


def _without_pile(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for character in run.group():
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
