"""Issues down, parties across: which party says what on which issue, by its latest stance and its red lines."""

from __future__ import annotations

from tui.address import point_named, written
from tui.errors import BadInput
from tui.frozen import frozen
from tui.model import Issue, Plan, Position, name_of
from tui.store.read import Store
from tui.views.blocks import BlankLine, Block, Columns, Field, Heading, Item, Line, Page, Para, Picture, Span, joined, line
from tui.views.bylines import byline, tag
from tui.views.passages import party_name
from tui.views.plans import in_order
from tui.views.red_lines.lines import HeldLine, red_lines
from tui.views.references import Value, missing
from tui.views.signs import RED_LINE
from tui.views.stances import Stand, stance_word, stand_item, stands
from tui.views.tiles import Tile, Tiles

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


NOTHING = Span("no line, no stance and no text of its own in this briefing", "unsaid")
_LEGEND = (
    "R: has a red line on it; the word is the latest stance, the cell tells on what; text: what is here of it is in a text of its own; "
    "blank: none of these in this briefing"
)


def cell(of: Holding | None) -> Line:
    """Draw a cell: that there is a red line, and the latest stance in a word."""
    if of is None:
        return ()
    stand = of.stance
    return stance_word(bool(of.lines), stand.record.stance if stand else None, says=stand is not None)


def cell_page(row: IssueRow, party: str, name: str, of: Holding | None) -> Page:
    """Draw all that a party says on an issue: its red lines, then its positions, the latest first."""
    title = f"{name} on {row.name}"
    links = line(
        Span("the whole dispute", "text", written("issue", row.id)), " · ", Span("the whole party", "text", written("party", party))
    )
    blocks: list[Block] = [Heading(line(title), 1), Field("Go on", links)]
    for one in of.lines if of else ():
        name_ = Span(f"{one.record.called}: {one.name}. ", "label", one.address)
        blocks += [
            Item(line(name_, tag(one.attribution), " ", one.record.statement), mark=RED_LINE),
            Item(byline(one.attribution), mark=" "),
        ]
    blocks += [stand_item(one) for one in of.stands] if of else [Para((NOTHING,))]
    if of and of.texts:
        blocks.append(Field("Its texts", joined([Span(one.text, "text", one.to) for one in of.texts], "; ")))
    return Page(title, tuple(blocks), written("parties", ISSUES, row.id, party))


def table_page(of: ByIssue) -> Page:
    """Draw the whole table."""
    blocks: list[Block] = [Heading(line("Issues and parties"), 1)]
    if not of.parties:
        return Page("Issues and parties", (*blocks, Para((NOTHING,))), "parties/issues")
    heads = (line("Issue"), *(line(Span(name, "label", written("party", party))) for party, name in of.parties))
    rows = tuple((line(Span(row.name, "text", written("issue", row.id))), *map(cell, row.holdings)) for row in of.rows)
    caption = "Issues by parties: a red line, and the latest stance"
    table = Columns(heads, rows, narrowest=10, caption=caption)
    seen = line("in each cell the party's latest stance on the issue, R for a red line; blank: none of these in this briefing.")
    blocks += [Picture(_tiles(of), seen, "Who wants what", (table,)), BlankLine(), Para(line(Span(_LEGEND, "dim")))]
    return Page("Issues and parties", tuple(blocks), "parties/issues")


def _tiles(of: ByIssue) -> Tiles:
    rows = tuple((row.name, tuple(_tile(cell(held)) for held in row.holdings)) for row in of.rows)
    return Tiles(tuple(name for _, name in of.parties), rows)


def _tile(of: Line) -> Tile | None:
    return Tile(of[-1].text, of[-1].role, RED_LINE if len(of) > 1 else "") if of else None
