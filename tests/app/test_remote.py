"""The app where it is used: in tmux and in GNU screen, and copies over a real SSH."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from session import BRIEFING, Session, environment
from sshd import serving

CITED = ("E3 point 6", "800,000", "document", "The Straits Times", "https://", "about 24 Nov 2025", "compare/us-28+e3")


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
    assert all(words in copied for words in CITED)


def test_in_a_plain_terminal_a_copy_goes_to_it_with_its_citation(shipped: Path) -> None:
    with Session(
        [*BRIEFING, "--briefing", str(shipped), "open", "compare/us-28+e3/6"], columns=100, lines=30, env=environment()
    ) as session:
        session.until("600,000 -- US 28")
        session.press("y")
        session.until("Sent to your terminal. Nothing to paste? e writes a file.")
        assert all(words in clipboard(session.raw) for words in CITED)
        session.press("Q")
        assert session.wait() == 0


def test_in_tmux_that_may_set_the_clipboard_a_copy_reaches_the_terminal_as_well(
    tmux: Callable[..., str], shipped: Path, tmp_path: Path
) -> None:
    (tmp_path / "rc").write_text("set -g set-clipboard on\n")
    program = shutil.which("tmux") or ""
    command = [program, "-S", str(tmp_path / "tmux"), "-f", str(tmp_path / "rc"), "new-session", "-s", "t"]
    with Session(
        [*command, " ".join([*BRIEFING, "--briefing", str(shipped), "open", "compare/us-28+e3/6"])], columns=100, lines=30
    ) as session:
        session.until("600,000 -- US 28")
        session.press("y")
        session.until("if tmux may, to your terminal")
        assert all(words in tmux("show-buffer") for words in CITED)
        assert all(words in clipboard(session.raw) for words in CITED)
        session.press("Q")
        session.wait()


def test_over_ssh_a_copy_reaches_the_reader_s_own_terminal_with_its_citation(shipped: Path, tmp_path: Path) -> None:
    own = " ".join(f"{name}={value}" for name, value in environment().items() if name not in ("TERM", "PATH"))
    with serving(tmp_path) as server:
        login = server.login(f"env {own} {' '.join(BRIEFING)} --briefing {shipped} open compare/us-28+e3/6")
        with Session(login, columns=100, lines=30, env=environment()) as session:
            session.until("600,000 -- US 28")
            session.press("y")
            session.until("Sent to your terminal. Nothing to paste? e writes a file.")
            assert all(words in clipboard(session.raw) for words in CITED)
            session.press("Q")
            assert session.wait() == 0


def clipboard(written: bytes) -> str:
    """What a terminal would put into its clipboard: the last OSC 52 among what was written."""
    return base64.b64decode(re.findall(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)", written)[-1]).decode()


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
        session.press("y")
        session.until("through screen")
        assert b"\x1b]52;c;" in session.raw
        session.press("Q")
        assert session.wait() == 0
