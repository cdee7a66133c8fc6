"""The app: one screen over one store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType

from tui.app import commands
from tui.app.keyboard import Keyboard
from tui.app.live import Live
from tui.app.look import Look
from tui.app.own import DEFAULT, Opening
from tui.app.reader_screen import ReaderScreen
from tui.dates import in_words
from tui.errors import BriefingError, MachineError
from tui.store.read import Store
from tui.terminal.app import TerminalApp

if TYPE_CHECKING:
    from tui.app.following import Follower
    from tui.findings import HasFindings
    from tui.origin import Feed, FeedNews, Sources
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
        opening: Opening = DEFAULT,
        reopen: Callable[[str | None], Store] | None = None,
        sources: Sources | None = None,
        path: Path | None = None,
        broken: HasFindings | None = None,
        feed: Feed | None = None,
        *,
        watch: bool = True,
    ) -> None:
        super().__init__(terminal)
        self.reader: ReaderScreen | None = None  # the screen, also when the app has ended
        self.opening = opening
        self.reopen = reopen
        self.sources = None if terminal.kiosk else sources
        self.feed = feed
        self.note = feed.note if feed else ""
        self.follower: Follower | None = None
        self.store = store
        self.live = Live(self, path, self.sources, broken) if path is not None else None
        self._watches = watch
        self.failed_at = opening.addresses[-1]
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

    def drawn(self) -> None:
        """Show what the list leads to, and let the keys have their turn that were typed before there was a screen; from now on keep what is
        read, ask for what is newer.
        """
        if (screen := self.reader_screen()) is not None:
            screen.settle()
        if self.opening.own is not None:
            self.opening.own.remember(self.store)
        if self.live is not None and self._watches:
            self.live.begin()
        self.keyboard.go_on()
        if self.feed is not None and self.live is not None and self._watches:
            from tui.app.following import followed  # 1.3 ms: only where the briefing comes from elsewhere

            self.follower = followed(self, self.feed)

    def stop(self) -> None:
        """Stop, where a shell can continue us; what is ended while it is stopped has no turn to keep where the reader was."""
        if self.opening.own is not None and self.reader is not None and not self.leaving:
            self.opening.own.keep(self.reader)
        super().stop()

    def on_unmount(self) -> None:
        """Ask no more."""
        if self.follower is not None:
            self.follower.close()

    def hear(self, news: FeedNews, said: str) -> None:
        """Take what an open session hears of where its briefing comes from."""
        screen = self.reader_screen()
        if screen is None or not screen.stack:
            return
        changed, self.note = self.note != news.note, news.note
        if news.after is not None and self.live is not None:
            self.live.came(news.after, said)
        elif said:
            screen.say(said)
        elif changed:
            screen.draw_frame()

    def get_default_screen(self) -> ReaderScreen:
        """Return the screen, at the address asked for: an empty screen below it would only be made to be hidden."""
        look = Look(colour=self.terminal.colour, ascii=self.terminal.ascii, ground=self.terminal.ground, deep=self.terminal.true_colour)
        self.reader = ReaderScreen(self.store, look, self.opening, self, kiosk=self.terminal.kiosk)
        return self.reader

    def reader_screen(self) -> ReaderScreen | None:
        """Return the screen of panes; None before there is one."""
        return next((screen for screen in self.screen_stack if isinstance(screen, ReaderScreen)), None)

    def address_shown(self) -> str:
        """Return the address of the place on top; before there is one, the address asked for."""
        screen = self.reader_screen()
        return screen.place.address if screen and screen.stack else self.opening.addresses[-1]

    def keys_waiting(self) -> int:
        """Return how many keys wait here for their turn."""
        return self.keyboard.waiting

    def say(self, text: str) -> None:
        """Show a sentence in the last line."""
        if (screen := self.reader_screen()) is not None:
            screen.say(text)

    def turn_to(self, day: str | None) -> None:
        """Show the same place as at another day; None is the briefing's own day."""
        screen = self.reader_screen()
        if self.reopen is None or screen is None:
            return
        try:
            self._turn(self.reopen(day), "" if day is None else _AS_AT)
        except MachineError:  # the store that is open still can be read
            self._turn(self.store.at(day), f"{'' if day is None else _AS_AT} {LOST}".strip(), same=True)

    def _turn(self, opened: Store, said: str, *, same: bool = False) -> None:
        """Show the same place in another opened store, of the `same` file or not, and say it."""
        before, self.store = self.store, opened
        if (screen := self.reader_screen()) is not None:
            screen.turn(opened, said.format(day=in_words(opened.as_at)))
        if not same:
            before.close()

    def built(self, result: Path | BriefingError) -> None:
        """Take what a build has given: a store, or why there is none."""
        if self.live is not None:
            self.live.seen()
            self.live.built(result)
        elif not isinstance(result, Path):
            self.say(str(result))
        else:
            self.anew(result)

    def broken(self) -> HasFindings | None:
        """Return what is wrong in the sources since the store that is shown was built; None where nothing is."""
        return self.live.broken if self.live else None

    def alarm(self) -> str:
        """Return what is to stand above the screen while the sources are at fault; empty when they are well."""
        return self.live.alarm if self.live else ""

    def anew(self, path: Path) -> None:
        """Show the same place in a store that was built again."""
        day = None if self.store.as_at == self.store.manifest.as_of.upper else self.store.as_at
        opened = Store.open(path, day)  # BriefingError where it cannot be read: the store that is open still can
        self.reopen = lambda asked: Store.open(path, asked)
        self._turn(opened, "" if day is None else _AS_AT)

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


_AS_AT = "As at {day}. s shows what was not yet public then."
LOST = "The store cannot be opened any more; this is still the one that was opened before."
INTERRUPTED = "Press Ctrl+C again, or Q, to quit."
