"""Codes of a few letters for long names, to head narrow columns: no two are alike."""

from __future__ import annotations

from collections.abc import Sequence


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
