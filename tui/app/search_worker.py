"""Searching in a thread of its own, so that nobody who types waits for it. What was typed last wins."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Thread

from tui.errors import BriefingError
from tui.store.opening import Interrupted
from tui.store.read import Store
from tui.terminal.signals import unheard
from tui.views.search.question import Found, attempt

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
