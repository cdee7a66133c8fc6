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
    """Write completions for a shell, to be sourced: `briefing completions bash > ~/.local/share/bash-completion/completions/briefing`."""
    from tui.cli.completing import script  # 2 ms: who asks for help needs it not

    del asked
    output.data(script(shell) + "\n")
    return 0
