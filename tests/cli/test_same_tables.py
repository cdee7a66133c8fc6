"""`briefing keys`, `man`, `completions` and `--help` tell of one program: every key, command and option, each in the same words."""

from __future__ import annotations

from importlib import import_module

import click
import forked
import pytest
from session import BRIEFING, ROOT, environment

from tui.cli.words import COMMANDS, OPTIONS
from tui.keys import KEYS


def said(*words: str, **env: str) -> str:
    done = forked.run([*BRIEFING, *words], env=environment(**env))
    assert done.returncode == 0
    return " ".join(done.stdout.decode().replace("\\-", "-").replace("\\e", "\\").split())


@pytest.fixture(scope="module")
def manual() -> str:
    return said("man")


@pytest.fixture(scope="module")
def keys() -> str:
    return said("keys")


def test_keys_and_manual_tell_every_key_in_the_same_words(manual: str, keys: str) -> None:
    for key in KEYS:
        assert key.text in keys
        assert key.text in manual


def test_help_and_manual_tell_every_command_and_option_in_the_same_words(manual: str) -> None:
    listed = said("--help")
    for name, (_, text) in COMMANDS.items():
        assert f"{name} {text}" in listed
        assert f"{name}\\fR {text}" in manual
    for name, (_, text) in OPTIONS.items():
        for told in (listed, manual):
            assert name in told
            assert text in told


def test_the_tables_name_every_command_that_there_is_and_the_options_that_each_takes(manual: str) -> None:
    modules = {path.stem: import_module(f"tui.cli.{path.stem}") for path in (ROOT / "tui" / "cli").glob("[a-z]*.py")}
    commands = {stem: one for stem, module in modules.items() if isinstance(one := getattr(module, "command", None), click.Command)}
    assert {module for module, _ in COMMANDS.values()} == set(commands)
    words = {
        text
        for command in commands.values()
        for option in command.params
        if "--help" not in option.opts and (text := getattr(option, "help", ""))
    }
    assert not [text for text in words if " ".join(text.split()) not in manual]
    for stem, command in commands.items():
        takes = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
        assert set(OPTIONS) <= takes, stem


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_every_command_that_help_tells(shell: str) -> None:
    assert "_BRIEFING_COMPLETE" in said("completions", shell)
    offered = said(_BRIEFING_COMPLETE=f"{shell}_complete", COMP_WORDS="briefing ", COMP_CWORD="" if shell == "fish" else "1")
    assert [name for name in COMMANDS if name not in offered] == []
