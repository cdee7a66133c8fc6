"""The words of a text, as the search index and the excerpts both see them.

SQLite's tokenizer folds the case of Cyrillic but keeps й, ї and ё apart from и, і and е. So marks are taken off here, before a text is
indexed and before a word is looked up: typing with or without them finds the same.
"""

from __future__ import annotations

import re
import unicodedata

from tui.frozen import frozen

# Combining marks that readers leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_MARK = re.compile(f"[{_MARKS}]+")
_WORD = re.compile(f"[^\\W_][^\\W_{_MARKS}]*(?:[{_MARKS}]+[^\\W_]*)*")


@frozen
class Word:
    """A folded word, and where in the text it stands."""

    folded: str
    start: int
    end: int


def fold(text: str) -> str:
    """Return `text` in small letters without accents."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", _MARK.sub("", unicodedata.normalize("NFD", text))).lower()


def words_of(text: str) -> list[Word]:
    """Return the words of `text`, in order."""
    return [Word(fold(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]


def indexed(text: str) -> str:
    """Return `text` as the search index takes it in. What is a word, and its case, the tokenizer of the index sees as `words_of` does."""
    return text if text.isascii() else fold(text)
