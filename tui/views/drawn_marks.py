"""Marks and verdicts as spans: the sign, the word, and a role that a medium may colour; and the legends that explain them."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from tui.views.blocks import Block, Field, Line, Role, Span, line
from tui.views.marks import Mark
from tui.views.signs import MARKS, STATES, VERDICTS, Meaning
from tui.views.statuses import IssueStatus, in_a_row

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
    {
        "crossed": "crossed",
        "appears crossed": "crossed",
        "strained": "strained",
        "appears strained": "strained",
        "unclear": "unclear",
        "appears met": "met",
        "met": "met",
    }
)
_STATE_ROLE: MappingProxyType[str, Role] = MappingProxyType(
    {"T": "met", "A": "met", "O": "changed", "W": "changed", "P": "silent", "Z": "silent"}
)
_SHORT_STATE = MappingProxyType({"T": "agreed", "A": "aim", "W": "one side", "Z": "withdrawn"})
_STATE_BLOCK = MappingProxyType({"said": "█", "none": "░"})
_STATE_SIGN = MappingProxyType({meaning.word: meaning.sign for meaning in STATES})


def mark_sign(mark: Mark) -> Span:
    """Return the sign alone, for a ladder."""
    return Span(mark.sign, _MARK_ROLE.get(mark.word, "silent"))


def mark_words(mark: Mark) -> Span:
    """Return the sign and the word: `~ changed`."""
    return Span(f"{mark.sign} {mark.word}", _MARK_ROLE.get(mark.word, "silent"))


def verdict_role(word: str) -> Role:
    """Return the role of a verdict's words."""
    return _VERDICT_ROLE.get(word, "silent")


def verdict_sign(word: str, sign: str) -> Span:
    """Return the sign of a verdict alone, for a grid."""
    return Span(sign, verdict_role(word))


def verdict_words(word: str, sign: str) -> Span:
    """Return the sign and the word of a verdict: `X crossed`."""
    return Span(f"{sign} {word}".strip(), verdict_role(word))


def state_span(status: IssueStatus, *, bears: bool = True) -> Span:
    """Return the state of an issue in a word, coloured: in brackets where it does not bear on the living text.

    A quotation mark behind it tells that it is somebody's account.
    """
    quoted = '"' if status.attribution.mode not in ("judgement", None) else ""
    word = _SHORT_STATE.get(status.letter, status.word) + quoted
    return Span(word if bears else f"({word})", _STATE_ROLE[status.letter])


def status_words(status: IssueStatus | None) -> Line:
    """Return `O open, political`, or that no status is on record."""
    return line(Span(str(status), "status")) if status else line(Span("no status", "unsaid"))


def status_told(status: IssueStatus | None) -> Line:
    """Return `A aim agreed between US and Ukraine, on Draft 20 (by Zelensky's account, 24 Dec 2025)`: for where a row's detail stands."""
    if status is None:
        return status_words(status)
    return line(Span(status.full, "status"), Span(f" ({status.account})" if status.account else "", "dim"))


def standing_words(own: IssueStatus | None, of_others: IssueStatus | None) -> Line:
    """Return `O open, on US 28 and E3`; where there is but a status of other texts than those looked at, that it is of others."""
    if own is None:
        return line(Span(of_others.of_others, "dim")) if of_others else status_words(own)
    return line(Span(f"{own.letter} {own.word}", "status"), Span(f", on {in_a_row(own.texts)}" if own.texts else "", "dim"))


def standing_told(own: IssueStatus | None, of_others: IssueStatus | None) -> Line:
    """Return where the texts looked at stand, and what is on record later of others."""
    if of_others is None:
        return status_told(own)
    told = status_told(own) if own else line(Span("no status of these", "unsaid"))
    return (*told, Span("; "), Span(of_others.of_others, "dim"))


def mark_legend(words: Iterable[str]) -> list[Block]:
    """Return what the marks in use mean, in the order of the list of marks."""
    return _legend(MARKS, set(words))


def verdict_legend(words: Iterable[str]) -> list[Block]:
    """Return what the verdicts in use mean."""
    return _legend(VERDICTS, set(words))


def state_sign(state: str) -> Span:
    """Return the sign of what is said on an axis of a guarantee: something, that there is none, or nothing."""
    return Span(_STATE_SIGN[state], "text" if state == "said" else "unsaid")


def state_block(state: str) -> Line:
    """Return the sign and a block that shows from afar how much is said: full, light, or none for what is left unsaid."""
    role: Role = "met" if state == "said" else "unsaid"
    return line(Span(_STATE_SIGN[state], role), Span(_STATE_BLOCK.get(state, ""), role))


def state_words(state: str) -> Span:
    """Return the sign and the word: `0 none`."""
    return Span(f"{_STATE_SIGN[state]} {state}", "text" if state == "said" else "unsaid")


def state_legend(states: Iterable[str]) -> list[Block]:
    """Return what the signs of the axes in use mean."""
    return _legend(STATES, set(states))


def _legend(meanings: tuple[Meaning, ...], words: set[str]) -> list[Block]:
    return [
        Field(f"{meaning.sign} {meaning.word}" if meaning.sign.strip() else f"(blank) {meaning.word}", line(Span(meaning.means, "dim")))
        for meaning in meanings
        if meaning.word in words
    ]
