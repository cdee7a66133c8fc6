"""What a shell gets that asks for completions: the script that asks, or the words that may stand next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import get_completion_class

from tui.cli import output
from tui.cli.commands import group
from tui.cli.words import COMPLETING
from tui.errors import BadInput

if TYPE_CHECKING:
    from click.shell_completion import ShellComplete


def completed(asked: str) -> None:
    """Answer what the variable asks, such as `bash_complete`. Raise BadInput for what no shell asks."""
    shell, _, what = asked.partition("_")
    if what not in ("source", "complete"):
        raise BadInput(f"{COMPLETING} is {asked!r}, which no shell asks; `briefing completions` makes what a shell needs")
    completion = completing(shell)
    told = completion.source() if what == "source" else "\n".join(_words(completion))
    with output.failing():
        click.echo(told)


def completing(shell: str) -> ShellComplete:
    """Return what completes for a shell. Raise BadInput for a shell that is not known."""
    made = get_completion_class(shell)
    if made is None:
        raise BadInput(f"there are no completions for the shell {shell!r}")
    return made(group(), {}, "briefing", COMPLETING)


def _words(completion: ShellComplete) -> list[str]:
    """Return what may stand next. Only the word begun comes back of what is typed, and that is cleaned first."""
    try:
        before, begun = completion.get_completion_args()
    except (KeyError, ValueError, IndexError):
        raise BadInput("completions need COMP_WORDS and COMP_CWORD, as the script of `briefing completions` sets them") from None
    return [completion.format_completion(one) for one in completion.get_completions(before, output.one_line(begun))]
