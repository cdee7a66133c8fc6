"""What a reader sees, in a file that the reader names: as text, or in the format that the name ends with, as `briefing export` makes it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tui.address import split_first
from tui.app.panes.said import cited
from tui.app.place import Place
from tui.dates import in_words
from tui.errors import BadInput, MachineError
from tui.folders import homed
from tui.hostile import bad_characters
from tui.render.formats import DOCUMENTS, FORMATS, MARK, PARTS, Made, export, made_document
from tui.render.plain import WIDTH, plain, unbroken
from tui.store.read import Store
from tui.views.blocks import BlankLine, Block, Field, Heading, Item, Page, Para, line, words
from tui.views.signs import SIGNS

_NO_NAME = re.compile(r"[^\w.+-]+", re.ASCII)
_LONGEST = 100  # characters of a name that is proposed; file systems take 255 bytes


def made(store: Store, place: Place, name: str, *, rows: bool, detail: bool) -> Made:
    """Return what is on the screen in the format that the name ends with: a page as a document, a pane as `briefing export` has it.

    Any other name is one for text. BadInput for a grid of a place that has none.
    """
    ending = name.rpartition(".")[2].lower()
    if ending not in FORMATS:
        return view(store, place, rows=rows, detail=detail)
    part = place.pane.id if place.pane.id in PARTS else place.address  # a page may be a part as well
    if part in PARTS:
        _, chosen = split_first(place.address)
        plans = split_first(chosen)[0].split("+") if part == "compare" and chosen else []
        return export(store, store.files(), ending, part, plans)
    if ending not in DOCUMENTS:
        raise BadInput(f"this place is no grid for {ending}; name it .txt, {', '.join(f'.{one}' for one in DOCUMENTS)}")
    page = place.page(WIDTH)
    return made_document(store, store.files(), ending, page, "brief" if page.address == "brief" else "document")


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
        blocks += [BlankLine(), Heading(line(place.pane.title), 1), *_rows(place), *_signs(place.pane.id)]
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


def _signs(pane: str) -> list[Block]:
    """Return the signs of a pane with what they mean: who reads the file has no help page."""
    blocks: list[Block] = []
    for table in (table for table in SIGNS if pane in table.views):
        blocks += [BlankLine(), Heading(line(table.title), 3)]
        blocks += [Field(f"{one.sign} {one.word}".strip(), line(one.means)) for one in table.signs]
    return blocks


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


def written_bytes(text: Made, name: str) -> bytes:
    """Return what stands in a file: of a grid for spreadsheets, the mark of UTF-8 first."""
    if isinstance(text, bytes):
        return text
    assert isinstance(text, str), "one place is one file"
    ending = name.rpartition(".")[2].lower()
    return (MARK if ending in FORMATS and FORMATS[ending].marked else "").encode() + text.encode()


def write_new(name: str, text: Made) -> Path:
    """Write a file that is not there yet. Raise BadInput for a name that cannot be one, MachineError where it cannot be written."""
    if bad_characters(name):
        raise BadInput("that name holds characters that no terminal can show")
    try:
        path = homed(name).absolute()
        held = written_bytes(text, name)
        with path.open("xb") as file, _whole(path):
            file.write(held)
            file.flush()
    except FileExistsError:
        raise BadInput(f"{name} is there already and is not overwritten; give another name") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise MachineError(f"cannot write {name}: {why}") from error
    return path
