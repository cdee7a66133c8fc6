"""A command in a pseudo-terminal of 120 by 40: when it wrote what, how much, and what memory it takes for itself."""

from __future__ import annotations

import os
import select
import time
from pathlib import Path
from typing import Self

from session import Session, environment

QUIET = 0.15  # seconds without a byte: the answer to a key is over
LONGEST = 2.0  # seconds that a key may go without any answer
HERE = Path(__file__).parent.parent


class Timed(Session):
    """A session whose answers are timed."""

    def __init__(self, command: list[str]) -> None:
        self.began = time.perf_counter()
        super().__init__(command, columns=120, lines=40, env=environment(PYTHONPATH=f"{HERE.parent}:{HERE}"))

    def shows(self, text: bytes, most: float = 20) -> float:
        """Seconds from the start until this text was written."""
        end = time.monotonic() + most
        while text not in self.raw:
            if time.monotonic() > end or not self._more(most):
                raise AssertionError(f"{text!r} was never written: {self.raw[-300:]!r}")
        return time.perf_counter() - self.began

    def answer(self, key: str) -> tuple[float, int]:
        """Seconds from a key to the last byte of the answer, and its bytes."""
        before, last = len(self.raw), (start := time.perf_counter())
        os.write(self.master, key.encode())
        wait = LONGEST
        while self._more(wait):
            wait, last = QUIET, time.perf_counter()
        return last - start, len(self.raw) - before

    def quieted(self) -> Self:
        """Read what still comes of its own."""
        while self._more(0.4):
            pass
        return self

    def memory(self) -> int:
        """Bytes that are this process's alone."""
        lines = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(("Private_Clean", "Private_Dirty")))

    def _more(self, wait: float) -> bool:
        ready, _, _ = select.select([self.master], [], [], wait)
        try:
            data = os.read(self.master, 65536) if ready else b""
        except OSError:
            return False
        self.raw += data
        return bool(data)
