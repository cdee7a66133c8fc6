"""The source of a record in the reader's own editor, and the store made anew from what the reader wrote."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tui.errors import BadInput, MachineError
from tui.folders import is_file, temporary_folder
from tui.hostile import clean
from tui.model import Where
from tui.origin import Sources

_NO_NAME = re.compile(r"[^a-z0-9-]+")
_LONGEST = 60  # characters of a file's name

# Editors that are told the line in another way than `+LINE FILE`, which vi began and nearly all understand.
_OTHER_WAYS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("code", "codium", "code-insiders", "cursor"), ("--wait", "--goto", "{path}:{line}:{column}")),
    **dict.fromkeys(("subl", "zed"), ("--wait", "{path}:{line}:{column}")),
    **dict.fromkeys(("hx", "helix"), ("{path}:{line}:{column}",)),
    **dict.fromkeys(("ed", "gedit", "notepad"), ("{path}",)),
}


def editable(sources: Sources | None, where: Where | None) -> Path:
    """Return the file in which a record stands. Raise BadInput, with the reason, where this reader may write none."""
    if where is None:
        raise BadInput("Nothing here stands in a source file; choose a row.")
    if sources is None:
        raise BadInput(f"The source files are not at hand; there it is {where.path}:{where.line}.")
    path = sources.folder / where.path
    if not is_file(path):
        raise BadInput(f"{where.path} is not there any more.")
    if not os.access(path, os.W_OK):
        raise BadInput(f"{where.path}:{where.line} cannot be written by you.")
    return path


def command(environ: Mapping[str, str], path: Path, where: Where) -> list[str]:
    """Return the words that start the reader's editor at a place; no shell ever reads them. Raise BadInput where there is no editor."""
    named = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        words = shlex.split(named)
    except ValueError:
        raise BadInput("EDITOR cannot be read: a quotation mark is missing.") from None
    if not words:
        raise BadInput(f"Set EDITOR to open {where.path}:{where.line}.")
    program = shutil.which(words[0])
    if program is None:
        raise BadInput(f"EDITOR names {words[0]}, which is not there.")
    way = _OTHER_WAYS.get(Path(program).name, ("+{line}", "{path}"))
    told = {"path": str(path.absolute()), "line": where.line, "column": where.column}
    return [program, *words[1:], *(part.format(**told) for part in way)]


def edit(words: list[str]) -> None:
    """Run the editor until it ends. The terminal must have been given back before. Raise MachineError where it cannot be run."""
    with _its_own_signals():
        try:
            subprocess.run(words, check=False)  # noqa: S603 (the reader's own editor, no shell)
        except OSError as error:
            raise MachineError(f"cannot start {words[0]}: {error.strerror}") from error


def written_in_editor(text: str, name: str) -> str:
    """Return a text as the reader has left it in the editor. The terminal must have been given back before.

    BadInput where no editor is set, MachineError where there is no place for the file; it is the reader's alone, and gone afterwards.
    """
    with temporary_folder() as folder:
        path = folder / f"{_NO_NAME.sub('-', name)[:_LONGEST]}.txt"
        path.write_text(text, encoding="utf-8")
        edit(command(os.environ, path, Where(path.name)))
        return clean(path.read_text(encoding="utf-8", errors="replace")).strip()


@contextmanager
def _its_own_signals() -> Iterator[None]:
    """Leave Ctrl+C and Ctrl+Z to the editor while it runs: they would else end us, or stop us where nobody could continue us."""
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGQUIT)}
    before |= {number: signal.signal(number, signal.SIG_DFL) for number in (signal.SIGTSTP, signal.SIGCONT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
