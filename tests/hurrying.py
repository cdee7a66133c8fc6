"""An event loop that does not wait for a clock: while there is nothing to do before a moment, that moment is now.

The pause of a tenth of a second after which a page follows the cursor would cost that time at some thousand places. What the tests prove
is what happens in which order, and that stays. While a thread of ours works, time is what it is.
"""

from __future__ import annotations

import asyncio
import selectors
import threading

from idling import read

_LOOK = 0.002  # seconds after which to look again at a thread that works


class Hurrying(asyncio.SelectorEventLoop):
    """A loop whose clock jumps over every wait."""

    def __init__(self) -> None:
        self._ahead = 0.0
        super().__init__(_Selector(self))

    def time(self) -> float:
        """Seconds of a clock that is ahead by what has been jumped over."""
        return super().time() + self._ahead

    def jump(self, seconds: float) -> None:
        """Put the clock forward."""
        self._ahead += seconds


class _Selector(selectors.EpollSelector):
    """Waits only for what comes from outside, or from a thread that works."""

    def __init__(self, loop: Hurrying) -> None:
        super().__init__()
        self._loop = loop
        self._used: dict[int, bytes] = {}  # thread -> what it has had of the processor, when last looked at

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Give what is ready within so many seconds, by the clock of the loop."""
        found = super().select(0)
        if found or (timeout is not None and timeout <= 0):
            return found
        if timeout is None or self._others_work():
            return super().select(_LOOK if timeout is None else min(timeout, _LOOK))
        self._loop.jump(timeout)
        return found

    def _others_work(self) -> bool:
        """Whether a thread runs, or has run since the last look: one that waits for the interpreter, which we hold, sleeps."""
        own, before = threading.get_native_id(), self._used
        others = [thread.native_id for thread in threading.enumerate() if thread.native_id not in (own, None)]
        self._used = {one: read(f"/proc/self/task/{one}/schedstat").partition(b" ")[0] for one in others if one is not None}
        return self._used != before or any(
            read(f"/proc/self/task/{one}/stat").rpartition(b") ")[2][:1] in (b"R", b"D") for one in self._used
        )
