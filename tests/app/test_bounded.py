"""What anybody at the terminal can make as large as they like costs no more than a large one: sizes, keys, pastes, sequences, accents."""

from __future__ import annotations

import fcntl
import signal
import struct
import termios
import unicodedata
from pathlib import Path
from time import monotonic, thread_time

import pytest
from piloted import opened
from session import BRIEFING, Session
from textual.events import Paste, Resize
from textual.geometry import Size

from tui.fold import fold
from tui.hostile import clean
from tui.render.ascii import in_ascii
from tui.terminal.driver import Driver, bounded
from tui.terminal.probe import prepare
from tui.terminal.sequences import Sequences

MARKS = "a" + "\u0301\u0316" * 40_000
QUICK = 1.0  # seconds of the processor for what took half a minute
LARGE = 400 * 1024 * 1024  # bytes; the screen without bounds took gigabytes


@pytest.mark.terminal
def test_a_screen_larger_than_any_takes_no_more_than_a_large_one(ferry: Path) -> None:
    with Session([*BRIEFING, "--briefing", str(ferry), "open"]) as session:
        session.until("Overview")
        fcntl.ioctl(session.master, termios.TIOCSWINSZ, struct.pack("HHHH", 65535, 65535, 0, 0))  # the screen of the test stays as it is
        session.process.send_signal(signal.SIGWINCH)
        deadline = monotonic() + 3
        while monotonic() < deadline:
            session.read(0.2)
        status = Path(f"/proc/{session.process.pid}/status").read_text()
        taken = next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))
        assert taken < LARGE
        session.press("Q")
        assert session.wait(30) == 0
        assert b"\x1b]22" not in session.raw, "the pointer of the mouse is the terminal's"


def test_a_size_that_is_typed_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Resize] = []
    monkeypatch.setattr("textual.drivers.linux_driver.LinuxDriver.process_message", lambda _, message: told.append(message))
    for size in (Size(65535, 65535), Size(80, 24)):
        Driver.process_message(object.__new__(Driver), Resize(size, size))
    assert [tuple(one.size) for one in told] == [bounded(65535, 65535), (80, 24)]
    assert max(bounded(65535, 65535)) < 2000


async def test_a_paste_longer_than_any_answer_is_cut_and_said_to_be(ferry: Path) -> None:
    async with opened(ferry, "overview") as driver:
        await driver.send("slash")
        began = thread_time()
        await driver.send(Paste("ab" + MARKS * 2), "b", "c")
        assert thread_time() - began < 5
        assert driver.screen.prompt is not None
        assert len(driver.screen.prompt.text) == 1000
        assert driver.screen.prompt.text.startswith("ab")
        assert "Only the first 1,000 characters" in driver.text()


@pytest.mark.parametrize("of", [clean, in_ascii, fold])
def test_accents_piled_on_a_letter_are_put_in_order_at_once(of: object) -> None:
    assert callable(of)
    began = thread_time()
    made = of(MARKS)
    assert thread_time() - began < QUICK
    assert made.startswith(("a", "á"))


def test_as_many_accents_as_people_write_stay() -> None:
    text = "Ḗ" + "\u0323\u0307" * 10 + "ษี่"
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("begun", ["\x1b[" + "1;" * 50_000, "\x1bO" + "1;" * 50_000, "\x1b]0;" + "x" * 100_000, "\x1b" * 100_000])
def test_a_sequence_without_an_end_costs_a_step_a_character(begun: str) -> None:
    sequences = Sequences(0.1)
    began = thread_time()
    for _ in sequences.feed(begun, 0.0):
        pass
    assert thread_time() - began < QUICK


def test_numbers_in_the_environment_that_are_none_are_not_heard() -> None:
    for odd in ("9" * 20, "9" * 400, "-1", "0", "x", "²", ""):
        environ = {"TEXTUAL_FPS": odd, "ESCDELAY": odd}
        prepare(environ)
        assert not {"TEXTUAL_FPS", "ESCDELAY"} & environ.keys()
    environ = {"TEXTUAL_FPS": "30", "ESCDELAY": "25"}
    prepare(environ)
    assert environ.items() >= {"TEXTUAL_FPS": "30", "ESCDELAY": "25"}.items()
