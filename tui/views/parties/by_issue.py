"""Issues down, parties across: which party says what on which issue, by its latest stance and its red lines."""

from __future__ import annotations

from tui.errors import BadInput
from tui.frozen import frozen
from tui.model import Issue, Position, name_of
from tui.store.read import Store
from tui.views.missing import missing
from tui.views.passages import party_name
from tui.views.red_lines.lines import HeldLine, red_lines
from tui.views.stances import Stand, stands


@frozen
class Holding:
    """What one party says on one issue: its red lines, and its stances, the latest first."""

    party: str
    party_name: str
    lines: tuple[HeldLine, ...]
    stands: tuple[Stand, ...]

    @property
    def stance(self) -> Stand | None:
        """Return its latest word that takes a stance, else its latest word."""
        return next((one for one in self.stands if one.stance and one.stance != "describes"), next(iter(self.stands), None))


@frozen
class IssueRow:
    """One issue over the parties; None where a party says nothing on it."""

    id: str
    name: str
    holdings: tuple[Holding | None, ...]


@frozen
class ByIssue:
    """The table; `parties` are ids with names, those with most to say first."""

    parties: tuple[tuple[str, str], ...]
    rows: tuple[IssueRow, ...]

    def at(self, issue: str, party: str) -> Holding | None:
        """Return what a party says on an issue. Raise BadInput where the party has no column."""
        place = next((place for place, (id_, _) in enumerate(self.parties) if id_ == party), None)
        if place is None:
            raise BadInput(f"{party!r} says nothing on any issue; those that do are {', '.join(id_ for id_, _ in self.parties)}")
        return next((row.holdings[place] for row in self.rows if row.id == issue), None)


def by_issue(store: Store) -> ByIssue:
    """Return what every party says on every issue, as at the store's day."""
    said: dict[tuple[str, str], list[Position]] = {}
    for one in store.all("position"):
        if isinstance(one, Position) and one.issue and not (one.plan or one.guarantee):
            said.setdefault((one.issue, one.party), []).append(one)
    lines: dict[tuple[str, str], list[HeldLine]] = {}
    for held in red_lines(store):
        lines.setdefault((held.issue, held.party), []).append(held)
    pairs = [party for _, party in (*said, *lines)]
    parties = sorted((party for party in store.ids("party") if party in pairs), key=lambda party: -pairs.count(party))
    rows = []
    for issue in store.all("issue"):
        if isinstance(issue, Issue):
            keys = [(issue.id, party) for party in parties]
            cells = tuple(_holding(store, key[1], lines.get(key, []), said.get(key, [])) for key in keys)
            rows.append(IssueRow(issue.id, name_of(issue), cells))
    return ByIssue(tuple((party, party_name(store, party)) for party in parties), tuple(rows))


def holding(store: Store, issue: str, party: str) -> tuple[IssueRow, Holding | None, str]:
    """Return one cell, with its row and the name of the party. Raise NoSuchRecord for an issue or a party that there is not."""
    table = by_issue(store)
    row = next((row for row in table.rows if row.id == issue), None)
    if row is None:
        raise missing(store, "issue", issue)
    if store.get("party", party) is None:
        raise missing(store, "party", party)
    return row, table.at(issue, party), party_name(store, party)


def _holding(store: Store, party: str, lines: list[HeldLine], said: list[Position]) -> Holding | None:
    return Holding(party, party_name(store, party), tuple(lines), stands(store, said)) if lines or said else None
