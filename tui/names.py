"""Find the name that somebody may have meant who typed one that is not there."""

from __future__ import annotations

from collections.abc import Iterable

from tui.fold import fold

_LONGEST = 200  # characters; nobody types a longer name, and matching takes the longer the more there are
_PART = 2  # letters of a name that must be typed before it is taken for the rest


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice a typing slip away from `word`, or None when none is near: another letter is no slip for the only one."""
    from rapidfuzz import process  # only who mistyped pays for this
    from rapidfuzz.distance import OSA

    word = fold(word[:_LONGEST])
    limit = max(len(word) // 3, min(len(word) - 1, 1))
    found = process.extractOne(word, {choice: fold(choice) for choice in choices}, scorer=OSA.distance, score_cutoff=limit)
    return str(found[2]) if found else None


def meant(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that a person may have meant.

    It is a typing slip away, else the first that begins with what was typed, else the first that holds it.
    """
    known = list(choices)
    found = nearest(word, known)
    if found is None and len(word) >= _PART:
        word = fold(word)
        found = next((one for one in known if fold(one).startswith(word)), None) or next((one for one in known if word in fold(one)), None)
    return found


def or_nearest(word: str, choices: Iterable[str]) -> str:
    """Return `; the nearest is 'north'` to end a sentence with, nothing when no choice is near."""
    found = meant(word, choices)
    return f"; the nearest is {found!r}" if found else ""
