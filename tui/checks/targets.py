"""What a reference names, by its form."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.model import KINDS

SPEAKERS = ("person", "party")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Target(NamedTuple):
    """A kind of record (for a speaker one of two), an id, and for points a number."""

    kinds: tuple[str, ...]
    id: str
    number: str | None = None


class Malformed(ValueError):
    """A reference that names nothing because of its form; says how to write it."""


def target_of(kind: str, text: str) -> Target | None:
    """What a text names where a reference of this kind is wanted; None for a speaker in free words, Malformed for what has not its form."""
    if kind == "speaker":
        return Target(SPEAKERS, text) if _ID.fullmatch(text) else None
    if kind == "point":
        plan, _, number = text.partition("/")
        if not plan or not number or "/" in number:
            raise Malformed("a point is PLAN/NUMBER, such as draft/2 or draft/2a")
        return Target(("plan",), plan, number)
    if kind == "any":
        return _any(text)
    if text.startswith(f"{kind}/"):
        raise Malformed(f'the kind is known here, so write only the id: "{text.partition("/")[2]}"')
    return Target((kind,), text)


def _any(text: str) -> Target:
    parts = text.split("/")
    if all(parts) and parts[0] in KINDS:
        if len(parts) == 2:
            return Target((parts[0],), parts[1])
        if len(parts) == 3 and parts[0] == "plan":
            return Target(("plan",), parts[1], parts[2])
    raise Malformed("put the kind before the id, such as red_line/north-river; a point is plan/PLAN/NUMBER")
