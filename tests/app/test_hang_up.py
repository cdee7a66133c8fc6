"""A line that drops, stalls or was never there: the program ends soon, costs nothing while it waits, and harms no terminal."""

import contextlib
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from session import BRIEFING, Session, environment, processor_time, state_of
from test_session import launch

from tui.terminal.signals import PATIENCE, RESTORE, restore_terminal

SOON = 2.0  # seconds in which it must have ended
SLACK = 1.5  # what a busy machine may add before we hear of it


def opened(store: Path) -> list[str]:
    return [*BRIEFING, "--briefing", str(store), "open", "compare"]


def through(script: str, store: Path) -> list[str]:
    """A shell script that runs the app as "$@"."""
    return ["sh", "-c", script, "sh", *opened(store)]


def test_waiting_for_the_reader_costs_no_processor(shipped: Path) -> None:
    with launch(shipped, "compare") as session:
        session.until("US 28")
        session.settle()
        before = processor_time(session.process.pid)
        session.read(2)
        assert processor_time(session.process.pid) - before <= 0.1


def test_no_thread_but_the_first_hears_a_signal(shipped: Path) -> None:
    """A handler runs in the first thread: a signal that wakes another one would wait for the next key."""
    with launch(shipped, "compare") as session:
        session.until("US 28")
        session.press("F", "l", "a", "n", "d")  # which starts the thread that searches
        session.until("land")
        process = session.process.pid
        deaf = {}
        for thread in Path(f"/proc/{process}/task").iterdir():
            told = dict(line.split(":", 1) for line in (thread / "status").read_text().splitlines())
            deaf[int(thread.name)] = {number for number in range(1, 65) if int(told["SigBlk"], 16) >> (number - 1) & 1}
        of_the_first = deaf.pop(process)
        heard = {
            signal.SIGTERM,
            signal.SIGHUP,
            signal.SIGINT,
            signal.SIGQUIT,
            signal.SIGALRM,
            signal.SIGWINCH,
            signal.SIGTSTP,
            signal.SIGCONT,
        }
        assert not of_the_first
        assert len(deaf) == 4
        assert all(heard <= each for each in deaf.values()), deaf


def test_a_signal_that_comes_as_it_falls_asleep_wakes_it(tmp_path: Path) -> None:
    """That moment cannot be met on purpose; a handler that another thread sets off is as unheard without the alarm."""
    script = tmp_path / "asleep.py"
    script.write_text(
        """
import asyncio, signal, threading, time
from tui.terminal.signals import Alarm

async def sleep():
    loop = asyncio.get_running_loop()
    heard = loop.create_future()
    signal.signal(signal.SIGWINCH, lambda *_: heard.set_result(None))
    alarm = Alarm(loop)
    def other():
        time.sleep(0.2)
        signal.pthread_kill(threading.get_ident(), signal.SIGWINCH)
    threading.Thread(target=other, daemon=True).start()
    await heard
    alarm.close()

asyncio.run(sleep())
"""
    )
    subprocess.run([sys.executable, str(script)], env=environment(), timeout=10, check=True)


def stall(session: Session) -> None:
    """Fill the line, which nobody reads, to the last byte, and make the app draw until it waits for the line."""
    line = os.open(f"/proc/{session.process.pid}/fd/2", os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    with contextlib.suppress(BlockingIOError):
        while True:
            os.write(line, b"x" * 512)
    with contextlib.suppress(BlockingIOError):
        while True:
            os.write(line, b"x")
    os.close(line)
    for key in (b"3", b"5", b"3"):
        session.type(key)
        time.sleep(0.08)  # each is drawn by itself


def stuck(store: Path, folder: Path) -> Session:
    """The app, whose first thread does nothing more after H."""
    (folder / "sitecustomize.py").write_text(
        "import time\nimport tui.app.commands as commands\n\ncommands.COMMANDS['hints'] = lambda screen: time.sleep(60)\n"
    )
    session = launch(store, "compare", PYTHONPATH=f"{folder}:{environment()['PYTHONPATH']}")
    session.until("US 28")
    session.settle()
    session.type(b"H")
    time.sleep(0.3)
    return session


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_link_that_takes_no_output_does_not_keep_it_alive(shipped: Path, number: signal.Signals, code: int) -> None:
    with launch(shipped, "compare", columns=200, lines=60) as session:
        session.until("US 28")
        stall(session)
        session.process.send_signal(number)
        began = time.monotonic()
        assert session.process.wait(timeout=10) == code
        assert time.monotonic() - began < SOON + SLACK
        assert PATIENCE < SOON


def test_a_stalled_link_that_drops_ends_it(shipped: Path) -> None:
    with Session(through('trap "" HUP; exec "$@"', shipped), columns=200, lines=60) as session:
        session.until("US 28")
        stall(session)
        session.hang_up()
        assert session.wait(SOON + SLACK) == 129


def test_the_hard_end_gives_back_the_modes_of_the_terminal(shipped: Path, tmp_path: Path) -> None:
    with stuck(shipped, tmp_path) as session:
        before = session.modes_before
        assert session.modes() != before
        session.process.send_signal(signal.SIGTERM)
        assert session.process.wait(timeout=10) == 143
        assert session.modes() == before, "the shell's next line would show nothing that is typed"


@pytest.mark.parametrize("full", [False, True])
def test_giving_the_terminal_back_never_waits_and_leaves_it_blocking(full: bool) -> None:
    master, slave = pty.openpty()
    try:
        os.set_blocking(slave, False)
        with contextlib.suppress(BlockingIOError):
            while full:
                os.write(slave, b"x" * 4096)
        os.set_blocking(slave, True)
        restore_terminal(slave)
        assert os.get_blocking(slave), "the shell reads through the same description"
        if not full:
            assert RESTORE in os.read(master, 4096)
    finally:
        os.close(master)
        os.close(slave)


def test_a_second_signal_does_not_wait_for_the_first(shipped: Path, tmp_path: Path) -> None:
    with stuck(shipped, tmp_path) as session:
        session.process.send_signal(signal.SIGTERM)
        time.sleep(0.2)
        began = time.monotonic()
        session.process.send_signal(signal.SIGTERM)
        assert session.process.wait(timeout=10) == 143
        assert time.monotonic() - began < PATIENCE


@pytest.mark.parametrize("moment", [0.05, 0.15, 0.25, 0.35, 0.45, 0.6])
def test_a_signal_while_it_starts_leaves_the_terminal_whole(shipped: Path, moment: float) -> None:
    with Session(opened(shipped), env=environment(), started=True) as session:  # Python's own start is meant
        before = session.modes_before
        time.sleep(moment)
        session.process.send_signal(signal.SIGTERM)
        assert session.wait() in (143, -signal.SIGTERM)
        assert session.modes() == before
        assert session.raw.count(b"\x1b[?1049l") >= session.raw.count(b"\x1b[?1049h")


@pytest.mark.parametrize(
    ("redirect", "told"),
    [
        ("<&-", "standard input"),
        ("</dev/null", "standard input"),
        ("2>/dev/null", ""),
        ("2>&-", ""),
        ("<&- 2>&-", ""),
    ],
)
def test_without_a_terminal_it_says_so_and_draws_nothing(shipped: Path, redirect: str, told: str) -> None:
    with Session(through(f'"$@" {redirect}', shipped)) as session:
        assert session.wait(10) == 2
        assert b"\x1b[?1049h" not in session.raw
        assert told in session.text()
        if told:
            assert "--plain" in session.text().replace("\n", "")


@pytest.mark.parametrize("redirect", [">&-", ">/dev/null", ">/dev/full"])
def test_without_standard_output_it_gives_the_text_or_a_sentence(shipped: Path, redirect: str) -> None:
    with Session(through(f'"$@" {redirect}', shipped)) as session:
        assert session.wait(10) == (0 if redirect == ">/dev/null" else 3)
        assert b"\x1b[?1049h" not in session.raw
        assert "Traceback" not in session.text()


def test_without_a_controlling_terminal_a_dropped_line_ends_it(shipped: Path) -> None:
    """As in `docker exec`: no SIGHUP ever comes, the terminal is only gone."""
    with Session(opened(shipped), controlling=False) as session:
        session.until("US 28")
        session.hang_up()
        assert session.wait(SOON + SLACK) == 129


def test_under_nohup_a_dropped_line_ends_it(shipped: Path) -> None:
    """nohup ignores SIGHUP; with all three on a terminal it also sends output elsewhere, so that the app is told of the plain text."""
    with Session(through('trap "" HUP; exec "$@"', shipped)) as session:
        session.until("US 28")
        pid = session.process.pid
        session.hang_up()
        assert session.wait(SOON + SLACK) == 129
        assert not state_of(pid)


def test_a_line_that_drops_ends_it_also_where_the_watching_thread_gets_no_turn(shipped: Path, tmp_path: Path) -> None:
    """As on a busy machine, where the app has left before that thread runs: Python cannot flush then, and would end with 120."""
    script = tmp_path / "no_turn.py"
    script.write_text(
        """
import sys
from tui.terminal import signals
signals.watch_hang_up = lambda *_: None
from tui.cli import main
main()
"""
    )
    with Session([sys.executable, str(script), *opened(shipped)[len(BRIEFING) :]]) as session:
        session.until("US 28")
        session.hang_up()
        assert session.wait(SOON + SLACK) == 129


def test_a_pipe_into_it_is_no_keyboard(shipped: Path) -> None:
    done = subprocess.run(opened(shipped), input=b"q", capture_output=True, env=environment(), check=False, timeout=20)
    assert done.returncode == 0, "standard output is no terminal either, so it is the text that is wanted"
    assert b"\x1b" not in done.stdout
