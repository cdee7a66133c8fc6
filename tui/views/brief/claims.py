"""What somebody says on a brief, in the order in which it stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.address import written
from tui.views.claims import Claim

if TYPE_CHECKING:
    from tui.views.brief.question import Brief


def of_brief(of: Brief) -> list[Claim]:
    """Return the bottom lines, what divides the sides and their words, what is said of the guarantees, and what was marked."""
    out = [
        Claim("Bottom line", one.statement, one.attribution, written("judgement", one.id), rests_on=one.rests_on) for one in of.bottom_lines
    ]
    for one in of.disputes:
        if one.status:
            out.append(Claim(f"{one.name}: {one.status.full}", one.status.ground, one.status.attribution, one.address))
        if one.divides:
            out.append(Claim(f"{one.name}: what divides the sides", one.divides.text, one.divides.attribution, one.address))
        for side in (*one.sides, *one.others):
            out += [Claim(f"{side.name} on {one.name}", said.text, said.attribution, said.address) for said in side.words]
    for option in of.options:
        for cell in option.cells:
            if cell.text is not None and cell.attribution is not None:
                out.append(Claim(f"{option.name}: {cell.axis.title}", cell.text, cell.attribution, option.address))
    return [*out, *of.marked]
