"""The kinds of record as people write them."""

from __future__ import annotations

from tui.findings import BadInput
from tui.model import KINDS
from tui.names import or_nearest

_PLURALS = {"parties": "party", "people": "person", "red_lines": "red_line"}


def kind_named(text: str) -> str:
    """The kind that `red-lines`, `Red_Line` or `parties` means; BadInput names the nearest."""
    name = text.strip().lower().replace("-", "_")
    for candidate in (name, _PLURALS.get(name), name.removesuffix("s")):
        if candidate in KINDS:
            return candidate
    raise BadInput(f"there is no kind {text!r}{or_nearest(name, KINDS)}. Kinds: {', '.join(KINDS)}")
