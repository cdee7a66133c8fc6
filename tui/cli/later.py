"""`briefing later`: what was not yet public on a day."""

from __future__ import annotations

import click

from tui.cli.asked import Asked
from tui.cli.asking import asks, day
from tui.views.later.page import page
from tui.views.later.question import later


@click.command("later")
@click.option("--until", metavar="DATE", help="Only what became known up to this day.")
@asks
def command(asked: Asked, until: str | None) -> int:
    """Show what was not yet public on the day of --as-at: plans and their points, statements, statuses, guarantees, red lines, events,
    sources; each with the day it became known and who made it known. With --until it is what became known between the two days.
    `briefing diff` tells what is said otherwise then, word by word.
    """
    with asked.store() as store:
        found = later(store, until=day(until, store.manifest.as_of.upper, "--until") if until is not None else None)
    asked.give(found, lambda: page(found))
    return 0
