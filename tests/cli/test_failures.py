"""A command that fails through a fault of the program: a report, a sentence, 1, and nothing that acts on a terminal."""

from __future__ import annotations

import re
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import forked
import pytest
from commanded import commanded
from session import BRIEFING, Session, environment

NASTY = "\x1b]52;c;RVZJTA==\x07\x1b[2J\x9b2J\u202egnorw\x00\r\nbriefing: all is well"
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
ERRORS = {
    "a number": f"ZeroDivisionError({NASTY!r})",
    "a key": f"KeyError({NASTY!r})",
    "a file": f"FileNotFoundError(2, {NASTY!r}, {NASTY!r})",
    "a group": f"ExceptionGroup({NASTY!r}, [ValueError({NASTY!r})])",
    "a module": f"ImportError({NASTY!r}, name={NASTY!r})",
}
PLACES = {
    "show": "tui.cli.show.record_at",
    "check": "tui.cli.check.check",
    "export": "tui.cli.export.export",
    "open": "tui.views.subject.page_at",
}
Bytes = subprocess.CompletedProcess[bytes]


def broken(folder: Path, place: str, error: str) -> str:
    """A PYTHONPATH on which what stands at `place` fails with this error."""
    module, _, name = place.rpartition(".")
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(
        f"import {module} as m\nm.{name}\n"
        f"def fail(*_, **__):\n    secret = 'a-value-nobody-shall-read'\n    raise {error} from ValueError({NASTY!r})\n"
        f"m.{name} = fail\n"
    )
    return f"{folder}:{environment()['PYTHONPATH']}"


@pytest.fixture
def failing(ferry: Path, tmp_path: Path) -> Callable[..., Bytes]:
    """A command in whose process something fails."""

    def call(*words: str, place: str = PLACES["show"], error: str = ERRORS["a number"], **env: str) -> Bytes:
        env = environment(PYTHONPATH=broken(tmp_path / "broken", place, error), **{"XDG_STATE_HOME": f"{tmp_path}/state", **env})
        return forked.run([*BRIEFING, "--briefing", ferry, *words], env=env)

    return call


@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS.keys())
def test_it_leaves_a_report_says_where_and_ends_with_one(failing: Callable[..., Bytes], tmp_path: Path, error: str) -> None:
    done = failing("show", "party", f"arden{NASTY}".replace("\x00", ""), error=error)
    assert (done.returncode, done.stdout) == (1, b"")
    [path] = (tmp_path / "state" / "briefing").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    sentence = (
        f"briefing: the program failed, through a fault of its own ({error.split('(')[0]}). The report is in {path}; please pass it on.\n"
    )
    assert done.stderr.decode() == sentence
    text = path.read_text()
    assert re.search(r"^command   briefing .* show party 'arden\\x1b\]52;c;RVZJTA==\\x07.*all is well'$", text, re.MULTILINE)
    assert "Traceback (most recent call last)" in text
    assert "in fail" in text
    assert not FORBIDDEN.search(text)
    assert "a-value-nobody-shall-read" not in text.replace("secret = 'a-value-nobody-shall-read'", "")


WORDS = [("show", "party", "arden"), ("check",), ("export", "md"), ("overview",), ("open", "overview")]


@pytest.mark.parametrize(
    ("words", "error"),
    [(WORDS[(at + step) % len(WORDS)], error) for at, error in enumerate(ERRORS.values()) for step in (0, 2)],  # each way to fail twice
)
def test_where_no_report_can_be_kept_it_is_printed_harmlessly(failing: Callable[..., Bytes], words: tuple[str, ...], error: str) -> None:
    done = failing(*words, place=PLACES.get(words[0], PLACES["open"]), error=error, XDG_STATE_HOME="/dev/null")
    assert (done.returncode, done.stdout) == (1, b"")
    told = done.stderr.decode()
    assert "Traceback (most recent call last)" in told
    assert "could not be kept" in told
    assert not FORBIDDEN.search(told)


def test_what_the_system_refuses_without_a_name_of_a_file_is_told_and_standard_output_is_not_blamed(failing: Callable[..., Bytes]) -> None:
    done = failing("show", "party", "arden", error="OSError(28, 'No space on device')")
    assert (done.returncode, done.stdout, done.stderr) == (3, b"", b"briefing: the system refuses: No space on device\n")


def test_in_a_kiosk_nothing_is_written_and_no_path_is_told(failing: Callable[..., Bytes], tmp_path: Path) -> None:
    for words, kiosk in ((("show", "party", "arden"), "1"), (("open", "--kiosk"), "")):
        done = failing(*words, place=PLACES[words[0]], BRIEFING_KIOSK=kiosk)
        assert (done.returncode, done.stdout) == (1, b"")
        assert b"in a kiosk" in done.stderr
        assert str(tmp_path).encode() not in done.stderr
        assert done.stderr.count(b"\n") == 1
        assert not (tmp_path / "state").exists()


def test_an_app_that_fails_before_it_draws_says_so_on_the_terminal(ferry: Path, tmp_path: Path) -> None:
    path = broken(tmp_path / "broken", "tui.terminal.signals.watch_hang_up", ERRORS["a number"])
    env = environment(PYTHONPATH=path, XDG_STATE_HOME=f"{tmp_path}/state")
    with Session([*BRIEFING, "--briefing", str(ferry)], columns=250, env=env) as session:
        assert session.wait() == 1
        assert "through a fault of its own (ZeroDivisionError)" in session.text()
        assert session.modes() == session.modes_before
        assert b"\x1b" not in session.raw
        assert b"Traceback" not in session.raw


@pytest.mark.parametrize("error", ["MemoryError()", "OSError(24, 'Too many open files', '/a/path')", "OSError(28, 'No space', '/a/path')"])
def test_what_the_machine_lacks_is_told_as_such_and_is_no_fault_of_the_program(
    ferry: Path, error: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise eval(error)

    monkeypatch.setattr("tui.cli.show.record_at", fail)
    said = commanded("--briefing", ferry, "show", "party", "arden")
    assert (said.code, said.out) == (3, "")
    assert re.search("not enough memory|Too many open files|No space", said.err)
    assert "fault" not in said.err
    assert "/a/path" not in said.err


@pytest.mark.parametrize("words", ["open", "list party"])
def test_where_too_few_files_may_be_open_a_sentence_says_so(ferry: Path, tmp_path: Path, words: str) -> None:
    env = environment(XDG_STATE_HOME=str(tmp_path / "state"))
    for most in (6, 9, 12):
        command = ["sh", "-c", f'ulimit -n {most}; exec "$@"', "sh", *BRIEFING, "--briefing", str(ferry), *words.split()]
        with Session(command, env=env) as session:
            assert session.wait(20) == 3
            assert f"too few files may be open at once here, {most}" in session.text()
    assert not (tmp_path / "state").exists()
