"""When a process, and whatever it has started, rests: it has done what there was to do, and was not only kept from doing it.

On a busy machine a program that waits for its turn writes as little as one that has nothing to do. The kernel tells them apart: a thread
that waits for its turn is runnable, and one that had a turn has used the processor.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator

RESTS = 0.13  # seconds without work after which it rests; no pause of the app between a key and what follows from it is as long, but one:
ESCAPES = 0.25  # what begins with Esc may be the beginning of a longer key, and the app waits for the rest of it
LITTLE = 600_000  # nanoseconds of processor in that time which are no work: the thread that reads keys looks up ten times a second


def threads(processes: Iterable[int]) -> Iterator[str]:
    """Give the folder in /proc of each thread of these processes and of all that they have started."""
    waiting = [*processes]
    while waiting:
        tasks = f"/proc/{waiting.pop()}/task"
        try:
            found = os.listdir(tasks)  # noqa: PTH208 (asked too often for a Path each time)
        except OSError:  # it has ended
            continue
        for thread in found:
            yield f"{tasks}/{thread}"
            waiting += map(int, read(f"{tasks}/{thread}/children").split())


def read(file: str) -> bytes:
    """Read what the kernel tells; nothing about what has ended. This is asked a hundred times a second, so without any layer between."""
    try:
        descriptor = os.open(file, os.O_RDONLY)
    except OSError:
        return b""
    try:
        return os.read(descriptor, 4096)
    except OSError:
        return b""
    finally:
        os.close(descriptor)


class Rest:
    """A wait for a process to rest. Whoever sees it do something calls `again`."""

    def __init__(self, process: int, rests: float = RESTS) -> None:
        self._process, self._rests = process, rests
        self._used: dict[str, int] = {}
        self._asleep = 0  # looks in a row at which no thread would run
        self._work = 0
        self.again()

    def again(self) -> None:
        """Begin to wait again."""
        self._since, self._work = time.monotonic(), 0

    def reached(self) -> bool:
        """Look, and tell whether it rests by now."""
        used, wants = {}, False
        for thread in threads([self._process]):
            times, state = read(f"{thread}/schedstat"), read(f"{thread}/stat").rpartition(b") ")[2]
            used[thread] = int(times.split()[0]) if times else 0
            wants |= state[:1] in (b"R", b"D")
        if self._used:
            self._work += sum(max(0, now - self._used.get(thread, 0)) for thread, now in used.items())
            self._work += LITTLE * len(self._used.keys() - used.keys())  # who has ended has worked
        self._used = used
        self._asleep = 0 if wants else self._asleep + 1
        if self._work > LITTLE:
            self.again()
        return self._asleep > 1 and time.monotonic() - self._since >= self._rests
