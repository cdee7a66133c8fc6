"""Answers as JSON: the fields of the values under their own names, dates as they stand in the source files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from tui.hostile import bad_characters
from tui.model import Date, Where


def as_data(value: object) -> Any:
    """A value as lists, objects and plain values. A record also has its `kind`, and its `where` as `path:line`."""
    if isinstance(value, Date | Where):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        kind = getattr(type(value), "kind", None)
        out = {"kind": kind} if isinstance(kind, str) else {}
        return out | {field.name: as_data(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): as_data(item) for key, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [as_data(item) for item in value]
    return value


def json_text(value: object) -> str:
    """JSON in readable Unicode, with every character that a terminal could act on escaped; nothing is lost."""
    text = json.dumps(as_data(value), ensure_ascii=False, indent=2)
    bad = {text[place] for place, _ in bad_characters(text)} - {"\n"}
    return text.translate({ord(character): f"\\u{ord(character):04x}" for character in bad}) + "\n"
