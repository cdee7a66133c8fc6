"""The place in a text where words stand that were looked for."""

from __future__ import annotations

from collections.abc import Sequence

from tui.fold import Word, words_of

EXCERPT = 160  # characters, about

Spans = tuple[tuple[str, bool], ...]
Phrases = dict[tuple[str, ...], tuple[float, bool]]  # words that stand together: what they are worth, and whether the last is unfinished


def excerpt(text: str, phrases: Phrases) -> Spans:
    """Return the place in the text that has most of what was looked for, with all hits in it marked; the beginning where there is none.

    A line of `text` is something said by itself: an excerpt never joins two.
    """
    lines = text.split("\n")
    words = [words_of(line) for line in lines]
    hits = _hits(words, phrases)
    as_typed = {phrase: how for phrase, how in phrases.items() if how[0] == 1}
    typed = hits if len(as_typed) == len(phrases) else _hits(words, as_typed)
    best = max(range(len(lines)), key=lambda place: (_kinds_of(lines[place], typed[place]), _kinds_of(lines[place], hits[place]), -place))
    return _cut(lines[best], words[best], hits[best])


def _kinds_of(line: str, hits: Sequence[tuple[int, int]]) -> int:
    """Return how many different words are hit."""
    return len({line[start:end].lower() for start, end in hits})


def _cut(text: str, words: Sequence[Word], hits: Sequence[tuple[int, int]]) -> Spans:
    start, end = _window(text, words, _densest(hits))
    spans: list[tuple[str, bool]] = [("…", False)] if start else []
    place = start
    for first, last in hits:
        if place <= first and last <= end:
            spans += [(text[place:first], False)] if place < first else []
            spans.append((text[first:last], True))
            place = last
    rest = text[place:end] + ("…" if end < len(text) else "")
    return (*spans, (rest, False)) if rest else tuple(spans)


def _hits(lines: Sequence[Sequence[Word]], phrases: Phrases) -> list[list[tuple[int, int]]]:
    """Return start and end of every phrase found in each line, in order and without overlap."""
    exact: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    begun = tuple(phrase[0] for phrase, (_, unfinished) in phrases.items() if unfinished and len(phrase) == 1)
    for phrase, (_, unfinished) in phrases.items():
        if not unfinished or len(phrase) > 1:
            exact.setdefault(phrase[0], []).append((phrase, unfinished))
    return [_hits_of(words, begun, exact) for words in lines]


def _hits_of(words: Sequence[Word], begun: tuple[str, ...], exact: dict[str, list[tuple[tuple[str, ...], bool]]]) -> list[tuple[int, int]]:
    found = []
    for place, word in enumerate(words):
        folded = word.folded
        if begun and folded.startswith(begun):
            found.append((word.start, word.end))
        if folded in exact:
            for phrase, unfinished in exact[folded]:
                here = words[place : place + len(phrase)]
                if len(here) == len(phrase) and stands(tuple(one.folded for one in here), phrase, unfinished=unfinished):
                    found.append((here[0].start, here[-1].end))
    found.sort()
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def stands(words: Sequence[str], phrase: Sequence[str], *, unfinished: bool) -> bool:
    """Return whether as many words are a phrase, whose last word may be unfinished."""
    if words[:-1] != phrase[:-1]:
        return False
    return words[-1].startswith(phrase[-1]) if unfinished else words[-1] == phrase[-1]


def _densest(hits: Sequence[tuple[int, int]]) -> int:
    """Return where the hit stands that has the most others in the excerpt that begins around it."""
    if not hits:
        return 0
    counted = [sum(1 for other, _ in hits[place:] if other < start + EXCERPT * 2 // 3) for place, (start, _) in enumerate(hits)]
    return hits[counted.index(max(counted))][0]


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
