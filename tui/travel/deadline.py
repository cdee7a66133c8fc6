"""The moment at which a question ends, however the other side behaves.

The time limit of a socket begins anew with every byte: a server that sends one a second would never meet it. Here a thread shuts the
connection when the time is over, and whoever reads from it reads nothing more.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from time import monotonic
from types import TracebackType
from typing import Self


class Deadline:
    """So many seconds from now; the connection that it watches is shut when they are over."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds
        self._watched: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    @property
    def passed(self) -> bool:
        """Return whether the time is over."""
        return monotonic() >= self._end

    def watch(self, connection: socket.socket) -> None:
        """Shut this connection at the end, or now where that is over. It is the bare one, under a second name: TLS takes the first away."""
        self._let_go()
        self._watched = connection.dup()
        if self.passed:  # a host of several addresses, of which one is silent
            self._cut()

    def _cut(self) -> None:
        if self._watched is not None:
            with contextlib.suppress(OSError):
                self._watched.shutdown(socket.SHUT_RDWR)

    def _let_go(self) -> None:
        if self._watched is not None:
            self._watched.close()
            self._watched = None

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._timer.cancel()
        self._timer.join()
        self._let_go()
