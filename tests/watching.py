"""What a process does to the machine: an audit hook notes every program started, file opened, signal sent and connection made."""

from __future__ import annotations

import ast
from pathlib import Path

_HOOK = """
import os, sys
log = os.open({log!r}, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
seen = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork", "os.forkpty", "pty.spawn", "webbrowser.open",
        "os.kill", "os.killpg", "open", "os.mkdir", "os.rename", "os.remove", "os.link", "os.symlink", "os.truncate", "os.chmod",
        "os.listdir", "os.scandir", "os.chdir", "socket.connect", "socket.bind", "sqlite3.connect", "ctypes.dlopen")
def hook(event, args):
    if event in seen:
        os.write(log, (repr((event, [str(one) for one in args])) + "\\n").encode(errors="replace"))
sys.addaudithook(hook)
"""


class Watch:
    """A folder for PYTHONPATH that makes a process tell what it does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "log"
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(_HOOK.format(log=str(self.log)))

    def seen(self) -> list[tuple[str, list[str]]]:
        """Every event so far, with its arguments as text."""
        return [ast.literal_eval(line) for line in self.log.read_text().splitlines()]

    def forget(self) -> None:
        """What was seen so far does not matter."""
        self.log.write_text("")

    def programs(self) -> list[tuple[str, list[str]]]:
        """What was started, signalled or connected to."""
        quiet = ("open", "os.mkdir", "os.rename", "os.remove", "os.listdir", "os.scandir", "sqlite3.connect")
        return [(event, args) for event, args in self.seen() if event not in quiet]

    def written(self) -> list[str]:
        """The files that were opened for writing, and what else changed a folder."""
        out = [args[0] for event, args in self.seen() if event in ("os.mkdir", "os.rename", "os.remove")]
        for event, args in self.seen():
            flags = int(args[2]) if event == "open" and args[2].isdigit() else 0
            if event == "open" and (flags & 0o3 or set("wax+") & set(args[1] if args[1] != "None" else "")):
                out.append(args[0])
        return out

    def read(self) -> list[str]:
        """The files and folders that were read, but for the program's own modules."""
        names = [args[0] for event, args in self.seen() if event in ("open", "os.listdir", "os.scandir", "sqlite3.connect")]
        ours = (name for name in names if not name.endswith((".py", ".pyc", ".so", ".pyi", ".tcss")) and "site-packages" not in name)
        return [name for name in ours if not (Path(name) / "__init__.py").is_file()]  # a folder of modules, looked through by an import
