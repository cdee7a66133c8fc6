"""The grid red line by plan: the worst verdict in each cell, the points behind it, and what each plan comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from tui.address import split_first, written
from tui.errors import BadInput
from tui.frozen import frozen
from tui.model import Plan, Point, Touch
from tui.store.read import Store
from tui.views.compare.columns import ComparedColumn, plan_column
from tui.views.marks import VERDICT_SIGN, WORST, VerdictWord, has_words, verdict_word, why_absent
from tui.views.plans import in_order
from tui.views.red_lines.lines import MAP, HeldLine, JudgedTouch, red_lines, touches
from tui.views.references import missing

GridWord = VerdictWord | Literal["not judged", "silent", "not public", "not recorded"]
# Why a cell is empty where the plan has a numbered point on the issue, and no words of it are here.
_WORDLESS = {
    "not recorded": "the plan has a point on this issue, and this briefing does not have its words",
    "not public": "the plan has a point on this issue, and no text of it was released",
}


@frozen
class Under:
    """The points of a plan that have one verdict on a line."""

    word: str
    sign: str
    points: tuple[str, ...]


@frozen
class GridCell:
    """How a plan stands to a line: the worst verdict, the points set against it, and these verdict by verdict, worst first.

    `why` says of a cell without a point why there is none, None where there is one.
    """

    plan: str
    word: GridWord
    sign: str
    points: tuple[str, ...] = ()
    verdicts: tuple[Under, ...] = ()
    why: str | None = None


@frozen
class GridRow:
    """A line across the plans."""

    line: HeldLine
    cells: tuple[GridCell, ...]


@frozen
class Count:
    """A verdict in a plan: how many lines have it as their worst, and how many of the plan's points have it on any line."""

    word: str
    sign: str
    lines: int
    points: int


@frozen
class Grid:
    """Red line by plan; `counts` stand in the order of the columns."""

    columns: tuple[ComparedColumn, ...]
    rows: tuple[GridRow, ...]
    counts: tuple[tuple[Count, ...], ...]

    def cell(self, line: str, plan: str) -> GridCell | None:
        """Return the cell of a line and a plan."""
        row = next((row for row in self.rows if row.line.record.id == line), None)
        return next((cell for cell in row.cells if cell.plan == plan), None) if row else None


def grid(store: Store, plans: Sequence[str] | None = None, parties: Sequence[str] | None = None) -> Grid:
    """Return the grid red line by plan. Without `plans`: all that are known but for later context, the living text first."""
    names = plans or usual_plans(store)
    heads: list[ComparedColumn] = []
    for name in names:
        head = plan_column(store, name)
        if any(head.id == other.id for other in heads):
            raise BadInput(f"{head.id} is named twice.")
        heads.append(head)
    facings = [_Facing(store, head) for head in heads]
    rows = tuple(GridRow(line, tuple(facing.cell(line) for facing in facings)) for line in red_lines(store, parties))
    counts = (facing.counts([(row.line.record.id, row.cells[place]) for row in rows]) for place, facing in enumerate(facings))
    return Grid(tuple(heads), rows, tuple(counts))


def usual_plans(store: Store) -> list[str]:
    """Return the plans shown unasked, all but later context: the living text first, then what it comes from, then the latest."""
    return [plan.id for plan in in_order(store) if not plan.later]


def touches_of(store: Store, found: Grid) -> dict[tuple[str, str], tuple[JudgedTouch, ...]]:
    """Return the touches behind every cell that has any."""
    cells = ((row.line.record.id, cell.plan) for row in found.rows for cell in row.cells if cell.points)
    return {(line, plan): touches(store, plan, line) for line, plan in cells}


class _Facing:
    """A plan as it faces the red lines: its touches by line, and the issues on which it has points with words, and without."""

    def __init__(self, store: Store, head: ComparedColumn) -> None:
        self.head = head
        self.by_line: dict[str, list[tuple[Point, Touch]]] = {}
        self.speaks: set[str] = set()
        self.lacks: dict[str, GridWord] = {}
        plan = store.get("plan", head.record)
        for point in plan.point if isinstance(plan, Plan) else ():
            for touch in point.touches:
                self.by_line.setdefault(touch.red_line, []).append((point, touch))
            if has_words(point):
                self.speaks.update(point.issues)
            elif point.absent:
                self.lacks.update(dict.fromkeys(point.issues, point.absent))

    def cell(self, line: HeldLine) -> GridCell:
        found = self.by_line.get(line.record.id, [])
        word: GridWord
        if found:
            word = min((verdict_word(touch) for _, touch in found), key=WORST.index)
        elif line.record.issue in self.speaks:
            word = "not judged"
        else:
            word = self.lacks.get(line.record.issue) or _absent(self.head)
        points = tuple(dict.fromkeys(_label(point, touch) for point, touch in found))
        lacks = line.record.issue in self.lacks and line.record.issue not in self.speaks
        why = None if found else _WORDLESS[word] if lacks else why_absent(word, self.head.text)
        return GridCell(self.head.id, word, VERDICT_SIGN[word], points, tuple(_under(found)), why)

    def counts(self, cells: Sequence[tuple[str, GridCell]]) -> tuple[Count, ...]:
        """Return what its cells come to, by line: in the order of the legend, without what there is none of."""
        out = []
        for word, sign in VERDICT_SIGN.items():
            lines = sum(cell.word == word for _, cell in cells)
            points = {point.number for line, _ in cells for point, touch in self.by_line.get(line, ()) if verdict_word(touch) == word}
            if lines or points:
                out.append(Count(word, sign, lines, len(points)))
        return tuple(out)


def _label(point: Point, touch: Touch) -> str:
    return point.number + (touch.clause or "")


def _under(found: Sequence[tuple[Point, Touch]]) -> Iterator[Under]:
    for word in WORST:
        points = tuple(dict.fromkeys(_label(point, touch) for point, touch in found if verdict_word(touch) == word))
        if points:
            yield Under(word, VERDICT_SIGN[word], points)


def _absent(head: ComparedColumn) -> GridWord:
    """Return a plan column's word for having nothing, which is one of three."""
    if head.absence == "silent":
        return "silent"
    return "not recorded" if head.absence == "not recorded" else "not public"


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
    rows = [row for row in of.rows if party in (None, row.line.record.party) and issue in (None, row.line.record.issue)]
    return LineMap(of.columns, tuple(_by_party(of, rows)), party, issue)


def asked_for(store: Store, rest: str) -> tuple[str | None, str | None]:
    """Return the party and the issue that the end of an address names: `ukraine`, `territory`, `ukraine/territory`, or neither."""
    first, second = split_first(rest)
    if not first:
        return None, None
    return (None, first) if not second and store.get("party", first) is None and store.get("issue", first) else (first, second or None)


def _by_party(of: Grid, rows: list[GridRow]) -> Iterator[PartyLines]:
    for party in dict.fromkeys(row.line.record.party for row in rows):
        own = tuple(row for row in rows if row.line.record.party == party)
        counts = [Counter(row.cells[place].word for row in own) for place in range(len(of.columns))]
        totals = tuple(tuple(Total(word, count[word]) for word in WORST if count[word]) for count in counts)
        yield PartyLines(party, own[0].line.party_name, own, totals)
