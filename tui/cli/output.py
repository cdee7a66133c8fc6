"""What goes out: data to standard output, remarks to standard error, nothing that a terminal could act on, and never an encoding error."""

from __future__ import annotations

import sys
from typing import TextIO

from tui.hostile import clean


def data(text: str) -> None:
    """Text to standard output, cleaned."""
    _write(sys.stdout, clean(text))


def remark(text: str) -> None:
    """A sentence to standard error, cleaned, with a line break."""
    _write(sys.stderr, clean(text) + "\n")


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "ascii"
    if encoding.lower().replace("_", "-") not in ("utf-8", "utf8"):
        text = text.encode(encoding, "replace").decode(encoding)
    else:
        text = text.encode("utf-8", "replace").decode("utf-8")  # lone surrogates, from arguments that are not UTF-8
    stream.write(text)
    stream.flush()
