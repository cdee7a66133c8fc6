"""`briefing show`: one record, whole."""

from __future__ import annotations

from typing import cast

import click

from tui.address import Address, written
from tui.cli.asked import Asked
from tui.cli.asking import asks, kind_named, kind_or_none
from tui.cli.opening import printed
from tui.errors import BadInput
from tui.model import KINDS
from tui.views import VIEWS, WHOLE
from tui.views.data import as_data
from tui.views.record.question import RecordAnswer, record_at
from tui.views.subject import Whole, page_at


@click.command("show")
@click.argument("kind")
@click.argument("ident", metavar="[ID]", required=False)
@asks
def command(asked: Asked, kind: str, ident: str | None) -> int:
    """Show one record with who says so and what refers to it: `show figure purl-annual`, `show plan us-28/6`, `show plan/us-28/6`.

    The text of a pane, or of a place in one, is shown as well: `show red-lines`, `show compare/us-28+e3/6`.
    """
    named = Address.parse(written(kind, ident))
    if named.head in VIEWS and named.head not in KINDS and (not named.id or not _is_record(asked, named)):
        return printed(asked, str(named))
    name = kind_named(named.head)
    if not named.id:
        raise BadInput(f"name the {name.replace('_', ' ')} too; briefing list {name} tells their ids")
    with asked.store() as store:
        answer = record_at(store, written(name, *named.parts))
        asked.give(_data(answer), lambda: page_at(store, written(name, *named.parts))[1])
    return 0


def _is_record(asked: Asked, named: Address) -> bool:
    """Return whether an address that begins with a pane and a kind alike names a record: red-lines/map is a view, and no line."""
    kind = kind_or_none(named.head)
    if kind is None or named.head == kind:
        return kind is not None
    if named.number:
        return False  # red-lines/LINE/PLAN is a cell of the map
    with asked.store() as store:
        # An id that leads to no view either is told to be unknown, with the nearest.
        return store.card(kind, named.id) is not None or kind not in WHOLE or named.id not in cast("Whole", WHOLE[kind].load()).PLACES


def _data(answer: RecordAnswer) -> dict[str, object]:
    """Return the record as the source file has it, with who says so and what refers to it."""
    if answer.point is not None:
        of = {"kind": "point", "id": written(answer.id, answer.number), **as_data(answer.point)}
    else:
        of = as_data(answer.record)
    return {**of, "provenance": answer.attribution, "referred_to_by": [one.address for one in answer.referrers]}
