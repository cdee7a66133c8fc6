"""Words into hits.

What was typed is taken literally: it is split into words here, and only folded words reach the index. Hits come ranked while every word is
rare enough for that to be quick, with sources after all that says something; beyond that they come in the order of the index, which is
worth reading too (`schema.WORTH`) and costs the same however many there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.address import written
from tui.errors import BadInput
from tui.store.folding import Word, words_of
from tui.store.opening import Connection

RANKED_UP_TO = 2_000  # passages that hold a word; ranking looks at each of them
EXCERPT = 160  # characters, about
MOST_WORDS = 64  # who asks for more has pasted a text; each takes its time

_COLUMNS = "SELECT kind, id, number, title, body FROM"
_PASSAGES = (
    "FROM passage_words JOIN passage ON passage._row = passage_words.rowid WHERE passage_words MATCH ? AND _known <= ? AND _until > ?"
)
_TITLE_WEIGHT, _BODY_WEIGHT = 4.0, 1.0
_LAST = "kind = 'source'"  # headlines hold every word of the day in their titles, and say less than what they are cited for
_BEST = (
    f"{_COLUMNS} (SELECT passage_words.rowid AS hit, {_LAST} AS last, bm25(passage_words, {_TITLE_WEIGHT}, {_BODY_WEIGHT}) AS score"
    f" {_PASSAGES} ORDER BY last, score, hit LIMIT ?) JOIN passage ON passage._row = hit ORDER BY last, score, hit"
)
_FIRST = f"SELECT kind, id, number, passage.title, passage.body {_PASSAGES} ORDER BY passage_words.rowid LIMIT ?"

Spans = tuple[tuple[str, bool], ...]
Phrase = tuple[str, ...]  # what was typed between two spaces: "15,5" is a phrase of two words


class Hit(NamedTuple):
    """A record or a point that holds the words. A named tuple, since fifty of them are made for every key that is typed."""

    kind: str
    id: str
    number: str | None
    title: str
    body: str
    phrases: tuple[Phrase, ...]

    @property
    def excerpt(self) -> Spans:
        """Return the place in the text, in spans that tell whether they are a hit; looked for when somebody asks."""
        return _excerpt((self.body or self.title).replace("\n", " "), self.phrases)

    @property
    def address(self) -> str:
        """Return where the program shows it."""
        return written(self.kind, self.id, self.number)


def search(connection: Connection, as_at: str, words: str, limit: int, ranked_up_to: int) -> tuple[Hit, ...]:
    """Return what held all `words` as at a day, the last one perhaps unfinished.

    The best comes first where no word is in more than `ranked_up_to` texts.
    """
    phrases = _phrases(words)
    if not phrases or limit <= 0:
        return ()
    statement = _BEST if ranked_up_to and _is_rare(connection, phrases, ranked_up_to) else _FIRST
    rows = connection.select(statement, (_query(phrases), as_at, as_at, limit))
    return tuple([Hit(kind, id_, number, title, body, phrases) for kind, id_, number, title, body in rows])


def _phrases(words: str) -> tuple[Phrase, ...]:
    """Return what was typed, each phrase once, the last one last. Raise BadInput where it is too much to look for."""
    found = [phrase for part in words.split() if (phrase := tuple(word.folded for word in words_of(part)))]
    phrases = tuple(phrase for phrase in dict.fromkeys(found) if phrase != found[-1]) + tuple(found[-1:])
    if sum(map(len, phrases)) > MOST_WORDS:
        raise BadInput(f"Too many words to search for; give {MOST_WORDS} at the most.")
    return phrases


def _query(phrases: Sequence[Phrase]) -> str:
    """Return the query in the language of FTS5: quoted, so that no word means anything to it."""
    return " AND ".join(f'"{" ".join(phrase)}"' for phrase in phrases) + " *"


def _is_rare(connection: Connection, phrases: Sequence[Phrase], most: int) -> bool:
    """Return whether no phrase has more passages than this."""
    count = "SELECT count(*) FROM (SELECT 1 FROM passage_words WHERE passage_words MATCH ? LIMIT ?)"
    queries = [*(_query([phrase]).removesuffix(" *") for phrase in phrases[:-1]), _query(phrases[-1:])]
    return all(connection.one(count, (query, most + 1))[0] <= most for query in queries)


def _excerpt(text: str, phrases: Sequence[Phrase]) -> Spans:
    """Return the part of `text` around its first hit, with all hits in it marked; the beginning where there is none."""
    words = words_of(text)
    hits = _hits(words, phrases)
    start, end = _window(text, words, hits[0][0] if hits else 0)
    spans: list[tuple[str, bool]] = [("…", False)] if start else []
    place = start
    for first, last in hits:
        if place <= first and last <= end:
            spans += [(text[place:first], False)] if place < first else []
            spans.append((text[first:last], True))
            place = last
    rest = text[place:end] + ("…" if end < len(text) else "")
    return (*spans, (rest, False)) if rest else tuple(spans)


def _hits(words: Sequence[Word], phrases: Sequence[Phrase]) -> list[tuple[int, int]]:
    """Return start and end of every phrase found, in order and without overlap."""
    found = []
    for number, phrase in enumerate(phrases):
        unfinished = number == len(phrases) - 1
        for place in range(len(words) - len(phrase) + 1):
            here = words[place : place + len(phrase)]
            *whole, last = zip((word.folded for word in here), phrase, strict=True)
            if all(a == b for a, b in whole) and (last[0].startswith(last[1]) if unfinished else last[0] == last[1]):
                found.append((here[0].start, here[-1].end))
    found.sort()
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _window(text: str, words: Sequence[Word], hit: int) -> tuple[int, int]:
    """Return where an excerpt around `hit` starts and ends: at words, with a third of it before the hit, whole when the text is short."""
    if len(text) <= EXCERPT:
        return 0, len(text)
    earliest = max(0, min(hit - EXCERPT // 3, len(text) - EXCERPT))
    start = next((word.start for word in words if word.start >= earliest and earliest), 0)
    start = min(start, hit)
    latest = start + EXCERPT
    if latest >= len(text):
        return start, len(text)
    end = max((word.end for word in words if start < word.end <= latest), default=latest)
    return start, end
