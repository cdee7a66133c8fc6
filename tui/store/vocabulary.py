"""Which words a store has: those that are forms of a word that was typed, what means the same, and what may have been meant.

The index holds words as they were written, so nothing about stems or spellings is stored: what was typed is widened when it is looked up,
with the words that the index has. English is stemmed by SQLite's own porter tokenizer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from threading import Lock
from typing import TYPE_CHECKING

from tui.fold import skeleton, spelt
from tui.store.thesaurus import GROUPS

if TYPE_CHECKING:
    from tui.store.opening import Connection

_SHARED = 2  # letters that all forms of a word begin with
_LEAST = 3  # letters of a word that has forms
_LEAST_NEAR = 4  # letters of a word that is taken for another one
_MOST = 24  # forms of one word that are looked for
_NEAR = 3  # words that may be meant by one that is not there

_RANGE = "SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ?"


class Vocabulary:
    """The words of the index of one store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        connection.select("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'passage_words', 'row')")
        self._ranges: dict[str, tuple[tuple[str, str, str], ...]] = {}

    def forms(self, word: str) -> tuple[str, ...]:
        """Return the words of the index that are other forms or spellings of a folded word: its plural, its past."""
        if len(word) < _LEAST or not word.isascii() or word.isdigit():
            return ()
        stem, bones = form(word), skeleton(word)
        here = self._range(word[:_SHARED])
        return tuple(term for term, its_stem, its_bones in here if term != word and (its_stem == stem or its_bones == bones))[:_MOST]

    def synonyms(self, word: str) -> tuple[str, ...]:
        """Return the words of the index that mean about the same in talks of any kind, in all their forms."""
        others = _groups().get(form(word), ())
        return tuple(dict.fromkeys(found for other in others for found in (other, *self.forms(other))))[:_MOST]

    def near(self, word: str) -> tuple[str, ...]:
        """Return the words that may be meant by one that is not there, the likeliest first."""
        if len(word) < _LEAST_NEAR or word.isdigit():
            return ()
        from rapidfuzz import process  # only who mistyped pays for this
        from rapidfuzz.distance import OSA

        most = 1 if len(word) < 6 else 2 if len(word) < 10 else 3  # slips in so many letters
        found = process.extract(word, self._all, scorer=OSA.distance, score_cutoff=most, limit=12)
        ordered = sorted(found, key=lambda one: (one[1], one[0][:1] != word[:1], one[0]))
        return tuple(term for term, _, _ in ordered)[:_NEAR]

    @cached_property
    def _all(self) -> Sequence[str]:
        rows = self._connection.select("SELECT term FROM temp.vocabulary")
        return tuple(term for (term,) in rows if not term.isdigit() and len(term) >= _LEAST)

    def _range(self, start: str) -> tuple[tuple[str, str, str], ...]:
        """Return the words that begin so, each with its form and its skeleton."""
        if start not in self._ranges:
            terms = [term for (term,) in self._connection.select(_RANGE, (start, start + "\U0010ffff")) if term.isalpha()]
            self._ranges[start] = tuple(zip(terms, forms(terms), map(skeleton, terms), strict=True))
        return self._ranges[start]


def form(word: str) -> str:
    """Return what all forms of a folded word have in common."""
    return forms((word,))[0]


def forms(words: Iterable[str]) -> list[str]:
    """Return the stem of each word, spelt as in America; a word in other letters than ASCII is its own."""
    spelled = [spelt(word) for word in words]
    stems = iter(_stemmer().stems([word for word in spelled if word.isascii() and word.isalnum()]))
    return [next(stems) if word.isascii() and word.isalnum() else word for word in spelled]


class _Stemmer:
    """The porter tokenizer of FTS5, asked for the tokens of words; by one thread at a time: one searches while the reader types."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._connection.execute("CREATE VIRTUAL TABLE s USING fts5 (w, content='', tokenize='porter ascii')")
        self._connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab (s, instance)")

    def stems(self, words: Sequence[str]) -> list[str]:
        """Return the stem of each word."""
        if not words:
            return []
        with self._turn:
            self._connection.execute("INSERT INTO s (s) VALUES ('delete-all')")
            self._connection.execute("INSERT INTO s (rowid, w) VALUES (1, ?)", (" ".join(words),))
            return [term for (term,) in self._connection.execute('SELECT term FROM v ORDER BY "offset"')]


@cache
def _stemmer() -> _Stemmer:
    return _Stemmer()


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    """Return the other words of its groups for the form of each word that has any."""
    found: dict[str, dict[str, None]] = {}
    for group in GROUPS:
        for word, its_form in zip(group, forms(group), strict=True):
            found.setdefault(its_form, {}).update(dict.fromkeys(other for other in group if other != word))
    return {word: tuple(others) for word, others in found.items()}
