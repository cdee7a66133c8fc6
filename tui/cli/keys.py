"""`briefing keys`: the keys of the app, from the table that binds them."""

from __future__ import annotations

import click

from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.keys import KEYS, shown
from tui.views.blocks import Block, Field, Heading, Page, line


@click.command("keys")
@asks
def command(asked: Asked) -> int:
    """Show the keys of the app, by group. Letters also work where a Cyrillic layout types their twins."""
    blocks: list[Block] = [Heading(line("Keys"), 1)]
    group = ""
    for key in KEYS:
        if key.group != group:
            group = key.group
            blocks.append(Heading(line(group), 2))
        where = f" (in {', '.join(key.panes)})" if key.panes else ""
        blocks.append(Field(" ".join(map(shown, key.keys)), line(key.text + where)))
    asked.give(KEYS, Page("Keys", tuple(blocks)))
    return 0
