"""How what the searching thread finds comes to the screen. A desk has one such thread for each store it shows, from the first search on."""

from __future__ import annotations

from asyncio import get_running_loop
from contextlib import suppress
from contextvars import copy_context
from typing import TYPE_CHECKING

from tui.app.seeker import ENOUGH, Seeker
from tui.views.search.pane import Finder
from tui.views.search.question import Found, search

if TYPE_CHECKING:
    from tui.app.desk import Desk


def look(desk: Desk, pane: Finder, text: str) -> None:
    """Search for what was typed; what is found goes to the finder that asks for it by then."""
    pane.text = text
    if desk.seeker is None:
        desk.seeker = _seeker(desk)
    if desk.seeker is not None:
        desk.seeker.seek(text)
    else:
        _show(desk, search(desk.store, text, ENOUGH))


def again(desk: Desk) -> None:
    """Search for what a finder asked for when the reader left it, and never heard."""
    pane = desk.place.pane
    if isinstance(pane, Finder) and pane.found.words != pane.text:
        look(desk, pane, pane.text)


def _seeker(desk: Desk) -> Seeker | None:
    """Who searches while the reader types on; None where there can be nobody but this thread."""
    twin = desk.store.twin()
    if twin is None:
        return None
    loop, context = get_running_loop(), copy_context()

    def tell(what: Found) -> None:
        with suppress(RuntimeError):  # the app has ended meanwhile
            loop.call_soon_threadsafe(_show, desk, what, context=context)

    return Seeker(twin, tell)


def _show(desk: Desk, what: Found) -> None:
    """Show the hits, unless the reader has gone on from here: then they are there on the way back."""
    for place in desk.stack if desk.is_mounted else ():
        if isinstance(place.pane, Finder) and place.pane.text == what.words:
            place.pane.found = what
            place.cursor = 0
            place.load()
            if desk.place is place:
                desk.show()
