"""`briefing export`: a document, a table or data, to send on."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.findings import MachineError
from tui.store.read import Store, inputs_of

FORMATS = ("md", "html", "csv", "json")
PARTS = ("overview", "parties", "red-lines", "guarantees", "compare", "timeline", "sources", "all")


@click.command("export")
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option("--what", default="all", show_default=True, type=click.Choice(PARTS), help="Which part of the briefing.")
@click.option("--plans", default="", metavar="A,B", help="The plans to compare, and to set against the red lines.")
@click.option(
    "-o", "--output", "out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="A file instead of standard output."
)
@asks
def command(asked: Asked, format_: str, what: str, plans: str, out: Path | None) -> int:
    """Markdown, one HTML file that prints well, CSV of one grid, or JSON; the handling mark stands on all of it."""
    from tui.export.formats import export  # templates take a while to import, and no other command needs them

    path = asked.store_path()
    with Store.open(path, asked.as_at) as store:
        text = export(store, inputs_of(path).digests, format_, what, [name.strip() for name in plans.split(",") if name.strip()])
    if out is None:
        output.data(text)
        return 0
    try:
        out.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise MachineError(f"cannot write {out}: {error.strerror or error}") from error
    return 0
