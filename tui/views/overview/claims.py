"""What somebody says on the first page, in the order in which it stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.address import written
from tui.views.claims import Claim, of_status
from tui.views.timeline.claims import of_entry

if TYPE_CHECKING:
    from tui.views.overview.convergence import Convergence
    from tui.views.overview.question import Overview


def of_overview(of: Overview) -> list[Claim]:
    """Return what stands on the first page: bottom line, next and latest events, figures, judgements, and where each issue stands."""
    out: list[Claim] = []
    for one in (*of.bottom_lines, *of.judgements):
        if one:
            title = "Bottom line" if one in of.bottom_lines else "Judgement"
            out.append(Claim(title, one.statement, one.attribution, written("judgement", one.id), rests_on=one.rests_on))
    for entry in (of.next_event, *reversed(of.last_events)):
        out += of_entry(entry)[:1] if entry else []
    out += [Claim(one.name, f"{one.amount}, {one.period}", one.attribution, written("figure", one.id)) for one in of.figures]
    for standing in of.standings:
        out += of_status(standing.name, written("issue", standing.id), standing.status)
    return out


def of_states(of: Convergence) -> list[Claim]:
    """Return the ground of every state that an issue was in, on the days looked at."""
    return [
        Claim(f"{one.name}: {state.full}", state.ground, state.attribution, written("issue", one.id))
        for one in of.courses
        for state in one.states
        if state
    ]
