"""`briefing new`: a small working briefing to start from: the files of `template/`, written into a folder of the author's."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import FOLDER, asks
from tui.errors import BadInput, MachineError
from tui.views.data import json_text


@click.command("new")
@click.argument("folder", type=FOLDER)
@asks
def command(asked: Asked, folder: str) -> int:
    """Write a small, commented briefing of an invented negotiation into FOLDER. It checks clean and opens; change it into your own."""
    from tui.compile.json_schema import json_schema  # 60 ms: help and completions load every command

    written = write_new(Path(folder), json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")
    if asked.json:
        output.data(json_text([str(path) for path in written]))
    return 0


SCHEMA = "schema.json"


def write_new(folder: Path, schema: str | None) -> list[Path]:
    """Write the template into `folder`, made when missing, and give the files written.

    `schema` is the JSON Schema to which the first lines of the template lead an editor. Nothing that is there is ever overwritten: only an
    empty folder will do.
    """
    _make_empty(folder)
    contents = [(folder / path, file.read_bytes()) for path, file in _files(files("tui") / "cli" / "template")]
    if schema is not None:
        contents.append((folder / SCHEMA, schema.encode()))
    at = folder
    try:
        for at, content in contents:
            at.parent.mkdir(exist_ok=True)
            with at.open("xb") as file:
                file.write(content)
    except BaseException as error:
        _take_back(folder, [path for path, _ in contents])
        if isinstance(error, OSError):
            raise MachineError(f"cannot write {at}: {error.strerror}; nothing of the new briefing is left there") from error
        raise
    return [path for path, _ in contents]


def _take_back(folder: Path, paths: Sequence[Path]) -> None:
    """Remove what was written into a folder that was empty: half a briefing would keep the next try from it."""
    for path in paths:
        with suppress(OSError):
            path.unlink()
    for below in {path.parent for path in paths} - {folder}:
        with suppress(OSError):
            below.rmdir()


def _make_empty(folder: Path) -> None:
    """See to it that `folder` is there and has nothing in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        empty = not any(folder.iterdir())
    except (FileExistsError, NotADirectoryError) as error:
        raise BadInput(f"{folder} cannot be made: a file is in its place, or on the way to it") from error
    except OSError as error:
        raise MachineError(f"cannot make the folder {folder}: {error.strerror}") from error
    if not empty:
        raise BadInput(f"{folder} is not empty; name a new folder for the new briefing")


def _files(folder: Traversable, at: Path = Path()) -> Iterator[tuple[Path, Traversable]]:
    """Yield the files below a folder of the package, with their paths from it, in order."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, at / entry.name)
        else:
            yield at / entry.name, entry
