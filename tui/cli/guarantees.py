"""`briefing guarantees`: options on their fixed axes, and what is left to ask."""

from __future__ import annotations

from collections.abc import Sequence

import click

from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.views.data import as_data
from tui.views.guarantees.options import axis_of, guarantees, on_axis, questions
from tui.views.guarantees.page import axis_page, grid_page, option_page, questions_page
from tui.views.guarantees.view import axis_data, options_data


@click.command("guarantees")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--questions", "asking", is_flag=True, help="What is left unsaid, as questions to ask.")
@click.option("--axis", metavar="NAME", help="What each says on one axis (trigger, forces, needs ...), and who leaves it unsaid.")
@asks
def command(asked: Asked, ids: Sequence[str], asking: bool, axis: str | None) -> int:
    """Show all guarantees on the axes, those named side by side, or one whole; what no source says is shown as unsaid."""
    with asked.store() as store:
        found = guarantees(store, ids)
        if axis is not None:
            answer = on_axis(found, axis_of(axis))
            asked.give(axis_data(answer), lambda: axis_page(answer))
        elif asking:
            left = questions(found)
            asked.give(as_data(left), lambda: questions_page(left))
        else:
            asked.give(options_data(found), lambda: option_page(found[0]) if len(ids) == 1 else grid_page(found))
    return 0
