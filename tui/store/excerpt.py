"""The place in a text where words stand that were looked for."""

from __future__ import annotations

from collections.abc import Sequence

from tui.fold import Word, words_of

EXCERPT = 160  # characters, about

Spans = tuple[tuple[str, bool], ...]
Phrases = dict[tuple[str, ...], tuple[float, bool]]  # words that stand together: what they are worth, and whether the last is unfinished


def excerpt(text: str, phrases: Phrases) -> Spans:
    """Return the part of `text` around the densest of its hits, with all hits in it marked; the beginning where there is none."""
    words = words_of(text)
    hits = _hits(words, phrases)
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


def _hits(words: Sequence[Word], phrases: Phrases) -> list[tuple[int, int]]:
    """Return start and end of every phrase found, in order and without overlap."""
    found = []
    for phrase, (_, unfinished) in phrases.items():
        for place in range(len(words) - len(phrase) + 1):
            here = words[place : place + len(phrase)]
            if all(one.folded == wanted for one, wanted in zip(here[:-1], phrase[:-1], strict=True)) and (
                here[-1].folded.startswith(phrase[-1]) if unfinished else here[-1].folded == phrase[-1]
            ):
                found.append((here[0].start, here[-1].end))
    found.sort()
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


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
