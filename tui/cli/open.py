"""`briefing open`: the app, or the text of an address where there is no terminal for one."""

from __future__ import annotations

import sys

import click

from tui.cli.asked import Asked, asks


@click.command("open")
@click.argument("address", default="overview")
@click.option("--ascii", is_flag=True, help="Draw with ASCII alone.")
@click.option("--mouse", is_flag=True, help="Take the mouse as well; then the terminal's own selection needs Shift.")
@click.option("--kiosk", is_flag=True, help="Start no program, write no file: for ForceCommand. Also BRIEFING_KIOSK=1.")
@asks
def command(asked: Asked, address: str, ascii: bool, mouse: bool, kiosk: bool) -> int:  # noqa: A002
    """Open the app at an address such as parties/ukraine or compare/us-28+e3/territory.

    When standard output is no terminal, or with --plain, the text of the address is printed instead.
    """
    if asked.json or asked.plain or not sys.stdout.isatty():
        from tui.cli.places import page_at

        with asked.store() as store:
            value, page = page_at(store, address, later=asked.as_at is None)
            asked.give(value, page)
        return 0
    from tui.app import run

    return run(asked.store_path(), address, as_at=asked.as_at, ascii_only=ascii, mouse=mouse, kiosk=kiosk)
