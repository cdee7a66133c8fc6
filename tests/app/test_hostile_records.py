"""A store whose every text carries what could act on a terminal: nothing of it may reach one, in any pane or command.

The loader refuses such text, so the store is written past it, as a foreign tool could have written it.
"""

from __future__ import annotations

import re
from base64 import b64decode
from pathlib import Path

import forked
import pytest
from commanded import commanded
from poisoned import NAME, briefing, text_fields, texts
from reading_back import read_back
from session import BRIEFING, Session, environment

from tui.model import KINDS, Manifest
from tui.render.formats import FORMATS, parts_of
from tui.store.read import Store
from tui.store.write import write

OURS = re.compile(
    rb"\x1b\[[0-9;?<>]*[A-Za-z]|\x1b\[\?20(?:26|48)\$p|\x1bM|\x1b\]22;default\x07"  # colours, moves, modes, scrolls, pointer
)
COPY = re.compile(rb"\x1b\]52;c;(?!RVZJ)([\w+/=]*)\x07")
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]")


@pytest.fixture(scope="module")
def hostile(ferry: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "store.db"
    with Store.open(ferry, "9999-12-31") as store:
        write(path, *briefing(store.manifest, [one for kind in KINDS for one in store.all(kind)]), {"briefing.toml": "0" * 64})
    return path


def test_every_text_of_the_model_is_hostile_in_this_store(hostile: Path) -> None:
    with Store.open(hostile, "9999-12-31") as store:
        values = [store.manifest, *(record for kind in KINDS for record in store.all(kind))]
    found = {(cls, name) for value in values for cls, name, text in texts(value) if "\x1b]52" in text}
    assert found == set().union(*(text_fields(cls) for cls in (Manifest, *KINDS.values())))


def assert_nothing_acts(session: Session) -> None:
    for copied in COPY.findall(session.raw):
        assert not FORBIDDEN.search(b64decode(copied).decode()), "what is copied may be pasted into a terminal"
    left = OURS.sub(b"", COPY.sub(b"", session.raw))
    assert b"52;c;RVZJ" not in session.raw
    assert b"\x1b" not in left
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]", left.decode())


def test_no_pane_help_palette_search_or_detail_lets_anything_through(hostile: Path) -> None:
    with Session([*BRIEFING, "--briefing", str(hostile), "open"], columns=120, lines=40) as session:
        session.until("What divides")
        for key in "234567":
            session.press(key, "j", "i", key, "\r", "i", key, "v", "v", "J")
        session.press("4", ".", "5", "d", "5", "w", "5", "L", "5", "p", "5")
        session.press("?", "5", ":", "e", "v", "\r", "\r", "5", "F", *"evil", "\r", "\r")
        session.press("Q")
        assert session.wait() == 0
        assert b"EVIL" in session.raw, "the text itself is shown"
        for markup in (b"[/nope]", b"[note]", b"[@click=app.quit]", b"[bold]", b"[link=", b"[Article 5]"):
            assert markup in session.raw, "letters, and nothing else"
        assert_nothing_acts(session)


@pytest.mark.parametrize("place", ["parties/x", "red-lines/x", "guarantees/x", "compare/arden-draft+x", "timeline/x", "sources/x"])
def test_no_detail_or_copy_of_a_record_in_which_everything_is_said_does(hostile: Path, place: str) -> None:
    with Session([*BRIEFING, "--briefing", str(hostile), "open", place + NAME], columns=200, lines=60) as session:
        session.until("EVIL")
        session.press("i", "esc", "\r", "\t", "G", "i", "esc", "esc", "v", "J", "E", "H", "\r", "y", "Y")
        session.press("Q")
        assert session.wait() == 0
        assert_nothing_acts(session)


COMMANDS = [
    *(
        ["overview"],
        ["parties"],
        ["red-lines"],
        ["guarantees"],
        ["timeline"],
        ["sources"],
        ["search", "EVIL"],
        ["later", "--as-at", "2020"],
        ["diff", "2020", "2031-03-20"],
        ["diff", "2020", "2031-03-20", "--md"],
    ),
    *(["compare", "arden-draft", "bellmoor-counter"], ["compare", f"x{NAME}", "arden-draft", "--diff"]),
    *(["list", kind] for kind in KINDS),
    *(["show", kind, f"x{NAME}"] for kind in KINDS),
    ["show", "plan", f"x{NAME}/x{NAME}"],
    *(["export", form] for form in ("md", "html", "csv --what compare", "json")),
]


@pytest.mark.sweep
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command).replace(NAME, ""))
@pytest.mark.parametrize("form", ["--plain", "--json"])
def test_no_command_lets_anything_through(hostile: Path, command: list[str], form: str) -> None:
    words = [word for part in command for word in (part.split(" ") if part.startswith("csv") else [part])]
    said = commanded("--briefing", hostile, *words, form)
    assert said.code == 0, said.err
    assert "EVIL" in said.out
    for out in (said.out, said.err):
        assert not FORBIDDEN.search(out.replace("\r\n", "\n"))


@pytest.mark.parametrize("form", FORMATS)
def test_no_exported_file_holds_anything(hostile: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    command = [*BRIEFING, "--briefing", str(hostile), "export", form, "--what", parts_of(form)[-1 if form != "csv" else 0], "-o", str(out)]
    assert forked.run(command, env=environment()).returncode == 0
    made = out.read_bytes()
    text = read_back(made) if made.startswith(b"PK") else made.decode()
    assert "EVIL" in text
    assert not FORBIDDEN.search(text.replace("\r\n", "\n"))


def test_hostile_arguments_come_back_harmless(hostile: Path) -> None:
    for arguments in (["show", "party", "\x1b[2Jx"], ["\x1b]0;t\x07"], ["search", "\x1b[2J\u202e"], ["--briefing", "\x1b[2J/nowhere"]):
        done = forked.run([*BRIEFING, "--briefing", str(hostile), *arguments], env=environment())
        assert done.returncode in (0, 1, 2)
        assert b"\x1b" not in done.stdout + done.stderr
        assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("prompt", ["/", ":", "F", "a", "e"])
def test_what_is_typed_at_a_prompt_comes_back_without_what_could_act(ferry: Path, prompt: str, tmp_path: Path) -> None:
    # Textual's own field echoes it; between it and the terminal stands the last gate alone.
    with Session([*BRIEFING, "--briefing", str(ferry), "open", "parties"], env=environment(), cwd=tmp_path) as session:
        session.until("Must ratify")
        session.press(prompt)
        session.press("SE\u202eEN\u2066\u200b\x9b", "\x1b[200~PAS\u202eTED\x9b2J\x1b]0;evil\x07\u2069\x1b[201~")
        session.until("SEENPASTED")
        session.press("\r")
        session.press("\x1b", "Q")
        assert session.wait() == 0
        assert_nothing_acts(session)
