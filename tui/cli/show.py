"""`briefing show`: one record, whole."""

from __future__ import annotations

import click

from tui.answers.record import RecordAnswer, record
from tui.cli.asked import Asked
from tui.cli.asking import asks
from tui.cli.kinds import kind_named, kind_or_none
from tui.cli.opening import printed
from tui.export.data import as_data
from tui.findings import BadInput
from tui.pages import record as pages
from tui.places import PLACES


@click.command("show")
@click.argument("kind")
@click.argument("ident", metavar="[ID]", required=False)
@asks
def command(asked: Asked, kind: str, ident: str | None) -> int:
    """One record with who says so and what refers to it: `show figure purl-annual`, `show plan us-28/6`, `show plan/us-28/6`.

    The text of a pane, or of a place in one, is shown as well: `show red-lines`, `show compare/us-28+e3/6`.
    """
    head, _, rest = kind.partition("/")
    rest = "/".join(part for part in (rest, ident) if part)
    if head in PLACES and (not rest or kind_or_none(head) is None):
        return printed(asked, f"{head}/{rest}")
    name = kind_named(head)
    if not rest:
        raise BadInput(f"name the {name.replace('_', ' ')} too; briefing list {name} tells their ids")
    id_, _, number = rest.partition("/")
    with asked.store() as store:
        answer = record(store, name, id_, number or None)
        if not number and name == "source":
            from tui.answers.sources import source
            from tui.pages import sources

            asked.give(_data(answer), lambda: sources.page(source(store, id_)))
        else:
            asked.give(_data(answer), lambda: pages.page(answer))
    return 0


def _data(answer: RecordAnswer) -> dict[str, object]:
    """The record as the source file has it, with who says so and what refers to it."""
    if answer.point is not None:
        of = {"kind": "point", "id": f"{answer.id}/{answer.number}", **as_data(answer.point)}
    else:
        of = as_data(answer.record)
    return {**of, "provenance": answer.attribution, "referred_to_by": [one.address for one in answer.referrers]}
