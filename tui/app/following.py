"""What is newer elsewhere, asked for in a thread of its own: the reader waits for nobody, and an idle screen is sent no byte."""

from __future__ import annotations

import random
from asyncio import get_running_loop
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from tui.errors import BriefingError
from tui.origin import Feed, FeedNews
from tui.store.read import Store
from tui.terminal.signals import unheard

if TYPE_CHECKING:
    from tui.app.briefing_app import BriefingApp

_APART = 0.1  # of the time between two questions, by chance: ten thousand sessions that began at nine do not ask in one second


class Follower:
    """Asks every so often, and tells what it heard together with the sentence for the reader. `tell` is called in the thread."""

    def __init__(self, feed: Feed, tell: Callable[[FeedNews, str], None]) -> None:
        self._feed = feed
        self._tell = tell
        self._closed = Event()
        with unheard():
            Thread(target=self._run, name="following", daemon=True).start()

    def close(self) -> None:
        """Ask no more. What is under way is not waited for; killed in the middle it does no harm."""
        self._closed.set()

    def _run(self) -> None:
        note, every, failed = self._feed.note, self._feed.every, ""
        while not self._closed.wait(every * random.uniform(1 - _APART, 1 + _APART)):  # noqa: S311 - no secret
            try:
                news, failed = self._feed.look(), ""
            except BriefingError as error:
                news = FeedNews("" if str(error) == failed else f"{error}.", note)
                failed = str(error)
            if not self._closed.is_set() and (news.said or news.after or news.note != note):
                note = news.note
                self._tell(news, sentence(news))


def sentence(news: FeedNews) -> str:
    """Return what to say: of a store that has come also what changed, where the one before is still here."""
    if news.after is None:
        return news.said
    return f"{news.said}{_changed(news.before, news.after)}."


def _changed(before: Path | None, after: Path) -> str:
    from tui.views.changes.page import in_short  # 39 ms: once something new has come
    from tui.views.changes.question import changes

    try:
        if before is None:
            return ""
        with Store.open(before) as one, Store.open(after) as other:
            return f": {in_short(changes(one, other))}"
    except BriefingError:
        return ""


def followed(app: BriefingApp, feed: Feed) -> Follower:
    """Return who asks for an app, and lets it hear in its own thread."""
    loop, context = get_running_loop(), copy_context()

    def tell(news: FeedNews, said: str) -> None:
        with suppress(RuntimeError):  # the app has ended meanwhile
            loop.call_soon_threadsafe(app.hear, news, said, context=context)

    return Follower(feed, tell)
