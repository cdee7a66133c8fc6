"""On which lines records and points begin, without a syntax tree.

Every record keeps its line, so this runs over every file, also when nothing is wrong; a syntax tree of a large file takes longer than
reading it. The text has passed the TOML parser already, which is what makes so small a scanner exact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_HEADER = r"^[ \t]*\[\[[ \t]*([A-Za-z0-9_-]+)[ \t]*(?:\.[ \t]*([A-Za-z0-9_-]+)[ \t]*)?\]\]"
# In a file with multi-line strings a line that looks like a header may be text, so strings and comments are consumed as such.
_NO_HEADER = r'''"""(?:[^\\"]|\\.|"(?!""))*+"{3,5}|\'\'\'(?:[^']|'(?!''))*+'{3,5}|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'|#[^\n]*+'''
_PLAIN = re.compile(_HEADER, re.MULTILINE)
_CAREFUL = re.compile(f"{_NO_HEADER}|{_HEADER}", re.MULTILINE | re.DOTALL)


Place = tuple[int, int]


@dataclass(slots=True)
class Headers:
    """Places (line, column) of `[[kind]]` headers by kind, and of `[[plan.point]]` headers for each plan in turn."""

    records: dict[str, list[Place]] = field(default_factory=dict)
    points: list[list[Place]] = field(default_factory=list)


def headers(text: str) -> Headers:
    """The record and point headers of a valid TOML text. Headers with quoted keys are not seen: the caller counts."""
    found = Headers()
    line, seen = 1, 0
    careful = '"""' in text or "'''" in text
    for match in (_CAREFUL if careful else _PLAIN).finditer(text):
        kind = match[1]
        if kind is None:
            continue
        line += text.count("\n", seen, match.start())
        seen = match.start()
        place = (line, text.index("[", seen) - seen + 1)
        if match[2] is None:
            found.records.setdefault(kind, []).append(place)
            if kind == "plan":
                found.points.append([])
        elif kind == "plan" and match[2] == "point" and found.points:
            found.points[-1].append(place)
    return found
