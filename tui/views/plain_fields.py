"""The fields of a record that are plain words, numbers or days: what a page and a table can show without knowing them by name."""

from __future__ import annotations

from functools import cache

from tui.dates import in_words
from tui.model import Date, Record, Ref
from tui.shapes import shapes

_OF_ALL = frozenset({"id", "note", "mode", "said_by", "said_on", "known_from"})  # on every record; who says so is drawn everywhere alike


@cache
def plain_fields(cls: type, besides: frozenset[str]) -> tuple[str, ...]:
    """Return the names of the fields of a kind that hold one plain value, in the model's order, but for those drawn by name."""
    return tuple(
        name
        for name, shape in shapes(cls).items()
        if name not in _OF_ALL | besides and not shape.many and not shape.table and not isinstance(shape.marker, Ref)
    )


def plain_value(record: Record, name: str) -> str:
    """Return the words of one such field, empty where the record does not say it."""
    value = getattr(record, name)
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, Date):
        return in_words(value)
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def label(name: str) -> str:
    """Return the name of a field as a label."""
    return name.replace("_", " ").capitalize()
