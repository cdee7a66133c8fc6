"""Issues down, parties across: which party says what on which issue, by its latest stance and its red lines."""

from __future__ import annotations

from tui.address import point_named, written
from tui.errors import BadInput
from tui.frozen import frozen
from tui.model import Issue, Plan, Position, name_of
from tui.store.read import Store
from tui.views.passages import party_name
from tui.views.plans import in_order
from tui.views.red_lines.lines import HeldLine, red_lines
from tui.views.references import Value, missing
from tui.views.stances import Stand, stands

ISSUES = "issues"  # leads the address of this view and of its cells


@frozen
class Holding:
    """What one party says on one issue: its red lines, its stances, the latest first, and the texts of its own that deal with it."""

    party: str
    party_name: str
    lines: tuple[HeldLine, ...]
    stands: tuple[Stand, ...]
    texts: tuple[Value, ...]

    @property
    def stance(self) -> Stand | None:
        """Return its latest word that takes a stance, else its latest word."""
        return next((one for one in self.stands if one.record.stance and one.record.stance != "describes"), next(iter(self.stands), None))


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
        if isinstance(one, Position):
            for on in _issues(store, one):
                said.setdefault((on, one.party), []).append(one)
    lines: dict[tuple[str, str], list[HeldLine]] = {}
    for held in red_lines(store):
        lines.setdefault((held.record.issue, held.record.party), []).append(held)
    pairs = [party for _, party in (*said, *lines)]
    parties = sorted((party for party in store.ids("party") if party in pairs), key=lambda party: -pairs.count(party))
    rows = []
    for issue in store.all("issue"):
        if isinstance(issue, Issue):
            keys = [(issue.id, party) for party in parties]
            own = _texts(store, issue.id)
            cells = tuple(_holding(store, key[1], lines.get(key, []), said.get(key, []), own.get(key[1], [])) for key in keys)
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


def _issues(store: Store, position: Position) -> tuple[str, ...]:
    """Return the issues that a position is on: the one it names, or those of the point that it is about."""
    if position.point:
        return store.issues_at(*point_named(position.point))
    return (position.issue,) if position.issue else ()


def _texts(store: Store, issue: str) -> dict[str, list[Value]]:
    """Return the texts that deal with an issue, by the parties whose they are."""
    points, out = store.points_on(issue), dict[str, list[Value]]()
    for plan in in_order(store):
        numbers = [one.number for one in points.get(plan.id, ()) if one.text or one.clause or one.version]
        whole: Plan | None = store.plan_alone(plan.id) if numbers else None
        for party in whole.authors if whole else ():
            out.setdefault(party, []).append(Value(f"{plan.short} {', '.join(numbers)}", written("plan", plan.id, numbers[0])))
    return out


def _holding(store: Store, party: str, lines: list[HeldLine], said: list[Position], texts: list[Value]) -> Holding | None:
    if not (lines or said or texts):
        return None
    return Holding(party, party_name(store, party), tuple(lines), stands(store, said), tuple(texts))
