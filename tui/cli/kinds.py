"""The kinds of record as people write them."""

from __future__ import annotations

from tui.errors import BadInput
from tui.model import KINDS
from tui.names import or_nearest

_PLURALS = {"parties": "party", "people": "person", "red_lines": "red_line"}


def kind_named(text: str) -> str:
    """Return the kind that `red-lines`, `Red_Line` or `parties` means. Raise BadInput with the nearest."""
    found = kind_or_none(text)
    if found is None:
        raise BadInput(f"there is no kind {text!r}{or_nearest(_plain(text), KINDS)}. Kinds: {', '.join(KINDS)}")
    return found


def kind_or_none(text: str) -> str | None:
    """Return the kind that is meant, None for what is no kind."""
    name = _plain(text)
    return next((one for one in (name, _PLURALS.get(name), name.removesuffix("s")) if one in KINDS), None)


def _plain(text: str) -> str:
    return text.strip().lower().replace("-", "_")
