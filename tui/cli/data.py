"""Records and answers as plain data for `--json`: an interface.

A record has the field names of the source files, then `where`; a field that holds nothing is left out, as it is in the source. An
answer has all of its fields, null where there is nothing. Dates are their EDTF text.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from tui.findings import Finding
from tui.model import Date, Point, Record, Where


def as_json(value: Any) -> str:
    """`value` as JSON, with control characters escaped and a line break at the end."""
    text = json.dumps(as_data(value), ensure_ascii=False, indent=2)
    return "".join(_shown(character) for character in text) + "\n"


def _shown(character: str) -> str:
    """A character as it may stand in output: invisible controls as JSON escapes."""
    if character == "\n" or (character.isprintable()) or character == "\u00ad":
        return character
    code = ord(character)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def as_data(value: Any) -> Any:
    """Dataclasses as objects, tuples as lists, records with kind, id and where."""
    if isinstance(value, Record):
        return {"kind": value.kind, "id": value.id, **_held(value), "where": str(value.where) if value.where else None}
    if isinstance(value, Date | Where):
        return str(value)
    if isinstance(value, Finding):
        return {**_fields(value), "where": {"path": value.where.path, "line": value.where.line, "column": value.where.column}}
    if is_dataclass(value) and not isinstance(value, type):
        return _held(value) if type(value).__module__ == "tui.model" else _fields(value)
    if isinstance(value, dict):
        return {key: as_data(held) for key, held in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [as_data(held) for held in value]
    return value


def _held(value: Any) -> dict[str, Any]:
    """The fields of a record or of a part of one that hold something."""
    out = {
        field.name: as_data(held)
        for field in fields(value)
        if field.name not in ("id", "where") or (field.name == "id" and not isinstance(value, Record))
        if (held := getattr(value, field.name)) is not None and held != ()
    }
    if isinstance(value, Point) and value.where:
        out["where"] = str(value.where)
    return out


def _fields(value: Any) -> dict[str, Any]:
    return {field.name: as_data(getattr(value, field.name)) for field in fields(value)}
