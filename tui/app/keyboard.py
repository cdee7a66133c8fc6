"""The keys in the order in which they were typed, each when all that the one before it changed is in its place.

A slow line delivers many keys in one packet. What the first of them opens is mounted and laid out a moment later; a key that ran ahead of
it would be taken for a command where it was meant for a field. So keys wait here, and however they are cut into packets the screen is the
same in the end. Once the program is leaving, nothing more is done.
"""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

from textual.events import Key, Paste

from tui.app import asking, commands
from tui.app.commands import lettering
from tui.app.own import why_not
from tui.errors import MachineError
from tui.keys import meant

if TYPE_CHECKING:
    from tui.app.briefing_app import BriefingApp
    from tui.app.reader_screen import ReaderScreen

PATIENCE = 1.0  # seconds that keys wait for a screen at the most: nobody shall be deaf for good


class Keyboard:
    """Hears keys and pastes, and lets each do its work in turn."""

    def __init__(self, app: BriefingApp) -> None:
        self._app = app
        self._waiting: deque[Key | Paste] = deque()
        self._asked = False
        self._since = 0.0

    @property
    def waiting(self) -> int:
        """Return how many keys wait for their turn."""
        return len(self._waiting)

    @property
    def idle(self) -> bool:
        """Return whether no key waits, and nothing that one did is still to be laid out."""
        return not self._waiting and not self._asked

    def hear(self, event: Key | Paste) -> None:
        """Take a key, for now or for when it is its turn."""
        self._waiting.append(event)
        self.go_on()

    def go_on(self) -> None:
        """Let the keys that wait do their work, as far as the screen is ready for them."""
        screen = self._app.reader_screen()
        while not self._app.leaving and screen is not None and screen.stack:
            if screen.unsettled and not (self._asked and monotonic() - self._since > PATIENCE):
                if not self._asked:
                    self._asked, self._since = True, monotonic()
                    screen.call_after_refresh(screen.list.call_later, screen.sheet.call_later, self._app.call_later, self._settled)
                return
            if not self._waiting:
                self._app.catch_up()
                return
            self._press(self._waiting.popleft())

    def _settled(self) -> None:
        self._asked = False
        if (screen := self._app.reader_screen()) is not None:
            screen.unsettled = False
        self.go_on()

    def _press(self, event: Key | Paste) -> None:
        """Carry out one key. What it leads to may not be readable any more: then the reader stays where it was pressed."""
        screen = self._app.reader_screen()
        assert screen is not None
        before = list(screen.stack)
        try:
            self._carry_out(screen, event)
        except MachineError as error:
            screen.stack = before
            screen.show()
            screen.say(why_not(error))

    def _carry_out(self, screen: ReaderScreen, event: Key | Paste) -> None:
        if isinstance(event, Key) and event.key == "ctrl+c":
            self._app.interrupt()
        elif screen.prompt is not None:
            asking.press(screen, event)
        elif lettering.asked(screen) and lettering.press(screen, event):
            pass
        elif isinstance(event, Key) and (key := meant(event.key, screen.place.pane.id)) is not None:
            commands.run(screen, key.name)
