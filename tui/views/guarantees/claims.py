"""What somebody says on a page of guarantees: what `i` explains and `y` copies, in the order in which it stands there."""

from __future__ import annotations

from collections.abc import Sequence

from tui.dates import in_words
from tui.model import Axis
from tui.views.guarantees.axis import AxisAnswer
from tui.views.guarantees.options import Option
from tui.views.provenance import DESK, Attribution
from tui.views.said import Said
from tui.views.stances import said_of


def of_option(one: Option) -> list[Said]:
    """Return a guarantee: what it is, each axis, its states, and how parties stand to it."""
    out = [Said(one.name, one.statement or "", one.attribution, one.address)]
    out += [
        Said(cell.axis.title, cell.text, cell.attribution, part=True)
        for cell in one.cells
        if cell.text and cell.attribution and cell.attribution != one.attribution
    ]
    out += [Said(f"Status, {in_words(at.since)}", at.text, at.attribution, part=True) for at in reversed(one.status)]
    out += map(said_of, one.stands)
    out += [Said(f"{of.name}: {of.amount}", of.period, of.attribution, of.address, part=True) for of in one.figures]
    return out


def of_options(options: Sequence[Option], axes: Sequence[Axis]) -> list[Said]:
    """Guarantees side by side: on each of these axes what is said of each option, then their latest states and the parties' stands."""
    out: list[Said] = []
    for axis in axes:
        cells = ((option, cell) for option in options for cell in option.cells if cell.axis == axis)
        for of, one in cells:
            if one.text and one.attribution:
                out.append(Said(f"{axis.title}: {of.short}", one.text, one.attribution, of.address))
    out += [Said(f"Status: {of.short}", of.now.text, of.now.attribution, of.address) for of in options if of.now]
    out += [said_of(stand) for option in options for stand in option.stands if stand.side]
    return out


def of_axis(of: AxisAnswer) -> list[Said]:
    """Return one axis: what is said of each option, and what says that there is none."""
    told = ((one, one.cell.text, one.cell.attribution) for one in (*of.said, *of.none))
    return [Said(f"{of.axis.title}: {one.name}", text, attribution, one.address) for one, text, attribution in told if text and attribution]


def of_questions() -> list[Said]:
    """Questions to ask are nobody's statement but the desk's."""
    words = "What the briefing has on record as open, and one question for every axis of which nothing in this briefing says anything."
    own = Attribution(mode="judgement", who=None, speaker=None, on=None, by=DESK, known_from=None, cited=())
    return [Said("Questions to ask", words, own)]
