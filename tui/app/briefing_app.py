"""The Textual app: its output filter, its painter, its one screen. What it shows is the screen's and the panes'."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from tui.app import commands
from tui.app.look import Look
from tui.app.reader_screen import ReaderScreen
from tui.dates import in_words
from tui.terminal.clipboard import copied
from tui.terminal.driver import Driver
from tui.terminal.output_filter import OutputFilter
from tui.terminal.painter import Painter
from tui.terminal.probe import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import RenderableType
    from textual.screen import Screen

    from tui.origin import Sources
    from tui.store.read import Store

FOCUS_REPORTS_OFF = "\x1b[?1004l"


class BriefingApp(App[None]):
    """One screen over one store; `reopen` gives the same store as at another day."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False  # with the mouse, Shift selects in the terminal; lines drawn by us know of no other selection
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "quit", show=False, priority=True),
    ]

    def __init__(
        self,
        store: Store,
        terminal: Terminal,
        address: str = "overview",
        reopen: Callable[[str | None], Store] | None = None,
        sources: Sources | None = None,
    ) -> None:
        super().__init__(Driver, ansi_color=True)
        self.reopen = reopen
        self.sources = None if terminal.kiosk else sources
        self.failure: BaseException | None = None
        self.failed_at = address
        self.store = store
        self.terminal = terminal
        self.address = address
        self._drawn = False
        self._painter = Painter()
        self._filters.append(OutputFilter(ascii_only=terminal.ascii))

    def on_mount(self) -> None:
        """The name of the briefing, for whatever asks the app for one."""
        self.title = self.store.manifest.title

    def get_default_screen(self) -> ReaderScreen:
        """The screen, at the address asked for: an empty screen below it would only be made to be hidden."""
        return ReaderScreen(
            self.store, Look(colour=self.terminal.colour, ascii=self.terminal.ascii), self.address, kiosk=self.terminal.kiosk
        )

    def turn_to(self, day: str | None) -> None:
        """Show the same place as at another day; None is the briefing's own day."""
        if self.reopen is not None and isinstance(self.screen, ReaderScreen):
            before, self.store = self.store, self.reopen(day)
            said = f"As at {in_words(self.store.as_at)}. s shows what was not yet public then."
            self.screen.turn(self.store, "" if day is None else said)
            before.close()

    def anew(self, path: Path) -> None:
        """The same place in a store that was built again."""
        from tui.store.read import Store

        own_day = self.store.as_at == self.store.manifest.as_of.upper
        self.reopen = lambda day: Store.open(path, day)
        self.turn_to(None if own_day else self.store.as_at)

    def on_ready(self) -> None:
        """The first screen is drawn: no more focus reports, which would only cost bytes, and garbage is collected from now on."""
        self._drawn = True
        gc.freeze()
        gc.enable()
        self._without_focus_reports()

    def _without_focus_reports(self) -> None:
        if self._driver is not None:
            self._driver.write(FOCUS_REPORTS_OFF)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Write only what changed; what the painter leaves alone Textual draws, and the painter starts anew."""
        driver = self._driver
        usable = self._running and not self._closed and not self.is_headless and not self._batch_count
        text = None
        if usable and driver is not None and not driver.is_inline and renderable is not None:
            text = self._painter.paint(renderable, self.console, self.size.width, self.size.height)
        if text is None or driver is None:
            if renderable is not None and usable:
                self._painter.forget()
            super()._display(screen, renderable)
            return
        if text:
            self._begin_update()
            driver.write(text)
            self._end_update()
            driver.flush()
        self.post_display_hook()

    def redraw(self) -> None:
        """The whole screen anew, for when something else has written on it."""
        self._painter.forget()
        self.refresh(layout=True)

    def on_resize(self) -> None:
        """At another size nothing on the terminal can be counted on."""
        self._painter.forget()

    def leave(self, code: int) -> bool:
        """End with this exit code; False where that cannot be done in good order: while it starts, or when its loop has ended."""
        if self._loop is None or self._loop.is_closed() or not self._drawn:
            return False
        self._loop.call_soon_threadsafe(lambda: self.exit(return_code=code))
        return True

    @property
    def leaving(self) -> bool:
        """Whether the end has begun: from then on nobody may take the screen again, and at last there is no loop to ask."""
        return self._exit or self.failure is not None

    @contextmanager
    def away(self) -> Iterator[None]:
        """Give the terminal back for a while; the whole screen is drawn anew after it."""
        driver = self._driver
        assert driver is not None
        driver.suspend_application_mode()
        try:
            with redirect_stdout(sys.__stdout__), redirect_stderr(sys.__stderr__):
                yield
        finally:
            driver.resume_application_mode()
            self._without_focus_reports()
            self.redraw()

    def stop(self) -> None:
        """Stop, as Ctrl+Z does in any program, where a shell can continue us; else say why not."""
        from tui.terminal import suspend

        if self.leaving or self.terminal.kiosk or not isinstance(self._driver, Driver):
            return
        if self._driver.may_stop and suspend.in_foreground() and suspend.has_job_control():
            with self.away():
                suspend.stop()
        elif isinstance(self.screen, ReaderScreen):
            self.screen.say("No shell with job control started this, so nothing could bring it back; Q quits.")

    def come_back(self) -> None:
        """Take the terminal again after a stop that nobody announced."""
        from tui.terminal.suspend import in_foreground

        if not self.leaving and in_foreground():
            with self.away():
                pass

    def fail(self, error: Exception) -> None:
        """End because of an error. It is told when the terminal is the reader's again, and without the values of variables."""
        self._return_code = 1
        if self.failure is None:
            self.failure = error
            screen = next((screen for screen in self.screen_stack if isinstance(screen, ReaderScreen)), None)
            self.failed_at = screen.place.address if screen and screen.stack else self.address
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        self.fail(error)

    def action_do(self, name: str) -> None:
        """Carry out a command."""
        if isinstance(self.screen, ReaderScreen):
            commands.run(self.screen, name)

    def action_interrupt(self) -> None:
        """Ctrl+C says how to leave; twice it leaves."""
        if isinstance(self.screen, ReaderScreen) and self.screen.message != INTERRUPTED:
            self.screen.say(INTERRUPTED)
        else:
            self.exit(return_code=130)

    def copy_to_clipboard(self, text: str) -> None:
        """Every way of copying takes the same road."""
        self.copy(text)

    def copy(self, text: str) -> str:
        """Send text towards the reader's clipboard; gives the sentence that says where it went."""
        driver = self._driver
        return copied(driver.write if driver else lambda _: None, text, may_run=not self.terminal.kiosk)


INTERRUPTED = "Press Ctrl+C again, or Q, to quit."
