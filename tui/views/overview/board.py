"""The board: issues down, texts across, the living text first; one line an issue with its state and what divides the sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tui.address import point_named
from tui.frozen import frozen
from tui.model import Issue, Plan, name_of
from tui.store.bearing import Bearing
from tui.store.read import Store
from tui.views.marks import WORST, VerdictWord, Word, absence
from tui.views.passages import party_name
from tui.views.plans import in_order
from tui.views.quantities import amount
from tui.views.statuses import Divides, IssueStatus, divides_of, status_of

CONTESTED = ("O", "W", "P", "Z", "A", "T")  # the order of the rows: what is open comes first, what is agreed last


@frozen
class BoardCell:
    """How one text bears on one issue: its points, the gravest verdict on lines of that issue, on how many lines, and its one quantity.

    `absence` is the word for why there is no point, None where there is one.
    """

    points: int
    verdict: VerdictWord | None
    lines: int
    number: str | None
    absence: Word | None


@frozen
class BoardRow:
    """One issue with its state, whether that is of the living text, the clause on what divides the sides, and a cell for each text."""

    id: str
    name: str
    status: IssueStatus | None
    bears: bool
    divides: Divides | None
    cells: tuple[BoardCell, ...]


@frozen
class Hold:
    """What a party has on an issue: whether a red line, and its latest stance, as in the table of issues and parties."""

    line: bool
    stance: str | None
    says: bool


@frozen
class Sides:
    """The parties with most to say first, and what each has on each issue, by issue and party."""

    parties: tuple[tuple[str, str], ...]
    holds: Mapping[tuple[str, str], Hold]


def sides(store: Store) -> Sides:
    """Return what the parties have on the issues, counted and not read whole: a board has room for a word of each."""
    held, said = store.held(), dict[tuple[str, str], list[str | None]]()
    for issue, party, stance, point in store.said():
        for on in _issues(store, issue, point):
            said.setdefault((on, party), []).append(stance)
    weight = Counter(party for pairs in (held, said) for _, party in pairs)
    parties = sorted((party for party in store.ids("party") if party in weight), key=lambda party: -weight[party])
    holds = {pair: Hold(pair in held, _latest(said.get(pair, ())), pair in said) for pair in (*held, *said)}
    return Sides(tuple((party, party_name(store, party)) for party in parties), holds)


def _issues(store: Store, issue: str | None, point: str | None) -> tuple[str, ...]:
    """Return the issues that a position is on: those of the point that it is about, else the one it names."""
    if point:
        return store.issues_at(*point_named(point))
    return (issue,) if issue else ()


def _latest(stances: Sequence[str | None]) -> str | None:
    """Return the latest word that takes a stance, else the latest word."""
    return next((one for one in stances if one and one != "describes"), next(iter(stances), None))


@frozen
class Board:
    """The whole negotiation, one line an issue, contested first; `texts` head the columns, the living one first."""

    texts: tuple[Plan, ...]
    rows: tuple[BoardRow, ...]


def board(store: Store) -> Board:
    """Return the board as at the store's day."""
    texts = in_order(store)
    bears = store.bearing([plan.id for plan in texts]) if texts else {}
    rows = [
        BoardRow(
            id=issue.id,
            name=name_of(issue),
            status=(status := status_of(store, issue)),
            bears=status is None or not texts or not status.of_texts or texts[0].id in status.of_texts,
            divides=divides_of(store, issue),
            cells=tuple(_cell(plan, bears.get((plan.id, issue.id))) for plan in texts),
        )
        for issue in store.all("issue")
        if isinstance(issue, Issue)
    ]
    rows.sort(key=lambda row: CONTESTED.index(row.status.letter) if row.status else len(CONTESTED))
    return Board(texts, tuple(rows))


def _cell(plan: Plan, found: Bearing | None) -> BoardCell:
    if found is None:
        return BoardCell(0, None, 0, None, absence(plan))
    verdict = next((word for word in WORST if word in found.lines), None)
    number = _short(*found.numbers[0]) if len(found.numbers) == 1 else None
    lines = found.lines[verdict] if verdict else 0
    return BoardCell(found.points, verdict, lines, number, None if found.points or verdict else absence(plan))


_CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£"}
LONGEST_UNIT = 5  # cells; a longer unit would not fit a cell, and a small number says nothing without it


def _short(value: float, unit: str) -> str | None:
    """Return a quantity in few cells and no less exact: 600k, $15bn, 60 days, 50 %; None where its unit is too long to be told."""
    currency = _CURRENCIES.get(unit, "")
    for size, sign in ((1_000_000_000, "bn"), (1_000_000, "m"), (1_000, "k")):
        if value >= size and value % (size // 10) == 0:
            short = amount(value / size) if value % size else str(int(value // size))
            return f"{currency}{short}{sign}"
    unit = "%" if unit in ("percent", "per cent") else unit
    return f"{amount(value)} {unit}" if len(unit) <= LONGEST_UNIT else None
