"""Coming back, tried as a reader does in a terminal: what is new, the place, the note; and sources that change under the reader's eyes."""

import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from invented import FLOOD
from session import BRIEFING, Session, environment

from tui.cli.new import write_new
from tui.compile.build import build
from tui.locate import MANIFEST


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    write_new(tmp_path / "talks", None)
    build(tmp_path / "talks" / MANIFEST)
    return tmp_path / "talks"


@contextmanager
def app(talks: Path, *words: str, **env: str | None) -> Iterator[Session]:
    """A session of a reader whose state is kept beside the talks."""
    surroundings = environment(XDG_STATE_HOME=str(talks.parent / "state"), **env)
    with Session([*BRIEFING, "--briefing", str(talks), *words], columns=100, lines=30, env=surroundings) as session:
        session.until("as at")
        session.settle()
        yield session


def rewrite(talks: Path, name: str, old: str, new: str) -> None:
    """Replace some words of a source file in one step, as editors do."""
    path = talks / "data" / name
    text = path.read_text()
    assert old in text
    path.with_suffix(".new").write_text(text.replace(old, new, 1))
    path.with_suffix(".new").replace(path)


def lines(session: Session, start: str) -> list[str]:
    return [line for line in session.text().split("\n") if line.startswith(start)]


def test_a_reader_who_comes_back_finds_what_is_new_the_place_and_the_note(talks: Path) -> None:
    with app(talks) as session:
        session.press("3", "j", "A")
        session.press(*"ask Ann", "enter")
        session.until("Noted on Bellmoor: No toll")
        session.press("*", "Q")
        assert session.process.wait(10) == 0
    rewrite(talks, "arden-draft.toml", "clear height of 9 metres", "clear height of 11 metres")
    path = talks / "data" / "events.toml"
    path.write_text(path.read_text() + FLOOD)
    with app(talks) as session:
        text = session.text()
        assert "You are where you were; 0 begins afresh." in text
        assert "1 new, 1 changed since you last read" in " ".join(text.split())
        assert lines(session, ">p"), "the row as it was left, and the sign of the note beside it"
        assert "Your note  ask Ann" in text
        session.press("N")
        assert [line[2:4] for line in lines(session, ">*") + lines(session, " *") if "All of it" not in line] == ["~ ", "+ "]
        text = " ".join(session.text().split())
        assert "[-9-] [+11+] metres" in text
        assert text.index("9 -> 11") < text.index("[-9-]")
        session.press("j", "enter")
        session.until("The Lode floods")
        session.press("0")
        assert "1 changed since you last read" in session.text()
        session.read(1)  # longer than it takes to keep the place
        os.kill(session.process.pid, 9)
        session.process.wait()
    with app(talks) as session:
        assert "* 1 changed since you last read" in session.text(), "killed, and what was read is read"
        session.press("Q")
    with app(talks, "open", "timeline/signing") as session:
        assert "You are where you were" not in session.text(), "an address that was asked for wins"
        session.press("F")
        session.press(*"ask")
        session.until("Your notes")
        session.press("esc", "Q")
        session.process.wait(10)
    with app(talks, "open", "--fresh") as session:
        assert "What divides" in session.text()
        assert "You are where you were" not in session.text()


def test_sources_that_change_in_another_window_come_to_the_screen_and_a_broken_edit_leaves_it_and_says_so(talks: Path) -> None:
    with app(talks, "open", "red-lines/bellmoor-toll") as session:
        rewrite(talks, "red-lines.toml", "Nobody pays to cross the bridge.", "Nobody pays to cross the new bridge.")
        session.until("1 record changed: N.", 6)
        assert "Nobody pays to cross the new bridge." in session.text()
        assert lines(session, ">*")
        before = time.monotonic()
        rewrite(talks, "red-lines.toml", 'id = "bellmoor-toll"', 'id = bellmoor-toll"')
        session.until("1 error since ", 6)
        told = time.monotonic() - before
        assert "Nobody pays to cross the new bridge." in session.text(), "the screen is not lost"
        session.press("j")
        assert "1 error since " in session.text(), "it is not only said once"
        session.press("!")
        text = session.text()
        assert "E101" in text
        assert "red-lines.toml:20:6" in re.sub(r"\s*│\s*", "", text), "in a deep folder on more than one line"
        rewrite(talks, "red-lines.toml", 'id = bellmoor-toll"', 'id = "bellmoor-toll"')
        session.until("The sources are well again.", 6)
        assert "error since" not in session.text()
        assert told < 6
        assert session.read(1.2) == b"", "looking at the files sends nothing"


def test_on_broken_sources_the_store_that_was_built_before_is_opened_and_without_one_the_findings_are_told(talks: Path) -> None:
    rewrite(talks, "red-lines.toml", 'id = "bellmoor-toll"', 'id = bellmoor-toll"')
    with app(talks, EDITOR="true") as session:
        text = session.text()
        assert "1 error since " in text
        assert "What divides" in text
        session.press("!")
        assert "E101" in session.text()
        session.press("Q")
        session.process.wait(10)
    (talks / ".briefing" / "store.db").unlink()
    with Session([*BRIEFING, "--briefing", str(talks)], env=environment()) as session:
        session.until("1 finding, the most important first.")
        session.settle()
        assert session.process.wait(10) == 1


def test_a_session_that_only_reads_notices_a_store_that_another_process_has_put_in_its_place(talks: Path, tmp_path: Path) -> None:
    store = tmp_path / "published" / "talks.db"
    build(talks / MANIFEST, store)
    with app(store, "open", "--kiosk", "red-lines/bellmoor-toll") as session:
        rewrite(talks, "red-lines.toml", "Nobody pays to cross the bridge.", "Nobody pays to cross the new bridge.")
        build(talks / MANIFEST, store)
        session.until("1 record changed.", 6)
        assert "Nobody pays to cross the new bridge." in session.text()
        session.press("N")
        assert "this is a kiosk" in session.text()
        store.with_name("other").write_bytes(b"no store at all")
        store.with_name("other").replace(store)
        session.until("The store was replaced by one that cannot be read", 6)
        session.press("1", "3")
        build(talks / MANIFEST, store.with_name("other"))
        with closing(sqlite3.connect(store.with_name("other"))) as connection:
            connection.execute("CREATE VIEW more AS SELECT 1")
        store.with_name("other").replace(store)
        session.until("The store was replaced by one that cannot be read", 6)
        assert "Nobody pays to cross the new bridge." in session.text()
        session.press("Q")
        assert session.process.wait(10) == 0
        assert str(store).encode() not in session.raw, "guests of a kiosk shall learn of no path"
    assert not (tmp_path / "state").exists(), "in a kiosk nothing is kept"


def test_who_has_set_that_nobody_looks_is_told_of_a_broken_edit_of_his_own_all_the_same(talks: Path, tmp_path: Path) -> None:
    config = tmp_path / "config" / "briefing"
    config.mkdir(parents=True)
    (config / "config.toml").write_text("watch = false\n")
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nfor file; do :; done\nprintf "\\nnonsense = 1\\n" >> "$file"\n')
    editor.chmod(0o755)
    with app(talks, "open", "parties/arden", XDG_CONFIG_HOME=str(tmp_path / "config"), EDITOR=str(editor)) as session:
        rewrite(talks, "red-lines.toml", "Nobody pays to cross the bridge.", "Nobody pays to cross the new bridge.")
        session.read(1.2)
        assert "changed" not in session.text().split("\n")[-1].replace("D changed", "")
        session.press("E")
        session.until("unknown key `nonsense`")
