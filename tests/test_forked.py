"""A forked run is what a started one is: the same bytes, the same end, the same folder, environment and terminal."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest
from forked import Forked, can_be_forked, run
from session import BRIEFING, Session, environment


@pytest.mark.parametrize(
    "words", ["paths --json", "list party", "show party ardne", "export md -o made.md", "overview --ascii", "nowhere:1"], ids=str
)
def test_it_writes_and_ends_as_one_that_is_started(ferry: Path, tmp_path: Path, words: str) -> None:
    told = []
    for how in ("forked", "started"):
        folder = tmp_path / how / "here"
        folder.mkdir(parents=True)
        command = [*BRIEFING, "--briefing", str(ferry), *words.split()]
        env = environment(XDG_CACHE_HOME=str(tmp_path), SOURCE_DATE_EPOCH="1900000000")
        assert can_be_forked(command, env)
        started = how == "started"
        done = (
            subprocess.run(command, env=env, cwd=folder, capture_output=True, check=False) if started else run(command, env=env, cwd=folder)
        )
        made = {path.name: (path.read_bytes(), path.stat().st_mode) for path in folder.iterdir()}
        told.append((done.returncode, done.stdout.replace(str(folder).encode(), b"HERE"), done.stderr, made))
    assert told[0] == told[1]


def test_where_nothing_can_be_written_it_ends_as_one_that_is_started() -> None:
    command, env, told = [*BRIEFING, "--version"], environment(), []
    with Path("/dev/full").open("wb") as full:
        for how in (run, subprocess.run):
            done = how(command, env=env, stdout=full.fileno(), stderr=subprocess.PIPE)
            told.append((done.returncode, done.stderr))
    assert told[0] == told[1]
    assert told[0][0] == 120, "only at the end of Python is the last of it written"


def test_on_a_terminal_it_draws_and_ends_as_one_that_is_started(ferry: Path) -> None:
    told = []
    for started in (False, True):
        with Session([*BRIEFING, "--briefing", str(ferry), "open", "parties"], started=started) as session:
            assert isinstance(session.process, Forked) is not started
            session.until("Must ratify")
            session.press("j")
            assert os.getsid(session.process.pid) == os.getpgid(session.process.pid) == session.process.pid
            assert os.tcgetpgrp(session.master) == session.process.pid, "the terminal is its own"
            shown = session.text()
            session.process.send_signal(signal.SIGTERM)
            told.append((shown, session.wait(), session.modes() == session.modes_before))
    assert told[0] == told[1]


def test_what_python_or_textual_reads_as_it_starts_makes_it_a_start() -> None:
    assert can_be_forked([*BRIEFING, "paths"], environment(NO_COLOR="1", TERM="linux"))
    for name in ("LC_ALL", "PYTHONIOENCODING", "PYTHONUTF8", "TEXTUAL_FPS", "ESCDELAY"):
        assert not can_be_forked([*BRIEFING, "paths"], environment(**{name: "1"}))
    assert not can_be_forked([*BRIEFING, "paths"], environment(LANG="C"))
    assert not can_be_forked(["sh", "-c", "true"], environment())


def test_two_that_run_at_once_end_each_by_itself(ferry: Path) -> None:
    command = [*BRIEFING, "--briefing", str(ferry), "open", "parties"]
    with Session(command) as one, Session(command) as other:
        one.until("Must ratify")
        other.until("Must ratify")
        one.press("Q")
        assert one.wait() == 0
        assert other.process.poll() is None
        other.process.kill()
        assert other.process.wait(5) == -signal.SIGKILL
