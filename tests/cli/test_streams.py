"""The program as a process: what it imports, what it does where its output cannot go, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import forked
import pytest
from session import BRIEFING, Session, environment

from tui.version import __version__

SLOW = {"textual", "rich", "pydantic", "tomli", "tree_sitter", "sqlite_utils", "jinja2", "rapidfuzz"}
Bytes = subprocess.CompletedProcess[bytes]


@pytest.fixture
def briefing(ferry: Path) -> Callable[..., Bytes]:
    """The command in a process of its own, with the store of the template."""

    def call(*words: str | bytes, place: Path = ferry, stdout: int = subprocess.PIPE, stderr: int = subprocess.PIPE, **env: str) -> Bytes:
        command = [*BRIEFING, "--briefing", place, *words]
        return forked.run(command, env=environment(**env), stdout=stdout, stderr=stderr)

    return call


def imported(*commands: str) -> list[set[str]]:
    """The packages that have been loaded when each of some commands is done, which one process gives one after the other."""
    code = (
        "import sys, io, contextlib\nfor words in sys.argv[1:]:\n"
        "    sys.argv = ['briefing', *words.split()]\n    from tui.cli import main\n    held = io.StringIO()\n"
        "    with contextlib.suppress(SystemExit), contextlib.redirect_stdout(held):\n        main()\n"
        "    assert held.getvalue() or words.endswith(' check'), words\n    print(*{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code, *commands], capture_output=True, text=True, env=environment(), check=True)
    return [set(line.split()) for line in done.stdout.splitlines()]


def test_text_is_printed_without_loading_what_makes_data(shipped: Path) -> None:
    asked = [f"--briefing {shipped} {words}" for words in ("show plan us-28", "list plan", "parties", "parties --json")]
    loaded = dict(zip(asked, imported(*asked), strict=True))
    assert [words.endswith("--json") for words in asked] == ["json" in loaded[words] for words in asked]


def test_the_version_is_told_without_loading_anything() -> None:
    assert not {"click", "sqlite3", *SLOW} & imported("--version")[0]
    done = subprocess.run([*BRIEFING, "--version"], capture_output=True, text=True, env=environment(), check=True)
    assert (done.stdout, done.stderr) == (f"briefing {__version__}\n", "")


def test_who_reads_a_fresh_store_loads_neither_the_app_nor_what_builds(ferry: Path) -> None:
    asked = (
        "--help",
        "list red_line",
        "list plan --json",
        "show plan arden-draft/1",
        "show source echo-0303 --json",
        "search bridge",
        "overview",
        "parties/arden",
        "timeline",
        "sources",
        "red-lines",
        "guarantees",
        "compare arden-draft bellmoor-counter",
        "keys",
        "man",
    )
    loaded = zip(asked, imported(*(f"--briefing {ferry} {words}" for words in asked)), strict=True)
    assert {words: SLOW & packages for words, packages in loaded if SLOW & packages} == {}


def test_a_check_does_not_load_the_app(ferry: Path) -> None:
    assert not {"textual", "rich", "sqlite_utils", "jinja2"} & imported(f"--briefing {ferry.parent.parent} check")[0]


def test_without_a_terminal_the_overview_is_printed_as_text(briefing: Callable[..., Bytes]) -> None:
    done = briefing()
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"The Lode crossing\n")
    assert b"\x1b" not in done.stdout


def test_data_and_remarks_go_their_own_ways(briefing: Callable[..., Bytes]) -> None:
    well, gone, wrong = briefing("list", "party"), briefing("show", "party", "ardne"), briefing("show", "boat", "x")
    assert (well.returncode, bool(well.stdout), well.stderr) == (0, True, b"")
    assert (gone.returncode, gone.stdout, bool(gone.stderr)) == (1, b"", True)
    assert (wrong.returncode, wrong.stdout, bool(wrong.stderr)) == (2, b"", True)


def test_a_file_that_is_no_store_is_the_machine_s_fault(briefing: Callable[..., Bytes], tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"something else" * 100)
    done = briefing("list", "party", place=other)
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("words", [("list", "party"), ("overview", "--json"), ("--help",)])
def test_a_full_disk_is_told_in_a_sentence(briefing: Callable[..., Bytes], words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = briefing(*words, stdout=full.fileno())
        assert done.returncode == 3
        assert done.stderr == b"briefing: cannot write to standard output: No space left on device\n"
        assert briefing("show", "party", "ardne", stderr=full.fileno()).returncode == 1


@pytest.mark.parametrize("words", [("--plain", "--version"), ("--plain", "--help"), ("list", "--help")], ids=" ".join)
def test_a_full_disk_is_told_by_help_too(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = forked.run([*BRIEFING, *words], stdout=full.fileno(), env=environment())
    assert (done.returncode, done.stderr) == (3, b"briefing: cannot write to standard output: No space left on device\n")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("--briefing . list party", 2, b"briefing: there is no briefing at .: the current folder has been removed\n"),
        ("list party", 0, b""),
        ("export md -o x.md", 3, b"briefing: cannot write x.md: No such file or directory\n"),
    ],
)
def test_in_a_folder_that_has_been_removed_standard_output_is_not_blamed(tmp_path: Path, words: str, code: int, told: bytes) -> None:
    (tmp_path / "gone").mkdir()
    if words == "list party":  # Python too must start there
        removed = [sys.executable, "-c", "import os, sys; os.rmdir(os.getcwd()); os.execv(sys.argv[1], sys.argv[1:])", *BRIEFING]
        done = subprocess.run([*removed, *words.split()], cwd=tmp_path / "gone", capture_output=True, env=environment(), check=False)
    else:
        (tmp_path / "sitecustomize.py").write_text("import os\nos.rmdir(os.getcwd())\n")
        env = environment(PYTHONPATH=f"{tmp_path}:{environment()['PYTHONPATH']}")
        done = forked.run([*BRIEFING, *words.split()], cwd=tmp_path / "gone", env=env)
    assert (done.returncode, done.stderr) == (code, told)


@pytest.mark.parametrize(("closed", "code"), [(">&-", 3), ("2>&-", 0), (">&- 2>&-", 3), ("<&-", 0)])
def test_a_stream_that_the_shell_closed_makes_no_traceback(ferry: Path, closed: str, code: int) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$@" list party {closed}', "sh", *BRIEFING, "--briefing", ferry], capture_output=True, env=environment(), check=False
    )
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


@contextmanager
def into_a_pipe(store: Path, words: str) -> Iterator[tuple[forked.Forked, int, IO[bytes]]]:
    """A command whose output goes into a pipe: its process, the end of the pipe that is to be read, and what takes its remarks."""
    reads, writes = os.pipe()
    command = [*BRIEFING, "--briefing", str(store), *words.split()]
    with Path(os.devnull).open("rb") as nothing, TemporaryFile() as told:
        process = forked.Forked(command, (nothing.fileno(), writes, told.fileno()), env=environment())
        os.close(writes)
        try:
            yield process, reads, told
        finally:
            process.kill()
            os.close(reads)


@pytest.mark.parametrize(("words", "bytes_read"), [("export json", 1), ("list position --json", 0), ("--help", 0)])
def test_a_reader_that_leaves_early_ends_it_quietly(ferry: Path, words: str, bytes_read: int) -> None:
    with into_a_pipe(ferry, words) as (process, reads, told):
        assert len(os.read(reads, bytes_read)) == bytes_read
        with Path(os.devnull).open("rb") as nothing:
            os.dup2(nothing.fileno(), reads)  # nobody reads the pipe any more
        assert process.wait(30) == 0
        assert os.pread(told.fileno(), 1000, 0) == b""


def test_an_interrupt_ends_it_with_130_and_no_traceback(ferry: Path) -> None:
    with into_a_pipe(ferry, "export json") as (process, reads, told):
        assert os.read(reads, 1) == b"{"  # now it waits for the pipe, which is full
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert os.pread(told.fileno(), 1000, 0).strip() == b""


@pytest.mark.parametrize(
    "env", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "koi8-r"}]
)
def test_what_an_encoding_lacks_is_replaced(briefing: Callable[..., Bytes], shipped: Path, env: dict[str, str]) -> None:
    done = briefing("overview", place=shipped, **env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"State of play  aim agreed" in done.stdout
    assert briefing("show", "party", "Київ", **env).returncode == 1


def test_a_sentence_is_in_ascii_alone_where_the_answer_is(briefing: Callable[..., Bytes]) -> None:
    done = briefing("show", "party", "Київ", LANG="C")
    assert b"no party 'Kiiv'" in done.stderr


def test_arguments_that_are_not_utf_8_and_hostile_ones_are_taken_as_words(briefing: Callable[..., Bytes]) -> None:
    for words in (b"\xff\xfe", b"\x1b]52;c;aGk=\x07", "\u202ebridge".encode()):
        for done in (briefing("search", words), briefing("show", "party", words), briefing(words)):
            assert done.returncode in (0, 1, 2)
            assert b"Traceback" not in done.stderr
            assert not {b"\x1b", b"\x07"} & {bytes([byte]) for byte in done.stdout + done.stderr}


def test_a_build_that_takes_long_shows_that_it_goes_on_and_clears_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    subprocess.run([*BRIEFING, "new", folder], env=environment(), check=True)
    code = "import sys; from tui.cli import asked, ending; asked.PATIENCE = 0; sys.exit(ending.run(sys.argv[1:]))"
    with Session([sys.executable, "-c", code, "build", "--briefing", str(folder)]) as session:
        assert session.wait(20) == 0
    assert b"reading" in session.raw
    assert session.raw.endswith(b"\r\x1b[K")
    assert session.text().strip() == ""


def test_a_build_is_silent_where_nobody_looks(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    for words in (["new", str(folder)], ["build", "--briefing", str(folder)]):
        done = forked.run([*BRIEFING, *words], env=environment())
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize("most", ["0", "-1", "9223372036854775807", "1e3"])
def test_a_number_that_cannot_be_is_refused_with_a_sentence(most: str) -> None:
    done = forked.run([*BRIEFING, "search", "the", "--most", most], env=environment())
    assert done.returncode == 2
    assert b"--most" in done.stderr
    assert b"Traceback" not in done.stderr
