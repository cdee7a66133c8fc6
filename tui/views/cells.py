"""Where to break and cut lines that must fit into so many cells of a terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.views.blocks import Line, Span
from tui.widths import cell, width

_PIECES = re.compile(r"\n| +|[^ \n]+")


def line_width(line: Line) -> int:
    """Return the cells that a line takes."""
    return sum(width(span.text) for span in line)


def cut(text: str, cells: int) -> int:
    """Return how many characters of `text` fit into `cells`; at least one, so that a caller always moves on."""
    if text.isascii():
        return max(1, min(len(text), cells))
    used = 0
    for index, character in enumerate(text):
        used += cell(character)
        if used > cells:
            return max(1, index)
    return max(1, len(text))


def wrap(line: Line, cells: int) -> list[Line]:
    """Return `line` broken into lines of at most `cells`: at spaces where it can be, inside a word only when the word alone is too long."""
    if line_width(line) <= cells and not any("\n" in span.text for span in line):
        return [_trimmed(line)]
    line = _trimmed(line)
    text = "".join([span.text for span in line])
    if width(text) == len(text):
        return _sliced(line, _breaks(text, max(1, cells)))
    breaker = _Breaker(max(1, cells))
    for word in _words(line):
        if word[0].text == "\n":
            breaker.flush()
        elif word[0].text.startswith(" "):
            breaker.space(word)
        else:
            breaker.word(word)
    if breaker.current or not breaker.lines:
        breaker.flush()
    return breaker.lines


def _breaks(text: str, cells: int) -> list[tuple[int, int]]:
    """Return where the lines of a text begin and end, by the rules of `_Breaker`, when every character takes one cell."""
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(text) or not found:
        end = text.find("\n", start)
        following = end + 1 if end >= 0 else len(text)
        end = _end(text, start, end if end >= 0 else len(text))
        words = _after_spaces(text, start, end)
        if found or words - start > cells:
            start = words
        while end - start > cells:
            stop = text.rfind(" ", start, start + cells + 1)
            stop = stop if stop >= start else start + cells
            found.append((start, _end(text, start, stop)))
            start = _after_spaces(text, stop, end)
        found.append((start, end))
        start = following
    return found


def _end(text: str, start: int, stop: int) -> int:
    """Return `stop`, or the place where the spaces before it begin."""
    while stop > start and text[stop - 1] == " ":
        stop -= 1
    return stop


def _after_spaces(text: str, start: int, stop: int) -> int:
    while start < stop and text[start] == " ":
        start += 1
    return start


def _sliced(line: Line, ranges: list[tuple[int, int]]) -> list[Line]:
    """Return parts of a line, by where their characters begin and end, from left to right."""
    out: list[Line] = []
    first = offset = 0
    for start, stop in ranges:
        while first < len(line) and offset + len(line[first].text) <= start:
            offset += len(line[first].text)
            first += 1
        parts: list[Span] = []
        number, at = first, offset
        while at < stop and start < stop:
            span = line[number]
            parts.append(Span(span.text[max(0, start - at) : stop - at], span.role, span.to))
            at += len(span.text)
            number += 1
        out.append(tuple(parts))
    return out


def _trimmed(line: Line) -> Line:
    """Return a line that needs no break, as wrapping leaves it: no spaces at its end, neighbours joined."""
    held = list(line)
    while held and not (text := held[-1].text.rstrip(" ")):
        held.pop()
    if held and text != held[-1].text:
        held[-1] = Span(text, held[-1].role, held[-1].to)
    return _merged(tuple(span for span in held if span.text))


class _Breaker:
    """The state of one wrapping: finished lines, and the line being filled."""

    def __init__(self, cells: int) -> None:
        self.cells = cells
        self.lines: list[Line] = []
        self.current: list[Span] = []
        self.used = 0

    def flush(self) -> None:
        """End the current line, without the spaces at its end."""
        while self.current and not self.current[-1].text.strip(" "):
            self.current.pop()
        self.lines.append(_merged(tuple(self.current)))
        self.current, self.used = [], 0

    def space(self, spaces: list[Span]) -> None:
        """Add spaces, which stay inside a line and in front of a paragraph's first line, and vanish at a break."""
        size = sum(len(span.text) for span in spaces)
        if self.used + size > self.cells:
            if self.used:
                self.used = self.cells + 1  # full, or a short word would cling to the one before it
        elif self.used or not self.lines:
            self.current.extend(spaces)
            self.used += size

    def word(self, word: list[Span]) -> None:
        """Put a word on the current line if it fits, else on the next; one longer than a line is cut."""
        size = sum(width(span.text) for span in word)
        if self.used and self.used + size > self.cells:
            self.flush()
        for span in word:
            rest = span.text
            while self.used + width(rest) > self.cells:
                head = cut(rest, self.cells - self.used) if self.used < self.cells else 0
                if (head and self.used + width(rest[:head]) <= self.cells) or not self.used:
                    self.current.append(Span(rest[:head], span.role, span.to))
                    rest = rest[head:]
                self.flush()
                if not rest:
                    break
            if rest:
                self.current.append(Span(rest, span.role, span.to))
                self.used += width(rest)


def _words(line: Line) -> list[list[Span]]:
    """Return words, runs of spaces and line breaks. A word that runs over several spans is one: no bracket parts from what it holds."""
    out: list[list[Span]] = []
    for span in line:
        for piece in _PIECES.findall(span.text):
            part = Span(piece, span.role, span.to)
            last = out[-1][-1].text if out else "\n"
            if "\n" not in (piece[0], last[0]) and (piece[0] == " ") == (last[0] == " "):
                out[-1].append(part)
            else:
                out.append([part])
    return out


def _merged(line: Line) -> Line:
    """Join neighbours of one role and one address again."""
    out: list[Span] = []
    for span in line:
        if out and out[-1].role == span.role and out[-1].to == span.to:
            out[-1] = Span(out[-1].text + span.text, span.role, span.to)
        else:
            out.append(span)
    return tuple(out)


def told_apart(names: Sequence[str], cells: int) -> list[str]:
    """Return the names in at most `cells` each. What is too long loses its end; where that makes two alike, its middle."""
    ends = [name if width(name) <= cells else f"{name[: cut(name, cells - 1)]}~" for name in names]
    keep = max(1, cells // 2)
    out = []
    for name, end in zip(names, ends, strict=True):
        alike = end != name and ends.count(end) > 1
        out.append(f"{name[: cut(name, cells - keep - 1)]}~{name[-keep:]}" if alike else end)
    return out
