"""Stopping (Ctrl+Z) and going on, where a shell with job control waits for us. Anywhere else a stop would be for good.

The kernel has a rule for this: it ignores SIGTSTP for a process group that nobody in the same session could continue. We ask first, so that
the screen stays as it is, and then stop the whole group: a wrapper script that started us stops with us, and its shell comes back.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TERMINAL = 0  # the descriptor that keys come from


def in_foreground() -> bool:
    """Return whether the terminal is ours to read and draw on."""
    try:
        return os.tcgetpgrp(TERMINAL) == os.getpgrp()
    except OSError:
        return False


def has_job_control() -> bool:
    """Return whether a process above us, of our session but of another group, can continue us: a shell that manages jobs."""
    try:
        group, session, process = os.getpgrp(), os.getsid(0), os.getppid()
        while process > 0 and os.getsid(process) == session:
            if os.getpgid(process) != group:
                return True
            process = _parent(process)
    except OSError:
        return False
    return False


def stop() -> None:
    """Stop this job, and come back when it is in the foreground again. The screen must be given back before."""
    with _default(signal.SIGTSTP, signal.SIGCONT):
        while True:
            os.killpg(os.getpgrp(), signal.SIGTSTP)
            if in_foreground() or not has_job_control():
                return  # else it was put into the background: it stops again


@contextmanager
def _default(*numbers: signal.Signals) -> Iterator[None]:
    """Handle these signals as the system does."""
    before = {number: signal.signal(number, signal.SIG_DFL) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _parent(process: int) -> int:
    """Return the parent of another process; 0 where the system does not tell."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0
    return int(told.rpartition(")")[2].split()[1])
