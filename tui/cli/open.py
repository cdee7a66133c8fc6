"""`briefing open`: the app, or the text of an address where there is no terminal for one."""

from __future__ import annotations

import click

from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.cli.opening import opened
from tui.views import HOME


@click.command("open")
@click.argument("address", default=HOME)
@click.option(
    "--mouse", is_flag=True, help="Take the mouse as well (click, double click, wheel); then the terminal's own selection needs Shift."
)
@click.option("--kiosk", is_flag=True, help="Start no program, write no file: for ForceCommand. Also BRIEFING_KIOSK=1.")
@asks
def command(asked: Asked, address: str, mouse: bool, kiosk: bool) -> int:
    """Open the app at an address such as parties/ukraine or compare/us-28+e3/territory.

    When standard output is no terminal, or with --plain, the text of the address is printed instead.
    """
    return opened(asked, address, mouse=mouse, kiosk=kiosk)
