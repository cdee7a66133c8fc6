"""The ceiling of a destination: which handling marks may stand there.

The program knows one ladder of marks, that of the Traffic Light Protocol (FIRST, TLP 2.0). A mark of the ladder permits those below it.
Any other mark permits itself alone, so that a ministry's own marks are listed, one a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.errors import BadInput, Refused
from tui.hostile import clean

FILE = "ceiling"
_LADDER = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")
_TLP = re.compile(r"\bTLP:\s*(CLEAR|WHITE|GREEN|AMBER[\W_]*STRICT|AMBER|RED)(?![\w+])", re.IGNORECASE | re.ASCII)


def marks_of(text: bytes) -> tuple[str, ...]:
    """Return the marks of the file at a destination: one a line, # begins a remark. Raise Refused for a file that permits nothing."""
    lines = [line.partition("#")[0].strip() for line in clean(text.decode("utf-8", "replace")).splitlines()]
    marks = tuple(line for line in lines if line)
    if not marks:
        raise Refused(f"the file {FILE} at the destination names no mark, so nothing may stand there")
    return marks


def written(marks: Sequence[str]) -> bytes:
    """Return the file of a ceiling."""
    if any(not mark.strip() or "#" in mark or clean(mark, lines=False) != mark for mark in marks):
        raise BadInput("a mark of the ceiling is one line without #, such as TLP:GREEN")
    lines = ("# The handling marks that may stand here, one a line; a TLP mark permits those below it.", *marks)
    return "".join(f"{line}\n" for line in lines).encode()


def hold_under(ceiling: Sequence[str], handling: str, where: str) -> None:
    """Raise Refused when a briefing of this handling mark may not stand where this ceiling holds."""
    if not any(_permits(mark, handling) for mark in ceiling):
        raise Refused(f"the briefing is marked {clean(handling, lines=False)}, and {where} takes {' or '.join(ceiling)} and nothing above")


def _permits(mark: str, handling: str) -> bool:
    most, asked = min(_rungs(mark), default=None), max(_rungs(handling), default=None)  # of several named, what permits less
    if most is None or asked is None:
        return " ".join(mark.split()).casefold() == " ".join(handling.split()).casefold()
    return asked <= most


def _rungs(text: str) -> list[int]:
    """Return how high the marks that are named stand on the ladder; none for a mark that is not on it."""
    found = (match[1].upper() for match in _TLP.finditer(text))
    return [_LADDER.index("AMBER+STRICT" if name.endswith("STRICT") else name.replace("WHITE", "CLEAR")) for name in found]
