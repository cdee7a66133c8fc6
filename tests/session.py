"""The program in a real pseudo-terminal: what it writes, what a person would see, how it ends."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte
from forked import LANG, PROGRAM, Forked, Process, can_be_forked
from idling import ESCAPES, RESTS, Rest
from screen import Screen

ROOT = Path(__file__).parent.parent
BRIEFING = PROGRAM
_KITTY = b"\x1b[<u"  # means something to a terminal, and the letter "u" to pyte
_LOOK = 0.03  # seconds for which it waits for output before it looks whether there will be any
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
        "LANG": LANG,
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
        started: bool = False,
    ) -> None:
        """Run it; forked where it can be (`forked`), unless it is to be `started`."""
        self.columns, self.lines = columns, lines
        self.raw = b""
        self._unfed = b""  # the last bytes of `raw`, where more must come before they are understood
        self.screen = Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        self.master, slave = pty.openpty()
        self.resize(columns, lines, told=False)
        self.modes_before = _modes(slave)
        env = env or environment()
        self.process: Process
        if not started and can_be_forked(command, env):
            self.process = Forked(command, (slave, slave, slave), env=env, cwd=cwd, session=True, terminal=controlling)
        else:
            self.process = subprocess.Popen(
                command,
                stdin=slave,
                stdout=slave,
                stderr=slave,
                env=env,
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

    def settle(self, rests: float = RESTS, most: float = 10) -> bytes:
        """Read what it writes until it has nothing more to do; `most` seconds at the most."""
        got, rest, end = b"", Rest(self.process.pid, rests), time.monotonic() + most
        while time.monotonic() < end and not rest.reached():
            if data := self._take(_LOOK):
                got += data
                rest.again()
            elif self.process.poll() is not None:
                break
        return got

    def read(self, seconds: float) -> bytes:
        """Read all that it writes in the next seconds."""
        got, end = b"", time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            got += self._take(left)
        return got

    def until(self, text: str, most: float = 30) -> str:
        """Read until the screen shows this text; fails with the screen as it is."""
        end = time.monotonic() + most
        while text not in self.text():
            if not self._take(_LOOK) and (time.monotonic() > end or self.process.poll() is not None) and not self._take(_LOOK):
                raise AssertionError(f"{text!r} never showed; exit {self.process.poll()}; screen:\n{self.text()}")
        return self.text()

    def press(self, *keys: str) -> bytes:
        """Send keys one by one, each when the one before has been answered; gives what was written in answer."""
        got = b""
        for key in keys:
            os.write(self.master, KEYS.get(key, key).encode())
            got += self.settle(ESCAPES if key in ("\x1b", "esc") else RESTS)
        return got

    def _take(self, wait: float) -> bytes:
        """Read what is there, and show it on the screen; nothing when nothing comes within `wait` seconds, or the other side is gone."""
        data = b""
        while select.select([self.master], [], [], 0 if data else wait)[0]:
            try:
                data += os.read(self.master, 65536)
            except OSError:
                time.sleep(0 if data else min(wait, _LOOK))
                break
        self.raw += data
        fed = (self._unfed + data).replace(_KITTY, b"")
        held = max(length for length in range(len(_KITTY)) if fed.endswith(_KITTY[:length]))
        self.stream.feed(fed[: len(fed) - held])
        self._unfed = fed[len(fed) - held :]
        return data

    def text(self) -> str:
        """The screen as lines."""
        return "\n".join(self.screen.text())

    def hang_up(self) -> None:
        """What a dropped connection does: the master side is gone."""
        os.close(self.master)
        self.master = -1

    def wait(self, most: float = 5) -> int:
        """The exit code; reads on meanwhile, so that nothing blocks."""
        end = time.monotonic() + most
        while self.process.poll() is None and time.monotonic() < end:
            if self.master >= 0:
                self._take(_LOOK)
            else:
                time.sleep(_LOOK)
        while self.master >= 0 and self._take(0.1):
            pass
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
