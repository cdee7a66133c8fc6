"""Records and answers as JSON: an interface.

A record has the field names of the source files, its `kind` and `where`; what it does not say is left out, as it is in the source. An
answer has all of its fields, null where there is nothing. Dates are their EDTF text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, ClassVar

from tui.frozen import frozen
from tui.model import Date, Point, Record, Strict, Where


class Wraps:
    """Base of answers that hold a record, or a part of one, whole, as `record`.

    Their data are what `JSON` names, in its order, the answer's own or else the record's; without it the record's fields, then their own.
    """

    JSON: ClassVar[str] = ""
    record: Strict


@frozen
class Table:
    """A grid of words; the first column names the rows."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_data(value: Any) -> Any:
    """Return a value as objects, lists and plain values."""
    if value is None or isinstance(value, str):  # most are
        return value
    if isinstance(value, Record):
        return {"kind": value.kind, "id": value.id, **_said(value), "where": str(value.where) if value.where else None}
    if isinstance(value, Point):
        return _said(value) | ({"where": str(value.where)} if value.where else {})
    if isinstance(value, Date | Where):
        return str(value)
    if isinstance(value, Wraps) and value.JSON:
        return {name: as_data(getattr(value if hasattr(value, name) else value.record, name)) for name in value.JSON.split()}
    if isinstance(value, Wraps) and is_dataclass(value):
        own = {field.name: as_data(getattr(value, field.name)) for field in fields(value) if field.name != "record"}
        return {**as_data(value.record), **own}
    if is_dataclass(value) and not isinstance(value, type):
        if type(value).__module__ == Record.__module__:
            return _said(value)
        return {field.name: as_data(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): as_data(held) for key, held in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [as_data(held) for held in value]
    return value


def json_text(value: object) -> str:
    """Return JSON in readable Unicode, with every character that does not print as an escape; nothing is lost."""
    import json  # most commands print text, and import this module for what that is made from

    text = json.dumps(as_data(value), ensure_ascii=False, indent=2)
    unseen = {character for character in set(text) if not character.isprintable()} - {"\n"}
    return text.translate({ord(character): json.dumps(character)[1:-1] for character in unseen}) + "\n"


def _said(value: Any) -> dict[str, Any]:
    """Return the fields of a part of a source file that say something."""
    held = {field.name: getattr(value, field.name) for field in fields(value) if field.name != "where"}
    if isinstance(value, Record):
        del held["id"]
    return {name: as_data(one) for name, one in held.items() if one is not None and one != ()}
