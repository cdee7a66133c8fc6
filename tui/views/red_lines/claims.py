"""What somebody says on a page of red lines: what `i` explains and `y` copies, in the order in which it stands there."""

from __future__ import annotations

from collections.abc import Sequence

from tui.dates import in_words
from tui.views.claims import BASIS
from tui.views.red_lines.lines import HeldLine, JudgedTouch
from tui.views.said import Said


def of_line(one: HeldLine) -> list[Said]:
    """Return a red line and its movements."""
    words = one.statement + (f' "{one.quote}"' if one.quote else "")
    moved = (Said(f"{in_words(at.date)}, {at.direction}", at.statement, at.attribution, part=True) for at in one.movement)
    return [Said(f"{one.party_name}: {one.name}", words, one.attribution, one.address), *moved]


def of_verdicts(one: HeldLine, judged: Sequence[JudgedTouch]) -> list[Said]:
    """Return a line set against points: the line, and for each point its words and the verdict, each with a speaker of its own."""
    said = of_line(one)[0]
    out = [Said(f"The line: {said.title}", said.words, said.attribution, said.to)]
    for of in judged:
        title, words = f"The point: {of.plan_short} {of.label}", of.words or "no wording on record"
        out.append(Said(title, words, of.point_attribution, of.address, worded=bool(of.words)))
        out.append(Said(f"The verdict: {of.verdict}", of.why, of.attribution, basis=BASIS.get(of.basis)))
    return out


def of_grid(cells: Sequence[tuple[HeldLine, Sequence[JudgedTouch]]]) -> list[Said]:
    """Return several lines set against points, one after the other."""
    return [said for one, judged in cells for said in of_verdicts(one, judged)]
