"""Where the driver's thread writes: it knows whether the link takes what was handed over, and can let go of what it does not take."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from time import monotonic, sleep
from typing import TextIO

from tui.terminal.signals import MOMENT, PATIENCE, forget_output, restore_terminal

LAG = 0.05  # seconds after which a link is slower than we draw
_LOOK = 0.01


class Outlet:
    """A file for Textual's writing thread, which counts the texts that have gone out; `free` is called, in that thread, when all have."""

    def __init__(self, file: TextIO, free: Callable[[], None]) -> None:
        self._file = file
        self._free = free
        self._handed = self._taken = self._gone = 0
        self._since = 0.0  # when the first of those that have not gone out was handed over
        self._dropping = False
        self._slow = False

    def fileno(self) -> int:
        """Return the descriptor of the terminal."""
        return self._file.fileno()

    def hand(self) -> None:
        """Count a text that the thread is to write."""
        if not self._waits():
            self._since = monotonic()
        self._handed += 1

    def write(self, text: str) -> None:
        """Write a text, unless all is let go."""
        if not self._dropping:
            self._file.write(text)
        self._taken += 1

    def flush(self) -> None:
        """Have all go out that was written; the thread calls this when it has nothing more to write."""
        with contextlib.suppress(OSError) if self._dropping else contextlib.nullcontext():
            self._file.flush()
        self._slow = monotonic() - self._since > MOMENT
        self._gone = self._taken
        self._free()

    def lags(self) -> bool:
        """Return whether the link is behind: what is drawn now would only wait for its turn."""
        return self._waits() and monotonic() - self._since > LAG

    def begin(self) -> None:
        """Take the terminal."""
        self._dropping = self._slow = False

    def let_go(self) -> bool:
        """Return whether all was let go that the link has not taken within a moment: what it holds would keep the reader for minutes.

        Then the terminal's last words are to be written by `last_words`.
        """
        end = monotonic() + MOMENT
        while self._waits() and not self._slow and monotonic() < end:
            sleep(_LOOK)
        if not self._waits() and not self._slow:
            return False
        self._dropping = True
        end = monotonic() + PATIENCE
        while forget_output(self.fileno()) and self._waits() and monotonic() < end:
            sleep(_LOOK)
        return True

    def last_words(self) -> None:
        """Give the terminal back, after what was let go."""
        forget_output(self.fileno())
        restore_terminal(self.fileno())

    def _waits(self) -> bool:
        return self._gone < self._handed
