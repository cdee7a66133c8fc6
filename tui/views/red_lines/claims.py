"""What somebody says on a page of red lines: what `i` explains and `y` copies, in the order in which it stands there."""

from __future__ import annotations

from collections.abc import Sequence

from tui.dates import in_words
from tui.views.claims import BASIS, Claim
from tui.views.red_lines.lines import HeldLine, JudgedTouch


def of_line(one: HeldLine) -> list[Claim]:
    """Return a red line as it is told, then its movements."""
    words = one.statement + (f' "{one.quote}"' if one.quote else "")
    moved = (Claim(f"{in_words(at.date)}, {at.direction}", at.statement, at.attribution, part=True) for at in one.movement)
    return [Claim(f"{one.party_name}: {one.name}", words, one.attribution, one.address), *moved]


def of_verdicts(one: HeldLine, judged: Sequence[JudgedTouch]) -> list[Claim]:
    """Return a line set against points: the line, then each point's words and the verdict, each with its own speaker."""
    said = of_line(one)[0]
    out = [Claim(f"The line: {said.title}", said.words, said.attribution, said.to)]
    for of in judged:
        title, words = f"The point: {of.plan_short} {of.label}", of.words or "no wording on record"
        out.append(Claim(title, words, of.point_attribution, of.address, worded=bool(of.words)))
        out.append(Claim(f"The verdict: {of.verdict}", of.why, of.attribution, basis=BASIS.get(of.basis)))
    return out


def of_grid(cells: Sequence[tuple[HeldLine, Sequence[JudgedTouch]]]) -> list[Claim]:
    """Return several lines set against points, one after the other."""
    return [said for one, judged in cells for said in of_verdicts(one, judged)]
