"""Names that run from right to left: on a terminal, whatever prints them, they are kept apart, and turn nothing round beside them."""

from __future__ import annotations

import io
import re
import sys
import unicodedata
from pathlib import Path

import pytest

from tui.cli.ending import run
from tui.cli.new import write_new
from tui.hostile import isolated
from tui.terminal.probe import decide

HEBREW, ARABIC = "\u05d0\u05e8\u05d3\u05df (\u05d2)", "\u0628\u0644\u0645\u0648\u0631"
TEXTS = (
    "check", "overview", "parties", "red-lines", "guarantees", "compare", "timeline", "sources", "list party", "list point",
    "show party/arden", "show plan/arden-draft", "search ferry", "diff 2031-03-03 2031-05-01", "later --as-at 2031-03-03", "brief", "since",
    f"show party/{ARABIC}",
)  # fmt: skip


class Screen(io.TextIOWrapper):
    """A stream as a terminal is one."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("turned") / HEBREW
    write_new(folder, "")
    for path in folder.rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r'(?m)^(name|short|title) = "(.)', rf'\1 = "{HEBREW} 12 \2', text)
        path.write_text(re.sub(r'(?m)^said_by = "(.)', rf'said_by = "{ARABIC}, \1', text), encoding="utf-8")
    return folder


@pytest.mark.parametrize("words", TEXTS)
def test_every_text_on_a_terminal_keeps_words_from_right_to_left_apart(
    talks: Path, words: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    streams = [Screen(io.BytesIO(), encoding="utf-8") for _ in range(2)]
    for name, stream in zip(("stdout", "stderr"), streams, strict=True):
        monkeypatch.setattr(sys, name, stream)
    run(["--plain", "--briefing", str(talks), *words.split()])
    printed = "".join(stream.buffer.getvalue().decode() for stream in streams)  # type: ignore[attr-defined]
    assert words in ("check", "since") or any(name in printed for name in ("\u05d0", ARABIC))
    for line in printed.split("\n"):
        apart, turned = 0, False
        for character in line:
            apart += (character == "\u2068") - (character == "\u2069")
            assert apart in (0, 1)
            kind = unicodedata.bidirectional(character)
            assert kind not in ("R", "AL") or apart == 1, line
            assert kind not in ("EN", "L") or apart == 0, line
            turned = turned or kind in ("R", "AL")
        assert apart == 0


def test_in_a_pipe_a_name_is_as_it_was_written(talks: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--briefing", str(talks), "list", "party"]) == 0
    said = capsys.readouterr().out
    assert HEBREW in said
    assert "\u2068" not in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\u05d0 12", "\u2068\u05d0\u2069 12"),
        ("a \u05d0 - \u05d1, b", "a \u2068\u05d0 - \u05d1\u2069, b"),
        ("\u05d0\n\u05d1", "\u2068\u05d0\u2069\n\u2068\u05d1\u2069"),
        ("\u05d0 (\u05d1) 12", "\u2068\u05d0 (\u05d1)\u2069 12"),
        ("[\u05d0] \u05d1", "\u2068[\u05d0] \u05d1\u2069"),
        ("\u05d0  \u05d1", "\u2068\u05d0\u2069  \u2068\u05d1\u2069"),
        ("\u05d0 │ \u05d1 → \u05d2", "\u2068\u05d0\u2069 │ \u2068\u05d1\u2069 → \u2068\u05d2\u2069"),
        ("https://example.org/\u05d0 \u05d1", "https://example.org/\u05d0 \u2068\u05d1\u2069"),
    ],
)
def test_what_stands_beside_is_not_part_of_them(text: str, told: str) -> None:
    assert isolated(text) == told


@pytest.mark.parametrize("told", [{"TERM": "linux"}, {"TERM": "dumb"}, {"TERM": "screen", "STY": "1.tty"}])
def test_a_terminal_that_shows_the_signs_as_letters_is_sent_none(
    talks: Path, told: dict[str, str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = Screen(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", stream)
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    run(["--plain", "--briefing", str(talks), "list", "party"])
    said = stream.buffer.getvalue().decode()  # type: ignore[attr-defined]
    assert "\u05d0" in said
    assert "\u2068" not in said
    assert not decide(told).isolates
