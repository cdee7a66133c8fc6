"""What changed in a sentence: how much, and what it is called as far as a line has room for it."""

from __future__ import annotations

from tui.views.changes.page import counts
from tui.views.changes.question import Changes

_NAMED = 3


def in_short(of: Changes) -> str:
    """Say in one line what changed: `1 new, 2 changed: Draft 20; Armed forces; Territory`; states that moved come first."""
    moved = [
        f"{move.name} {move.before.letter if move.before else '-'} -> {move.after.letter if move.after else '-'}" for move in of.states
    ]
    names = [*moved, *(one.title for group in of.groups for one in group.changes)]
    names = list(dict.fromkeys(names))
    if not names:
        return "nothing that it says has changed"
    more = len(names) - _NAMED
    return f"{counts(of)}: {'; '.join(names[:_NAMED])}{f'; and {more} more' if more > 0 else ''}"
