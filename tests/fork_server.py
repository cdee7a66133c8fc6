"""Load the program once, and fork for each run of it: `python -m fork_server NAME`, which `forked` starts and asks.

One serves all who ask by the same name, and ends with the last of them. A run has its own streams, arguments, folder and environment, its
session and terminal where it asks for one, and ends as Python ends. What it shares with the others is that Python has started, that the
modules are loaded and the style sheets parsed; nothing of that is cleared away at the end.
"""

from __future__ import annotations

import ast
import asyncio
import atexit
import fcntl
import gc
import importlib
import io
import json
import os
import pkgutil
import select
import socket
import struct
import sys
import tempfile
import termios
import threading
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

MOST = 180_000  # bytes of a request; the kernel takes no longer packet
STATUS = struct.Struct("=ii")  # what the server tells: a process, and how it ended
RUNS = -1  # it has not ended


def load_everything() -> None:
    """Import every module of the program, and whatever it imports when it needs it."""
    import tui
    from tui.terminal.probe import prepare

    prepare(os.environ)  # Textual reads these as it is loaded, and the program sets them before
    for module in [name for _, name, _ in pkgutil.walk_packages(tui.__path__, "tui.") if not name.endswith("__main__")]:
        loaded = importlib.import_module(module)
        for node in ast.walk(ast.parse(Path(str(loaded.__file__)).read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            for name in names:
                importlib.import_module(name)
            if isinstance(node, ast.ImportFrom):  # Textual loads a widget when its name is first read
                for one in node.names:
                    getattr(sys.modules[str(node.module)], one.name, None)


async def warm() -> None:
    """Open the app once where nobody sees it, so that every fork has its style sheets parsed."""
    from parsed import find_once, parse_once

    from tui.app.briefing_app import BriefingApp
    from tui.app.own import Opening
    from tui.cli.new import write_new
    from tui.compile.build import build
    from tui.locate import MANIFEST
    from tui.store.read import Store
    from tui.terminal.probe import Terminal

    parse_once()
    find_once()
    with tempfile.TemporaryDirectory() as folder:
        write_new(Path(folder), None)
        with Store.open(build(Path(folder, MANIFEST), Path(folder, "store.db")).path) as store:
            app = BriefingApp(store, Terminal(colour=True, ascii=False, mouse=False), Opening(("overview",), None))
            async with app.run_test(size=(80, 24)) as pilot:
                await pilot.pause()


def listen(name: str) -> socket.socket:
    """Listen under a name of the kernel's; raise OSError where another does."""
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    try:
        listener.bind(f"\0{name}")
        listener.listen(64)
    except OSError:
        listener.close()
        raise
    return listener


def serve(listener: socket.socket) -> dict[str, Any] | None:
    """Fork for every request. Return it in the process that is to run, with its streams in place; None where nobody asks any more."""
    asking: dict[int, socket.socket] = {}
    running: dict[int, tuple[int, int]] = {}  # the descriptor of a process -> the process, and where its end is told
    looks = select.poll()
    looks.register(listener, select.POLLIN)
    while True:
        for found, _ in looks.poll():
            if found == listener.fileno():
                new, _ = listener.accept()
                asking[new.fileno()] = new
                looks.register(new, select.POLLIN)
                continue
            if found in running:
                looks.unregister(found)
                process, told = running.pop(found)
                os.close(found)
                _tell(told, process, os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
                os.close(told)
                continue
            packet, descriptors, _, _ = socket.recv_fds(asking[found], MOST, 4)
            if not packet:
                looks.unregister(found)
                asking.pop(found).close()
                if not asking:
                    return None
                continue
            process = os.fork()
            if not process:
                for to, descriptor in enumerate(descriptors[:3]):
                    os.dup2(descriptor, to)
                os.closerange(3, os.sysconf("SC_OPEN_MAX"))
                request: dict[str, Any] = json.loads(packet)
                return request
            for descriptor in descriptors[:3]:
                os.close(descriptor)
            _tell(descriptors[3], process, RUNS)
            watched = os.pidfd_open(process)
            running[watched] = process, descriptors[3]
            looks.register(watched, select.POLLIN)


def _tell(told: int, process: int, code: int) -> None:
    with suppress(BrokenPipeError):  # who asked has gone
        os.write(told, STATUS.pack(process, code))


def become(request: dict[str, Any]) -> None:
    """Make this process what a start with these arguments, this folder and this environment would have made it."""
    environment = request["environment"]
    if request["session"]:
        os.setsid()
    if request["terminal"]:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    os.chdir(request["folder"])
    os.umask(request["umask"])
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    for name, mode, descriptor in (("stdin", "r", 0), ("stdout", "w", 1), ("stderr", "w", 2)):
        setattr(sys, name, _stream(getattr(sys, name), mode, descriptor))
        setattr(sys, f"__{name}__", getattr(sys, name))
    sys.argv = [find_spec("tui.cli.__main__").origin, *request["arguments"]]  # type: ignore[union-attr, list-item]
    sys.dont_write_bytecode = "PYTHONDONTWRITEBYTECODE" in environment
    from tui.terminal import probe

    probe.original_environment = lambda: dict(environment)  # the kernel tells that of the server
    folders = environment.get("PYTHONPATH", "").split(":")
    sys.path[:0] = folders
    for custom in [Path(folder) / "sitecustomize.py" for folder in folders]:
        if custom.is_file():
            exec(compile(custom.read_text(encoding="utf-8"), str(custom), "exec"), {"__name__": "sitecustomize"})


def _stream(as_it_was: io.TextIOWrapper, mode: str, descriptor: int) -> io.TextIOWrapper:
    """Open a stream as Python does when it starts."""
    raw: Any = open(descriptor, f"{mode}b", buffering=-1, closefd=False)  # noqa: SIM115
    raw.raw.name = as_it_was.name
    by_line = descriptor == 2 or os.isatty(descriptor)
    made = io.TextIOWrapper(raw, as_it_was.encoding, as_it_was.errors, newline="\n" if mode == "w" else None, line_buffering=by_line)
    made.mode = mode  # type: ignore[misc]
    return made


def end(ended: SystemExit) -> None:
    """End the process with what Python does at its end, but for clearing away all that is loaded: 60 ms, for each page would be copied.

    Return where Python has to do it: something is to be told, a thread to be waited for, or a stream does not take the last of the text.
    """
    code = ended.code or 0
    waits = any(not thread.daemon for thread in threading.enumerate() if thread is not threading.main_thread())
    if waits or not isinstance(code, int):
        return
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(code & 0xFF)


def stand_by(name: str) -> None:
    """Serve in a process of its own, which outlives this one; return at once where another serves already."""
    try:
        listener = listen(name)
    except OSError:
        return
    if os.fork():
        return
    load_everything()
    asyncio.run(warm())
    assert threading.active_count() == 1, "only one thread goes on in a fork"
    gc.collect()
    gc.freeze()
    asked = serve(listener)
    if asked is not None:
        become(asked)
        from tui.cli import main

        try:
            main()
            sys.exit()
        except SystemExit as ended:
            end(ended)
            raise


if __name__ == "__main__":
    stand_by(sys.argv[1])
