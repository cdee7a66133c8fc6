"""Labels that no two things share: by what is known more of them, and where that is alike as well by a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def numbered(labels: Sequence[str]) -> list[str]:
    """Return labels in their order, with a number behind each of those that read alike."""
    held, seen = Counter(labels), Counter[str]()
    out = []
    for label in labels:
        seen[label] += 1
        out.append(f"{label} ({seen[label]})" if held[label] > 1 else label)
    return out


def apart(labels: Sequence[str], more: Sequence[str]) -> list[str]:
    """Return labels in their order, those that read alike with what is known more of each: its day, say."""
    held = Counter(labels)
    return numbered([f"{label}, {of}" if held[label] > 1 and of else label for label, of in zip(labels, more, strict=True)])
