"""The map of red lines: every line by party over all texts at once, with what each text comes to on the lines of a party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tui.address import split_first, written
from tui.frozen import frozen
from tui.store.read import Store
from tui.views.compare.columns import ComparedColumn
from tui.views.missing import missing
from tui.views.red_lines.line_grid import Grid, GridRow, grid
from tui.views.red_lines.lines import MAP
from tui.views.verdicts import WORST, VerdictWord


@frozen
class Total:
    """How many lines of a party a text has under one verdict, each line counted once under its worst."""

    word: VerdictWord
    lines: int


@frozen
class PartyLines:
    """The lines of a party over all texts; `totals` has one entry for each text, the worst verdict first, without what there is none of."""

    party: str
    party_name: str
    rows: tuple[GridRow, ...]
    totals: tuple[tuple[Total, ...], ...]


@frozen
class LineMap:
    """The map; `party` and `issue` tell to which lines it is kept, None to all."""

    columns: tuple[ComparedColumn, ...]
    parties: tuple[PartyLines, ...]
    party: str | None = None
    issue: str | None = None

    @property
    def address(self) -> str:
        """Return where the program shows it."""
        return written("red-lines", MAP, self.party, self.issue)


def line_map(store: Store, party: str | None = None, issue: str | None = None) -> LineMap:
    """Return the map over all texts but later context, the living one first. Raise NoSuchRecord for a party or issue that is not there."""
    if issue and store.get("issue", issue) is None:
        raise missing(store, "issue", issue)
    return mapped(grid(store, None, [party] if party else None), party, issue)


def mapped(of: Grid, party: str | None = None, issue: str | None = None) -> LineMap:
    """Return the map of a grid, kept to the lines of a party and on an issue."""
    rows = [row for row in of.rows if party in (None, row.line.party) and issue in (None, row.line.issue)]
    return LineMap(of.columns, tuple(_by_party(of, rows)), party, issue)


def asked_for(store: Store, rest: str) -> tuple[str | None, str | None]:
    """Return the party and the issue that the end of an address names: `ukraine`, `territory`, `ukraine/territory`, or neither."""
    first, second = split_first(rest)
    if not first:
        return None, None
    return (None, first) if not second and store.get("party", first) is None and store.get("issue", first) else (first, second or None)


def _by_party(of: Grid, rows: list[GridRow]) -> Iterator[PartyLines]:
    for party in dict.fromkeys(row.line.party for row in rows):
        own = tuple(row for row in rows if row.line.party == party)
        counts = [Counter(row.cells[place].word for row in own) for place in range(len(of.columns))]
        totals = tuple(tuple(Total(word, count[word]) for word in WORST if count[word]) for count in counts)
        yield PartyLines(party, own[0].line.party_name, own, totals)
