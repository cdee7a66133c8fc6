"""What to call a row, so that its name is true for every cell: never by a number or by words that only one of its plans has.

Plans that name their points otherwise are named side by side, `No NATO membership / NATO by consensus`; what differs in its number alone
goes without it, `Forces` for `Forces of 600,000` and `Forces of 800,000`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.model import Point
from tui.views.marks import has_words

FEW_WORDS = 7  # of a point without a short name, to tell its row by
_FEW_NAMES = 4
_NUMBER = re.compile(r"[$€£]?\d[\d.,:]*%?(?:\s+(?:thousand|million|billion|trillion|percent)\b)?")
_HANGING = re.compile(r"(?:[\s,;:-]+(?:of|by|at|to|in|for|with|from|until|up|about|over|under|the|a|an)?)+$", re.IGNORECASE)


def row_name(members: Sequence[tuple[str, Sequence[Point]]]) -> str:
    """The name of a row; `members` are its columns' short names with the points that each has here. Empty where no point tells one."""
    speaking = [(head, point) for head, points in members for point in points if has_words(point)]
    told = speaking or [(head, point) for head, points in members for point in points]
    names = list(dict.fromkeys(point.short for _, point in told if point.short))
    if names:
        everywhere = len(names) == 1 and all(point.short for _, point in told)
        return _joined(names if everywhere else _without_numbers(names))
    texts = list(dict.fromkeys(point.text for _, point in told if point.text))
    if not texts:
        return ""
    whose = next(head for head, point in told if point.text)
    return _opening(texts[0]) + (f" ({whose})" if len({head for head, _ in told}) > 1 and len(texts) > 1 else "")


def _without_numbers(names: Sequence[str]) -> list[str]:
    """The names, those that differ in a number alone as one without it; a name that not every plan has goes without its number, too."""
    alike: dict[str, list[str]] = {}
    for name in names:
        alike.setdefault(_bare(name), []).append(name)
    return [bare if len(full) > 1 or len(names) == 1 else full[0] for bare, full in alike.items()]


def _bare(name: str) -> str:
    return _HANGING.sub("", _NUMBER.sub("", name)).strip() or name


def _joined(names: Sequence[str]) -> str:
    more = len(names) - _FEW_NAMES
    return " / ".join(names[:_FEW_NAMES]) + (f" / {more} more" if more > 0 else "")


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:FEW_WORDS]) + (" ..." if len(words) > FEW_WORDS else "")
