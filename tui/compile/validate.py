"""A prepared table into a frozen record, or every fault that pydantic sees in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import SchemaValidator

from tui.compile.faults import Fault, Path
from tui.compile.words import fault_of

# TypeAdapter's strict mode would also ask for tuples and ready instances; only these must be what they are.
_EXACT = {"str", "int", "float", "bool"}


def validate(cls: type, table: Any, path: Path, faults: list[Fault]) -> Any:
    """An instance of `cls`, or None and its faults."""
    try:
        return _validator(cls).validate_python(table)
    except ValidationError as error:
        seen = set()
        for item in error.errors(include_url=False):
            fault = fault_of(cls, table, path, item)
            if fault.path not in seen:  # a union tells one fault once for each of its members
                seen.add(fault.path)
                faults.append(fault)
        return None


@cache
def _validator(cls: Any) -> SchemaValidator:
    return SchemaValidator(_exact(TypeAdapter(cls).core_schema))


def _exact(schema: Any) -> Any:
    """The schema, in which "600000" is no number, 1 is not true, and a number is no text."""
    if isinstance(schema, Mapping):
        copy = {key: _exact(value) for key, value in schema.items()}
        return copy | {"strict": True} if copy.get("type") in _EXACT else copy
    if isinstance(schema, list):
        return [_exact(item) for item in schema]
    return schema
