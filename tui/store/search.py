"""Words into hits.

What was typed is widened with the forms, spellings and synonyms that the index has (`vocabulary.py`), and only folded words reach it. All
that holds everything comes first, ranked for a reader (`ranking.py`); where that is little, what holds most of it follows and is marked.
While every word is rare enough all of it is ranked; beyond that hits come in the order of the index, which is worth reading too
(`schema.WORTH`) and costs the same however many there are.
"""

# ruff: noqa: S608 - what stands in the statements is made here, never typed

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.address import written
from tui.fold import split
from tui.store.excerpt import Phrases, Spans, excerpt
from tui.store.filters import condition
from tui.store.opening import Connection
from tui.store.query import FILTERS, SMALL, Query, Sought, query_of
from tui.store.ranking import Candidate, Weighed, ranked
from tui.store.vocabulary import Vocabulary

__all__ = ["FILTERS", "RANKED_UP_TO", "Hit", "Hits", "search"]

RANKED_UP_TO = 2_000  # passages that hold a word; ranking looks at each of them
CANDIDATES = 300  # passages that are ranked for a reader, those that the index ranks best
FEW = 10  # hits that hold everything, below which those follow that hold most of it
MOST_PARTIAL = 30
WIDENED_UP_TO = 500  # texts that hold a word, beyond which nobody needs its synonyms
MOST_ALTERNATIVES = 40  # of one word
SYNONYM, FORM, NEAR = 0.55, 0.9, 0.5  # what a word is worth that stands for another

_COLUMNS = "kind, id, number, title, names, body, also"
_PASSAGES = (
    "FROM passage_words JOIN passage ON passage._row = passage_words.rowid WHERE passage_words MATCH ? AND _known <= ? AND _until > ?"
)
_TITLE_WEIGHT, _BODY_WEIGHT, _ALSO_WEIGHT = 4.0, 1.0, 1.0
_LAST = "kind = 'source'"  # headlines hold every word of the day in their titles, and say less than what they are cited for


class Hit(NamedTuple):
    """A record or a point that holds the words. A named tuple, since fifty of them are made for every key that is typed.

    `partial` marks one that does not hold all of them; `when` and `who` are for whoever shows it.
    """

    kind: str
    id: str
    number: str | None
    title: str
    names: str
    body: str
    phrases: Phrases
    partial: bool = False
    when: str = ""
    who: str = ""

    @property
    def excerpt(self) -> Spans:
        """Return the place in the text, in spans that tell whether they are a hit; looked for when somebody asks."""
        text = self.body or self.title
        typed = {phrase: how for phrase, how in self.phrases.items() if how[0] == 1}
        if self.names and typed and not _hit(f"{self.title}\n{text}", typed):
            name = next((name for name in self.names.split("\n") if _hit(name, typed)), "")
            if name:
                return ("also called ", False), *excerpt(name, typed)
        return excerpt(text, self.phrases)

    @property
    def address(self) -> str:
        """Return where the program shows it."""
        return written(self.kind, self.id, self.number)


class Hits(NamedTuple):
    """What was found; `taken` are the words that were not there, each with those that were looked for in its place."""

    hits: tuple[Hit, ...]
    taken: tuple[tuple[str, tuple[str, ...]], ...] = ()


def search(connection: Connection, as_at: str, words: str, limit: int, ranked_up_to: int) -> Hits:
    """Return what held what `words` ask for as at a day, the last word perhaps unfinished, and after it what holds most of it.

    The best comes first where no word is in more than `ranked_up_to` texts; with none, words are taken as they are, which is quickest.
    """
    wanted = query_of(words, as_at)
    if not (wanted.items or wanted.filters) or limit <= 0:
        return Hits(())
    return _Search(connection, as_at, wanted, limit, ranked_up_to).run()


class _Search:
    """One search."""

    def __init__(self, connection: Connection, as_at: str, wanted: Query, limit: int, ranked_up_to: int) -> None:
        self._connection = connection
        self._as_at = as_at
        self._wanted = wanted
        self._limit = limit
        self._ranked_up_to = ranked_up_to
        self._condition, self._values = condition(connection, as_at, wanted.filters)
        self._without = "".join(f" NOT {_expression(_literal(item))}" for item in wanted.without)

    def run(self) -> Hits:
        """Return what is found."""
        if not self._wanted.items:
            return Hits(self._listed())
        if not self._ranked_up_to:
            typed = [one for one in self._wanted.items if not one.small] or self._wanted.items
            return Hits(self._plainly([_literal(item) for item in typed]))
        weighed, taken = self._widened()
        telling = [one for one in weighed if not one.item.small] or weighed
        chief = [one for one in telling if one.count]
        missing = bool(taken) or len(chief) < len(telling) or len(weighed) > len(self._wanted.items)
        if not chief:
            return Hits((), taken)
        if any(one.count > self._ranked_up_to for one in chief):
            return Hits(self._plainly([one.phrases for one in chief], partial=missing), taken)
        found = self._best(" AND ".join(map(_written, chief)), weighed, self._limit, partial=missing)
        if len(found) < min(FEW, self._limit) and len(chief) > 1:
            have = {hit.address for hit in found}
            some = self._best(" OR ".join(map(_written, chief)), weighed, len(found) + MOST_PARTIAL, partial=True)
            found += tuple(hit for hit in some if hit.address not in have)[: self._limit - len(found)]
        return Hits(found, taken)

    def _widened(self) -> tuple[list[Weighed], tuple[tuple[str, tuple[str, ...]], ...]]:
        """Return what stands for each thing that is looked for, and how many texts have it; and what was taken for what is not there."""
        vocabulary = self._connection.kept(Vocabulary)
        found: list[Weighed] = []
        taken: list[tuple[str, tuple[str, ...]]] = []
        for item in self._wanted.items:
            one = self._weighed(item, _alternatives(vocabulary, item))
            if one.count <= WIDENED_UP_TO and len(item.words) == 1 and not (item.exact or item.day or item.small):
                one = self._weighed(item, _widest(self._connection, vocabulary, one))
            if not one.count and len(item.words) == 1 and not item.exact and not item.day and (two := _in_two(item)):
                one = self._weighed(item, one.phrases | two)  # what others write with a hyphen
            if not one.count and not item.small and not item.exact and not item.day:
                near = tuple(word for word in vocabulary.near("".join(item.words)) if self._is_known({(word,): (NEAR, False)}))
                if near:
                    one = self._weighed(item, {(word,): (NEAR, False) for word in near})
                    taken.append((" ".join(item.words), near))
                elif len(item.words) > 1:
                    parts = [self._weighed(Sought((word,)), _alternatives(vocabulary, Sought((word,)))) for word in item.words]
                    found += parts[:-1]
                    one = parts[-1]
            found.append(one)
        return found, tuple(taken)

    def _weighed(self, item: Sought, phrases: Phrases) -> Weighed:
        statement = "SELECT count(*) FROM (SELECT 1 FROM passage_words WHERE passage_words MATCH ? LIMIT ?)"
        count = int(self._connection.one(statement, (_expression(phrases), self._ranked_up_to + 1))[0])
        return Weighed(item, phrases, count if count and self._is_known(phrases) else 0)

    def _is_known(self, phrases: Phrases) -> bool:
        """Return whether any of these was there on the day: what was not yet known is as if it were not there."""
        return bool(self._connection.select(f"SELECT 1 {_PASSAGES} LIMIT 1", (_expression(phrases), self._as_at, self._as_at)))

    def _plainly(self, all_of: Sequence[Phrases], *, partial: bool = False) -> tuple[Hit, ...]:
        """Return hits in the order of the index."""
        statement = (
            f"SELECT kind, id, number, passage.title, '', passage.body {_PASSAGES}{self._condition} ORDER BY passage_words.rowid LIMIT ?"
        )
        match = " AND ".join(map(_expression, all_of)) + self._without
        rows = self._connection.select(statement, (match, self._as_at, self._as_at, *self._values, self._limit))
        merged = _merged(all_of)
        rest = (merged, partial, "", "")
        return tuple([Hit._make((*row, *rest)) for row in rows])

    def _best(self, match: str, weighed: Sequence[Weighed], most: int, *, partial: bool) -> tuple[Hit, ...]:
        """Return hits, the best for a reader first."""
        weights = f"{_TITLE_WEIGHT}, {_BODY_WEIGHT}, {_ALSO_WEIGHT}"
        statement = (
            f"SELECT {_COLUMNS} FROM (SELECT passage_words.rowid AS hit, {_LAST} AS last, bm25(passage_words, {weights}) AS score"
            f" {_PASSAGES}{self._condition} ORDER BY last, score, hit LIMIT ?) JOIN passage ON passage._row = hit ORDER BY last, score, hit"
        )
        match = f"({match}){self._without}" if self._without else match
        values = (match, self._as_at, self._as_at, *self._values, max(most, CANDIDATES))
        candidates = [Candidate(*row) for row in self._connection.select(statement, values)]
        merged = _merged([one.phrases for one in weighed if not one.item.small] or [one.phrases for one in weighed])
        best = ranked(candidates, weighed)[:most]
        return tuple([Hit(one.kind, one.id, one.number, one.title, one.names, one.body, merged, partial) for one in best])

    def _listed(self) -> tuple[Hit, ...]:
        """Return all that the filters leave, in the order of the index."""
        statement = f"SELECT {_COLUMNS_OF_PASSAGE} FROM passage WHERE _known <= ? AND _until > ?{self._condition}"
        for _ in self._wanted.without:
            statement += " AND _row NOT IN (SELECT rowid FROM passage_words WHERE passage_words MATCH ?)"
        shut_out = [_expression(_literal(item)) for item in self._wanted.without]
        values = (self._as_at, self._as_at, *self._values, *shut_out, self._limit)
        rows = self._connection.select(f"{statement} ORDER BY _row LIMIT ?", values)
        return tuple([Hit(kind, id_, number, title, names, body, {}) for kind, id_, number, title, names, body in rows])


_COLUMNS_OF_PASSAGE = "kind, id, number, passage.title, names, passage.body"


def _hit(text: str, phrases: Phrases) -> bool:
    """Return whether any of these stands in a text."""
    return any(found for _, found in excerpt(text, phrases))


def _literal(item: Sought) -> Phrases:
    """Return a thing that is looked for as it was typed."""
    return {item.words: (1.0, item.unfinished)} if not item.day else {(item.day,): (1.0, False), item.words: (1.0, False)}


def _alternatives(vocabulary: Vocabulary, item: Sought) -> Phrases:
    """Return what stands for a thing that is looked for, each phrase with its worth and whether its last word is unfinished."""
    found = dict(_literal(item))
    if item.exact or item.day or item.small:
        return found
    ways = [{word: 1.0, **dict.fromkeys(vocabulary.forms(word), FORM)} for word in item.words]
    if len(ways) == 1:
        (word,) = item.words
        found |= {(one,): (worth, False) for one, worth in ways[0].items() if one != word}
    else:
        combined: dict[tuple[str, ...], float] = {(): 1.0}
        for way in ways:
            combined = {(*start, word): min(one, worth) for start, one in combined.items() for word, worth in way.items()}
            combined = dict(sorted(combined.items(), key=lambda pair: -pair[1])[:MOST_ALTERNATIVES])
        found |= {phrase: (worth, False) for phrase, worth in combined.items() if phrase not in found}
    return dict(list(found.items())[:MOST_ALTERNATIVES])


def _widest(connection: Connection, vocabulary: Vocabulary, of: Weighed) -> Phrases:
    """Return the same with what means about the same: synonyms of the trade, and the other names of what is called so."""
    found = dict(of.phrases)
    found |= {(one,): (SYNONYM, False) for one in vocabulary.synonyms(of.item.words[0]) if (one,) not in found}
    found |= {other: (SYNONYM, False) for other in _other_names(connection, of.item.words) if other not in found}
    return dict(list(found.items())[:MOST_ALTERNATIVES])


def _in_two(item: Sought) -> Phrases:
    """Return a word as any two that it may be made of: who looks for `cooperation` means `co-operation` too."""
    (word,) = item.words
    parts = ((word[:place], word[place:]) for place in range(2, len(word) - 1) if len(word) <= MOST_ALTERNATIVES)
    return {some: (FORM, item.unfinished) for some in parts if not SMALL.intersection(some)}


def _other_names(connection: Connection, words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return what else something is called that these words are a whole name of, short names alone."""
    statement = (
        "SELECT DISTINCT passage.title, names FROM passage_words JOIN passage ON passage._row = passage_words.rowid"
        " WHERE passage_words MATCH ? AND names != '' AND number IS NULL LIMIT 20"
    )
    found: list[tuple[str, ...]] = []
    for title, names in connection.select(statement, (f'title : "{" ".join(words)}"',)):
        called = [split(name) for name in (title, *names.split("\n"))]
        if words in called:
            found += [name for name in called if name != words and len(name) == 1]
    return tuple(dict.fromkeys(found))


def _expression(phrases: Phrases) -> str:
    """Return phrases in the language of FTS5: quoted, so that no word means anything to it."""
    written_ = [f'"{" ".join(phrase)}"' + " *" * unfinished for phrase, (_, unfinished) in phrases.items()]
    return f"({' OR '.join(written_)})" if len(written_) > 1 else written_[0]


def _written(of: Weighed) -> str:
    return _expression(of.phrases)


def _merged(all_of: Iterable[Phrases]) -> Phrases:
    """Return all phrases together, for the words that an excerpt sets off."""
    merged: Phrases = {}
    for phrases in all_of:
        for phrase, (worth, unfinished) in phrases.items():
            merged[phrase] = worth, unfinished or merged.get(phrase, (0, False))[1]
    return merged
