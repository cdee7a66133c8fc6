"""The state file survives what befalls files: two programs at once, a full disk, damage, a newer program, a home that is closed, a kill."""

import os
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest
from session import ROOT

from tui.reader import kept
from tui.reader.reader import Reader
from tui.reader.state import NAME, VERSION, NotKept, State, state_folder

WRITER = """
import sys
from pathlib import Path
from tui.reader import kept
from tui.reader.reader import Reader
from tui.reader.state import State
folder, name, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
reader = Reader(State(folder), Path("/talks/briefing.toml"), "Talks")
print("ready", flush=True)
sys.stdin.readline()
for number in range(times):
    kept.write_note(reader, f"event/{name}{number}", "An event", f"note {number}")
    kept.put(reader, f"event/{name}{number}", "An event")
    if times > 1000:
        print(number, flush=True)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "briefing"


@pytest.fixture
def reader(folder: Path) -> Iterator[Reader]:
    made = Reader(State(folder), Path("/talks/briefing.toml"), "Talks")
    yield made
    made.close()


def again(folder: Path) -> Reader:
    return Reader(State(folder), Path("/talks/briefing.toml"), "Talks")


def writer(folder: Path, name: str, times: int) -> "subprocess.Popen[str]":
    child = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), name, str(times)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert child.stdout
    assert child.stdout.readline() == "ready\n"
    return child


def test_the_folder_is_where_platformdirs_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for named in (None, "", "/somewhere/state", " "):
        monkeypatch.delenv("XDG_STATE_HOME", raising=False)
        if named is not None:
            monkeypatch.setenv("XDG_STATE_HOME", named)
        assert state_folder() == platformdirs.user_state_path("briefing"), named


def test_it_is_its_owners_alone_whoever_made_the_folder(folder: Path) -> None:
    before = os.umask(0)
    try:
        folder.mkdir(parents=True)
        (folder / NAME).touch(mode=0o666)
        reader = again(folder)
        with reader.state.change():
            kinds = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
        assert set(kinds.values()) == {0o600}
        reader.close()
    finally:
        os.umask(before)


def test_two_programs_that_write_at_once_two_hundred_times_lose_nothing(folder: Path) -> None:
    children = [writer(folder, name, 200) for name in ("a", "b")]
    for child in children:
        assert child.stdin
        child.stdin.write("\n")
        child.stdin.flush()
    assert [child.wait(120) for child in children] == [0, 0]
    reader = again(folder)
    wanted = {f"event/{name}{number}" for name in ("a", "b") for number in range(200)}
    assert {note.address for note in kept.notes(reader)} == wanted
    assert set(kept.basket(reader)) == wanted
    places = reader.state.ask("SELECT count(*), count(DISTINCT id) FROM briefing")
    assert places == [(1, 1)]
    for child in children:
        for stream in (child.stdin, child.stdout):
            assert stream
            stream.close()
    reader.close()


def test_a_program_that_is_killed_while_it_writes_leaves_what_was_written_before(folder: Path) -> None:
    child = writer(folder, "k", 100_000)
    assert child.stdin
    assert child.stdout
    child.stdin.write("\n")
    child.stdin.flush()
    told = [int(child.stdout.readline()) for _ in range(20)][-1]
    child.send_signal(signal.SIGKILL)
    child.wait()
    reader = again(folder)
    assert reader.state.said == ""
    held = {note.address for note in kept.notes(reader)}
    assert {f"event/k{number}" for number in range(told + 1)} <= held
    kept.write_note(reader, "event/after", "After", "still writes")
    reader.close()
    child.stdin.close()
    child.stdout.close()


@pytest.mark.parametrize("content", [b"hello", b"SQLite format 3\x00" + b"\x07" * 9000, None])
def test_a_damaged_file_is_kept_aside_and_told_once(folder: Path, reader: Reader, content: bytes | None) -> None:
    kept.write_note(reader, "event/a", "A", "kept")
    reader.close()
    path = folder / NAME
    if content is None:  # its head is whole, and its pages are not
        whole = path.read_bytes()
        content = whole[:4096] + b"\xff" * (len(whole) - 4096)
    path.write_bytes(content)
    second = again(folder)
    assert kept.notes(second) == ()
    kept.write_note(second, "event/b", "B", "new")
    assert "could not be read; they are kept as" in second.state.said
    aside = [one for one in folder.iterdir() if "damaged" in one.name]
    assert [one.read_bytes() for one in aside] == [content]
    assert str(aside[0]) in second.state.said
    second.close()
    third = again(folder)
    assert third.state.said == ""
    assert [note.address for note in kept.notes(third)] == ["event/b"]
    third.close()


@pytest.mark.parametrize(
    "change",
    [
        "DROP TABLE seen; CREATE VIEW seen AS WITH RECURSIVE a (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT x AS briefing FROM a",
        "DROP TABLE seen; CREATE TABLE seen (briefing, address, digest, at, copy)",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = sql || CAST(x'ff' AS TEXT) WHERE name = 'note'",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = CAST(x'ff' AS TEXT) || sql WHERE name = 'note'",
        "CREATE TRIGGER boo BEFORE INSERT ON note BEGIN DELETE FROM note; END",
        "ALTER TABLE note ADD COLUMN more TEXT GENERATED ALWAYS AS (zeroblob(100000000))",
    ],
)
def test_a_file_with_other_tables_than_ours_is_kept_aside(folder: Path, reader: Reader, change: str) -> None:
    reader.state.close()
    connection = sqlite3.connect(folder / NAME)
    connection.executescript(change)
    connection.close()
    after = again(folder)
    assert "could not be read" in after.state.said
    kept.write_note(after, "plan/one", "One", "mine")
    assert kept.note_on(after, "plan/one") == "mine"
    after.state.close()


def test_the_file_of_a_newer_program_is_kept_aside_and_told_once(folder: Path, reader: Reader) -> None:
    kept.write_note(reader, "event/a", "A", "kept")
    reader.close()
    with sqlite3.connect(folder / NAME) as newer:
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    newer.close()
    second = again(folder)
    assert "written by a newer version of this program" in second.state.said
    assert kept.notes(second) == ()
    second.close()
    assert len([one for one in folder.iterdir() if "newer" in one.name]) == 1
    third = again(folder)
    assert third.state.said == ""
    third.close()


def test_a_database_of_somebody_else_is_not_written_into(folder: Path) -> None:
    folder.mkdir(parents=True)
    with sqlite3.connect(folder / NAME) as other:
        other.execute("CREATE TABLE note (x)")
    other.close()
    reader = again(folder)
    assert "could not be read" in reader.state.said
    reader.close()


def test_where_nothing_can_be_written_the_session_has_its_state_and_says_that_it_ends_with_it(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file" / "briefing", Path("/proc/briefing"), Path("no/home")):
        reader = again(folder)
        assert reader.state.said.startswith("Nothing of this session will be kept: ")
        kept.write_note(reader, "event/a", "A", "for now")
        assert kept.note_on(reader, "event/a") == "for now"
        assert reader.state.path is None
        reader.close()


def test_a_full_disk_refuses_a_note_with_the_reason_and_keeps_the_others(folder: Path, reader: Reader) -> None:
    kept.write_note(reader, "event/a", "A", "first")
    reader.close()
    child = os.fork()
    if child == 0:
        code = 3
        try:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            second = again(folder)
            resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
            try:
                kept.write_note(second, "event/b", "B", "x" * 200_000)
            except NotKept as error:
                code = 0 if str(error).startswith("not kept: ") else 4
            assert kept.note_on(second, "event/a") == "first"
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    third = again(folder)
    assert third.state.said == ""
    assert [note.text for note in kept.notes(third)] == ["first"]
    third.close()


def test_a_program_that_holds_the_file_for_too_long_is_told_of(folder: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.state.ask("PRAGMA busy_timeout = 50")
    kept.write_note(reader, "event/a", "A", "first")
    other = sqlite3.connect(folder / NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotKept, match="another program is writing"):
        kept.write_note(reader, "event/b", "B", "second")
    assert kept.note_on(reader, "event/a") == "first", "reading goes on meanwhile"
    other.execute("ROLLBACK")
    other.close()
    kept.write_note(reader, "event/b", "B", "second")


def test_who_was_refused_once_waits_no_more_until_a_change_is_kept(folder: Path, reader: Reader) -> None:
    kept.write_note(reader, "event/a", "A", "first")
    patience = 0.2
    reader.state.ask(f"PRAGMA busy_timeout = {patience * 1000:.0f}")
    other = sqlite3.connect(folder / NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    began = time.monotonic()
    for _ in range(4):
        with pytest.raises(NotKept, match="another program is writing"):
            kept.write_note(reader, "event/b", "B", "second")
        with pytest.raises(NotKept, match="another program is writing"):
            kept.note_on(reader, "event/a")
    assert time.monotonic() - began < 2 * patience
    other.close()
    kept.write_note(reader, "event/b", "B", "second")
    assert reader.state.ask("PRAGMA busy_timeout") != [(0,)], "and waits again"


def test_two_briefings_share_nothing_and_a_name_moves_its_bookmark(folder: Path, reader: Reader) -> None:
    kept.bookmark(reader, "map", "red-lines/map", None)
    kept.bookmark(reader, "map", "compare/us-28+e3/6", "2025-12-09")
    kept.put(reader, "event/a", "A")
    kept.put(reader, "event/b", "B")
    kept.put(reader, "event/c", "C")
    kept.order(reader, ["event/c", "event/a"])
    assert [(one.name, one.address, one.day) for one in kept.bookmarks(reader)] == [("map", "compare/us-28+e3/6", "2025-12-09")]
    assert kept.basket(reader) == ["event/c", "event/a", "event/b"]
    assert kept.put(reader, "event/a", "A") is False
    other = Reader(State(folder), Path("/other/briefing.toml"), "Other")
    assert kept.basket(other) == []
    assert kept.bookmarks(other) == ()
    other.close()
