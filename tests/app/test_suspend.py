"""Ctrl+Z: a stop where a shell can go on with it, a sentence where none can."""

import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from session import BRIEFING, Session, environment, state_of
from test_session import launch

ON, OFF = b"\x1b[?1049h", b"\x1b[?1049l"


def shell(tmp_path: Path) -> Session:
    home = str(tmp_path)
    session = Session(["bash", "--norc", "--noprofile", "-i"], env=environment(PS1="ready> ", HOME=home, XDG_STATE_HOME=home))
    session.until("ready>")
    return session


def opened(store: Path) -> str:
    return f"{' '.join(BRIEFING)} --briefing {store} open compare"


@pytest.mark.parametrize("key", ["\x1a", "Z", "Я"])
def test_under_a_shell_it_stops_and_comes_back_whole(shipped: Path, tmp_path: Path, key: str) -> None:
    with shell(tmp_path) as session:
        session.press(opened(shipped), "enter")
        session.until("US 28")
        session.press("j", "j")
        place = session.text().split("\n")[3:10]
        session.press(key)
        session.until("Stopped")
        assert session.raw.rstrip().rfind(OFF) > session.raw.rfind(ON), "the terminal was given back"
        session.press("clear", "enter")
        session.press("echo a$((1+1))b", "enter")
        session.until("a2b")
        session.press("fg", "enter")
        session.until("US 28")
        assert session.text().split("\n")[3:10] == place
        session.press(key, "clear", "enter", "fg", "enter")
        session.until("US 28")
        session.press("Q", "echo code=$?", "enter")
        session.until("code=0")


def test_put_into_the_background_it_stays_stopped_until_it_is_called(shipped: Path, tmp_path: Path) -> None:
    with shell(tmp_path) as session:
        session.press(opened(shipped), "enter")
        session.until("US 28")
        session.press("\x1a")
        session.until("Stopped")
        session.press("clear", "enter", "bg", "enter")
        session.press("jobs", "enter")
        session.until("Stopped")
        session.press("fg", "enter")
        session.until("US 28")


def test_a_wrapper_script_stops_with_it_and_the_shell_comes_back(shipped: Path, tmp_path: Path) -> None:
    wrapper = tmp_path / "wrapper"
    wrapper.write_text(f"#!/bin/sh\n{opened(shipped)}\ncode=$?\necho\necho after=$code\n")
    wrapper.chmod(0o755)
    with shell(tmp_path) as session:
        session.press(str(wrapper), "enter")
        session.until("US 28")
        session.press("\x1a")
        session.until("Stopped")
        session.press("fg", "enter")
        session.until("US 28")
        session.press("Q")
        session.until("after=0")


def test_started_in_the_background_it_waits_for_its_turn(shipped: Path, tmp_path: Path) -> None:
    with shell(tmp_path) as session:
        session.press(opened(shipped) + " &", "enter")
        session.settle()
        session.press("jobs", "enter")
        session.until("Stopped")
        session.press("fg", "enter")
        session.until("US 28")
        session.press("Q", "echo code=$?", "enter")
        session.until("code=0")


@pytest.mark.parametrize("behind", [False, True])
def test_what_is_stopped_ends_when_it_is_told_to_and_leaves_the_terminal_to_the_shell(shipped: Path, tmp_path: Path, behind: bool) -> None:
    with shell(tmp_path) as session:
        session.press(f"{opened(shipped)}{' &' if behind else ''}", "enter")
        if not behind:
            session.until("US 28")
            session.press("6", "\x1a")
            session.until("Stopped")
        else:
            session.settle()
            session.press("jobs", "enter")
            session.until("Stopped")
        session.press("kill -TERM %%; kill -CONT %%; wait -f %%; echo code=$?", "enter")
        session.until("code=143")
        assert "Traceback" not in session.text()
        assert session.raw.rfind(OFF) >= session.raw.rfind(ON), "the terminal is the shell's"
    if not behind:
        (state,) = tmp_path.rglob("reader.db")
        with closing(sqlite3.connect(state)) as reader:
            assert "timeline" in reader.execute("SELECT addresses FROM place").fetchone()[0], "the place was kept at the stop"


@pytest.mark.parametrize("how", ["leader", "wrapped", "ignored"])
def test_where_nobody_could_continue_it_it_goes_on_and_says_so(shipped: Path, how: str) -> None:
    command = [*BRIEFING, "--briefing", str(shipped), "open"]
    if how == "wrapped":
        command = ["sh", "-c", '"$@"; echo over', "sh", *command]
    elif how == "ignored":
        command = ["sh", "-c", 'trap "" TSTP; exec "$@"', "sh", *command]
    with Session(command) as session:
        session.until("What divides")
        session.press("\x1a")
        session.until("No shell with job control")
        session.process.send_signal(signal.SIGTSTP) if how == "leader" else None
        session.press("5")
        session.until("US 28")
        session.press("Q")
        assert session.wait() == 0


def test_a_stop_and_continue_from_outside_leaves_a_whole_screen(shipped: Path) -> None:
    with launch(shipped, "compare") as session:
        session.until("US 28")
        session.settle()
        before = session.text()
        os.kill(session.process.pid, signal.SIGSTOP)
        deadline = time.monotonic() + 5
        while state_of(session.process.pid) != "T" and time.monotonic() < deadline:
            time.sleep(0.01)
        session.screen.reset()
        os.kill(session.process.pid, signal.SIGCONT)
        session.until("US 28")
        session.settle()
        assert session.text() == before
        session.press("q", "q")
        assert session.wait() == 0


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGCONT])
def test_a_stop_asked_for_while_it_ends_does_not_disturb_the_end(shipped: Path, number: signal.Signals) -> None:
    with launch(shipped) as session:
        session.until("What divides")
        session.type(b"Q")
        time.sleep(0.03)
        end = time.monotonic() + 1
        while session.process.poll() is None and time.monotonic() < end:
            session.process.send_signal(number)
            session.read(0.002)
        if session.process.poll() is None:
            session.type(b"Q")  # who takes the terminal again forgets what was typed before
        assert session.wait() == 0
        assert "Traceback" not in session.text()
        assert session.raw.rfind(OFF) > session.raw.rfind(ON)
