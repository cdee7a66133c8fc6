"""A prepared table into a frozen record, or every fault that pydantic sees in it, in words for the author."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from datetime import date, datetime, time
from functools import cache
from typing import Any, Literal

from pydantic_core import ErrorDetails, SchemaValidator, ValidationError

from tui.compile.prepare import prepare
from tui.compile.sourcefile import Fault, KeyPath
from tui.model import KINDS, Manifest, Record, Ref
from tui.names import nearest
from tui.shapes import Shape, shapes


def validate(cls: type, table: Any, path: KeyPath, faults: list[Fault]) -> Any:
    """Return an instance of `cls`, or None and its faults."""
    try:
        return validator(cls).validate_python(table)
    except ValidationError as error:
        told: dict[KeyPath, Fault] = {}
        for item in error.errors(include_url=False):
            fault = fault_of(cls, table, path, item)
            told.setdefault(fault.path, fault)  # a union tells one fault once for each of its members
        misspelt = {(*fault.path[:-1], fault.fix.partition(",")[0]) for fault in told.values() if fault.code == "E202"}
        # What is missing under its own name, and there under a wrong one, is one fault.
        faults += (one for one in told.values() if one.code != "E203" or (*one.path[:-1], _renaming(str(one.path[-1]))) not in misspelt)
        return None


@cache
def validator(cls: type) -> SchemaValidator:
    """Return what checks a prepared table against `cls` and makes an instance of it."""
    return SchemaValidator(_table(cls))


@cache
def _table(cls: type) -> Any:
    """Return the schema of a table, written from the model's type hints as pydantic would write it.

    Importing pydantic and letting it read the hints takes a third of the time of building a small briefing; its core alone does not.
    """
    allowed = shapes(cls)
    every = [_field(one, allowed.get(one.name)) for one in fields(cls)]
    arguments = {"type": "dataclass-args", "dataclass_name": cls.__name__, "fields": every}
    config = {"extra_fields_behavior": "forbid"}
    return {"type": "dataclass", "cls": cls, "schema": arguments, "fields": [one.name for one in fields(cls)], "config": config}


def _field(field: Field[Any], shape: Shape | None) -> dict[str, Any]:
    """Return the schema of one field; without a shape it is one that no source file may set."""
    value = _value(shape) if shape else {"type": "any"}
    if field.default is not MISSING:
        value = {"type": "default", "schema": value, "default": field.default}
    return {"type": "dataclass-field", "name": field.name, "kw_only": field.kw_only, "init": field.init, "schema": value}


def _value(shape: Shape) -> dict[str, Any]:
    """Return the schema of a value, in which "600000" is no number, 1 is not true, and a number is no text."""
    if shape.base is Literal:
        value: Any = {"type": "literal", "expected": list(shape.allowed)}
    elif shape.base is float:  # for whole numbers and others alike: each stays what it is
        value = {"type": "union", "choices": [{"type": "int", "strict": True}, {"type": "float", "strict": True}]}
    elif shape.base in _STRICT:
        value = {"type": _STRICT[shape.base], "strict": True}
    else:
        value = _table(shape.base)
    if shape.many:
        value = {"type": "tuple", "items_schema": [value], "variadic_item_index": 0}
    return {"type": "nullable", "schema": value} if shape.optional else value


_STRICT: dict[Any, str] = {str: "str", int: "int", bool: "bool"}
_EXPECTED: dict[Any, str] = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
_GOT: tuple[tuple[Any, str], ...] = (
    (bool, "true or false"),
    (str, "text"),
    (int, "a number"),
    (float, "a number"),
    ((datetime, date, time), "a date of TOML"),
    (list, "a list"),
    (dict, "a table"),
)


def fault_of(cls: type, table: Any, path: KeyPath, error: ErrorDetails) -> Fault:
    """Return one error of pydantic's as a fault of the source file."""
    inner = _places(table, error["loc"])
    if error["type"] == "missing":
        return _missing(cls, table, path, (*inner, str(error["loc"][-1])))
    if error["type"] == "unexpected_keyword_argument":
        return _unknown_key(cls, table, path, inner)
    if error["type"] == "literal_error":
        return _not_allowed(cls, path, inner, error["input"])
    return wrong_type(path + inner, _shape_at(cls, inner), error["input"], _class_at(cls, inner[:-1]))


def wrong_type(path: KeyPath, shape: Shape | None, value: Any, cls: type | None = None) -> Fault:
    """Return a value that is not of the type its key, one of the class `cls`, wants."""
    element = not path or isinstance(path[-1], int)
    name = "this" if element else f"`{path[-1]}`"
    expected = _expected(shape, one=element)
    return Fault(
        "E204",
        path,
        f"{name} must be {expected}, and is {_got(value)}",
        _type_fix(cls, next((str(step) for step in reversed(path) if isinstance(step, str)), ""), shape, value, one=element),
    )


def _missing(cls: type, table: Any, path: KeyPath, inner: KeyPath) -> Fault:
    key = str(inner[-1])
    owner = _name(cls, table, inner[:-1])
    shape = _shape_at(cls, inner)
    example = f"{key} = {_example(shape)}"
    return Fault("E203", path + inner, f"{owner} has no `{key}`", f"add {example}")


def _unknown_key(cls: type, table: Any, path: KeyPath, inner: KeyPath) -> Fault:
    key = str(inner[-1])
    allowed, held = shapes(_class_at(cls, inner[:-1])), _table_at(table, inner[:-1])
    several = held[key] if isinstance(held[key], list) else []
    if several and all(isinstance(one, dict) for one in several):  # a list of tables may go on elsewhere in the file
        near = nearest(key, (name for name, shape in allowed.items() if shape.table and shape.many))
    else:
        near = nearest(key, allowed.keys() - held.keys())
    owner = _owner(cls, inner)
    if cls is Manifest and len(inner) == 1 and key in KINDS:
        fix = "records stand in the files of the data folder, not in the manifest"
    elif owner and key == "id":
        fix = f"write the header of its record above it, [[{owner.partition('.')[0]}]] or what it is: a part has no id"
    elif owner and not (near and near[:_STEM] == key[:_STEM]):  # spelt right, and below a header too late
        fix = f"it is a key of [[{owner}]]: move it there"
    else:
        fix = _renaming(near) if near else f"the keys here are: {', '.join(allowed)}"
        if near and allowed[near].many != isinstance(held[key], list):  # `issue` for `issues`: a list as well
            fix += f", and {_type_fix(cls, near, allowed[near], held[key], one=False)}"
    return Fault("E202", path + inner, f"unknown key `{key}`", fix, key=True)


_STEM = 3  # letters that `issue` and `issues` share, and `paid_by` and `said_by` do not


def _owner(cls: type, inner: KeyPath) -> str | None:
    """Return the header of the table around this one that may have the key in which a path ends."""
    names = [step for step in inner[:-1] if isinstance(step, str)]
    if not issubclass(cls, Record):
        return None
    around = (names[:depth] for depth in reversed(range(len(names))))
    return next((".".join([cls.kind, *some]) for some in around if inner[-1] in shapes(_class_at(cls, tuple(some)))), None)


def _renaming(key: str) -> str:
    return f"write `{key}`"


def _not_allowed(cls: type, path: KeyPath, inner: KeyPath, value: Any) -> Fault:
    shape = _shape_at(cls, inner)
    allowed = shape.allowed if shape else ()
    if not isinstance(value, str):
        return wrong_type(path + inner, shape, value, _class_at(cls, inner[:-1]))
    near = nearest(value.lower(), {word.lower(): word for word in allowed})
    near = next((word for word in allowed if word.lower() == near), None)
    words = ", ".join(f'"{word}"' for word in allowed)
    return Fault(
        "E205",
        path + inner,
        f"`{inner[-1]}` cannot be {_short(value)!r}",
        f'write "{near}"; allowed: {words}' if near else f"allowed: {words}",
    )


def _places(table: Any, loc: tuple[int | str, ...]) -> KeyPath:
    """Return the part of pydantic's location that are keys and indexes, without the names of union members behind them."""
    path: KeyPath = ()
    here = table
    for step in loc:
        if isinstance(here, Mapping) and step in here:
            here = here[str(step)]
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            break
        path = (*path, step)
    return path


def _table_at(table: Any, inner: KeyPath) -> Mapping[str, Any]:
    """Return the table at a path that was walked before."""
    for step in inner:
        table = table[step]
    return table if isinstance(table, Mapping) else {}


def _class_at(cls: type, inner: KeyPath) -> type:
    for step in inner:
        if isinstance(step, str):
            shape = shapes(cls).get(step)
            if shape is None or not shape.table:
                break
            cls = shape.table
    return cls


def _shape_at(cls: type, inner: KeyPath) -> Shape | None:
    keys = [step for step in inner if isinstance(step, str)]
    return shapes(_class_at(cls, tuple(keys[:-1]))).get(keys[-1]) if keys else None


def _name(cls: type, table: Any, inner: KeyPath) -> str:
    """Return what to call the table that lacks a key."""
    owner = next((step for step in reversed(inner) if isinstance(step, str)), None)
    if owner is not None:
        return f"this `{owner}`"
    if issubclass(cls, Record):
        record_id = table.get("id") if isinstance(table, Mapping) else None
        return f"{cls.kind} {_short(record_id)!r}" if isinstance(record_id, str) else f"this {cls.kind}"
    return "the manifest"


def _expected(shape: Shape | None, *, one: bool) -> str:
    if shape is None:
        return "a table"
    if shape.many and not one:
        return "a list"
    if shape.base is Literal:
        return "one of the words " + ", ".join(f'"{word}"' for word in shape.allowed)
    return _EXPECTED.get(shape.base, "a table")


def _got(value: Any) -> str:
    return next((words for types, words in _GOT if isinstance(value, types)), "something else")


def _example(shape: Shape | None) -> str:
    if shape is None:
        return '"..."'
    one = {int: "...", float: "...", bool: "true"}.get(shape.base, '"..."')
    if shape.allowed:
        one = " or ".join(f'"{word}"' for word in shape.allowed)
    return f"[{one}]" if shape.many else one


def _type_fix(cls: type | None, key: str, shape: Shape | None, value: Any, *, one: bool) -> str:
    if shape is not None and shape.many and not one:
        if isinstance(value, dict):
            return "write its header in double brackets: [[...]]"
        return f"put it in brackets: {key} = [...]"
    if shape is not None and shape.base is str and not isinstance(value, list | dict):
        return _in_quotes(cls, key, shape, value)
    if shape is not None and shape.base is Literal:
        return "allowed: " + ", ".join(f'"{word}"' for word in shape.allowed)
    if shape is not None and shape.base in (int, float) and isinstance(value, str):
        number = number_in(value)
        return f"write {number}, without quotes" if isinstance(number, int | shape.base) else f"write {_expected(shape, one=one)} in digits"
    if shape is not None and shape.base is bool:
        return "write true or false, without quotes"
    if isinstance(value, list) and shape is not None and shape.table and not shape.many:
        return "there is only one here: write its header in single brackets, or a table in braces"
    return f"write {_expected(shape, one=one)}"


def _in_quotes(cls: type | None, key: str, shape: Shape, value: Any) -> str:
    """Return how to make text of a value: with the text, where that is sure to be what was written, and may stand there."""
    if isinstance(shape.marker, Ref):
        return "write the id of a record, in quotes"
    if not isinstance(value, int | date) or isinstance(value, datetime):
        return "put it in quotes, as it is written here"
    text, faults = str(value).lower(), list[Fault]()
    if cls is not None:
        prepare(cls, {key: [text] if shape.many else text}, (), faults)
    return faults[0].fix if faults else f'put it in quotes: "{text}"'


_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([,_ '\u00a0\u202f])\d{3})(?:\1\d{3})*+(?:\.\d+)?", re.ASCII)
_DIGITS = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)


def number_in(text: str) -> int | float | None:
    """Return the number that a text is, with or without signs between the thousands; None where it is none, or not for sure."""
    text = text.strip()
    if _GROUPED.fullmatch(text):
        text = re.sub(r"[^\d.+-]", "", text)
    if len(text) > _LONGEST_NUMBER or not _DIGITS.fullmatch(text):
        return None
    return float(text) if "." in text else int(text)


_LONGEST_NUMBER = 15  # a float holds each digit of these


def _short(text: Any) -> str:
    text = str(text)
    return text if len(text) <= 60 else f"{text[:59]}…"
