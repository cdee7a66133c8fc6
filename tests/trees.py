"""Modules as trees of code, parsed once for all tests of a worker that look through them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path


@cache
def nodes_of(path: Path) -> list[ast.AST]:
    """Return each node of a module; the module itself is the first."""
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
