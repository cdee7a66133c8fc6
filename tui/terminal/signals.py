"""How the program ends when it is not the reader who ends it: a dropped line, a signal, a stalled link.

Textual leaves the terminal as it is on SIGTERM and SIGHUP, and spins when its input is gone while SIGHUP is ignored. A thread sleeps in
`poll` until the terminal hangs up; signals ask the app to leave, and an alarm ends it when the link takes no more output.

Python runs a signal's handler in the main thread, once that thread does something. Ours does nothing while nobody types, so a signal that
reaches another thread, or the main thread just before it falls asleep, would wait for the next key. Hence `unheard` and `Alarm`.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import termios
import threading
import time
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

HANG_UP = 128 + signal.SIGHUP
PATIENCE = 1.5  # seconds between a signal and the hard end
MOMENT = 0.3  # seconds that the terminal's own end waits for the link
# Leaves bracketed paste, mouse, focus and in-band size reports, kitty keys and the alternate screen; shows the cursor; resets colours.
RESTORE = (
    b"\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?2048l\x1b[?1004l\x1b[<u\x1b[0m\x1b[?1049l\x1b[?25h"
)

_GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL
_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
_HEARD = (*_ENDING, signal.SIGALRM, signal.SIGWINCH, signal.SIGTSTP, signal.SIGCONT)  # those that Textual or we have a handler for


@contextlib.contextmanager
def unheard() -> Iterator[None]:
    """Let threads that are started within leave the signals to the main thread, whose sleep they must end."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HEARD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Alarm:
    """Wakes a loop at every signal, so that its handler runs at once. Stays until it is closed."""

    def __init__(self, loop: AbstractEventLoop) -> None:
        self._loop = loop
        self._bell, self._cord = os.pipe()
        for end in (self._bell, self._cord):
            os.set_blocking(end, False)
        loop.add_reader(self._bell, os.read, self._bell, 4096)
        signal.set_wakeup_fd(self._cord, warn_on_full_buffer=False)

    def close(self) -> None:
        """Let signals wake nobody any more."""
        signal.set_wakeup_fd(-1)
        self._loop.remove_reader(self._bell)
        os.close(self._bell)
        os.close(self._cord)


def watch_hang_up(descriptor: int = 0) -> None:
    """End the process with 129 as soon as the terminal is gone. Sleeps in the kernel until then."""

    def watch() -> None:
        poll = select.poll()
        poll.register(descriptor, 0)  # hang-up and errors are reported unasked
        while True:
            for _, event in poll.poll():
                if event & _GONE:
                    os._exit(HANG_UP)

    with unheard():
        threading.Thread(target=watch, name="hang-up", daemon=True).start()


def end_if_gone(descriptor: int = 0) -> None:
    """End the process with 129 where the terminal is gone, and the thread that watches it has not had its turn yet.

    Without this the app, which SIGHUP asked to leave, would be first on a busy machine. Python would then flush at its own end what the
    dead line has refused, and make another exit code of that.
    """
    poll = select.poll()
    poll.register(descriptor, 0)
    if any(event & _GONE for _, event in poll.poll(0)):
        os._exit(HANG_UP)


def forget_output(descriptor: int = 2) -> bool:
    """Let the system forget what waits for the link. Return whether it could: what waits may be another job's."""
    if _in_background(descriptor):
        return False
    with contextlib.suppress(termios.error):
        termios.tcflush(descriptor, termios.TCOFLUSH)
        for turn in (termios.TCOOFF, termios.TCOON):  # whoever waits to write is not told that there is room; this wakes it
            termios.tcflow(descriptor, turn)
        return True
    return False


def _in_background(descriptor: int) -> bool:
    """Return whether the terminal is another job's; not so where there is none, or none that has jobs."""
    with contextlib.suppress(OSError):
        return os.tcgetpgrp(descriptor) != os.getpgrp()
    return False


def restore_terminal(descriptor: int = 2) -> None:
    """Write what gives the reader's terminal back, waiting no more than a moment for a link that takes nothing.

    The moment is for a frame that has just been written, and is still on its way to a terminal that reads it; after it, that is let go.
    """
    end, left, poll = time.monotonic() + MOMENT, RESTORE, select.poll()
    with contextlib.suppress(OSError, ValueError):
        poll.register(descriptor, select.POLLOUT)
        os.set_blocking(descriptor, False)  # the shell has this terminal open through the same description
        try:
            while left and (wait := end - time.monotonic()) > 0:
                if poll.poll(wait * 1000):
                    with contextlib.suppress(BlockingIOError):
                        left = left[os.write(descriptor, left) :]
            end = time.monotonic() + MOMENT
            while left and time.monotonic() < end and forget_output(descriptor):
                time.sleep(MOMENT / 30)  # for the thread that writes, which nobody else can write beside
                with contextlib.suppress(BlockingIOError):
                    left = left[os.write(descriptor, left) :]
        finally:
            os.set_blocking(descriptor, True)


class Signals:
    """Handlers for the signals that end us. `leave` gets the exit code, and says whether it can end the app in good order.

    What the terminal's modes were is noted here, so that the hard end can give them back too.
    """

    def __init__(self, leave: Callable[[int], bool], keyboard: int = 0) -> None:
        self.leave = leave
        self.keyboard = keyboard
        self.code = 0
        try:
            self.modes: list[Any] | None = termios.tcgetattr(keyboard)
        except termios.error:
            self.modes = None

    def install(self) -> None:
        """Take over SIGTERM, SIGHUP, SIGINT, SIGQUIT and SIGALRM. Plain handlers: they also run while the loop waits for the link."""
        signal.signal(signal.SIGALRM, self._give_up)
        for number in _ENDING:
            signal.signal(number, self._asked)

    def _asked(self, number: int, frame: FrameType | None) -> None:
        del frame
        if self.code:
            self._give_up(number, None)
        self.code = 128 + number
        if _in_background(self.keyboard):  # stopped, and gone on only to end: whatever it would do to the terminal would stop it again
            os._exit(self.code)
        signal.setitimer(signal.ITIMER_REAL, PATIENCE)
        if not self.leave(self.code):
            self._give_up(number, None)

    @staticmethod
    def left() -> None:
        """Call the hard end off, and hear no signal more that asks to end: we are leaving as asked, and it would come in the middle.

        The exit code stands; Python, which gives signals back to the system as it ends, would let a second one change it.
        """
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number in _ENDING:
            signal.signal(number, signal.SIG_IGN)

    def _give_up(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        restore_terminal()
        if self.modes is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self.keyboard, termios.TCSANOW, self.modes)
        os._exit(self.code or HANG_UP)
