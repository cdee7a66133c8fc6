"""One source file that is being read: its bytes as text and tables, its faults as findings that show the line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui.findings import Finding, severity_of
from tui.hostile import character_name, clean
from tui.model import Where
from tui.widths import width

if TYPE_CHECKING:
    from tui.compile.positions import Positions, Span
import re
from typing import Any

import tomli

KeyPath = tuple[str | int, ...]  # the keys and indexes that lead to a value of a parsed file


class Fault(NamedTuple):
    """A code, the path of keys it is about, what is wrong and how to mend it.

    `key` when it is the key that is wrong and not its value; `first` is an earlier place in the same file that the message is to name.
    """

    code: str
    path: KeyPath
    message: str
    fix: str
    key: bool = False
    first: KeyPath | None = None


@dataclass
class SourceFile:
    """`path` is relative to the manifest's folder, `shown` is what the user can open from here; `text` has no byte order mark."""

    path: str
    shown: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """Return the lines as editors count them."""
        return [line.removesuffix("\r") for line in self.text.split("\n")]

    @cached_property
    def positions(self) -> Positions:
        """Return where keys and values stand. Made at the first question: a file without faults never pays for it."""
        from tui.compile.positions import Positions  # 2 ms: only a file with faults

        return Positions(self.text.encode("utf-8", "replace"))

    def span(self, path: KeyPath, *, key: bool = False) -> Span:
        """Return (line, column, end column) of what stands at `path`."""
        return self.positions.of(path, key=key)

    def find(self, fault: Fault) -> Finding:
        """Return a fault as a finding, with its place and excerpt."""
        line, column, end = self.span(fault.path, key=fault.key)
        message = fault.message
        if fault.first is not None:
            message += f", first in line {self.span(fault.first)[0]}"
        return self.finding(fault.code, message, fault.fix, line, column, end)

    def finding(self, code: str, message: str, fix: str, line: int = 1, column: int = 1, end: int = 1) -> Finding:
        """Return a finding at a place that is known; without one it is about the file as a whole, and shows no line."""
        shown = ""
        if end > column and line <= len(self.lines):
            shown = excerpt(self.lines[line - 1], line, column, end)
        return Finding(
            severity_of(code), code, clean(message, lines=False), Where(self.shown, line, column), clean(fix, lines=False), shown
        )


Table = dict[str, Any]
_LONG_NUMBER = re.compile(r"\d[\d_]{4000,}")


def decode(data: bytes, path: str, shown: str) -> tuple[SourceFile, Finding | None]:
    """Return the file behind some bytes. What is not UTF-8 is told, and read as well as it can be, for its ids."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return SourceFile(path, shown, data.decode("utf-8")), None
    except UnicodeDecodeError as error:
        file = SourceFile(path, shown, data.decode("utf-8", "replace"))
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8")) + 1
        byte = f"byte 0x{data[error.start]:02X} at offset {error.start}"
        return file, file.finding("E102", f"this file is not UTF-8: {byte}", "save the file as UTF-8", line, column, column + 1)


def parse(file: SourceFile) -> tuple[Table, Finding | None]:
    """Return the tables of a file; none of them when its syntax is broken."""
    try:
        return tomli.loads(file.text), None
    except tomli.TOMLDecodeError as error:
        message = f"this is not TOML: {error.msg[:1].lower()}{error.msg[1:]}"
        fix = "mend the syntax here, or just before it; the rest of this file is checked when it can be read"
        if unseen := _unseen(file, error):
            message, fix = f"this is not TOML: {unseen} stands here", "take the character away, or write a space for it"
        return {}, file.finding("E101", message, fix, error.lineno, error.colno, error.colno + 1)
    except RecursionError:
        return {}, file.finding("E107", "tables or lists are nested too deeply to be read", "take some of the nesting away")
    except ValueError:
        return {}, _too_long(file)


def _unseen(file: SourceFile, error: tomli.TOMLDecodeError) -> str:
    """Return the name of the character at a fault where nobody can see it: another space, a mark of bytes, a control character."""
    at = file.lines[error.lineno - 1][error.colno - 1 : error.colno] if error.lineno <= len(file.lines) else ""
    return "" if (at.isascii() and (at.isprintable() or not at)) or not (at.isspace() or not at.isprintable()) else character_name(at)


def _too_long(file: SourceFile) -> Finding:
    number = _LONG_NUMBER.search(file.text)
    start = number.start() if number else 0
    line = file.text.count("\n", 0, start) + 1
    column = start - file.text.rfind("\n", 0, start)
    return file.finding("E107", "this number has too many digits to be read", "write it shorter, or as text", line, column, column + 1)


_WIDTH = 96
_REACH = 4 * _WIDTH  # what lies farther off cannot be in the window, even where much of what lies nearer is taken out
_CUT = "…"


def excerpt(line: str, number: int, column: int, end: int, most: int = _WIDTH) -> str:
    """Return two lines: the source line behind its number, and carets under the characters from `column` up to `end` (both from 1).

    A line of more than `most` characters is cut to a window around the place, so that the carets are never pushed out of sight.
    """
    start, end = column - 1, max(column, end) - 1
    before = clean(line[max(start - _REACH, 0) : start], lines=False)
    marked = clean(line[start : min(end, start + _REACH)], lines=False)
    after = clean(line[end : end + _REACH], lines=False)
    if len(before) + len(marked) + len(after) > most:
        if len(before) > (kept := most * 5 // 12):
            before = _CUT + before[-kept:]
        room = most - len(before)
        if len(marked) > room:
            marked, after = marked[: room - 1], _CUT
        elif len(marked) + len(after) > room:
            after = after[: max(room - len(marked) - 1, 0)] + _CUT
    gutter = f"{number:>5}"
    carets = "^" * max(width(marked), 1)
    return f"{gutter} | {before}{marked}{after}".rstrip() + f"\n{' ' * len(gutter)} | {' ' * width(before)}{carets}"
