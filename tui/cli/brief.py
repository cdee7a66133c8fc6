"""`briefing brief`: one page to hand to somebody."""

from __future__ import annotations

import click

from tui.cli.asked import Asked
from tui.cli.asking import FILE, asks
from tui.cli.delivering import deliver, spare
from tui.cli.state import gathered
from tui.errors import BadInput
from tui.render.formats import DOCUMENTS, made_document
from tui.store.inputs import inputs_of
from tui.store.read import Store
from tui.views.brief import question
from tui.views.brief.view import brief


@click.command("brief")
@click.argument("addresses", metavar="[ADDRESS]...", nargs=-1)
@click.option("--for", "for_whom", metavar="WHOM", help="For whom it is, as the page says: 'the minister'.")
@click.option("--issues", metavar="A,B", help="The disputes to tell, in this order; else those that are open.")
@click.option(
    "--most", metavar="SIDES", type=click.Choice([str(one) for one in question.SIDES]), default="1", show_default=True, help="Sides of A4."
)
@click.option("--format", "format_", type=click.Choice(tuple(DOCUMENTS)), help="Else as the name of --output ends; else text.")
@click.option("-o", "--output", "out", metavar="FILE", type=FILE, help="A file instead of standard output; what it held is lost.")
@click.option("--basket", is_flag=True, help="Of what you have put into your basket.")
@asks
def command(
    asked: Asked,
    addresses: tuple[str, ...],
    for_whom: str | None,
    issues: str | None,
    most: str,
    format_: str | None,
    out: str | None,
    basket: bool,
) -> int:
    """Write one page to hand over: bottom lines, disputes with the words of both sides, lines crossed, guarantees, questions, dates, and
    numbered sources. It names what it leaves out, and never takes more sides than asked for. With addresses it is made of these alone.
    """
    named = tuple(name.strip() for name in (issues or "").split(",") if name.strip())
    if issues is not None and not named:
        raise BadInput("--issues names no issue; write it like A,B")
    path = asked.store_path()
    format_ = format_ or (_by_suffix(out) if out is not None else None)
    if out is not None:
        spare(out, asked.place(), path)
    with Store.open(path, asked.day(path)) as store:
        addresses = (*addresses, *gathered(asked, store)) if basket else addresses
        found, page = brief(store, question.Wanted(" ".join((for_whom or "").split()), named, addresses, int(most)))
        if format_ is None:
            asked.give(found, page)
            return 0
        made = made_document(store, inputs_of(path).digests, format_, page)
    deliver(made, out)
    return 0


def _by_suffix(out: str) -> str:
    suffix = out.rpartition(".")[2].lower()
    if suffix not in DOCUMENTS:
        raise BadInput(f"{out}: a brief is one of {', '.join(DOCUMENTS)}; end the name so, or say --format")
    return suffix
