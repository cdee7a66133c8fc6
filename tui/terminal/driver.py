"""The terminal's two directions, as Textual's Unix driver has them, but for nine things.

Bytes that are no UTF-8 are passed over: a key of a Latin-1 or KOI8 terminal must not end the app. So are keys and replies that Textual does
not know: it would give the app their letters, and among them may be the one that quits. A stop is asked of the whole job and only
where somebody can end it (`suspend`). Whoever was stopped unasked draws anew when it goes on. A signal, of another size or of an end, is
heard at once and not at the next key; and of sizes that follow each other closely the last one counts. A size that no screen has is
bounded, since all of it would be held in memory. Keys are not read faster than the app takes them: the rest waits in the line. And what
a link has not taken when the reader leaves is let go.
"""

from __future__ import annotations

import contextlib
import os
import signal
from codecs import getincrementaldecoder
from select import POLLIN, poll
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from textual import constants
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size

from tui.terminal.outlet import Outlet
from tui.terminal.sequences import ESCAPE, Sequences
from tui.terminal.signals import Alarm, unheard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.message import Message

    from tui.terminal.app import TerminalApp

_TICK = 100  # milliseconds after which a lone escape is the Esc key
_LARGEST = Size(1000, 400)  # of a screen; one of 65535 by 65535, as anybody can ask of sshd, takes gigabytes
_MOST_WAITING = 2000  # keys that were read and have not had their turn


class Driver(LinuxDriver):
    """Reads keys from standard input, draws on standard error."""

    _app: TerminalApp

    def __init__(self, *args: Any, **more: Any) -> None:
        self.may_stop = signal.getsignal(signal.SIGTSTP) is not signal.SIG_IGN  # a shell without job control hands it down ignored
        self._alarm: Alarm | None = None
        self._continued = False
        super().__init__(*args, **more)
        self._size = self._size or self._get_terminal_size()
        self._file: Any = Outlet(self._file, self._link_free)

    def start_application_mode(self) -> None:
        """Take the screen; the threads that read and write leave the signals alone."""
        self._file.begin()
        self._alarm = self._alarm or Alarm(self._loop)
        with unheard():
            super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._writer_thread is not None:  # else we are in the background, and the screen is not ours yet
            signal.signal(signal.SIGWINCH, lambda *_: self._loop.call_soon_threadsafe(self._measure))

    def write(self, data: str) -> None:
        """Write text, once the link takes it."""
        self._file.hand()
        super().write(data)

    def lags(self) -> bool:
        """Return whether the link is behind: what is drawn now would only wait for its turn."""
        return bool(self._file.lags())

    def _link_free(self) -> None:
        """Tell the app, which asks whether it owes a frame, that all has gone out; from the thread that writes."""
        with contextlib.suppress(RuntimeError):  # the loop has ended
            if self._app.owes_frame:
                self._loop.call_soon_threadsafe(self._app.catch_up)

    def stop_application_mode(self) -> None:
        """Give the screen back, soon also where the link has not taken yet what was drawn."""
        let_go = self._file.let_go()
        super().stop_application_mode()
        if let_go:
            self._file.last_words()

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return the size of the terminal, as far as a screen can be that large."""
        return bounded(*super()._get_terminal_size())

    def process_message(self, message: Message) -> None:
        """Hand on what came; a size that is told within the input is bounded, too: anybody can type it."""
        if isinstance(message, Resize) and not all(message.size):
            return
        if isinstance(message, Resize) and (size := Size(*bounded(*message.size))) != message.size:
            message = Resize(size, size)
        super().process_message(message)

    def _measure(self) -> None:
        """Tell the app its size, read now: one that a handler read may be told after a newer one, when a signal interrupts that handler."""
        size = Size(*self._get_terminal_size())
        self._app.post_message(Resize(size, size))

    def close(self) -> None:
        """End what was begun with the screen, for good or until it is taken again."""
        super().close()
        if self._alarm is not None:
            self._alarm.close()
            self._alarm = None

    def _run_input_thread(self) -> None:
        """Run the thread of the input: a failure in it ends the app as any other does."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 (nobody else is there to see it)
            self._loop.call_soon_threadsafe(self._app.fail, error)

    def run_input_thread(self) -> None:
        """Give the app every key and reply, until asked to end."""
        parser = XTermParser(False)
        sequences = Sequences(constants.ESCAPE_DELAY)
        decode = getincrementaldecoder("utf-8")("ignore").decode
        ready = poll()
        ready.register(self.fileno, POLLIN)
        while not self.exit_event.is_set():
            if self._app.keys_waiting() + self._app.message_queue_size > _MOST_WAITING:
                sleep(_TICK / 1000)
                continue
            data = os.read(self.fileno, 4096) if ready.poll(_TICK) else None
            if data == b"":
                return  # the terminal is gone, which the guards have seen too
            for key in sequences.feed(decode(data), monotonic()) if data else sequences.tick(monotonic()):
                try:
                    messages = list(meant(parser, key))
                except (ArithmeticError, LookupError, TypeError, ValueError):  # the numbers of a reply may be any: anybody can type one
                    parser, messages = XTermParser(False), []
                for message in messages:
                    self.process_message(message)

    def _sigtstp_application(self, *_: object) -> None:
        """Stop as if the reader had asked for it: somebody else does."""
        if not self._app.leaving:
            self._loop.call_soon_threadsafe(self._app.stop)

    def _sigcont_application(self, *_: object) -> None:
        """Go on. Where we were stopped before the screen was ours, take it now."""
        if self._writer_thread is None:
            self.resume_application_mode()
        elif not self._app.leaving and not self._continued:
            self._continued = True
            self._loop.call_soon_threadsafe(self._come_back)

    def _come_back(self) -> None:
        self._continued = False
        self._app.come_back()


def bounded(width: int, height: int) -> tuple[int, int]:
    """Return a size, cut to that of the largest screen."""
    return min(width, _LARGEST.width), min(height, _LARGEST.height)


def meant(parser: XTermParser, key: str) -> Iterable[Message]:
    """Return what one whole key means to Textual. When it waits for more, it does not know the key; then its guess is not asked."""
    messages = list(parser.feed(key))
    if parser._timeout_time is not None:  # noqa: SLF001 (the parser tells nobody else)
        parser._timeout_time = 0.0  # noqa: SLF001
        guessed = list(parser.tick())
        if key == ESCAPE:
            return guessed
    return messages
