"""One walk over a raw table, along the model's type hints, before it is validated.

It writes out what may be written short (a bare source id is a citation, a bare text a cell), turns dates into `Date`, and looks at every
text for what no text may be. Types and keys are left to `validate`; a value of a wrong type is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import date, datetime
from functools import cache
from math import isfinite
from typing import Any

from tui.compile.bounds import NotADate, date_of
from tui.compile.sourcefile import Fault, KeyPath
from tui.hostile import bad_characters
from tui.model import ID, Cell, Citation, Clause, Date, GuaranteeStatus, OnAxis, Point, Prose, Record
from tui.shapes import Shape, shapes

Step = Callable[[Any, KeyPath, list[Fault]], Any]

# The key that a bare text stands for, where a table may be written short.
_SHORT = {Citation: "id", Cell: "text", OnAxis: "text", GuaranteeStatus: "text"}
_NUMBER = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")
_ID_FIX = "small letters, digits and single hyphens: north-river-2"
_NUMBER_FIX = "letters and digits, with a dot or a hyphen between: 6, 12a, S2, 3.1"
_DATE_FIX = (
    'write a day, a month or a year ("2030-01-12", "2030-01", "2030"), with ? or ~ behind it where in doubt, or two with a slash between'
)
_NO_DATE = Date("", "0001-01-01", "0001-01-01")  # stands in for a faulty date, so that it is not told twice
_YEARS = range(1000, 10_000)
_WHOLE = range(-(2**63), 2**63)


def prepare(cls: type, table: dict[str, Any], path: KeyPath, faults: list[Fault]) -> None:
    """Rewrite one table in place as `cls` wants it; what is wrong with its texts, dates and numbers goes to `faults`."""
    steps = _steps(cls)
    for key, value in table.items():
        step = steps.get(key)
        if step is None:
            continue
        if (step is _text or step is _line) and type(value) is str and value.isprintable() and value and not value.isspace():
            continue  # so is nearly every text, and a call for each would cost more than this look
        before = len(faults)
        table[key] = step(value, (*path, key), faults)
        if len(faults) > before and faults[before].code == "E403" and faults[before].path == (*path, key) and key in _needed(cls):
            faults[before] = faults[before]._replace(fix="write the text: this key cannot be left out")


@cache
def _needed(cls: type) -> set[str]:
    """Return the keys that a table must have."""
    return {one.name for one in fields(cls) if one.default is MISSING and one.default_factory is MISSING}


@cache
def _steps(cls: type) -> dict[str, Step]:
    """Return what to do with the value of each key that anything is to be done with."""
    steps = {key: step for key, shape in shapes(cls).items() if (step := _step(shape))}
    if issubclass(cls, Record):
        steps["id"] = _identifier(re.compile(ID), "id", _ID_FIX)
    elif cls is Point:
        steps["number"] = _identifier(_NUMBER, "point number", _NUMBER_FIX)
    elif cls is Clause:
        steps["letter"] = _identifier(_NUMBER, "clause letter", _NUMBER_FIX)
    return steps


def _step(shape: Shape) -> Step | None:
    one: Step
    if shape.table:
        one = _table(shape.table)
    elif shape.base is Date:
        one = _date
    elif shape.base in (int, float):
        one = _quantity
    elif shape.base is str:
        one = _text if isinstance(shape.marker, Prose) else _line
    else:
        return None
    return _list(one) if shape.many else one


def _list(one: Step) -> Step:
    def step(value: Any, path: KeyPath, faults: list[Fault]) -> Any:
        if type(value) is not list:
            return value
        return [one(item, (*path, index), faults) for index, item in enumerate(value)]

    return step


def _table(cls: type) -> Step:
    short = _SHORT.get(cls)

    def step(value: Any, path: KeyPath, faults: list[Fault]) -> Any:
        if short and type(value) is str:
            value, before = {short: value}, len(faults)
            prepare(cls, value, path, faults)
            told = [one._replace(path=path, message=one.message.replace(f"`{short}`", _key(path), 1)) for one in faults[before:]]
            faults[before:] = told  # by the key that the author wrote
        elif type(value) is dict:
            prepare(cls, value, path, faults)
        return value

    return step


def _identifier(pattern: re.Pattern[str], name: str, fix: str) -> Step:
    def step(value: Any, path: KeyPath, faults: list[Fault]) -> Any:
        before = len(faults)
        _line(value, path, faults)
        if type(value) is str and len(faults) == before and not pattern.fullmatch(value):
            faults.append(Fault("E206", path, f"{value!r} cannot be a {name}" if name != "id" else f"{value!r} cannot be an id", fix))
        return value

    return step


def _text(value: Any, path: KeyPath, faults: list[Fault]) -> Any:
    """Check a readable text; it may have many lines."""
    if type(value) is str:
        if not value or value.isspace():
            faults.append(
                Fault("E403", path, f"{_key(path)} is empty", "write the text, or take the key away: what is left out is shown as unsaid")
            )
        elif not value.isprintable():
            bad = bad_characters(value.replace("\r\n", "\n"))
            if bad:
                faults.append(Fault("E404", path, f"{_key(path)} holds {bad[0][1]}", "take the character away"))
    return value


def _line(value: Any, path: KeyPath, faults: list[Fault]) -> Any:
    """Check a text of one line."""
    before = len(faults)
    _text(value, path, faults)
    if type(value) is str and len(faults) == before and "\n" in value:
        faults.append(Fault("E404", path, f"{_key(path)} holds a line break", "write it on one line"))
    return value


def _date(value: Any, path: KeyPath, faults: list[Fault]) -> Date:
    if type(value) is str:
        before = len(faults)
        _line(value, path, faults)
        try:
            return date_of(value) if len(faults) == before else _NO_DATE
        except NotADate as reason:
            faults.append(Fault("E402" if reason.edtf else "E401", path, f"{_key(path)}: {reason}", _DATE_FIX))
    elif isinstance(value, date):  # or with a time of day, which no date here has
        fix = f'put the day in quotes: "{value.date()}"' if isinstance(value, datetime) else f'put it in quotes: "{value}"'
        faults.append(Fault("E204", path, f"{_key(path)} must be text, and is a date of TOML", fix))
    else:
        fix = f'put it in quotes: "{value}"' if type(value) is int and value in _YEARS else _DATE_FIX
        faults.append(Fault("E204", path, f"{_key(path)} must be a date in quotes", fix))
    return _NO_DATE


def _quantity(value: Any, path: KeyPath, faults: list[Fault]) -> Any:
    if type(value) is float and not isfinite(value):
        faults.append(
            Fault("E405", path, f"{_key(path)} is {value}, which is no quantity", "write the exact number, or leave the figure out")
        )
    elif type(value) is int and value not in _WHOLE:
        faults.append(Fault("E405", path, f"{_key(path)} does not fit into 64 bits", "write it with a larger unit, such as million"))
    return value


def _key(path: KeyPath) -> str:
    """Return the name of the value at a path: the last key in it."""
    return f"`{next(step for step in reversed(path) if isinstance(step, str))}`"
