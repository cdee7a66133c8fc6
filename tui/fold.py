"""The words of a text as whoever looks for them sees them: the one folding, of what is typed and of what is looked through.

Case, accents, ligatures, joiners and kinds of apostrophes do not matter, nor whether a name is written in Latin, Cyrillic or Greek letters,
nor how a number is: `600,000`, `600 000` and `600 thousand` are one word, and so are `$15bn` and `15 billion`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from tui.expression import Expression
from tui.hostile import unpiled

# Combining marks that readers leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"  # soft hyphens, joiners, selectors
_APOSTROPHES = "'`´\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u2032\uff07"
HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d"  # what a text or a keyboard may have in place of `-`
_KEYS = str.maketrans(dict.fromkeys(HYPHENS, "-") | dict.fromkeys("“”„‟«»＂", '"'))
_PART = f"[^\\W_](?:[^\\W_]|[{_MARKS}{_UNSEEN}])*"
_SCALES = {
    word: power
    for power, words in {
        10**3: "thousand thousands k тис тыс tsd",
        10**6: "million millions m mn mln mio млн",
        10**9: "billion billions bn bln milliard milliards mrd млрд",
        10**12: "trillion trillions tn trn трлн",
    }.items()
    for word in words.split()
}
_SCALE_WORDS = {10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}
_GROUPED = r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:[’'\u00a0\u2009\u202f]\d{3})+(?!\d)|(?<![^\s$€£])[1-9]\d{0,2}(?: \d{3})+(?![\d.,]*\d)"
_LONG_SCALES = "|".join(sorted((one for one in _SCALES if one not in ("k", "m")), key=len, reverse=True))
_SCALED = rf"(?P<whole>{_GROUPED}|\d+)(?:[.,](?P<part>\d+))?(?:[-\s\u00a0\u202f]?(?P<scale>{_LONG_SCALES})|(?P<attached>[km]))(?![^\W_])"
_WORD = Expression(
    rf"(?<![^\W_])(?:{_SCALED}|(?P<grouped>{_GROUPED})(?![^\W_]))|{_PART}(?:[{_APOSTROPHES}](?=[^\W_])[{_UNSEEN}]*{_PART})*", re.IGNORECASE
)
_APOSTROPHE = Expression(f"[{_APOSTROPHES}]")
_KEPT = 1_000  # characters of a text whose words are kept; a long one would take much memory
_MARK = Expression(f"[{_MARKS}{_UNSEEN}]")
# Of texts in ASCII, those in which a word is not just what stands between two signs: an index takes in all others as they are.
_MATTERS = Expression(rf"['`]|\d[, ]\d{{3}}|\d[-\s]?(?:{_LONG_SCALES}|[km])(?![^\W_])", re.IGNORECASE)
_SPELT = tuple(
    (Expression(pattern), instead)
    for pattern, instead in (
        (r"(?<=[a-z]{2})our(?=$|s$|ed$|ing$|able$|al$|er$|ers$|hood$)", "or"),
        (r"(?<=[a-z]{2})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)", "iz"),
        (r"(?<=[a-z]{2})ys(?=(?:e|ed|es|ing)$)", "yz"),
        (r"^(defen|offen|licen|preten)c(?=e|i)", r"\1s"),
        (r"(?<=[a-z]t)re(?=s?$)", "er"),
        (r"ll(?=(?:ed|ing|er|ers|ation)$)", "l"),
        (r"ogue(?=s?$)", "og"),
        (r"gramme(?=s?$)", "gram"),
        (r"(?<=dg)ement", "ment"),
        (r"^grey", "gray"),
    )
)


class Word(NamedTuple):
    """A folded word, and where in the text it stands. `beside` marks the `billion` of a number that has taken it in."""

    folded: str
    start: int
    end: int
    beside: bool = False


def as_typed(text: str) -> str:
    """Return a text, sign for sign, with the hyphens and quotation marks of a plain keyboard: others put in their own, or it was pasted."""
    return text if text.isascii() else text.translate(_KEYS)


def fold(text: str) -> str:
    """Return `text` in small letters of the plainest kind, character by character: without accents, and Latin where a name may be."""
    if text.isascii():
        return text.lower()
    return "".join(map(_plain, _MARK.compiled.sub("", unicodedata.normalize("NFKD", unpiled(text)))))


@lru_cache(maxsize=256)
def _power(scale: str) -> int:
    """Return what a word of size multiplies by. An expression that does not mind case takes ı and İ for i, which `lower` does not."""
    plain = fold(scale.casefold())
    return next(power for word, power in _SCALES.items() if fold(word) == plain)


def words_of(text: str) -> list[Word]:
    """Return the words of `text`, in order."""
    found: list[Word] = []
    for match in _WORD.compiled.finditer(text):
        scale = match["scale"] or match["attached"]
        if scale or match["grouped"]:
            power = _power(scale) if scale else 1
            found.append(Word(_number(match["whole"] or match["grouped"], match["part"], power), match.start(), match.end()))
            if scale:
                found.append(Word(_SCALE_WORDS[power], match.start("scale" if match["scale"] else "attached"), match.end(), beside=True))
        elif folded := _folded(match.group()):
            found.append(Word(folded, match.start(), match.end()))
    return found


def indexed(text: str) -> str:
    """Return `text` as the search index takes it in, whose tokenizer then sees the words that `words_of` does."""
    if text.isascii() and not _MATTERS.compiled.search(text):
        return text
    return " ".join(word.folded for word in words_of(text))


def split(text: str) -> tuple[str, ...]:
    """Return the folded words of `text` alone."""
    return _kept_split(text) if len(text) <= _KEPT else _split(text)


def _split(text: str) -> tuple[str, ...]:
    if text.isascii() and not _MATTERS.compiled.search(text):
        return tuple(re.findall(r"[a-z0-9]+", text.lower()))
    return tuple(word.folded for word in words_of(text))


_kept_split = lru_cache(maxsize=2_000)(_split)  # whoever types on has the same texts ranked again and again


def haystack(text: str) -> str:
    """Return a text as `holds` looks through it: as it stands but folded, and its words, since a number has more than one form."""
    return f"{fold(text)}\n{' '.join(split(text))}"


def needles(words: str) -> tuple[tuple[str, ...], ...]:
    """Return what each of some words may stand as in a haystack: parts of words too. A number with its `billion` is one of them."""
    found: list[tuple[str, ...]] = []
    inside = [word for word in words_of(words) if not word.beside]
    place = 0
    for match in re.finditer(r"\S+", words):
        if match.start() < place:
            continue  # the number before has taken it in
        here = [word for word in inside if match.start() <= word.start < match.end()]
        place = max([match.end(), *(word.end for word in here)])
        ways = (" ".join(word.folded for word in here), fold(words[match.start() : place]))
        found.append(tuple(dict.fromkeys(way for way in ways if way)))
    return tuple(dict.fromkeys(ways for ways in found if ways))  # of signs that nobody sees, pasted with the words, there is no way


def holds(hay: str, wanted: Iterable[tuple[str, ...]]) -> bool:
    """Return whether all that is wanted stands in a haystack."""
    return all(any(one in hay for one in ways) for ways in wanted)


def spelt(word: str) -> str:
    """Return a word as it is spelt in America: `defence` and `defense` are one word."""
    for pattern, instead in _SPELT:
        word = pattern.compiled.sub(instead, word)
    return word


def skeleton(word: str) -> str:
    """Return what the ways have in common in which a name is brought into Latin letters: Zelensky, Zelenskyy, Zelenskii."""
    word = re.sub("[iyj]+", "i", word.replace("kh", "h").replace("g", "h"))
    return re.sub(r"(.)\1+", r"\1", word)


def _folded(text: str) -> str:
    """Return one word folded: apostrophes join its parts, but for that of a possessive, which goes with its s."""
    if text.isascii() and text.isalnum():
        return text.lower()
    parts = [_folded_part(part) for part in _APOSTROPHE.compiled.split(text)]
    return "".join(parts[:-1] if len(parts) > 1 and parts[-1] == "s" else parts)


def _folded_part(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())


def _number(whole: str, part: str | None, power: int) -> str:
    value = Fraction("".join(str(unicodedata.digit(one)) for one in whole if one.isdigit())) * power
    if part:
        value += Fraction(int(part), 10 ** len(part)) * power
    return str(int(value))


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character.isascii():
        return character.lower()
    if character in HYPHENS:
        return "-"
    if character.isdecimal():
        return str(unicodedata.digit(character))
    if character.isalpha() and unicodedata.name(character, "").startswith(("LATIN", "CYRILLIC", "GREEK", "MODIFIER LETTER")):
        from anyascii import anyascii  # a large table, which only those pay for who meet such letters

        return "".join(one for one in anyascii(character).lower() if one.isalnum())
    return character.lower()
