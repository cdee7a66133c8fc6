"""`briefing red-lines`: what each party will not give up, and how the plans stand to it."""

from __future__ import annotations

from collections.abc import Sequence

import click

from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.views.data import as_data
from tui.views.red_lines.line_grid import grid, touches_of
from tui.views.red_lines.lines import red_lines
from tui.views.red_lines.page import grid_page, lines_page, touches_page
from tui.views.red_lines.view import grid_data


@click.command("red-lines")
@click.option(
    "--plan", "plans", multiple=True, metavar="ID", help="Which points of this plan touch which line, with the words on both sides."
)
@click.option("--party", "parties", multiple=True, metavar="ID", help="Only the lines of this party.")
@click.option("--lines", is_flag=True, help="The lines themselves, with ground, firmness and movement, and no grid.")
@asks
def command(asked: Asked, plans: Sequence[str], parties: Sequence[str], lines: bool) -> int:
    """Show the grid red line by plan, with verdicts in words. With --plan also every touch: both wordings, the reason, and the sources."""
    with asked.store() as store:
        if lines:
            held = red_lines(store, parties)
            asked.give([{"kind": "red_line", **as_data(line)} for line in held], lambda: lines_page(held))
            return 0
        found = grid(store, plans, parties)
        data = grid_data(store, found) if asked.json else None
        asked.give(data, lambda: touches_page(found, touches_of(store, found)) if plans else grid_page(found))
    return 0
