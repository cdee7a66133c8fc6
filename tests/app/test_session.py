"""The app in a real pseudo-terminal: what it writes, how it ends, what it leaves behind."""

import re
import signal
import sys
import time
from pathlib import Path

import pytest
from session import BRIEFING, Session, environment

RESTORED = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l")


def launch(store: Path, address: str = "overview", *, columns: int = 80, lines: int = 24, **env: str | None) -> Session:
    return Session([*BRIEFING, "--briefing", str(store), "open", address], columns=columns, lines=lines, env=environment(**env))


def test_it_opens_shows_every_pane_and_quits_with_nought(shipped: Path) -> None:
    with launch(shipped) as session:
        session.until("What divides")
        for key, words in zip("234567", ("Must ratify", "Firmness", "Guarantor", "US 28", "Event", "Cited"), strict=True):
            session.press(key)
            session.until(words)
        session.press("Q")
        assert session.wait() == 0
        assert all(sequence in session.raw for sequence in RESTORED)
        assert "Traceback" not in session.text()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGQUIT, 131)])
def test_a_signal_ends_it_and_gives_the_terminal_back(shipped: Path, number: int, code: int) -> None:
    with launch(shipped) as session:
        session.until("What divides")
        session.process.send_signal(number)
        assert session.wait() == code
        assert not [sequence for sequence in RESTORED if sequence not in session.raw], session.raw[-300:]


def test_a_dropped_connection_ends_it_at_once(shipped: Path) -> None:
    with launch(shipped) as session:
        session.until("What divides")
        session.hang_up()
        began = time.monotonic()
        assert session.wait(2) in (129, -signal.SIGHUP)
        assert time.monotonic() - began < 2


def test_ctrl_c_twice_quits_with_one_hundred_and_thirty(shipped: Path) -> None:
    with launch(shipped) as session:
        session.until("What divides")
        session.press("\x03")
        assert "Ctrl+C again" in session.text()
        session.press("\x03")
        assert session.wait() == 130


def test_another_day_can_be_asked_for_and_shows_only_what_was_public_then(shipped: Path) -> None:
    with launch(shipped, "compare/us-28+draft-20/21", columns=120, lines=40) as session:
        session.until("24 Dec 2025")
        session.press("a", "\x15", *"2025-12-09", "\r")
        session.until("as at 9 Dec 2025")
        session.until("s shows what was not yet public then")
        session.until("n not public")
        session.press("a", "\x15", *"soon", "\r")
        session.until("is no date")
        session.press("a", "\x15", "\r")
        session.until("as at 24 Dec 2025")
        session.press("Q")
        assert session.wait() == 0


def test_it_is_silent_while_nobody_types_and_when_focus_comes_and_goes(shipped: Path) -> None:
    with launch(shipped, "compare") as session:
        session.until("US 28")
        session.settle()
        assert session.read(1.0) == b""
        assert session.press("\x1b[I", "\x1b[O") == b""
        assert session.raw.rindex(b"\x1b[?1004l") > session.raw.rindex(b"\x1b[?1004h"), "and no terminal is asked to tell of it"


def test_a_dumb_terminal_is_told_of_the_plain_text(shipped: Path) -> None:
    with launch(shipped, TERM="dumb") as session:
        assert session.wait() == 2
        assert "--plain" in session.text()
        assert b"\x1b" not in session.raw


@pytest.mark.parametrize(
    "term", ["xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "rxvt-unicode", "vt100", None, "never-heard-of"]
)
def test_it_works_on_every_terminal(shipped: Path, term: str | None) -> None:
    with launch(shipped, "compare", TERM=term) as session:
        session.until("US 28")
        session.press("j")
        assert only_sixteen_colours(session.raw)
        if term in ("linux", "vt100"):
            assert all(byte < 0x7F for byte in session.raw)
        session.press("Q")
        assert session.wait() == 0


@pytest.mark.parametrize(
    ("colorterm", "ssh"), [("truecolor", "192.0.2.7 50022 192.0.2.1 22"), ("24bit", "192.0.2.7 1 192.0.2.1 22"), ("", None)]
)
def test_over_ssh_and_where_no_more_is_promised_it_keeps_to_the_terminal_s_own_colours(
    shipped: Path, colorterm: str, ssh: str | None
) -> None:
    with launch(shipped, "red-lines", COLORTERM=colorterm, SSH_CONNECTION=ssh, SSH_TTY="/dev/pts/0" if ssh else None) as session:
        session.until("Firmness")
        session.press("f", "5", "d", "?", "\x1b")
        assert only_sixteen_colours(session.raw)
        session.press("Q")
        assert session.wait() == 0


def only_sixteen_colours(written: bytes) -> bool:
    """Whether it coloured something, and only by numbers that the reader's own theme decides."""
    codes = [parameters for found in re.findall(rb"\x1b\[([0-9;:]*)m", written) for parameters in re.split(rb"[;:]", found) if parameters]
    return any(30 <= int(code) <= 37 or 90 <= int(code) <= 97 for code in codes) and b"38" not in codes and b"48" not in codes


def test_on_a_light_background_as_on_a_dark_one_every_letter_can_be_seen(shipped: Path) -> None:
    with launch(shipped, "red-lines", columns=120, lines=40) as session:
        session.until("Firmness")
        session.press("f", "q", *"1234567", "\r", "\t", "?", "\x1b", ":", "\x1b", "i", "Q")
        assert session.wait() == 0
        codes = {int(code) for found in re.findall(rb"\x1b\[([0-9;:]*)m", session.raw) for code in re.split(rb"[;:]", found) if code}
        own = {30, 37, 90, 97, *range(40, 48), *range(100, 108)}
        assert not codes & own, "neither black nor white letters, and no background but the reader's own"
        assert 7 in codes, "what stands out does so by reverse video"


def test_a_locale_may_be_good_and_the_reader_still_asks_for_ascii(shipped: Path) -> None:
    with Session([*BRIEFING, "--briefing", str(shipped), "open", "--ascii", "compare"], env=environment()) as session:
        session.until("US 28")
        session.press("j", "?", "\x1b", "7", "Q")
        assert session.wait() == 0
        assert all(byte < 0x7F for byte in session.raw)


def test_neither_kitty_s_keys_nor_an_animation_is_asked_for(shipped: Path) -> None:
    with launch(shipped) as session:
        session.until("What divides")
        session.press("?", "\x1b", "5")
        assert not re.search(rb"\x1b\[[<>=][0-9;]*u", session.raw)
        assert session.read(0.4) == b"", "a screen that came stays as it is"
        session.press("Q")
        session.wait()


MOUSE = tuple(b"\x1b[?%dh" % mode for mode in (9, 1000, 1001, 1002, 1003, 1005, 1006, 1015, 1016))


def test_the_mouse_stays_the_terminal_s_own(shipped: Path) -> None:
    with launch(shipped, "compare") as session:
        session.until("US 28")
        session.press("j", "\r", "?", "\x1b", "q", "q")
        session.press("Q")
        session.wait()
        assert not any(mode in session.raw for mode in MOUSE), "the terminal's own selecting and pasting would be gone"


def test_asked_for_the_mouse_chooses_opens_and_scrolls_and_is_given_back(shipped: Path) -> None:
    with Session(
        [*BRIEFING, "--briefing", str(shipped), "open", "--mouse", "red-lines"], columns=100, lines=30, env=environment()
    ) as session:
        session.until("Firmness")
        assert b"\x1b[?1000h" in session.raw
        line = next(y for y, words in enumerate(session.text().split("\n")) if "No recognition" in words)
        click = [f"\x1b[<0;10;{line + 1}{end}" for end in "Mm"]
        session.press(*click)
        assert [y for y in range(30) if session.screen.buffer[y][0].data == ">"] == [line]
        session.press("\x1b[<65;10;10M")
        assert session.screen.buffer[line][0].data == " ", "the wheel moves on"
        session.press("".join(click * 2))
        session.until("q back")
        session.press("Q")
        assert session.wait() == 0
        assert b"\x1b[?1000l" in session.raw


def test_no_color_draws_without_colour_and_still_shows_where_the_reader_is(shipped: Path) -> None:
    with launch(shipped, "compare", NO_COLOR="1") as session:
        session.until("US 28")
        session.press("j")
        for parameters in re.findall(rb"\x1b\[([0-9;]*)m", session.raw):
            assert not any(30 <= int(part) <= 49 or 90 <= int(part) <= 107 for part in parameters.split(b";") if part)
        row = next(y for y in range(24) if session.screen.buffer[y][0].data == ">")
        assert session.screen.buffer[row][0].reverse
        session.press("Q")
        session.wait()


@pytest.mark.parametrize(
    "locale", [{"LANG": "C"}, {"LANG": None, "LC_ALL": "POSIX"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_a_locale_without_utf8_gets_ascii_alone(shipped: Path, locale: dict[str, str | None]) -> None:
    with Session([*BRIEFING, "--briefing", str(shipped), "open", "guarantees"], env=environment(**locale)) as session:
        session.until("Guarantee")
        for key in "1234567":
            session.press(key)
        assert all(byte < 0x7F for byte in session.raw)
        session.press("Q")
        assert session.wait() == 0


def test_resizing_in_a_storm_ends_with_a_whole_screen(shipped: Path) -> None:
    with launch(shipped, "compare") as session:
        session.until("US 28")
        for step in range(40):
            session.resize(20 + step * 3 % 120, 5 + step % 40)
        session.resize(100, 30)
        session.settle()
        session.until("US 28")
        assert session.text().startswith("Talks")
        session.press("Q")
        assert session.wait() == 0


def test_a_window_that_is_drawn_smaller_and_back_at_once_is_whole_again_and_its_rows_go_on_alone(shipped: Path) -> None:
    with launch(shipped, "compare") as session:
        session.until("US 28")
        session.settle()
        moved = session.press("down", "up", "down")
        session.press("up")
        whole = session.text()
        session.screen.reset()  # what a terminal that was smaller for a moment has lost
        session.resize(80, 24)
        session.settle()
        assert session.text() == whole
        assert len(session.press("down", "up", "down")) < 1.2 * len(moved)


def test_of_sizes_that_come_faster_than_they_are_read_the_last_one_counts(shipped: Path) -> None:
    slow = """
import sys, time
from tui.terminal.driver import Driver
from tui.cli import main
read = Driver._get_terminal_size
def slowly(self):
    size = read(self)
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        time.sleep(0.01)
    return size
Driver._get_terminal_size = slowly
main()
"""
    with Session([sys.executable, "-c", slow, "--briefing", str(shipped), "open", "compare"]) as session:
        session.until("US 28")
        for columns, lines in ((40, 10), (60, 12), (100, 30)):
            session.resize(columns, lines)
            time.sleep(0.1)
        session.settle(1)  # it sleeps while it is slow
        session.until("US 28", 5)
        assert session.text().startswith("Talks")


def test_what_the_painter_sends_is_the_screen_that_a_redraw_gives(shipped: Path) -> None:
    with launch(shipped, "compare", columns=120, lines=40) as session:
        session.until("US 28")
        for keys in (
            "jjjj",
            "Jl",
            "xu",
            "u",
            "G",
            "g",
            "3vll",
            "jjjv",
            "4jj",
            "v",
            "l",
            "5njd",
            "5",
            "/",
            "a",
            "r",
            "\x1b",
            "2jjJ",
            "\t\t",
            "\r",
            "3",
            "6GG",
            "7jjj",
        ):
            session.press(*keys)
            painted = session.text().split("\n")
            session.press("\x0c")
            assert session.text().split("\n")[:-1] == painted[:-1], f"after {keys!r}"  # a message in the last line ends with the next key
        session.press("Q")
        assert session.wait() == 0
