"""Bytes into text and tables, or the one reason why not."""

from __future__ import annotations

import re
from typing import Any

import tomli

from tui.compile.sourcefile import SourceFile
from tui.findings import Finding

Table = dict[str, Any]
_LONG_NUMBER = re.compile(r"\d[\d_]{4000,}")


def decode(data: bytes, path: str, shown: str) -> tuple[SourceFile, Finding | None]:
    """The file behind some bytes. What is not UTF-8 is told, and read as well as it can be, for its ids."""
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
    """The tables of a file; none of them when its syntax is broken."""
    try:
        return tomli.loads(file.text), None
    except tomli.TOMLDecodeError as error:
        message = f"this is not TOML: {error.msg[:1].lower()}{error.msg[1:]}"
        fix = "mend the syntax here, or just before it; the rest of this file is checked when it can be read"
        return {}, file.finding("E101", message, fix, error.lineno, error.colno, error.colno + 1)
    except RecursionError:
        return {}, file.finding("E107", "tables or lists are nested too deeply to be read", "take some of the nesting away")
    except ValueError:
        return {}, _too_long(file)


def _too_long(file: SourceFile) -> Finding:
    number = _LONG_NUMBER.search(file.text)
    start = number.start() if number else 0
    line = file.text.count("\n", 0, start) + 1
    column = start - file.text.rfind("\n", 0, start)
    return file.finding("E107", "this number has too many digits to be read", "write it shorter, or as text", line, column, column + 1)
