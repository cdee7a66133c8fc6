"""`briefing completions`: a script for the shell; and what a shell gets that asks for completions, the words that may stand next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import get_completion_class

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.cli.commands import group
from tui.cli.words import COMPLETING
from tui.errors import BadInput, BriefingError

if TYPE_CHECKING:
    from click.shell_completion import ShellComplete

# Click's scripts, and what of them is written otherwise: in zsh and fish they ask for a path that begins with all of the word, as in
# `--briefing=da`, where it is what stands behind the option; in fish for one without its quotes and blanks; and zsh's, loaded from a
# file, completes nothing at the second Tab.
_LEAD = r"""    set -l lead (string match --regex -- '^--[a-z-]+=' (commandline -ct));
    set -l path (string replace -- "$lead" "" (commandline -ct));
"""
_FOUND = """string replace --regex -- '^' "$lead" (complete -C"\'\' $path")"""
_OTHERWISE = {
    "zsh": (
        ("_path_files -/", "compset -P '--*='; _path_files -/"),
        ("_path_files -f", "compset -P '--*='; _path_files -f"),
        ("$zsh_eval_context[-1] == loadautofunc", "$funcstack[1] == _briefing"),
    ),
    "fish": (
        ("    for completion in", f"{_LEAD}\n    for completion in"),
        ("__fish_complete_directories $metadata[2];", f"{_FOUND} | string match '*/*';"),
        ("__fish_complete_path $metadata[2];", f"{_FOUND};"),
    ),
}


def completed(asked: str) -> None:
    """Answer what the variable asks, such as `bash_complete`. Raise BadInput for what no shell asks."""
    shell, _, what = asked.partition("_")
    if what not in ("source", "complete"):
        raise BadInput(f"{COMPLETING} is {asked!r}, which no shell asks; `briefing completions` makes what a shell needs")
    completion = _completing(shell)
    told = script(shell) if what == "source" else "\n".join(_next_words(completion))
    with output.failing():
        click.echo(told)


def script(shell: str) -> str:
    """Return what a shell is to source. Raise BadInput for a shell that is not known."""
    text = _completing(shell).source()
    for theirs, ours in _OTHERWISE.get(shell, ()):
        text = text.replace(theirs, ours)
    return text


def _completing(shell: str) -> ShellComplete:
    made = get_completion_class(shell)
    if made is None:
        raise BadInput(f"there are no completions for the shell {shell!r}")
    return made(group(), {}, "briefing", COMPLETING)


def _next_words(completion: ShellComplete) -> list[str]:
    """Return what may stand next. Only the word begun comes back of what is typed, and that is cleaned first."""
    try:
        before, begun = completion.get_completion_args()
    except (KeyError, ValueError, IndexError):
        raise BadInput("completions need COMP_WORDS and COMP_CWORD, as the script of `briefing completions` sets them") from None
    before = [word for word in before if word != "="]  # bash breaks `--briefing=PATH` into three
    try:
        return [completion.format_completion(one) for one in completion.get_completions(before, output.one_line(begun))]
    except BriefingError:  # a command that there is not, a briefing that cannot be read: a sentence would stand in the line being typed
        return []


@click.command("completions")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@asks
def command(asked: Asked, shell: str) -> int:
    """Write completions for a shell, to be sourced: `briefing completions bash > ~/.local/share/bash-completion/completions/briefing`."""
    del asked
    output.data(script(shell) + "\n")
    return 0
