"""What a party says on an issue: its red lines first, then its positions, each with its own words and who relays them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from tui.frozen import frozen
from tui.model import Position, RedLine
from tui.store.read import Store
from tui.views.provenance import Attribution, attribution


@frozen
class Statement:
    """One thing a party says. Its interest and its bottom line are fields of their own and never inferred."""

    kind: Literal["red_line", "position"]
    address: str
    text: str
    quote: str | None
    stance: str | None
    interest: str | None
    bottom_line: str | None
    attribution: Attribution


def spoken(store: Store, party: str) -> frozenset[str]:
    """The issues on which a party has a red line or a position."""
    lines = {line.issue for line in store.all("red_line") if isinstance(line, RedLine) and line.party == party}
    said = {position.issue for position in store.all("position") if isinstance(position, Position) and position.party == party}
    return frozenset(lines | {issue for issue in said if issue})


def statements(store: Store, party: str, issue: str, points: Collection[str] = ()) -> tuple[Statement, ...]:
    """What a party says on an issue, and of the points named (`us-28/6`)."""
    out = [
        Statement("red_line", f"red_line/{line.id}", line.statement, line.quote, line.called, None, None, attribution(store, line))
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
                    address=f"position/{position.id}",
                    text=position.statement,
                    quote=None,
                    stance=position.stance,
                    interest=position.interest,
                    bottom_line=position.bottom_line,
                    attribution=attribution(store, position),
                )
            )
    return tuple(out)
