"""An environment in which every variable carries what could act on a terminal, as a foreign host or a careless script may set it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import forked
import pytest
from commanded import commanded
from session import BRIEFING, ROOT, Session, environment
from test_crash import broken
from test_hostile_records import OURS

# As the end of a folder it would be a path that the program shows; it holds no slash and no NUL.
STING = '\x1b]52;c;RVZJTA==\x07\x1b[2J\x9b2J\x9d0;evil\x9c\x7f\u202egnorw\u2066\u200b\x1bP$qm\x1b\\\r\nFORGED\tEVIL'  # fmt: skip
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]|^ *FORGED|Traceback", re.MULTILINE)
COPIES = re.compile(rb"\x1b\]52;c;(?!RVZJ)[\w+/=]*\x07|\x1bP(?:\x1b\]52;c;(?!RVZJ))?[\w+/=]*\x07?\x1b\\")  # what `y` sends

READ = re.compile(r'environ(?:ment)?(?:\.get\(|\[)"(\w+)"|"(\w*BRIEFING_[A-Z]+|SOURCE_DATE_EPOCH)"')
OF_THE_PROGRAM = {name for path in (ROOT / "tui").rglob("*.py") for pair in READ.findall(path.read_text()) for name in pair if name}
OF_LIBRARIES = """
    LANGUAGE LC_CTYPE LC_MESSAGES COLORTERM FORCE_COLOR TERM_PROGRAM LC_TERMINAL HOME USER LOGNAME TMPDIR PAGER COLUMNS LINES ESCDELAY
    XDG_STATE_HOME XDG_CACHE_HOME XDG_CONFIG_HOME XDG_RUNTIME_DIR SSH_CONNECTION SSH_CLIENT SSH_TTY TEXTUAL_FPS TEXTUAL_LOG
"""
COMPLETING = {"_BRIEFING_COMPLETE", "COMP_WORDS", "COMP_CWORD"}
EVERY = (OF_THE_PROGRAM | set(OF_LIBRARIES.split())) - COMPLETING
# Some hide others: a kiosk starts no editor, ASCII alone hides C1, LC_ALL comes before LANG, and so on.
QUIET = {"BRIEFING_KIOSK", "BRIEFING_ASCII"}
CROWDS = {
    "without a kiosk": EVERY - QUIET,
    "those that others hide": EVERY
    - QUIET
    - {"LC_ALL", "LC_CTYPE", "VISUAL", "XDG_STATE_HOME", "XDG_CACHE_HOME", "TMUX", "NO_COLOR", "TERM"},
    "in ASCII": EVERY - {"BRIEFING_KIOSK"},
    "in a kiosk": EVERY - {"BRIEFING_ASCII"},
}


@pytest.fixture(params=list(CROWDS.values()), ids=list(CROWDS))
def crowd(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str | None]:
    """Many variables at once, each with the sting at the end of a path."""
    return {"XDG_STATE_HOME": None, **dict.fromkeys(request.param, f"{tmp_path}/{STING}")}


def assert_harmless(*outs: bytes) -> None:
    for out in outs:
        assert not FORBIDDEN.search(out.decode().replace("\r\n", "\n"))


def test_the_variables_are_found_in_the_program() -> None:
    assert {"BRIEFING_KIOSK", "BRIEFING_ASCII", "LANG", "LC_ALL", "TERM", "TMUX", "STY", "EDITOR", "VISUAL", "NO_COLOR"} <= OF_THE_PROGRAM
    assert COMPLETING - {"COMP_WORDS", "COMP_CWORD"} <= OF_THE_PROGRAM


def test_no_value_reaches_the_terminal_from_the_app(ferry: Path, crowd: dict[str, str | None]) -> None:
    with Session([*BRIEFING, "--briefing", str(ferry), "open", "parties"], columns=250, lines=30, env=environment(**crowd)) as session:
        session.until("Must ratify")
        session.press("j", "j", "?", "esc", "y", "Y", "E")
        if "BRIEFING_KIOSK" not in crowd:
            session.until("EDITOR names")
            assert "gnorw" in session.text(), "the rest of it is shown"
        assert not re.search("^ *FORGED", session.text(), re.MULTILINE)
        session.press("Q")
        assert session.wait() == 0
        left = COPIES.sub(b"", OURS.sub(b"", session.raw))
        assert b"\x1b" not in left
        assert_harmless(left)


COMMANDS = {
    "paths --json": 0,
    "show party arden --plain": 0,
    "check": 0,
    "show nonsense:1": 2,
    "export md": 2,
    "nowhere": 2,
}


def test_no_value_reaches_it_from_a_command(ferry: Path, crowd: dict[str, str | None]) -> None:
    done = forked.run([*BRIEFING, "--briefing", ferry, "paths"], env=environment(**crowd))  # Python too reads some as it starts
    assert done.returncode == 0
    assert_harmless(done.stdout, done.stderr)
    rows = done.stdout.decode().splitlines()
    assert [row.split()[0] for row in rows] == ["manifest", "store", "store", "cache", "yours", "reports"], "a line each"
    assert rows[-1].endswith("briefing")
    assert "gnorw" in rows[-1]
    with pytest.MonkeyPatch.context() as patch:
        for name, value in crowd.items():
            patch.setenv(name, value) if value is not None else patch.delenv(name, raising=False)
        for words, code in COMMANDS.items():
            said = commanded("--briefing", ferry, *words.split())
            assert said.code == code, words
            assert_harmless(said.out.encode(), said.err.encode())


def test_no_value_reaches_it_from_a_failure(ferry: Path, crowd: dict[str, str | None], tmp_path: Path) -> None:
    own = {name: value for name, value in crowd.items() if not name.startswith("TEXTUAL_")}  # what fails here loads Textual before us
    if not QUIET.isdisjoint(crowd):  # once is enough for what Python reads as it starts
        own = {name: value for name, value in own.items() if name != "LANG" and not name.startswith(forked.READ_AT_START)}
    env = environment(**own, PYTHONPATH=broken(tmp_path / "broken"))
    with Session([*BRIEFING, "--briefing", str(ferry), "open", "parties"], columns=250, env=env) as session:
        session.until("Must ratify")
        session.press("H")
        assert session.wait() == 1
        left = OURS.sub(b"", session.raw)
        assert b"\x1b" not in left
        assert_harmless(left)


@pytest.mark.parametrize("shell", ["bash_complete", "zsh_complete", "fish_complete", f"bash_{STING}", STING])
def test_no_value_reaches_it_from_completions(shell: str) -> None:
    for words in (STING, f"briefing '{STING}", f"briefing export -o '{STING}'"):
        for at in (None, STING, f"'{STING}'", "1", "3"):
            told = {"_BRIEFING_COMPLETE": shell, "COMP_WORDS": words, "COMP_CWORD": at}
            with pytest.MonkeyPatch.context() as patch:
                for name, value in told.items():
                    patch.setenv(name, value) if value is not None else patch.delenv(name, raising=False)
                said = commanded()
            assert said.code in (0, 2)
            assert_harmless(said.out.encode(), said.err.encode())


@pytest.mark.parametrize(("shell", "at"), [("bash", "1"), ("zsh", "1"), ("fish", "exp")])
def test_a_shell_still_gets_its_completions(shell: str, at: str) -> None:
    env = environment(_BRIEFING_COMPLETE=f"{shell}_complete", COMP_WORDS="briefing exp", COMP_CWORD=at)
    done = subprocess.run(BRIEFING, capture_output=True, env=env, check=True, timeout=60)
    told = done.stdout.decode()
    assert "export" in told
    assert "explain" in told
    assert "show" not in told
