"""What somebody says, in the order in which it stands on a page: what `i` explains and `y` copies.

A part that was said as the whole was is not told apart: the whole's speaker holds for it. Here is what several subjects show; what one
subject shows stands in its own `page.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.address import written
from tui.frozen import frozen
from tui.views.provenance import Attribution

if TYPE_CHECKING:
    from tui.views.passages import Passage
    from tui.views.references import Value
    from tui.views.statuses import IssueStatus

BASIS = {"number": "follows from a stated number"}  # of what is judged outright, it is enough to tell who judged it


@frozen
class Claim:
    """What it is called, its words (empty where it has no one sentence, as a plan), and who says so. `to` is its address.

    A `part` hangs on what stands before it, as a movement on its red line. `basis` tells how a verdict was come by, `rests_on` what
    carries a judgement. What is `later` than the day of the reading has sources that the store of that day cannot open. What is `worded`
    gives the words of a text, in this desk's paraphrase or as a quotation.
    """

    title: str
    words: str
    attribution: Attribution
    to: str | None = None
    part: bool = False
    basis: str | None = None
    rests_on: tuple[Value, ...] = ()
    later: bool = False
    worded: bool = False


def of_passage(short: str, one: Passage) -> Iterator[Claim]:
    """Give what a point says, and what others say of it: versions, readings, and verdicts on red lines."""
    name = f"{short} point {one.record.number}"
    words = " ".join([one.record.text or "", *(f"({part.letter}) {part.text}" for part in one.clause)]).strip()
    absent = "struck out" if one.record.relation == "dropped" else one.record.absent or ""
    yield Claim(
        f"{name}: {one.record.short}" if one.record.short else name, words or absent, one.attribution, one.address, worded=bool(words)
    )
    for part in one.clause:
        if part.attribution != one.attribution:
            yield Claim(f"{name}{part.letter}", part.text, part.attribution, part=True, worded=True)
    for version in one.version:
        yield Claim(
            f"{name}: {version.name} version", version.text, version.attribution, written("party", version.party), part=True, worded=True
        )
    for reading in one.reading:
        yield Claim(f"{name}, as read by {reading.record.witness}", reading.record.text, reading.attribution, part=True)
    for touch in one.touches:
        title = f"{name}{touch.record.clause or ''}, verdict {touch.verdict}: {touch.party_name}: {touch.line}"
        to = written("red_line", touch.record.red_line)
        yield Claim(title, touch.record.why, touch.attribution, to, part=True, basis=BASIS.get(touch.record.basis))


def of_statuses(name: str, to: str, own: IssueStatus | None, of_others: IssueStatus | None) -> list[Claim]:
    """Return where the texts looked at stand on an issue, and where other texts stood later."""
    return [*of_status(name, to, own), *of_status(name, to, of_others)]


def of_status(name: str, to: str, status: IssueStatus | None) -> list[Claim]:
    """Return where an issue stands, with the ground for saying so; nothing where there is no status."""
    return [Claim(f"Status: {name}: {status.full}", status.ground, status.attribution, to)] if status else []
