"""Every finding code, read from `codes.toml` beside this file by whoever explains or tests one; a build needs none of it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from tui.findings import Severity, severity_of
from tui.frozen import frozen


@frozen
class Code:
    """One rule. Examples are TOML; where a file cannot show the fault (its bytes, its name), they are sentences."""

    code: str
    title: str
    why: str
    example_wrong: str
    example_right: str

    @property
    def severity(self) -> Severity:
        """Return whether the rule prevents the store."""
        return severity_of(self.code)


@cache
def codes() -> dict[str, Code]:
    """Return every code by its name, in the order of the file."""
    tables = tomllib.loads(Path(__file__).with_name("codes.toml").read_text(encoding="utf-8"))
    return {name: Code(name, one["title"], one["why"], one["wrong"], one["right"]) for name, one in tables.items()}
