"""The app: one screen over one store."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType

from tui.app import commands
from tui.app.keyboard import Keyboard
from tui.app.look import Look
from tui.app.reader_screen import ReaderScreen
from tui.dates import in_words
from tui.errors import MachineError
from tui.terminal.app import TerminalApp
from tui.views import HOME

if TYPE_CHECKING:
    from pathlib import Path

    from tui.origin import Sources
    from tui.store.read import Store
    from tui.terminal.probe import Terminal


class BriefingApp(TerminalApp):
    """One screen over one store; `reopen` gives the same store as at another day."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False  # with the mouse, Shift selects in the terminal; lines drawn by us know of no other selection
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = []  # `keyboard.py` hears every key

    def __init__(
        self,
        store: Store,
        terminal: Terminal,
        address: str = HOME,
        reopen: Callable[[str | None], Store] | None = None,
        sources: Sources | None = None,
    ) -> None:
        super().__init__(terminal)
        self.reopen = reopen
        self.sources = None if terminal.kiosk else sources
        self.store = store
        self.address = self.failed_at = address
        self.keyboard = Keyboard(self)

    async def on_event(self, event: events.Event) -> None:
        """Hear keys and pastes in their order; all else goes Textual's way."""
        if isinstance(event, events.Key | events.Paste):
            self.keyboard.hear(event)
        else:
            await super().on_event(event)

    def on_mount(self) -> None:
        """Name the briefing, for whatever asks the app for a title."""
        self.title = self.store.manifest.title

    def on_ready(self) -> None:
        """Let the keys have their turn that were typed before there was a screen."""
        self.keyboard.go_on()

    def get_default_screen(self) -> ReaderScreen:
        """Return the screen, at the address asked for: an empty screen below it would only be made to be hidden."""
        look = Look(colour=self.terminal.colour, ascii=self.terminal.ascii, ground=self.terminal.ground, deep=self.terminal.true_colour)
        return ReaderScreen(self.store, look, self.address, self, kiosk=self.terminal.kiosk)

    def reader_screen(self) -> ReaderScreen | None:
        """Return the screen of panes; None before there is one."""
        return next((screen for screen in self.screen_stack if isinstance(screen, ReaderScreen)), None)

    def address_shown(self) -> str:
        """Return the address of the place on top; before there is one, the address asked for."""
        screen = self.reader_screen()
        return screen.place.address if screen and screen.stack else self.address

    def keys_waiting(self) -> int:
        """Return how many keys wait here, or on their way here."""
        return self.keyboard.waiting + self.message_queue_size

    def say(self, text: str) -> None:
        """Show a sentence in the last line."""
        if (screen := self.reader_screen()) is not None:
            screen.say(text)

    def turn_to(self, day: str | None) -> None:
        """Show the same place as at another day; None is the briefing's own day."""
        screen = self.reader_screen()
        if self.reopen is None or screen is None:
            return
        before, lost = self.store, ""
        try:
            self.store = self.reopen(day)
        except MachineError:
            self.store, lost = before.at(day), f" {LOST}"
        said = f"As at {in_words(self.store.as_at)}. s shows what was not yet public then."
        screen.turn(self.store, f"{'' if day is None else said}{lost}".strip())
        if not lost:
            before.close()

    def anew(self, path: Path) -> None:
        """Show the same place in a store that was built again."""
        from tui.store.read import Store

        own_day = self.store.as_at == self.store.manifest.as_of.upper
        self.reopen = lambda day: Store.open(path, day)
        self.turn_to(None if own_day else self.store.as_at)

    def do(self, name: str) -> None:
        """Carry out the command of a key."""
        if (screen := self.reader_screen()) is not None:
            commands.run(screen, name)

    def on_reader_screen_command(self, event: ReaderScreen.Command) -> None:
        """Carry out the command that a pane or the mouse asks for."""
        self.do(event.name)

    def interrupt(self) -> None:
        """Say how to leave; the second Ctrl+C leaves."""
        screen = self.reader_screen()
        if screen is not None and screen.message != INTERRUPTED:
            screen.say(INTERRUPTED)
        else:
            self.exit(return_code=130)


LOST = "The store cannot be opened any more; this is still the one that was opened before."
INTERRUPTED = "Press Ctrl+C again, or Q, to quit."
