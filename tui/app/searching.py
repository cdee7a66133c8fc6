"""Searching in a thread of its own, so that nobody who types waits for it; and how what it finds comes to the screen.

What was typed last wins. A screen has one thread for each store that it shows, from the first search on.
"""

from __future__ import annotations

from asyncio import get_running_loop
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from threading import Condition, Thread
from typing import TYPE_CHECKING

from tui.errors import BriefingError
from tui.store.opening import Interrupted
from tui.store.read import Store
from tui.terminal.signals import unheard
from tui.views.search.pane import Finder
from tui.views.search.question import Found, attempt

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen

ENOUGH = 200
RANKED_BEHIND = 50_000  # texts that hold a word: ranking them takes a tenth of a second, while the first hits are on the screen

Tell = Callable[[Found], None]


class SearchWorker:
    """Looks for one text at a time in a `twin` of the reader's store, which it closes in the end.

    `tell` is called in the thread: first with the hits that are quickest to have, then with all that anybody looks through, the best first.
    """

    def __init__(self, twin: Store, tell: Tell) -> None:
        self._twin = twin
        self._tell = tell
        self._changed = Condition()
        self._text: str | None = None  # what to look for; None ends the thread
        self._open = True
        self._asked = self._taken = 0
        with unheard():
            Thread(target=self._run, name="search", daemon=True).start()

    def ask(self, text: str) -> None:
        """Look for this; what was asked before is dropped."""
        self._ask(text)

    def close(self) -> None:
        """Look for nothing any more."""
        self._ask(None)

    def _ask(self, text: str | None) -> None:
        with self._changed:
            if not self._open:
                return
            self._open = text is not None
            self._text = text
            self._asked += 1
            self._twin.interrupt()
            self._changed.notify()

    def _run(self) -> None:
        with self._twin:
            while (text := self._next()) is not None:
                try:
                    self._answer(text)
                except Interrupted:
                    pass  # something else is wanted by now
                except BriefingError:
                    self._tell(Found(text, (), more=False))  # a damaged store; the reader's own connection says so

    def _next(self) -> str | None:
        """Return the text to look for now; wait for one."""
        with self._changed:
            self._changed.wait_for(lambda: self._asked != self._taken)
            self._taken = self._asked
            return self._text

    def _answer(self, text: str) -> None:
        first = attempt(self._twin, text, ranked_up_to=0)
        if first.more and self._is_wanted():
            self._tell(first)
        if self._is_wanted():
            best = attempt(self._twin, text, ENOUGH, RANKED_BEHIND)
            if self._is_wanted():
                self._tell(best)

    def _is_wanted(self) -> bool:
        """Return whether nothing else was asked for meanwhile."""
        with self._changed:
            return self._asked == self._taken


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
    """Search for what a finder asked for when the reader left it, and never heard, or of which it heard only the first hits."""
    pane = screen.place.pane
    if isinstance(pane, Finder) and (pane.found.words != pane.text or (pane.found.more and len(pane.found.hits) < ENOUGH)):
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
