"""What a reader sees, as text in a file that the reader names: the sure way to take it along where a terminal takes no copies."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tui.app.panes.said import cited
from tui.app.place import Place
from tui.dates import in_words
from tui.errors import BadInput, MachineError
from tui.hostile import bad_characters
from tui.render.plain import WIDTH, plain, unbroken
from tui.store.read import Store
from tui.views.blocks import BlankLine, Block, Field, Heading, Item, Page, Para, line, words

_NO_NAME = re.compile(r"[^\w.+-]+", re.ASCII)
_LONGEST = 100  # characters of a name that is proposed; file systems take 255 bytes


def view(store: Store, place: Place, *, rows: bool, detail: bool) -> str:
    """Return what is on the screen, uncut: the list where it is shown, the detail where it is shown, and who said it."""
    manifest = store.manifest
    blocks: list[Block] = [
        Field("Briefing", line(manifest.title)),
        Field("As at", line(in_words(store.as_at))),
        Field("Handling", line(manifest.handling)),
        Field("Address", line(place.address)),
    ]
    if rows and place.rows:
        blocks += [BlankLine(), Heading(line(place.pane.title), 1), *_rows(place)]
    text = plain(Page("", tuple(blocks)))
    if detail:
        page = place.page(WIDTH)
        text = "\n".join((text, unbroken(page), *cited(page))).rstrip("\n") + "\n"
    return text


def _rows(place: Place) -> list[Block]:
    heads = " | ".join(column.title for column in place.pane.columns if column.title)
    out: list[Block] = [Para(line(heads))] if heads else []
    for row in place.rows:
        if row.heading:
            out.append(Heading(row.cells[0], 3))
        else:
            out.append(Item(line(" | ".join(told for cell in row.cells if (told := words(cell).strip())))))
    return out


def proposed(address: str, folder: Path) -> str:
    """Return a name for the file, of which there is none yet in the folder, as far as anybody may look there."""
    stem = _NO_NAME.sub("-", address).strip("-.")[:_LONGEST] or "briefing"
    names = (f"{stem}{'' if number == 1 else f'-{number}'}.txt" for number in count(1))
    return next(name for name in names if not os.path.lexists(folder / name))


@contextmanager
def _whole(path: Path) -> Iterator[None]:
    """Leave no half of a file that is being written."""
    try:
        yield
    except OSError:
        path.unlink(missing_ok=True)
        raise


def write_new(name: str, text: str) -> Path:
    """Write a file that is not there yet. Raise BadInput for a name that cannot be one, MachineError where it cannot be written."""
    if bad_characters(name):
        raise BadInput("that name holds characters that no terminal can show")
    try:
        path = Path(name).expanduser().absolute()
        with path.open("x", encoding="utf-8") as file, _whole(path):
            file.write(text)
            file.flush()
    except FileExistsError:
        raise BadInput(f"{name} is there already and is not overwritten; give another name") from None
    except (OSError, RuntimeError, ValueError) as error:  # a user without a home is a RuntimeError
        why = getattr(error, "strerror", None) or str(error)
        raise MachineError(f"cannot write {name}: {why}") from error
    return path
