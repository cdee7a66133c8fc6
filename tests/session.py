"""The program in a real pseudo-terminal: what it writes, what a person would see, how it ends."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

ROOT = Path(__file__).parent.parent
BRIEFING = [sys.executable, "-m", "tui.cli"]
KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pgdn": "\x1b[6~",
}


def environment(**changes: str | None) -> dict[str, str]:
    """A plain environment of a person's terminal, without what the machine that tests happens to set."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LD_LIBRARY_PATH", "PYTHONPATH")}
    kept |= {
        "XDG_STATE_HOME": os.devnull,
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "TMPDIR": os.environ.get("TMPDIR", "/tmp"),
    }
    for name, value in changes.items():
        if value is None:
            kept.pop(name, None)
        else:
            kept[name] = value
    return kept


class Session:
    """One run of a command in a pseudo-terminal of `columns` by `lines`. Everything it wrote is in `raw`."""

    def __init__(
        self,
        command: list[str],
        *,
        columns: int = 80,
        lines: int = 24,
        env: dict[str, str] | None = None,
        cwd: Path | None = None,
        controlling: bool = True,
    ) -> None:
        self.columns, self.lines = columns, lines
        self.raw = b""
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        self.master, slave = pty.openpty()
        self.resize(columns, lines, told=False)
        self.modes_before = _modes(slave)
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=env or environment(),
            cwd=cwd,
            start_new_session=True,
            preexec_fn=_own_terminal if controlling else None,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        if self.master >= 0:
            os.close(self.master)

    def resize(self, columns: int, lines: int, *, told: bool = True) -> None:
        """Another size, as when a window is dragged."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        if told:
            self.screen.resize(lines, columns)
            self.columns, self.lines = columns, lines
            self.process.send_signal(signal.SIGWINCH)

    def read(self, quiet: float = 0.25, most: float = 10) -> bytes:
        """What it writes until it has written nothing for `quiet` seconds (at least something, unless `most` seconds pass)."""
        got = b""
        end = time.monotonic() + most
        while time.monotonic() < end:
            ready, _, _ = select.select([self.master], [], [], quiet if got else min(quiet * 4, most))
            if not ready:
                break
            try:
                data = os.read(self.master, 65536)
            except OSError:
                break
            if not data:
                break
            got += data
        self.raw += got
        self.stream.feed(got.replace(b"\x1b[<u", b""))
        return got

    def until(self, text: str, most: float = 20) -> str:
        """Read until the screen shows this text; fails with the screen as it is."""
        end = time.monotonic() + most
        while text not in self.text():
            if time.monotonic() > end or (self.process.poll() is not None and not self.read(0.05, 0.2)):
                raise AssertionError(f"{text!r} never showed; exit {self.process.poll()}; screen:\n{self.text()}")
            self.read(0.05, 0.5)
        return self.text()

    def press(self, *keys: str, quiet: float = 0.2) -> bytes:
        """Send keys one by one, as a person does; gives what was written in answer."""
        got = b""
        for key in keys:
            os.write(self.master, KEYS.get(key, key).encode())
            got += self.read(quiet)
        return got

    def text(self) -> str:
        """The screen as lines."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def hang_up(self) -> None:
        """What a dropped connection does: the master side is gone."""
        os.close(self.master)
        self.master = -1

    def wait(self, most: float = 5) -> int:
        """The exit code; reads on meanwhile, so that nothing blocks."""
        end = time.monotonic() + most
        while self.process.poll() is None and time.monotonic() < end:
            if self.master >= 0:
                self.read(0.05, 0.2)
            else:
                time.sleep(0.02)
        if self.master >= 0:
            self.read(0.05, 0.3)
        return self.process.wait(timeout=max(0.1, end - time.monotonic()))

    def modes(self) -> list[int]:
        """The terminal's modes now, to be compared with `modes_before`."""
        return _modes(self.master)

    def type(self, data: bytes) -> None:
        """Send bytes that need be no text."""
        os.write(self.master, data)


def _modes(terminal: int) -> list[int]:
    return [int(part) for part in termios.tcgetattr(terminal)[:4] if isinstance(part, int)]


def state_of(process: int) -> str:
    """What the kernel says a process does: R running, S asleep, T stopped; empty when it is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def processor_time(process: int) -> float:
    """The seconds of processor that a process has used."""
    parts = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def _own_terminal() -> None:
    """The child's pseudo-terminal becomes its controlling one, as a login shell's is."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
