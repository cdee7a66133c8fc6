"""Runs of the program that need not start Python and load modules each time: a process each, forked from one that has done so.

A start takes half a second of the processor, of which three quarters are the same each time. Where the start itself is what a test is about
- what is loaded and when, what Python makes of a locale, signals that come early - the test starts the program, by `subprocess` or with
`Session(..., started=True)`. A run for which Python or Textual would read a variable as they start is always started. A `sitecustomize.py`
on PYTHONPATH runs in the fork too, but after the modules: where it is to change what others import by name, the run must be started.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import selectors
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Protocol

from fork_server import MOST, RUNS, STATUS

PROGRAM = [sys.executable, "-m", "tui.cli"]
LANG = "C.UTF-8"
_ROOT = Path(__file__).parent.parent
READ_AT_START = ("PYTHON", "TEXTUAL", "LC_", "LANGUAGE", "ESCDELAY", "LD_PRELOAD")
_HARMLESS = {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}  # what the server does itself
_NAME = f"briefing-forks-{os.environ.get('PYTEST_XDIST_TESTRUNUID', os.getpid())}"
_asked: list[socket.socket] = []  # the line to the server, once there is one


class Process(Protocol):
    """What a test asks of a process, whether it was started or forked."""

    pid: int
    returncode: int | None

    def poll(self) -> int | None: ...

    def wait(self, timeout: float | None = None) -> int: ...

    def kill(self) -> None: ...

    def send_signal(self, sig: int) -> None: ...


def can_be_forked(command: Sequence[object], env: Mapping[str, str]) -> bool:
    """Whether a command is a run of the program, in whose environment nothing is said to Python or Textual that they read as they start."""
    told = [name for name in env if name.startswith(READ_AT_START) and name not in _HARMLESS]
    return list(command[: len(PROGRAM)]) == PROGRAM and env.get("LANG") == LANG and not told


def run(
    command: Sequence[object],
    *,
    env: Mapping[str, str],
    cwd: Path | None = None,
    stdout: int = subprocess.PIPE,
    stderr: int = subprocess.PIPE,
) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end as `subprocess.run` does, and catch what it writes, unless a stream is given that is to take it.

    Nothing can be read from its standard input.
    """
    words = [one if isinstance(one, str | bytes) else str(one) for one in command]
    if not can_be_forked(command, env):
        return subprocess.run(words, stdout=stdout, stderr=stderr, env=env, cwd=cwd, check=False, timeout=60, stdin=subprocess.DEVNULL)
    with ExitStack() as stack:
        nothing = stack.enter_context(Path(os.devnull).open("rb"))
        ends = [os.pipe() for _ in range(2)]
        reading = {read: b"" for read, _ in ends}
        for read in reading:
            stack.callback(os.close, read)
        out, told = (ends[at][1] if given == subprocess.PIPE else given for at, given in enumerate((stdout, stderr)))
        process = Forked(words, (nothing.fileno(), out, told), env=env, cwd=cwd)
        stack.callback(process.kill)
        for _, write in ends:
            os.close(write)
        with selectors.DefaultSelector() as looks:
            for read in reading:
                looks.register(read, selectors.EVENT_READ)
            while looks.get_map():
                found = looks.select(60)
                if not found:
                    raise subprocess.TimeoutExpired(words, 60)
                for key, _ in found:
                    data = os.read(key.fd, 65536)
                    reading[key.fd] += data
                    if not data:
                        looks.unregister(key.fd)
        return subprocess.CompletedProcess(words, process.wait(60), *reading.values())


class Forked:
    """A run of the program in a process of its own, forked from one that has everything loaded."""

    def __init__(
        self,
        command: Sequence[str | bytes],
        streams: tuple[int, int, int],
        *,
        env: Mapping[str, str],
        cwd: Path | None = None,
        session: bool = False,
        terminal: bool = False,
    ) -> None:
        umask = os.umask(0)
        os.umask(umask)
        request = {
            "arguments": [os.fsdecode(one) for one in command[len(PROGRAM) :]],
            "environment": dict(env),
            "folder": str(cwd or Path.cwd()),
            "session": session,
            "terminal": terminal,
            "umask": umask,
        }
        packet = json.dumps(request).encode()
        assert len(packet) <= MOST
        self._heard, told = os.pipe()
        socket.send_fds(_server(), [packet], [*streams, told])
        os.close(told)
        self.returncode: int | None = None
        self.pid = STATUS.unpack(os.read(self._heard, STATUS.size))[0]

    def poll(self) -> int | None:
        """The exit code, with a signal as a number below nought; None while it runs."""
        return self._ended(0)

    def wait(self, timeout: float | None = None) -> int:
        """The exit code when it has ended; fails where that takes longer than `timeout` seconds."""
        code = self._ended(timeout)
        if code is None:
            raise subprocess.TimeoutExpired(PROGRAM, timeout or 0)
        return code

    def _ended(self, most: float | None) -> int | None:
        if self.returncode is None and select.select([self._heard], [], [], most)[0]:
            heard = os.read(self._heard, STATUS.size)
            assert heard, "the server that forks has ended"
            os.close(self._heard)
            _, self.returncode = STATUS.unpack(heard)
            assert self.returncode != RUNS
        return self.returncode

    def send_signal(self, sig: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            with suppress(ProcessLookupError):  # it has ended since, and how is not told yet
                os.kill(self.pid, sig)

    def kill(self) -> None:
        """End it, unless it has ended."""
        self.send_signal(signal.SIGKILL)


def _server() -> socket.socket:
    """The line to the server that all who run these tests share; started by the first who asks, it ends when nobody can ask any more."""
    if not _asked:
        line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            line.connect(f"\0{_NAME}")
        except ConnectionRefusedError:
            env = {name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH")}
            env |= {"PYTHONPATH": f"{_ROOT}:{Path(__file__).parent}", "LANG": LANG}
            subprocess.run([sys.executable, "-m", "fork_server", _NAME], env=env, cwd=_ROOT, check=True, stdin=subprocess.DEVNULL)
            line.connect(f"\0{_NAME}")
        _asked.append(line)
        atexit.register(line.close)
    return _asked[0]
