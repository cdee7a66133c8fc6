"""What somebody says on a page of guarantees: what `i` explains and `y` copies, in the order in which it stands there."""

from __future__ import annotations

from collections.abc import Sequence

from tui.dates import in_words
from tui.model import Axis
from tui.views.claims import Claim
from tui.views.guarantees.axis import AxisAnswer
from tui.views.guarantees.options import Option
from tui.views.provenance import DESK, Attribution
from tui.views.stances import said_of


def of_option(one: Option) -> list[Claim]:
    """Return what is told of a guarantee: what it is, each axis, its states, and how parties stand to it."""
    out = [Claim(one.name, one.statement or "", one.attribution, one.address)]
    out += [
        Claim(cell.axis.title, cell.text, cell.attribution, part=True)
        for cell in one.cells
        if cell.text and cell.attribution and cell.attribution != one.attribution
    ]
    out += [Claim(f"Status, {in_words(at.since)}", at.text, at.attribution, part=True) for at in reversed(one.status)]
    out += map(said_of, one.stands)
    out += [Claim(f"{of.name}: {of.amount}", of.period, of.attribution, of.address, part=True) for of in one.figures]
    return out


def of_options(options: Sequence[Option], axes: Sequence[Axis]) -> list[Claim]:
    """Return what is told of guarantees side by side: each axis, then their latest states and how parties stand to them."""
    out: list[Claim] = []
    for axis in axes:
        cells = ((option, cell) for option in options for cell in option.cells if cell.axis == axis)
        for of, one in cells:
            if one.text and one.attribution:
                out.append(Claim(f"{axis.title}: {of.short}", one.text, one.attribution, of.address))
    out += [Claim(f"Status: {of.short}", of.now.text, of.now.attribution, of.address) for of in options if of.now]
    out += [said_of(stand) for option in options for stand in option.stands if stand.side]
    return out


def of_axis(of: AxisAnswer) -> list[Claim]:
    """Return what is said of each option on one axis, then who says that there is none."""
    told = ((one, one.cell.text, one.cell.attribution) for one in (*of.said, *of.none))
    return [
        Claim(f"{of.axis.title}: {one.name}", text, attribution, one.address) for one, text, attribution in told if text and attribution
    ]


def of_questions() -> list[Claim]:
    """Return the one claim behind a list of questions: they are the desk's own."""
    words = "What the briefing has on record as open, and one question for every axis of which nothing in this briefing says anything."
    own = Attribution(mode="judgement", who=None, speaker=None, on=None, by=DESK, known_from=None, cited=())
    return [Claim("Questions to ask", words, own)]
