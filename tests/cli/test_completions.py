"""Completions in the shells that people use: file names where a path stands, and nothing that the shell could do before is lost."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from commanded import commanded
from session import ROOT, Session, environment

from tui.cli.asking import PathWord
from tui.cli.commands import group

# What is typed before Tab, and what stands there after it.
LINES = {
    "briefing expo": "briefing export",
    "briefing --briefing fi": "briefing --briefing file.db",
    "briefing --briefing=fi": "briefing --briefing=file.db",
    "briefing export md -o my\\ fo": "briefing export md -o my\\ folder/",
    "briefing new my": "briefing new my\\ folder/",
    "briefing publish ./my\\ folder/fo": "briefing publish ./my\\ folder/for-all/",
    "briefing diff 2025-12-09 fi": "briefing diff 2025-12-09 file.db",
    "cat fi": "cat file.db",
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a file and folders, and beside it one for PATH, with `briefing`."""
    folder, programs = tmp_path / "desk", tmp_path / "bin"
    (folder / "my folder" / "for-all").mkdir(parents=True)
    (folder / "file.db").touch()
    programs.mkdir()
    program = programs / "briefing"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m tui.cli "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return folder


def shell(name: str, desk: Path) -> tuple[str, dict[str, str]]:
    """Where a shell is, and its environment."""
    found = shutil.which(name)
    assert found, f"{name} is missing; .ci/run installs it"
    return found, environment(PATH=f"{desk.parent / 'bin'}:{os.environ['PATH']}", HOME=str(desk), PYTHONPATH=str(ROOT))


@pytest.mark.terminal
@pytest.mark.parametrize(
    ("name", "arguments", "loaded"),
    [
        ("bash", ["--norc", "--noprofile", "-i"], 'eval "$(briefing completions bash)"'),
        (
            "zsh",
            ["-f", "-i"],
            "briefing completions zsh > ../bin/_briefing; fpath=(~/../bin $fpath); autoload -Uz compinit; compinit -D -u",
        ),
    ],
)
def test_a_shell_completes_files_where_a_path_stands(name: str, arguments: list[str], loaded: str, desk: Path) -> None:
    program, env = shell(name, desk)
    with Session([program, *arguments], env=env, cwd=desk, lines=50) as session:
        session.type(f"{loaded}; echo read''y\n".encode())
        session.until("ready")
        for typed, completed in LINES.items():
            session.type(f"{typed}\t".encode())
            session.until(completed, 10)
            session.type(b"\x15")  # and not a new line: what is typed before its prompt is there is no completion


@pytest.mark.terminal
def test_fish_completes_files_where_a_path_stands(desk: Path) -> None:
    program, env = shell("fish", desk)
    asked = "; ".join(f"complete -C '{typed}'; echo ." for typed in LINES)
    script = f"briefing completions fish | source; {asked}"
    done = subprocess.run([program, "--no-config", "-c", script], capture_output=True, env=env, cwd=desk, text=True, check=True, timeout=60)
    assert done.stderr == ""
    given = [part.split("\t")[0].strip() for part in done.stdout.split("\n.\n")[:-1]]
    assert [one.rstrip("/") for one in given] == [
        "export",
        "file.db",
        "--briefing=file.db",
        "my folder",
        "my folder",
        "./my folder/for-all",
        "file.db",
        "file.db",
    ]


def test_every_word_that_names_a_place_is_completed_as_one() -> None:
    context = click.Context(group())
    commands = [context.command, *(found for name in group().list_commands(context) if (found := group().get_command(context, name)))]
    for command in commands:
        for one in command.params:
            takes = one.make_metavar(context).strip("[].") if not getattr(one, "is_flag", False) else ""
            if takes in ("PATH", "FILE", "FOLDER", "DEST", "OLD", "NEW") and command.name != "versions":
                assert isinstance(one.type, PathWord), (command.name, takes)
                assert (one.type.kind == "dir") == (takes in ("FOLDER", "DEST"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_what_cannot_be_completed_says_nothing_into_the_line_that_is_typed(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for words in ("briefing import", "briefing nosuch x", "briefing --briefing /nowhere show plan"):
        monkeypatch.setenv("COMP_WORDS", f"{words} ")
        monkeypatch.setenv("COMP_CWORD", "" if shell == "fish" else str(len(words.split())))
        monkeypatch.setenv("_BRIEFING_COMPLETE", f"{shell}_complete")
        said = commanded()
        assert (said.out.strip(), said.err) == ("", ""), words
