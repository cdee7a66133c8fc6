"""The app on a store, driven key by key without a terminal; what a person would see, as text."""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from kept import kept
from parsed import find_once, parse_once
from textual._compositor import Compositor
from textual.events import Key, Paste
from textual.keys import _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot

from tui.app.briefing_app import BriefingApp
from tui.app.own import Opening, Own
from tui.app.reader_screen import ReaderScreen
from tui.app.searching import ENOUGH
from tui.store.read import Store
from tui.terminal.probe import Terminal
from tui.views.search.pane import Finder

parse_once()
find_once()

FRAME = 0.02  # longer than from one frame to the next
SETTLED = 0.15  # longer than the pause after which a detail follows a burst of moves


class Driver:
    """Keys in, screen out."""

    def __init__(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> str:
        """Press keys one after the other, each when the one before it has done its work; gives the screen then.

        The letters of what is typed at a prompt come in one packet: `test_packets` holds that this leads to the same.
        """
        left = deque(keys)
        while left:
            packet = [left.popleft()]
            while left and len(left[0]) == 1 and self.screen.prompt is not None and len(packet[0]) == 1:
                packet.append(left.popleft())
            await self.send(*packet)
        await self.pilot.pause(SETTLED)
        await self._found()
        return self.text()

    async def send(self, *keys: str | Paste) -> None:
        """Send keys, and pastes, in one packet; and draw what they lead to."""
        for key in keys:
            self.app.post_message(key if isinstance(key, Paste) else _pressed(key))
        await self.pilot._wait_for_screen()
        await self.settled()
        await self.pilot.pause(FRAME)
        if not self.app.leaving:
            self.text()

    async def settled(self) -> None:
        """Wait until every key has done its work."""
        while not self.app.keyboard.idle and not self.app.leaving:
            await self.pilot.pause(0.01)

    async def _found(self) -> None:
        """Wait for the rest of the hits, which a thread looks for on a busy machine while more time passes than a pause; not for ever."""
        for _ in range(1_000):
            pane = self.screen.place.pane if isinstance(self.app.screen, ReaderScreen) and not self.app.leaving else None
            if not isinstance(pane, Finder) or not (pane.found.words != pane.text or (pane.found.more and len(pane.found.hits) < ENOUGH)):
                return
            await self.pilot.pause(0.01)

    def text(self) -> str:
        """The screen as lines."""
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    @property
    def screen(self) -> ReaderScreen:
        """The screen with the panes."""
        assert isinstance(self.app.screen, ReaderScreen)
        return self.app.screen


def _pressed(name: str) -> Key:
    """Give the key that has this name, or writes this character."""
    key = _character_to_key(name) if len(name) == 1 else name
    try:
        return Key(key, name if len(name) == 1 else unicodedata.lookup(_get_unicode_name_from_key(key)))
    except KeyError:
        return Key(key, None)


def _undrawn(compositor: Compositor, **_: object) -> None:
    """Take a frame as drawn. No terminal shows it, and whoever looks at the screen has it drawn."""
    compositor._dirty_regions.clear()


@asynccontextmanager
async def opened(
    store: Path,
    address: str = "overview",
    *,
    size: tuple[int, int] = (80, 24),
    as_at: str | None = None,
    ascii_only: bool = False,
    own: Callable[[Store], Own] | None = None,
    fresh: bool = False,
) -> AsyncIterator[Driver]:
    """The app at an address; `own` gives the reader's own state of the store, without which nothing is kept.

    A store of which a test counts the questions, or changes the connection, is to be `fresh`.
    """
    with (Store.open if fresh else kept)(store, as_at) as opened_store, pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_update", _undrawn)
        held = own(opened_store) if own else None
        app = BriefingApp(opened_store, Terminal(colour=True, ascii=ascii_only, mouse=False), Opening((address,), held))
        async with app.run_test(size=size) as pilot:
            await pilot.pause(SETTLED)
            yield Driver(app, pilot)
