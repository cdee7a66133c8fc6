"""What a test touches beside the program: found by following the names in it, in its fixtures, and in what these call of the tests' own.

So a test that begins to use a terminal is known as one at once, and nobody keeps a list.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import CodeType, FunctionType

import pytest

TERMINAL = {"pty", "pexpect", "run_test", "serving", "tmux"}  # names by which a test gets a terminal, an app on one, or a line to one
PROCESS = {"subprocess", "Popen", "fork", "forked"}  # and those by which it starts a process
_TESTS = str(Path(__file__).parent)
_reached: dict[object, frozenset[str]] = {}


def touched(item: pytest.Function) -> set[str]:
    """Name the markers of what a test touches: `terminal` when it drives the app on one, `process` when it starts one."""
    info = item._fixtureinfo
    fixtures = [fixture.func for name in info.names_closure for fixture in info.name2fixturedefs.get(name, ())]
    names = {*info.names_closure, *(name for one in (item.function, *fixtures) for name in reached(one))}
    return {marker for marker, means in (("terminal", TERMINAL), ("process", PROCESS)) if means & names}


def reached(function: object) -> frozenset[str]:
    """Name whatever a function names, and the functions and classes of the tests that it leads to."""
    if function not in _reached:
        found: set[str] = set()
        waiting, seen = [function], set()
        while waiting:
            one = waiting.pop()
            if id(one) in seen or not _is_of_the_tests(one):
                continue
            seen.add(id(one))
            for part in vars(one).values() if isinstance(one, type) else [one]:
                part = getattr(part, "__wrapped__", part)
                if isinstance(part, FunctionType):
                    names = set(_names(part.__code__))
                    found |= names
                    waiting += [part.__globals__[name] for name in names if name in part.__globals__]
        _reached[function] = frozenset(found)
    return _reached[function]


def _is_of_the_tests(one: object) -> bool:
    module = sys.modules.get(getattr(one, "__module__", None) or "")
    return isinstance(one, type | FunctionType) and (getattr(module, "__file__", None) or "").startswith(_TESTS)


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    inner: Iterable[object] = code.co_consts
    for one in inner:
        if isinstance(one, CodeType):
            yield from _names(one)
