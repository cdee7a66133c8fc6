"""What goes out: data to standard output, remarks to standard error, nothing that a terminal could act on, and never an encoding error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tui.errors import MachineError
from tui.hostile import clean, isolated

TYPE_CHECKING = False  # as checkers know it; `typing` itself would take a quarter of the time that help takes
if TYPE_CHECKING:
    from typing import TextIO


class ReaderGone(Exception):
    """Whoever read us has gone, as `head` does. No BrokenPipeError, since click would take that for a failure of its own."""


_MOST = 2000  # characters of a sentence


def data(text: str) -> None:
    """Write text to standard output, cleaned. Raise MachineError where it cannot be written, ReaderGone where nobody reads it any more."""
    if sys.stdout is None:  # the shell closed it
        raise MachineError("standard output is closed")
    with failing():
        _write(sys.stdout, clean(text))


def raw(made: bytes) -> None:
    """Write what is no text to standard output, as it is. Raise as `data` does."""
    if sys.stdout is None:
        raise MachineError("standard output is closed")
    with failing():
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()


@contextmanager
def failing() -> Iterator[None]:
    """Tell what a failing standard output means. Only writing may be done in here, or it is blamed for what it did not do."""
    try:
        yield
    except BrokenPipeError as error:
        let_go(sys.stdout)
        raise ReaderGone from error
    except OSError as error:
        let_go(sys.stdout)
        raise MachineError(f"cannot write to standard output: {error.strerror}") from error


def remark(text: str) -> None:
    """Write a sentence to standard error, cleaned, with a line break. Where that cannot be written, there is nobody left to tell."""
    if sys.stderr is None:
        return
    if not text.isascii():
        text = _shown(text)
    try:
        _write(sys.stderr, clean(text) + "\n")
    except OSError:
        let_go(sys.stderr)


def _shown(text: str) -> str:
    """Return a text in ASCII alone where the locale shows no more: names from the sources, and what was typed, may have other letters."""
    from tui.render.ascii import in_ascii  # 13 ms, and the next 2: only a sentence that has such letters needs them
    from tui.terminal.probe import original_environment, text_in_ascii

    if not text_in_ascii(original_environment(), getattr(sys.stderr, "encoding", None) or ""):
        return text
    return "\n".join(in_ascii(clean(line)) for line in text.split("\n"))


def one_line(text: str) -> str:
    """Return a text as one line, cleaned: a name from outside may break lines, and would tell what we never said.

    Of one that is longer than anybody reads, since it repeats what was typed, the middle is left out.
    """
    cleaned = clean(text, lines=False)
    return cleaned if len(cleaned) <= _MOST else f"{cleaned[: _MOST // 2]} ... {cleaned[-_MOST // 2 :]}"


def let_go(stream: TextIO) -> None:
    """Point a stream that failed at nothing, or Python would flush it again at exit, complain, and change the exit code."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "ascii"
    if encoding.lower().replace("_", "-") not in ("utf-8", "utf8"):
        text = text.encode(encoding, "replace").decode(encoding)
    else:
        text = text.encode("utf-8", "replace").decode("utf-8")  # lone surrogates, from arguments that are not UTF-8
    stream.write(isolated(text) if stream.isatty() else text)
    stream.flush()
