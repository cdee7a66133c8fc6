"""`briefing pull`: fetch a published briefing, for oneself or for all readers of a host."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import FOLDER, asks
from tui.errors import BadInput
from tui.folders import is_folder
from tui.views.data import json_text


@click.command("pull")
@click.argument("address", required=False)
@click.option(
    "--into", metavar="FOLDER", type=FOLDER, help="Keep it in this folder, for every account that may read it; without, in your own cache."
)
@click.option("--forget", is_flag=True, help="Forget what was fetched from there, and that it may not go back behind it.")
@asks
def command(asked: Asked, address: str | None, into: str | None, forget: bool) -> int:
    """Fetch what is new at ADDRESS: https://HOST/FOLDER/, http for this machine alone, file:///FOLDER. Silent when nothing is.

    Readers of a host open the FOLDER of --into by --briefing, need no network, and see what is new while they read. ADDRESS may be left
    out where the FOLDER was filled before. Ends with 1 for what is refused and 3 for what cannot be reached; what was there stays.
    """
    from tui.travel.addresses import upstream  # 39 ms: help and completions load every command
    from tui.travel.arriving import came, vouching
    from tui.travel.kept import KeptFolder, in_cache
    from tui.travel.pulling import pull

    given = address or asked.address or (KeptFolder(Path(into)).known().address if into else "")
    if not given:
        raise BadInput("name the address to pull from, such as https://host/talks/")
    where = upstream(given)
    kept = KeptFolder(Path(into)) if into else in_cache(str(where), unverified=asked.unverified)
    if into and kept.holds_other():
        raise BadInput(f"{into} holds something else; name an empty folder, or one that a pull has filled")
    if forget:
        if not is_folder(kept.folder):
            raise BadInput(f"nothing was fetched from {where}")
        with kept.held():
            shutil.rmtree(kept.folder)
        return 0
    pulled = pull(where, kept, vouching(unverified=asked.unverified), unverified=asked.unverified)
    if asked.json:
        output.data(json_text({"store": str(kept.store), "version": pulled.version, "new": pulled.new}))
    elif pulled.new:
        output.data(f"{where}: {came(pulled.version)}\n")
    return 0
