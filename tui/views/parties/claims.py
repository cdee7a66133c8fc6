"""What somebody says on the page of a party: what `i` explains and `y` copies, in the order in which it stands there."""

from __future__ import annotations

from tui.address import written
from tui.views.parties.question import Held, PartyAnswer
from tui.views.said import Said


def of_party(of: PartyAnswer) -> list[Said]:
    """Return a party: what it is, its people, its red lines and its positions."""
    out = [Said(of.name, of.role or "", of.attribution, written("party", of.id))]
    out += [
        Said(one.name, "; ".join(title for title, _, _ in one.offices), one.attribution, written("person", one.id), part=True)
        for one in of.people
    ]
    for issue in of.issues:
        out += [Said(f"{issue.name}: {one.called}", one.statement, one.attribution, one.address, part=True) for one in issue.red_lines]
        out += [_held(one) for one in issue.positions]
    return [*out, *(_held(one) for one in (*of.on_plans, *of.on_guarantees))]


def _held(one: Held) -> Said:
    return Said(f"{one.about.text}: {one.stance or 'position'}", one.statement, one.attribution, one.address, part=True)
