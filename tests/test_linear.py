"""No expression of the program takes longer than its text is long: a source, a paste or a file name could be made to hang it."""

from __future__ import annotations

import ast
import pkgutil
import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from itertools import product
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from time import thread_time
from typing import Any

import pytest
from trees import nodes_of

import tui
from tui.expression import Expression

LENGTH = 800  # characters; what takes a step for each pair of them takes a third of a million
LIMIT = 0.001  # seconds of this thread's own; a step for each character takes a tenth of it
DOUBLED = 3.0  # times as long for twice the text: a step for each character takes 2, one for each pair of them 4
CATEGORIES = {codes.CATEGORY_DIGIT: "7", codes.CATEGORY_SPACE: " ", codes.CATEGORY_WORD: "a", codes.CATEGORY_NOT_DIGIT: "a"}
ATTACKS: tuple[Callable[[re.Pattern[Any], Any], object], ...] = (
    lambda pattern, text: pattern.fullmatch(text),
    lambda pattern, text: sum(1 for _ in pattern.finditer(text)),
)


@cache
def expressions() -> dict[str, re.Pattern[Any]]:
    """Return every expression of the program, by where it stands: those that modules hold, and those that functions write out."""
    found: dict[str, re.Pattern[Any]] = {}
    for _, name, _ in pkgutil.walk_packages(tui.__path__, "tui."):
        if name.endswith("__main__"):
            continue
        module = import_module(name)
        for attribute, value in vars(module).items():
            for place, one in enumerate(held(value)):
                found[f"{name}.{attribute}.{place}"] = one
        for node in nodes_of(Path(module.__file__ or "")):
            if isinstance(node, ast.Call) and makes_one(node.func):
                text = constant(node.args[0], module) if node.args else None
                if text is not None:
                    found[f"{name}:{node.lineno}"] = re.compile(text)
    return {where: one for one, where in {one: where for where, one in found.items()}.items()}


def makes_one(called: ast.expr) -> bool:
    """Return whether a call of this is one of `re`, or of a `_pattern` of our own."""
    if isinstance(called, ast.Attribute):
        return isinstance(called.value, ast.Name) and called.value.id == "re"
    return isinstance(called, ast.Name) and called.id.startswith("_pattern")


def held(value: object) -> Iterator[re.Pattern[Any]]:
    """Yield the expressions in what a module calls by a name."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Expression):
        yield value.compiled
    elif isinstance(value, dict):
        yield from held(list(value.values()))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from held(one)


def constant(node: ast.expr, module: object) -> str | None:
    """Return the text of an expression that stands in a call, by itself or by a name of the module."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    named = getattr(module, node.id, None) if isinstance(node, ast.Name) else None
    return named if isinstance(named, str) else None


def alphabet(pattern: re.Pattern[Any]) -> str:
    """Return a character for each thing that an expression tells from others."""
    found: dict[str, None] = {}

    def walk(item: Any) -> None:
        if isinstance(item, parser.SubPattern | list):
            for one in item:
                walk(one)
        elif isinstance(item, tuple):
            code, *more = item
            if code in (codes.LITERAL, codes.NOT_LITERAL):
                found.setdefault(chr(more[0]))
            elif code is codes.RANGE:
                found.setdefault(chr(more[0][0]))
            elif code is codes.CATEGORY:
                found.setdefault(CATEGORIES.get(more[0], "!"))
            else:
                for one in more:
                    walk(one)

    walk(parser.parse(pattern.pattern, pattern.flags & re.VERBOSE))
    return "".join(found)[:8] + "\n a0!"


def took(attack: Callable[[re.Pattern[Any], Any], object], pattern: re.Pattern[Any], text: str | bytes) -> float:
    began = thread_time()
    attack(pattern, text)
    return thread_time() - began


def attacked(pattern: re.Pattern[Any]) -> Iterator[str]:
    """Yield the texts of which an expression takes too long."""
    letters = "".join(dict.fromkeys(alphabet(pattern)))
    for pump in (*letters, *map("".join, product(letters, repeat=2)), "777,", "aa-a ", "77. ", '\\"\n'):
        for end in ("", "\x00", "\n"):
            for size in (22, LENGTH):  # what doubles with each character never comes to the second
                text = written(pattern, pump, size, end)
                for attack in ATTACKS:
                    if took(attack, pattern, text) > LIMIT and too_long(attack, pattern, pump, size, end):
                        yield f"{pump!r} * {size // len(pump)} + {end!r}"
                        return


def written(pattern: re.Pattern[Any], pump: str, size: int, end: str) -> str | bytes:
    text = pump * (size // len(pump)) + end
    return text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text


def too_long(attack: Callable[[re.Pattern[Any], Any], object], pattern: re.Pattern[Any], pump: str, size: int, end: str) -> bool:
    """Return whether a text takes too long each time, and a long one grows dearer than its length: many words to try are no fault."""
    once = min(took(attack, pattern, written(pattern, pump, size, end)) for _ in range(3))
    if once <= LIMIT or size < LENGTH or once > 100 * LIMIT:
        return once > LIMIT
    return min(took(attack, pattern, written(pattern, pump, 2 * size, end)) for _ in range(3)) > DOUBLED * once


PARTS = sorted(name for _, name, _ in pkgutil.iter_modules(tui.__path__, "tui."))


@pytest.mark.sweep
@pytest.mark.parametrize("part", PARTS)
def test_an_expression_takes_a_step_for_each_character(part: str) -> None:
    """Of one part of the program at a time: to find them all is dear, and no worker does it to know what tests there are."""
    found = {where: one for where, one in expressions().items() if re.split("[.:]", where)[1] == part.split(".")[1]}
    assert {where: slow for where, one in found.items() if (slow := list(attacked(one)))} == {}


def test_the_expressions_are_found() -> None:
    assert len(expressions()) > 60
