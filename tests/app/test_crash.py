"""A failure of the program itself: the reader's terminal first, then a report, then a sentence."""

import re
import stat
from pathlib import Path

import pytest
from session import BRIEFING, Session, environment
from test_session import RESTORED, launch

from tui.app.own import UNREADABLE
from tui.terminal.crash import report

# What a hostile record could bring into the message of an error.
NASTY = "\x1b]52;c;RVZJTA==\x07\x1b[2J\x9b2J\u202egnorw\x00"


def broken(folder: Path, error: str = "ZeroDivisionError") -> str:
    """A PYTHONPATH on which the key H fails."""
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(
        "import tui.app.commands as c, tui.findings\n"
        f"def fail(screen):\n    secret = 'a-value-nobody-shall-read'\n    raise {error}({NASTY!r})\nc.COMMANDS['hints'] = fail\n"
    )
    return f"{folder}:{environment()['PYTHONPATH']}"


def crash(store: Path, folder: Path, *, kiosk: str | None = None) -> Session:
    session = launch(store, "compare", PYTHONPATH=broken(folder / "broken"), XDG_STATE_HOME=str(folder / "state"), BRIEFING_KIOSK=kiosk)
    session.until("US 28")
    session.press("H")
    return session


def test_it_restores_the_terminal_leaves_a_report_and_ends_with_one(shipped: Path, tmp_path: Path) -> None:
    with crash(shipped, tmp_path) as session:
        before = session.modes_before
        assert session.wait() == 1
        assert session.modes() == before
        assert all(sequence in session.raw for sequence in RESTORED)
        [path] = (tmp_path / "state" / "briefing").glob("crash-*")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path.name in session.text().replace("\n", "")
        text = path.read_text()
        for told in (
            "briefing  0.",
            "python    3.",
            "TERM      xterm-256color",
            "size      80 columns, 24 lines",
            "address   compare/draft-20+us-28",
        ):
            assert told in text
        assert "ZeroDivisionError" in text
        assert "in fail" in text


def test_the_report_does_nothing_to_a_terminal_and_tells_no_values(shipped: Path, tmp_path: Path) -> None:
    with crash(shipped, tmp_path) as session:
        assert session.wait() == 1
        [path] = (tmp_path / "state" / "briefing").glob("crash-*")
        text = path.read_text()
        assert r"\x1b]52;c;RVZJTA==\x07" in text
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
        assert "a-value-nobody-shall-read" not in text.replace("secret = 'a-value-nobody-shall-read'", "")
        assert b"52;c;RVZJ" not in session.raw


def test_where_no_report_can_be_kept_it_is_printed_and_that_is_said(shipped: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file stands where the folder should be")
    with crash(shipped, tmp_path) as session:
        assert session.wait() == 1
        assert b"ZeroDivisionError" in session.raw
        assert "could not be kept" in session.text().replace("\n", "")
        assert b"\x1b]52" not in session.raw


def test_in_a_kiosk_nothing_is_written_and_no_path_is_told(shipped: Path, tmp_path: Path) -> None:
    with crash(shipped, tmp_path, kiosk="1") as session:
        assert session.wait() == 1
        assert not (tmp_path / "state").exists()
        assert "in a kiosk" in session.text().replace("\n", "")
        assert b"Traceback" not in session.raw
        assert str(tmp_path).encode() not in session.raw


def test_a_machine_that_fails_us_at_a_key_is_told_and_the_reader_stays(shipped: Path, tmp_path: Path) -> None:
    path = broken(tmp_path / "broken", "tui.findings.MachineError")
    with launch(shipped, PYTHONPATH=path, XDG_STATE_HOME=str(tmp_path / "state")) as session:
        session.until("What divides")
        session.press("H")
        assert UNREADABLE in session.text()
        session.press("Q")
        assert session.wait() == 0
        assert not [*tmp_path.glob("state/briefing/crash-*")], "no fault of the program, so no report"
        assert b"\x1b]52" not in session.raw


@pytest.mark.parametrize("typed", [b"\xff", b"\xfc\xe4", b"\xc3", b"\xed\xa0\x80", bytes(range(128, 256))])
def test_a_byte_that_is_no_utf8_does_not_end_it(shipped: Path, typed: bytes) -> None:
    with launch(shipped) as session:
        session.until("What divides")
        session.type(typed)
        session.press("5")
        session.until("US 28")
        session.press("q", "q")
        assert session.wait() == 0


def test_the_report_shows_what_the_environment_says_without_acting_on_it() -> None:
    text = report(ValueError("x"), {"address": "parties"}, {"TERM": "\x1b]0;owned\x07"})
    assert r"\x1b]0;owned\x07" in text
    assert "\x1b" not in text


def test_a_terminal_type_with_escapes_in_it_reaches_nobody(shipped: Path) -> None:
    with Session([*BRIEFING, "--briefing", str(shipped), "open"], env=environment(TERM="\x1b]0;owned\x07xterm")) as session:
        session.until("What divides")
        session.press("?", "q", "Q")
        assert session.wait() == 0
        assert b"owned" not in session.raw
