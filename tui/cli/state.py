"""The reader's state, for the commands that tell of it or change it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.cli import output
from tui.cli.asked import Asked
from tui.errors import BadInput
from tui.folders import is_file
from tui.kiosk import in_kiosk

if TYPE_CHECKING:
    from tui.reader.kept import PrivateNote
    from tui.reader.reader import Reader
    from tui.store.read import Store
    from tui.views.subject import ExportPart


@contextmanager
def reader_of(asked: Asked, store: Store) -> Iterator[Reader]:
    """Yield the state of who has called, of the briefing asked for, and tell what befell it. BadInput in a kiosk: nothing is kept there."""
    from tui.reader.reader import Reader  # 3 ms: only who asks for what is theirs

    if in_kiosk(os.environ):
        raise BadInput("in a kiosk nothing is kept")

    reader = Reader.of(asked.identity(), store.manifest.title)
    try:
        yield reader
    finally:
        if reader.state.said:  # once alone: the next command finds a new state, and nothing to say of it
            output.remark(reader.state.said)
        reader.close()


def notes_with(asked: Asked, store: Store, words: str) -> tuple[PrivateNote, ...]:
    """Return the notes of who has called that hold these words; in a kiosk, and where there is no state yet, none."""
    from tui.reader.state import NAME, state_folder  # 0.9 ms: only who asks for what is theirs

    if in_kiosk(os.environ) or not is_file(state_folder() / NAME):
        return ()
    from tui.reader import kept  # 4 ms: only who asks for what is theirs

    with reader_of(asked, store) as reader:
        return kept.notes_with(reader, words)


def own_parts(asked: Asked, store: Store, *, basket: bool, notes: bool) -> dict[str, ExportPart]:
    """Return what an export is to have of the reader's own. BadInput where the basket is asked for and nothing is in it."""
    from tui.reader.parts import BASKET, NOTES, basket_part, notes_part  # 26 ms: only who asks for what is theirs

    own: dict[str, ExportPart] = {}
    with reader_of(asked, store) as reader:
        if basket:
            _full_basket(reader)
            own[BASKET] = basket_part(reader)
        if notes:
            own[NOTES] = notes_part(reader)
    return own


def gathered(asked: Asked, store: Store) -> list[str]:
    """Return the addresses in the basket. BadInput where it is empty."""
    with reader_of(asked, store) as reader:
        return _full_basket(reader)


def _full_basket(reader: Reader) -> list[str]:
    from tui.reader.kept import basket  # 4 ms: only who asks for what is theirs

    found = basket(reader)
    if not found:
        raise BadInput("the basket is empty; in the app * puts what is at hand into it")
    return found
