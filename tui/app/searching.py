"""How what the search worker finds comes to the screen, which has one worker for each store it shows, from the first search on."""

from __future__ import annotations

from asyncio import get_running_loop
from contextlib import suppress
from contextvars import copy_context
from typing import TYPE_CHECKING

from tui.app.search_worker import ENOUGH, SearchWorker
from tui.views.search.pane import Finder
from tui.views.search.question import Found, attempt

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen


def look(screen: ReaderScreen, pane: Finder, text: str) -> None:
    """Search for what was typed; what is found goes to the finder that asks for it by then."""
    pane.text = text
    if screen.search_worker is None:
        screen.search_worker = _search_worker(screen)
    if screen.search_worker is not None:
        screen.search_worker.ask(text)
    else:
        _show(screen, attempt(screen.store, text, ENOUGH))


def now(screen: ReaderScreen, pane: Finder, text: str) -> None:
    """Have the hits for what was typed in the list at once: what comes next is about them."""
    if pane.found.words != text:
        pane.text = text
        _show(screen, attempt(screen.store, text, ENOUGH))


def again(screen: ReaderScreen) -> None:
    """Search for what a finder asked for when the reader left it, and never heard."""
    pane = screen.place.pane
    if isinstance(pane, Finder) and pane.found.words != pane.text:
        look(screen, pane, pane.text)


def _search_worker(screen: ReaderScreen) -> SearchWorker | None:
    """Return what searches while the reader types on; None where there can be nothing but this thread."""
    twin = screen.store.twin()
    if twin is None:
        return None
    loop, context = get_running_loop(), copy_context()

    def tell(what: Found) -> None:
        with suppress(RuntimeError):  # the app has ended meanwhile
            loop.call_soon_threadsafe(_show, screen, what, context=context)

    return SearchWorker(twin, tell)


def _show(screen: ReaderScreen, what: Found) -> None:
    """Show the hits, unless the reader has gone on from here: then they are there on the way back."""
    for place in screen.stack if screen.is_mounted else ():
        if isinstance(place.pane, Finder) and place.pane.text == what.words:
            place.pane.found = what
            place.cursor = 0
            place.load()
            if screen.place is place:
                screen.show()
