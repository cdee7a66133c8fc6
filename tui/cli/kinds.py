"""The kinds of record as people write them."""

from __future__ import annotations

from tui.findings import BadInput
from tui.model import KINDS

_PLURALS = {"parties": "party", "people": "person", "red_lines": "red_line"}


def kind_named(text: str) -> str:
    """The kind that `red-lines`, `Red_Line` or `parties` means; BadInput names the nearest."""
    name = text.strip().lower().replace("-", "_")
    for candidate in (name, _PLURALS.get(name), name.removesuffix("s")):
        if candidate in KINDS:
            return candidate
    from rapidfuzz import process

    nearest = process.extractOne(name, list(KINDS))[0]
    raise BadInput(f"there is no kind {text!r}; the nearest is {nearest!r}. Kinds: {', '.join(KINDS)}")
