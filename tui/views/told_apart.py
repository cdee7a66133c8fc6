"""Labels that no two things share: by what is known more of them, else by a number; and codes of a few letters, to head narrow columns."""

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


def codes(names: Sequence[str], letters: int) -> list[str]:
    """Return a code of at most `letters` for each name: `US28` for US 28, `Ru25` for Russia 2025; those alike end in a number."""
    out: list[str] = []
    for name in names:
        code = plain = name if len(name) <= letters else _code(name, letters)
        number = 2
        while code in out:
            code = f"{plain[: letters - len(str(number))]}{number}"
            number += 1
        out.append(code)
    return out


def _code(name: str, letters: int) -> str:
    """Return the first letters of the words of a name, and of its numbers the last two digits."""
    words = name.split()
    spelt = max(1, sum(not word.isdigit() for word in words))
    digits = sum(len(word[-2:]) for word in words if word.isdigit())
    each, more = divmod(max(spelt, letters - digits), spelt)
    out = ""
    for word in words:
        if word.isdigit():
            out += word[-2:]
        else:
            out += word[:1].upper() + word[1 : each + (more > 0)]
            more -= 1
    return out[:letters]
