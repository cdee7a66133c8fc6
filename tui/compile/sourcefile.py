"""One source file that is being read: its names, its text, and findings that point into it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tui.compile.excerpt import excerpt
from tui.compile.faults import Fault, Path
from tui.findings import Finding, severity_of
from tui.hostile import clean
from tui.model import Where

if TYPE_CHECKING:
    from tui.compile.positions import Positions, Span


@dataclass
class SourceFile:
    """`path` is relative to the manifest's folder, `shown` is what the user can open from here; `text` has no byte order mark."""

    path: str
    shown: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines as editors count them."""
        return [line.removesuffix("\r") for line in self.text.split("\n")]

    @cached_property
    def positions(self) -> Positions:
        """Where keys and values stand. Made at the first question: a file without faults never pays for it."""
        from tui.compile.positions import Positions

        return Positions(self.text.encode("utf-8", "replace"))

    def span(self, path: Path, *, key: bool = False) -> Span:
        """(line, column, end column) of what stands at `path`."""
        return self.positions.of(path, key=key)

    def find(self, fault: Fault) -> Finding:
        """A fault as a finding, with its place and excerpt."""
        line, column, end = self.span(fault.path, key=fault.key)
        message = fault.message
        if fault.first is not None:
            message += f", first in line {self.span(fault.first)[0]}"
        return self.finding(fault.code, message, fault.fix, line, column, end)

    def finding(self, code: str, message: str, fix: str, line: int = 1, column: int = 1, end: int = 1) -> Finding:
        """A finding at a place that is known; without one it is about the file as a whole, and shows no line."""
        shown = ""
        if end > column and line <= len(self.lines):
            shown = excerpt(self.lines[line - 1], line, column, end)
        return Finding(
            severity_of(code), code, clean(message, lines=False), Where(self.shown, line, column), clean(fix, lines=False), shown
        )
