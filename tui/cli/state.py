"""The reader's state, for the commands that tell of it or change it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.cli.asked import Asked

if TYPE_CHECKING:
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
