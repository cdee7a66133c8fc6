"""Copying to the reader's own clipboard, over SSH and through multiplexers, and a truthful word on where the text went.

A terminal never acknowledges OSC 52, default tmux drops it and GNU screen drops long ones; so tmux is asked by its own command, screen gets
pieces it passes on, and nothing is ever called copied. Where nobody can know, the sentence offers a file, the one sure way.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from collections.abc import Callable

from tui.hostile import clean

LIMIT = 74_994  # encoded bytes; terminals drop longer ones (the limit of xterm, also k9s's)
SCREEN_PIECE = 700  # bytes that GNU screen 4.9 passes on in one device control string
TMUX_PATIENCE = 2


def copied(write: Callable[[str], object], text: str, *, may_run: bool = True) -> str:
    """Send `text` towards the reader's clipboard by `write`, and return the sentence on where it went. In a kiosk nothing may be run.

    It goes cleaned: what is copied here may be pasted into a terminal.
    """
    text = clean(text)
    if may_run and os.environ.get("TMUX") and _through_tmux(text):
        return "Sent to the tmux buffer (prefix ] pastes it) and, if tmux may, to your terminal."
    encoded = base64.b64encode(text.encode()).decode()
    if len(encoded) > LIMIT:
        return f"Too long for a terminal's clipboard ({len(text):,} characters){'; e writes a file' if may_run else ''}."
    sequence = f"\x1b]52;c;{encoded}\x07"
    through = "your terminal"
    if os.environ.get("STY"):
        pieces = (sequence[at : at + SCREEN_PIECE] for at in range(0, len(sequence), SCREEN_PIECE))
        sequence = "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
        through = "your terminal through screen"
    write(sequence)
    return f"Sent to {through}. Nothing to paste? {'e writes a file.' if may_run else 'It takes no copies.'}"


def _through_tmux(text: str) -> bool:
    tmux = shutil.which("tmux")
    if tmux is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 (a fixed command; the text goes in on standard input)
            [tmux, "load-buffer", "-w", "-"], input=text.encode(), timeout=TMUX_PATIENCE, capture_output=True, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
