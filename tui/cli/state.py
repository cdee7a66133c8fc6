"""The reader's state, for the commands that tell of it or change it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.cli.asked import Asked
from tui.terminal.probe import in_kiosk

if TYPE_CHECKING:
    from tui.reader.kept import Note
    from tui.reader.reader import Reader
    from tui.store.read import Store


@contextmanager
def reader_of(asked: Asked, store: Store) -> Iterator[Reader]:
    """Yield the state of who has called, of the briefing asked for."""
    from tui.reader.reader import Reader

    reader = Reader.of(asked.identity(), store.manifest.title)
    try:
        yield reader
    finally:
        reader.close()


def notes_with(asked: Asked, store: Store, words: str) -> tuple[Note, ...]:
    """Return the notes of who has called that hold these words; in a kiosk, and where there is no state yet, none."""
    from tui.reader.state import NAME, state_folder

    if in_kiosk(os.environ) or not (state_folder() / NAME).is_file():
        return ()
    from tui.reader import kept

    with reader_of(asked, store) as reader:
        return kept.notes_with(reader, words)
