"""The terminal's modes, given back where a program was ended while it asked there without showing what is typed."""

from __future__ import annotations

import os
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def echo_kept() -> Iterator[None]:
    """Let a program ask on the terminal. Where it is killed, as when a signal ends us, what is typed is shown again by us."""
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY | os.O_NOCTTY)
    except OSError:  # there is none
        yield
        return
    try:
        modes = termios.tcgetattr(terminal)
        try:
            yield
        finally:
            with suppress(OSError, termios.error):
                # from the background it would stop us; and a part that was typed already is no command to the shell, nor shown by it
                if os.tcgetpgrp(terminal) == os.getpgrp() and termios.tcgetattr(terminal) != modes:
                    termios.tcsetattr(terminal, termios.TCSAFLUSH, modes)
    finally:
        os.close(terminal)
