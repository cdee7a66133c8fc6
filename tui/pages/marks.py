"""Marks and verdicts as spans: the sign, the word, and a role that a medium may colour; and the legends that explain them."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from tui.answers.marks import MARKS, VERDICTS, Mark, Meaning
from tui.answers.statuses import IssueStatus
from tui.pages.blocks import Block, Field, Line, Role, Span, line

_MARK_ROLE: MappingProxyType[str, Role] = MappingProxyType(
    {
        "base": "text",
        "own": "text",
        "same": "same",
        "changed": "changed",
        "split": "changed",
        "join": "changed",
        "moved": "changed",
        "new": "new",
        "dropped": "dropped",
        "opposed": "opposed",
        "stated": "stated",
    }
)
_VERDICT_ROLE: MappingProxyType[str, Role] = MappingProxyType(
    {"crossed": "crossed", "strained": "strained", "met": "met", "unclear": "unclear"}
)


def mark_sign(mark: Mark) -> Span:
    """The sign alone, for a ladder."""
    return Span(mark.sign, _MARK_ROLE.get(mark.word, "silent"))


def mark_words(mark: Mark) -> Span:
    """The sign and the word: `~ changed`."""
    return Span(f"{mark.sign} {mark.word}", _MARK_ROLE.get(mark.word, "silent"))


def verdict_sign(word: str, sign: str) -> Span:
    """The sign of a verdict alone, for a grid."""
    return Span(sign, _VERDICT_ROLE.get(word, "silent"))


def verdict_words(word: str, sign: str) -> Span:
    """The sign and the word of a verdict: `X crossed`."""
    return Span(f"{sign} {word}", _VERDICT_ROLE.get(word, "silent"))


def status_words(status: IssueStatus | None) -> Line:
    """`O open, political`, or that no status is on record."""
    return line(Span(str(status), "status")) if status else line(Span("no status", "unsaid"))


def mark_legend(words: Iterable[str]) -> list[Block]:
    """What the marks in use mean, in the order of the list of marks."""
    return _legend(MARKS, set(words))


def verdict_legend(words: Iterable[str]) -> list[Block]:
    """What the verdicts in use mean."""
    return _legend(VERDICTS, set(words))


def _legend(meanings: tuple[Meaning, ...], words: set[str]) -> list[Block]:
    return [Field(f"{meaning.sign} {meaning.word}", line(Span(meaning.means, "dim"))) for meaning in meanings if meaning.word in words]
