"""The app on a store, driven key by key without a terminal; what a person would see, as text."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from parsed import parse_once
from textual.events import Key, Paste
from textual.pilot import Pilot

from tui.app.briefing_app import BriefingApp
from tui.app.own import Opening, Own
from tui.app.reader_screen import ReaderScreen
from tui.store.read import Store
from tui.terminal.probe import Terminal

parse_once()

_CHARACTERS = {"space": " ", "slash": "/", "colon": ":", "question_mark": "?"}
SETTLED = 0.15  # longer than the pause after which a detail follows a burst of moves


class Driver:
    """Keys in, screen out."""

    def __init__(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> str:
        """Press keys one after the other; gives the screen then."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()
            await self.settled()
        await self.pilot.pause(SETTLED)
        return self.text()

    async def send(self, *keys: str | Paste) -> None:
        """Send keys, and pastes, in one packet."""
        for key in keys:
            self.app.post_message(key if isinstance(key, Paste) else Key(key, key if len(key) == 1 else _CHARACTERS.get(key)))
        await self.pilot.pause()
        await self.settled()

    async def settled(self) -> None:
        """Wait until every key has done its work."""
        while not self.app.keyboard.idle and not self.app.leaving:
            await self.pilot.pause(0.01)

    def text(self) -> str:
        """The screen as lines."""
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    @property
    def screen(self) -> ReaderScreen:
        """The screen with the panes."""
        assert isinstance(self.app.screen, ReaderScreen)
        return self.app.screen


@asynccontextmanager
async def opened(
    store: Path,
    address: str = "overview",
    *,
    size: tuple[int, int] = (80, 24),
    as_at: str | None = None,
    ascii_only: bool = False,
    own: Callable[[Store], Own] | None = None,
) -> AsyncIterator[Driver]:
    """The app at an address; `own` gives the reader's own state of the store, without which nothing is kept."""
    with Store.open(store, as_at) as opened_store:
        held = own(opened_store) if own else None
        app = BriefingApp(opened_store, Terminal(colour=True, ascii=ascii_only, mouse=False), Opening((address,), held))
        async with app.run_test(size=size) as pilot:
            await pilot.pause(SETTLED)
            yield Driver(app, pilot)
