"""How what the searching thread finds comes to the screen."""

from __future__ import annotations

from asyncio import get_running_loop
from contextlib import suppress
from contextvars import copy_context
from typing import TYPE_CHECKING

from tui.answers.search import Found, search
from tui.app.panes.finder import Finder
from tui.app.seeker import ENOUGH, Seeker

if TYPE_CHECKING:
    from tui.app.desk import Desk
    from tui.app.place import Place


def look(desk: Desk, place: Place, pane: Finder, text: str) -> None:
    """Search for what was typed."""
    pane.text = text
    if pane.seeker is not None:
        pane.seeker.seek(text)
    else:
        show(desk, place, search(desk.store, text, ENOUGH))


def seeker(desk: Desk, place: Place, pane: Finder) -> Seeker | None:
    """Who searches while the reader types on; None where there can be nobody but this thread."""
    twin = desk.store.twin()
    if twin is None:
        return None
    loop, context = get_running_loop(), copy_context()

    def arrived(what: Found) -> None:
        if what.words == pane.text:
            show(desk, place, what)

    def tell(what: Found) -> None:
        with suppress(RuntimeError):  # the app has ended meanwhile
            loop.call_soon_threadsafe(arrived, what, context=context)

    return Seeker(twin, tell)


def show(desk: Desk, place: Place, what: Found) -> None:
    """Show the hits, unless the reader has gone on from here: then they are there on the way back."""
    assert isinstance(place.pane, Finder)
    place.pane.found = what
    place.cursor = 0
    if desk.is_mounted and place in desk.stack:
        place.load()
        if desk.place is place:
            desk.show()
