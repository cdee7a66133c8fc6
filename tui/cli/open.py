"""`briefing open`: the app, or the text of an address where there is no terminal for one."""

from __future__ import annotations

import click

from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.cli.opening import opened


@click.command("open")
@click.argument("address", required=False)
@click.option(
    "--mouse", is_flag=True, help="Take the mouse as well (click, double click, wheel); then the terminal's own selection needs Shift."
)
@click.option("--kiosk", is_flag=True, help="Start no program, write no file: for ForceCommand. Also BRIEFING_KIOSK=1.")
@click.option("--fresh", is_flag=True, help="Begin at the first pane, and not where you were.")
@click.option(
    "--every", type=click.FloatRange(1), metavar="SECONDS", help="How often to ask elsewhere for a newer briefing; else every 60."
)
@asks
def command(asked: Asked, address: str | None, mouse: bool, kiosk: bool, fresh: bool, every: float | None) -> int:
    """Open the app at an address such as parties/ukraine or compare/us-28+e3/territory; without one, where you were.

    When standard output is no terminal, or with --plain, the text of the address is printed instead.
    """
    return opened(asked, address, mouse=mouse, kiosk=kiosk, fresh=fresh, every=every)
