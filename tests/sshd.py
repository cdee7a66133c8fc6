"""A real sshd on this machine alone, whose one key may do what a test says."""

from __future__ import annotations

import contextlib
import functools
import os
import socket
import subprocess
import sysconfig
import tempfile
import time
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from session import BRIEFING, ROOT, environment

SSHD = "/usr/sbin/sshd"
_CLIENT = ("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR", "IdentitiesOnly=yes")


@dataclass(frozen=True)
class Server:
    """A running sshd, and how to log in to it."""

    port: int
    key: Path
    folder: Path

    def login(self, *command: str, options: tuple[str, ...] = ("-tt",)) -> list[str]:
        """The command that logs in, and asks for `command` there."""
        client = [part for option in _CLIENT for part in ("-o", option)]
        return [
            "ssh",
            "-F",
            "none",
            *client,
            *options,
            "-i",
            str(self.key),
            "-p",
            str(self.port),
            "127.0.0.1",
            *(("--", *command) if command else ()),
        ]


@functools.cache
def _pair(name: str, remark: str) -> tuple[bytes, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", remark, "-f", str(path)], check=True)
        return path.read_bytes(), path.with_name(f"{name}.pub").read_bytes()


def key_pair(path: Path, remark: str = "") -> Path:
    """Write a key pair without a passphrase; the same one for a name and a remark, since to make one costs more than most tests."""
    private, public = _pair(path.name, remark)
    path.touch(0o600)
    path.write_bytes(private)
    path.with_name(f"{path.name}.pub").write_bytes(public)
    return path


@contextlib.contextmanager
def serving(folder: Path, *, key: str = "", config: str = "") -> Iterator[Server]:
    """An sshd with these options before its one key, and these lines in its configuration."""
    for name in ("host", "key"):
        key_pair(folder / name)
    public = (folder / "key.pub").read_text()
    (folder / "authorized").write_text(f"{key} {public}" if key else public)
    (folder / "authorized").chmod(0o600)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    for _ in range(5):  # somebody else may take the free port before sshd does
        server = _started(folder, config)
        if server is not None:
            break
    else:
        raise AssertionError("no sshd would start")
    process, port = server
    try:
        yield Server(port, folder / "key", folder)
    finally:
        process.terminate()
        process.wait(10)


def _started(folder: Path, config: str) -> tuple[subprocess.Popen[bytes], int] | None:
    port = free_port()
    (folder / "config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/authorized\nPidFile none\n"
        f"StrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\nPrintMotd no\n{config}"
    )
    process = subprocess.Popen([SSHD, "-D", "-e", "-f", str(folder / "config")], stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as connection:
            if connection.recv(4) == b"SSH-":
                return process, port
        time.sleep(0.05)
    process.kill()
    process.wait()
    return None


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def installed(folder: Path) -> Path:
    """A Python that has the program also where it heeds no variable, as after an installation."""
    venv.create(folder, with_pip=False, symlinks=True)
    [site] = folder.glob("lib/python3*/site-packages")
    (site / "installed.pth").write_text(f"{ROOT}\n{sysconfig.get_path('purelib')}\n")
    return folder / "bin" / "python"


def kiosk(store: Path, **changes: str) -> str:
    """The command of a kiosk: the app alone, with what a test needs set here and not by the guest."""
    own = environment(**changes)
    home = " ".join(f"{name}={value}" for name, value in own.items() if name not in ("TERM", "PATH"))
    return f"exec env {home} {' '.join(BRIEFING)} --briefing {store} open --kiosk"


def forced(command: str) -> str:
    """What stands before a key that may run this command and nothing else."""
    return f'restrict,pty,command="{command}"'
