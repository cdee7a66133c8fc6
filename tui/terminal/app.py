"""A Textual app with our driver, painter and output filter: it writes only what changed, may stop and come back, and ends in good order."""

from __future__ import annotations

import gc
import sys
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from time import monotonic, sleep
from typing import TYPE_CHECKING

from textual.app import App

from tui.terminal.clipboard import copied
from tui.terminal.driver import Driver
from tui.terminal.output_filter import OutputFilter
from tui.terminal.painter import Painter, is_whole
from tui.terminal.suspend import has_job_control, in_foreground
from tui.terminal.suspend import stop as stop_job

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver as AnyDriver
    from textual.screen import Screen

    from tui.terminal.probe import Terminal

FOCUS_REPORTS_OFF = "\x1b[?1004l"
PATIENCE = 0.5  # seconds without a new frame at the most while keys wait: who holds a key down wants to see it move
YIELD = 0.0003  # seconds in which the thread that writes has its turn at the first frame: it would wait 5 ms while more is made ready


class TerminalApp(App[None]):
    """What an app does with its terminal, whatever it shows. Whoever derives from it says where the reader is and where sentences go."""

    def __init__(self, terminal: Terminal) -> None:
        super().__init__(Driver, ansi_color=True)
        self.terminal = terminal
        self.failure: BaseException | None = None
        self.failed_at = ""
        self.owes_frame = False
        self._drew = 0.0  # when the last frame was drawn
        self.is_drawn = False  # whether the first frame is
        self._painter = Painter(isolates=terminal.isolates)
        self._filters.append(OutputFilter(ascii_only=terminal.ascii))

    @abstractmethod
    def address_shown(self) -> str:
        """Return the address of what is on the screen."""

    @abstractmethod
    def say(self, text: str) -> None:
        """Show a sentence to the reader."""

    @abstractmethod
    def drawn(self) -> None:
        """Go on behind the first frame."""

    @abstractmethod
    def keys_waiting(self) -> int:
        """Return how many keys wait here for their turn. Once none does, `catch_up` is to be called."""

    def _set_pointer_shape(self, shape: str) -> None:
        """Leave the mouse pointer as it is: to ask for another is a sequence that many terminals do not know."""

    def on_ready(self) -> None:
        """Switch focus reports off, which would only cost bytes, and collect garbage from now on: the first screen is drawn."""
        self.is_drawn = True
        gc.freeze()
        gc.enable()
        _without_focus_reports(self._driver)
        self.drawn()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Write only what changed; what the painter leaves alone Textual draws, and the painter starts anew.

        While the link is behind nothing is drawn, nor what a key that waits already will replace: keys go on being heard, and of all
        frames that nobody would have seen in time one is owed, the last. A link with room for many frames takes them all, and is not
        known to be behind: there the keys that wait are the only sign.
        """
        driver = self._driver
        if isinstance(driver, Driver):
            owed, self.owes_frame = self.owes_frame, True  # first: the link may be free before we have looked
            if driver.lags() or (self.is_drawn and self.keys_waiting() and monotonic() - self._drew < PATIENCE):
                return
            self.owes_frame, self._drew = False, monotonic()
            if owed and not is_whole(renderable, self.size):
                screen.refresh()  # what was not drawn then is no part of this
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
            if not self.is_drawn:
                sleep(YIELD)
        self.post_display_hook()

    def catch_up(self) -> None:
        """Draw the frame that is owed, if one is."""
        if self.owes_frame and not self.leaving:
            self.screen.refresh()

    def redraw(self) -> None:
        """Draw the whole screen anew, for when something else has written on it."""
        self._painter.forget()
        self.refresh(layout=True)

    def on_resize(self) -> None:
        """Count on nothing that stands on the terminal: it has another size, or had one for a moment, of which Textual sees nothing."""
        self._painter.forget()
        if self.is_drawn and not self.leaving:
            self.screen.refresh()

    def leave(self, code: int) -> bool:
        """End with this exit code; False where that cannot be done in good order: while it starts, or when its loop has ended."""
        if self._loop is None or self._loop.is_closed() or not self.is_drawn:
            return False
        self._loop.call_soon_threadsafe(lambda: self.exit(return_code=code))
        return True

    @property
    def leaving(self) -> bool:
        """Return whether the end has begun: from then on nobody may take the screen again, and at last there is no loop to ask."""
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
            _without_focus_reports(driver)
            self.redraw()

    def stop(self) -> None:
        """Stop, as Ctrl+Z does in any program, where a shell can continue us; else say why not."""
        if self.leaving or self.terminal.kiosk or not isinstance(self._driver, Driver):
            return
        if self._driver.may_stop and in_foreground() and has_job_control():
            with self.away():
                stop_job()
        else:
            self.say("No shell with job control started this, so nothing could bring it back; Q quits.")

    def come_back(self) -> None:
        """Take the terminal again after a stop that nobody announced."""
        if not self.leaving and in_foreground():
            with self.away():
                pass

    def fail(self, error: Exception) -> None:
        """End because of an error. It is told when the terminal is the reader's again, and without the values of variables."""
        self._return_code = 1
        if self.failure is None:
            self.failure = error
            self.failed_at = self.address_shown()
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        self.fail(error)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy as `copy` does: Textual's own widgets call this."""
        self.copy(text)

    def copy(self, text: str) -> str:
        """Send text towards the reader's clipboard, and return the sentence that says where it went."""
        driver = self._driver
        return copied(driver.write if driver else lambda _: None, text, may_run=not self.terminal.kiosk)


def _without_focus_reports(driver: AnyDriver | None) -> None:
    if driver is not None:
        driver.write(FOCUS_REPORTS_OFF)
