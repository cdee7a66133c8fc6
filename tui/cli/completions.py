"""`briefing completions`: a script for the shell."""

from __future__ import annotations

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import asks


@click.command("completions")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@asks
def command(asked: Asked, shell: str) -> int:
    """Completions for a shell, to be sourced: `briefing completions bash > ~/.local/share/bash-completion/completions/briefing`."""
    from click.shell_completion import get_completion_class

    from tui.cli.commands import group

    del asked
    made = get_completion_class(shell)
    assert made is not None
    output.data(made(group(), {}, "briefing", "_BRIEFING_COMPLETE").source() + "\n")
    return 0
