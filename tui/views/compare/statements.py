"""What a party says on an issue: its red lines first, then its positions, each with its own words and who relays them.

Of a red line all that is known on the day is told, the latest first: what it has become, and what it was when it was first drawn.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from tui.address import written
from tui.frozen import frozen
from tui.model import Date, Position, RedLine
from tui.store.read import Store
from tui.views.provenance import Attribution, attribution


@frozen
class Shift:
    """One movement of a red line: on which day, in which direction, in which words, and who says so."""

    date: Date
    direction: str
    text: str
    attribution: Attribution


@frozen
class Statement:
    """One thing a party says. Its interest and its bottom line are fields of their own and never inferred.

    `shifts` are what became of a red line since `text` was said, the latest first.
    """

    kind: Literal["red_line", "position"]
    address: str
    text: str
    quote: str | None
    stance: str | None
    interest: str | None
    bottom_line: str | None
    attribution: Attribution
    shifts: tuple[Shift, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Return all that is said, the latest first."""
        return (*(shift.text for shift in self.shifts), self.text)


def spoken(store: Store, party: str) -> frozenset[str]:
    """Return the issues on which a party has a red line or a position."""
    lines = {line.issue for line in store.all("red_line") if isinstance(line, RedLine) and line.party == party}
    said = {position.issue for position in store.all("position") if isinstance(position, Position) and position.party == party}
    return frozenset(lines | {issue for issue in said if issue})


def statements(store: Store, party: str, issue: str, points: Collection[str]) -> tuple[Statement, ...]:
    """Return what a party says on an issue, and of the points named (`us-28/6`)."""
    out = [
        Statement(
            kind="red_line",
            address=written("red_line", line.id),
            text=line.statement,
            quote=line.quote,
            stance=line.called,
            interest=None,
            bottom_line=None,
            attribution=attribution(store, line),
            shifts=_shifts(store, line),
        )
        for line in store.all("red_line")
        if isinstance(line, RedLine) and line.party == party and line.issue == issue
    ]
    for position in store.all("position"):
        if not isinstance(position, Position) or position.party != party:
            continue
        if position.point in points if position.point else position.issue == issue:
            out.append(
                Statement(
                    kind="position",
                    address=written("position", position.id),
                    text=position.statement,
                    quote=None,
                    stance=position.stance,
                    interest=position.interest,
                    bottom_line=position.bottom_line,
                    attribution=attribution(store, position),
                )
            )
    return tuple(out)


def _shifts(store: Store, line: RedLine) -> tuple[Shift, ...]:
    """Return the movements of a line that are known on the store's day, the latest first."""
    moved = sorted(line.movement, key=lambda at: at.date.lower, reverse=True)
    return tuple(Shift(at.date, at.direction, at.statement, attribution(store, at, line)) for at in moved)
