"""The app where it is used: over a real sshd, in a kiosk, in tmux and in GNU screen."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from session import BRIEFING, Session, environment

SSHD = "/usr/sbin/sshd"


@dataclass(frozen=True)
class Server:
    """A running sshd on this machine alone, and how to log in to it."""

    port: int
    key: Path
    folder: Path

    def login(self, *command: str) -> list[str]:
        options = [
            "-o",
            "StrictHostKeyChecking=no",
            "-o",
            "UserKnownHostsFile=/dev/null",
            "-o",
            "LogLevel=ERROR",
            "-o",
            "IdentitiesOnly=yes",
        ]
        return ["ssh", "-tt", "-F", "none", *options, "-i", str(self.key), "-p", str(self.port), "127.0.0.1", *command]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def sshd(tmp_path: Path) -> Iterator[Callable[[str], Server]]:
    """Starts an sshd whose one key runs one command, as `restrict,pty,command=` in authorized_keys does."""
    running: list[subprocess.Popen[bytes]] = []

    def start(command: str) -> Server:
        for name in ("host", "key"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True)
        public = (tmp_path / "key.pub").read_text()
        (tmp_path / "authorized").write_text(f'restrict,pty,command="{command}" {public}' if command else public)
        (tmp_path / "authorized").chmod(0o600)
        port = free_port()
        (tmp_path / "config").write_text(
            f"Port {port}\nListenAddress 127.0.0.1\nHostKey {tmp_path}/host\nAuthorizedKeysFile {tmp_path}/authorized\nPidFile none\n"
            "StrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin prohibit-password\nPrintMotd no\n"
        )
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)
        running.append(subprocess.Popen([SSHD, "-D", "-e", "-f", str(tmp_path / "config")], stderr=subprocess.DEVNULL))
        end = time.monotonic() + 10
        while time.monotonic() < end:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        return Server(port, tmp_path / "key", tmp_path)

    yield start
    for server in running:
        server.terminate()
        server.wait(5)


def kiosk(store: Path) -> str:
    """The command of a kiosk key: the app alone, its environment set here and not by the guest."""
    home = " ".join(f"{name}={value}" for name, value in environment().items() if name not in ("TERM", "PATH"))
    return f"exec env {home} {' '.join(BRIEFING)} --briefing {store} open --kiosk"


def guests(store: Path) -> list[str]:
    """The processes of the app on this store."""
    found = subprocess.run(["pgrep", "-f", f"tui.cli --briefing {store} open"], capture_output=True, text=True, check=False)
    return found.stdout.split()


def test_a_guest_over_ssh_gets_the_app_and_nothing_else(sshd: Callable[[str], Server], shipped: Path) -> None:
    server = sshd(kiosk(shipped))
    with Session(server.login("touch", str(server.folder / "owned"))) as session:
        session.until("State of play")
        session.press("5")
        session.until("US 28")
        session.press("\x1a", "\x1c", "!", "e", "E", ":", "!", "\x1b", "\x0f")
        session.press("1")
        session.until("State of play")
        session.press("Q")
        assert session.wait() == 0
    assert not (server.folder / "owned").exists(), "the command that the guest asked for never ran"


def test_a_dropped_ssh_connection_leaves_no_process_behind(sshd: Callable[[str], Server], shipped: Path) -> None:
    server = sshd(kiosk(shipped))
    with Session(server.login()) as session:
        session.until("State of play")
        assert guests(shipped)
        session.process.kill()
        end = time.monotonic() + 5
        while guests(shipped) and time.monotonic() < end:
            time.sleep(0.05)
        assert not guests(shipped)


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """tmux on a socket of its own, with its default configuration."""
    socket_path = tmp_path / "tmux"

    def run(*arguments: str) -> str:
        tmux = shutil.which("tmux")
        assert tmux
        done = subprocess.run(
            [tmux, "-S", str(socket_path), "-f", "/dev/null", *arguments], capture_output=True, text=True, check=False, env=environment()
        )
        return done.stdout

    yield run
    run("kill-server")


def until(look: Callable[[], str], words: str, most: float = 15) -> str:
    end = time.monotonic() + most
    while words not in (seen := look()):
        assert time.monotonic() < end, f"{words!r} never showed:\n{seen}"
        time.sleep(0.1)
    return seen


def test_in_default_tmux_a_copy_reaches_the_buffer_with_its_citation(tmux: Callable[..., str], shipped: Path) -> None:
    command = " ".join([*BRIEFING, "--briefing", str(shipped), "open", "compare/us-28+e3/6"])
    tmux("new-session", "-d", "-s", "t", "-x", "100", "-y", "30", command)
    until(lambda: tmux("capture-pane", "-p", "-t", "t"), "600,000 -- US 28")
    tmux("send-keys", "-t", "t", "y")
    until(lambda: tmux("capture-pane", "-p", "-t", "t"), "tmux buffer")
    copied = until(lambda: tmux("show-buffer"), "point 6")
    for words in ("E3, point 6", "800,000", "document", "The Straits Times", "https://", "compare/us-28+e3"):
        assert words in copied


def test_a_detached_session_comes_back_at_another_size(tmux: Callable[..., str], shipped: Path) -> None:
    command = " ".join([*BRIEFING, "--briefing", str(shipped), "open", "compare"])
    tmux("new-session", "-d", "-s", "t", "-x", "120", "-y", "40", command)
    until(lambda: tmux("capture-pane", "-p", "-t", "t"), "US 28")
    tmux("resize-window", "-t", "t", "-x", "70", "-y", "20")
    until(lambda: "top: " + tmux("capture-pane", "-p", "-t", "t"), "top: Talks")
    assert max(map(len, tmux("capture-pane", "-p", "-t", "t").split("\n"))) <= 70


def test_in_gnu_screen_the_copy_passes_in_pieces_and_the_screen_is_whole(shipped: Path, tmp_path: Path) -> None:
    (tmp_path / "rc").write_text("startup_message off\n")
    command = [
        "screen",
        "-c",
        str(tmp_path / "rc"),
        "-S",
        f"briefing-{tmp_path.name}",
        *BRIEFING,
        "--briefing",
        str(shipped),
        "open",
        "compare/us-28+e3/6",
    ]
    with Session(command, columns=100, lines=30, env=environment(SCREENDIR=None)) as session:
        session.until("600,000 -- US 28")
        session.press("y", quiet=0.5)
        assert "through screen" in session.text()
        assert b"\x1b]52;c;" in session.raw
        session.press("Q")
        assert session.wait() == 0
