"""`briefing export`: a document, a table or data, to send on."""

from __future__ import annotations

import click

from tui.cli.asked import Asked
from tui.cli.asking import FILE, asks
from tui.cli.delivering import deliver, spare
from tui.cli.state import own_parts
from tui.errors import BadInput
from tui.render.formats import ALL, FORMATS, PARTS, export
from tui.store.inputs import inputs_of
from tui.store.read import Store

_HELP = f"""Write the briefing, or a part of it, in a FORMAT; the handling mark stands on all of it.

\b
{chr(10).join(f"{name:10}{one.about}" for name, one in FORMATS.items())}
"""


@click.command("export", help=_HELP)
@click.argument("format_", metavar="FORMAT", type=click.Choice(tuple(FORMATS)))
@click.option("--what", default="all", show_default=True, type=click.Choice((*PARTS, ALL)), help="Which part of the briefing.")
@click.option("--plans", metavar="A,B", help="The plans to compare, and to set against the red lines.")
@click.option(
    "-o",
    "--output",
    "out",
    metavar="FILE",
    type=FILE,
    help="A file instead of standard output, a folder for several; what they held is lost.",
)
@click.option("--basket", is_flag=True, help="What you have put into your basket, and nothing else.")
@click.option("--notes", is_flag=True, help="Your private notes as well, which no export has unasked.")
@asks
def command(asked: Asked, format_: str, what: str, plans: str | None, out: str | None, basket: bool, notes: bool) -> int:
    """Write what was asked for to standard output, a file or a folder."""
    named = [name.strip() for name in (plans or "").split(",") if name.strip()]
    if plans is not None and not named:
        raise BadInput("--plans names no plan; write it like A,B")
    path = asked.store_path()
    if out is not None:
        spare(out, asked.place(), path)
    with Store.open(path, asked.day(path)) as store:
        own = own_parts(asked, store, basket=basket, notes=notes) if basket or notes else {}
        made = export(store, inputs_of(path).digests, format_, None if basket else what, named, own)
    deliver(made, out, marked=FORMATS[format_].marked)
    return 0
