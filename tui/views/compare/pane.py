"""Plans against each other: the ladder of rows, and the chosen row's words from every plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.address import split_first, written
from tui.errors import BriefingError
from tui.fold import haystack, holds, needles
from tui.store.read import Store
from tui.views.blocks import Heading, Line, Page, Para, Span, line
from tui.views.blocks import words as told
from tui.views.cells import told_apart
from tui.views.compare import comparison as answers
from tui.views.compare import page as pages
from tui.views.compare.actions import ACTIONS, SHOWN, Shown
from tui.views.compare.columns import unasked
from tui.views.compare.row_cells import RowCell, cells
from tui.views.compare.rows import ISSUE
from tui.views.drawn_rows import LazyRows
from tui.views.pane import GUTTER, Anew, Column, Effect, Open, Order, Pane, Row
from tui.widths import width

BESIDE = 78  # cells of the detail from which the row's cells stand side by side, where each has room
WIDE = 140
SMALL = 30  # cells under which a row's name comes before the names of the plans
LEAST = 3  # cells of a mark
CUT = 5  # cells of a plan's name where there is no room for more
MANY = 6  # points of a plan on an issue that its detail tells; a briefing mostly has fewer
ROOMY = 7  # cells in which what a plan has on an issue is told whole: `Rx 21+2`
NUMBER, NAME, STATE, NARROW = 4, 14, 10, 7  # cells of the other columns; of a row's name at least so many


class ComparePane(Pane):
    """Holds which columns are compared, which of them is chosen, and below which issues their points are shown."""

    id = "compare"
    title = "Compare"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.order: tuple[str, ...] = unasked(store)
        self.chosen = 1
        self.shown: Shown = "issues"
        self.unfolded: set[str] = set()  # issues whose points are shown though the others' are not
        self.filtering = False
        self._made: tuple[tuple[str, ...], answers.Comparison | str] | None = None
        self._listed: tuple[tuple[tuple[str, ...], str, frozenset[str]], Sequence[Row]] | None = None

    @property
    def orders(self) -> tuple[Order, ...]:
        """Offer one order: that of the issues."""
        return (Order("issue by issue, as in the file"),)

    @property
    def comparison(self) -> answers.Comparison | str:
        """Return the comparison of the columns chosen, or the sentence that says why there is none."""
        if self._made is None or self._made[0] != self.order:
            try:
                made: answers.Comparison | str = answers.compare(self.store, self.order)
            except BriefingError as error:
                made = str(error)
            self._made = (self.order, made)
        return self._made[1]

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return number, name, a cell for each plan, and the status of issues."""
        found = self.comparison
        if isinstance(found, str):
            return (Column(),)
        room = self.room - GUTTER - NUMBER - NAME - NARROW - 2  # a gap between each two columns
        plans = heads([plan.short for plan in found.columns], self.chosen, room)
        marks = tuple(Column(head, max(ROOMY, width(head)), narrow=max(LEAST, width(head)) if self.room >= SMALL else 1) for head in plans)
        return (Column("No.", NUMBER), Column("Issue / point", least=NAME), *marks, Column("Status", STATE, drop=1, narrow=NARROW))

    def list_width(self, cells: int) -> int:
        """Narrow where the cells can stand side by side."""
        return max(44, cells * 32 // 100) if cells >= WIDE else cells * 48 // 100

    def subtitle(self) -> str:
        """Return the plans, in their order, and which points are shown below the issues."""
        found = self.comparison
        if isinstance(found, str):
            return ""
        return f"{' / '.join(head.short for head in found.columns)}  {SHOWN[self.shown]}".rstrip()

    @property
    def held_back(self) -> tuple[str, str] | None:
        """Return the points that are the same and touch no line, when they are folded."""
        return ("u", SHOWN[self.shown]) if self.shown == "differences" else None

    def rows(self) -> Sequence[Row]:
        """Return the rows of the issues, and the aligned rows below those that are unfolded."""
        self.filtering = False
        asked = (self.order, self.shown, frozenset(self.unfolded))
        if self._listed is None or self._listed[0] != asked:
            self._listed = (asked, self._rows(everything=False))
        return self._listed[1]

    def filtered(self, words: str, rows: Sequence[Row]) -> Sequence[Row] | None:
        """Look through every row, those that are folded away as well."""
        del rows
        self.filtering = True
        wanted = needles(words)
        found = []
        for row in self._rows(everything=True):
            held = haystack(" ".join(told(cell) for cell in row.cells) + " " + row.key)
            if holds(held, wanted):
                found.append(row)
        return found

    def _rows(self, *, everything: bool) -> Sequence[Row]:
        found = self.comparison
        if isinstance(found, str):
            return ()
        places: list[int] = []
        for place, heading in enumerate(found.under):
            places.append(ISSUE - place)
            if everything or self.shown == "all" or heading.id in self.unfolded:
                places.extend(found.below(heading))
            elif self.shown == "differences":
                places.extend(below for below in found.below(heading) if not found.rows[below].plain)
        return LazyRows(places, lambda index: _drawn(found, found.at(places[index])))

    def index_of(self, key: str, rows: Sequence[Row]) -> int | None:
        """Find the row without drawing the rows before it, while all are shown."""
        found = self.comparison
        if isinstance(found, str) or not isinstance(rows, LazyRows):
            return super().index_of(key, rows)
        place = found.ladder.place(key)
        if place is None:
            issue = next((number for number, heading in enumerate(found.under) if key == (heading.id or answers.NO_ISSUE_KEY)), None)
            place = None if issue is None else ISSUE - issue
        return rows.what.index(place) if place is not None and place in rows.what and found.at(place).key == key else None

    def row_of(self, row: Row | None) -> answers.ComparisonRow | None:
        """Return the comparison's row that a row of the list stands for."""
        found = self.comparison
        if row is None or isinstance(found, str):
            return None
        return found.issues[-1] if row.key == answers.NO_ISSUE_KEY and found.under[-1].id == "" else found.row(row.key)

    def cells_of(self, row: answers.ComparisonRow) -> tuple[RowCell, ...]:
        """Return what stands in the cells of a row."""
        assert not isinstance(self.comparison, str)
        return cells(self.store, self.comparison, row)

    def page(self, row: Row | None, cells: int) -> Page:
        """Draw the row's cells, side by side where there is room."""
        found = self.comparison
        if isinstance(found, str):
            return Page(
                "compare",
                (Heading(line("Compare"), 1), Para(line(f"{found[:1].upper()}{found[1:]}. Press p to choose the plans."))),
                "compare",
            )
        chosen = self.row_of(row)
        if chosen is None:
            return Page("compare", (Para(line("No row is shown. Press u to unfold, p to choose plans.")),), "compare")
        draw = pages.row_beside if cells >= max(BESIDE, pages.BESIDE_NARROWEST * len(found.columns)) else pages.row_page
        few = replace(chosen, numbers=tuple(numbers[:MANY] for numbers in chosen.numbers))
        page = draw(found, few, self.cells_of(few))
        more = sum(max(0, len(numbers) - MANY) for numbers in chosen.numbers)
        told = f"{more} more points are on this issue; Enter shows them, and once more tells them all."
        return replace(page, blocks=(*page.blocks, Para(line(Span(told, "warning"))))) if more else page

    def enter(self, row: Row | None) -> Effect:
        """Unfold the points of an issue; of a point, and of an issue that is unfolded, show the row alone with every reading."""
        found, chosen = self.comparison, self.row_of(row)
        if isinstance(found, str) or chosen is None:
            return None
        if self.shown != "all" and not self.filtering and not chosen.number and self.unfold(chosen.issue):
            return Anew(chosen.key)
        return Open(pages.row_page(found, chosen, self.cells_of(chosen)))

    def unfold(self, heading: answers.IssueHeading) -> bool:
        """Show the points below an issue, and return whether there was anything to unfold."""
        found = self.comparison
        if isinstance(found, str) or heading.id in self.unfolded or not found.below(heading):
            return False
        self.unfolded.add(heading.id)
        return True

    def key_of(self, rest: str) -> str:
        """Return the key that `us-28+e3/territory` names: the columns, then a row's key, number or issue."""
        plans, wanted = split_first(rest)
        if plans and tuple(plans.split("+")) != self.order:
            self.order = tuple(plans.split("+"))
            self.chosen = min(1, len(self.order) - 1)
        found = self.comparison
        chosen = found.row(wanted) if wanted and not isinstance(found, str) else None
        if chosen and chosen.number and self.shown != "all":
            self.unfold(chosen.issue)
        return chosen.key if chosen else ""

    def address(self, row: Row | None) -> str:
        """Return the columns and the row."""
        found = self.comparison
        return "compare" if isinstance(found, str) else pages.address(found, self.row_of(row))

    def aim(self, row: Row | None) -> str | None:
        """Return the chosen plan's point on the row; where it has none, the first point there."""
        found, chosen = self.comparison, self.row_of(row)
        if isinstance(found, str) or chosen is None:
            return None
        points = {place: written("plan", found.columns[place].record, one[0]) for place, one in enumerate(chosen.numbers) if one}
        return points.get(self.chosen, next(iter(points.values()), None))

    def stands_for(self, row: Row) -> Sequence[str]:
        """Return the points of all columns on the row, and the issue that it is, where it is one."""
        found, chosen = self.comparison, self.row_of(row)
        if isinstance(found, str) or chosen is None:
            return ()
        points = [
            written("plan", found.columns[place].record, number)
            for place, numbers in enumerate(chosen.numbers)
            for number in numbers[:MANY]
            if found.columns[place].kind == "plan"
        ]
        return points if chosen.number else [written("issue", row.key), *points]

    def act(self, name: str, row: Row | None) -> Effect:
        """Run a command of this pane, by its name in KEYS."""
        action = ACTIONS.get(name)
        return action(self, row) if (action and not isinstance(self.comparison, str)) or name == "choose" else None  # type: ignore[misc]


def _drawn(found: answers.Comparison, row: answers.ComparisonRow) -> Row:
    cells = tuple(pages.in_short(row, index) for index in range(len(row.marks)))
    if row.number:
        return Row((line(Span(found.label(row), "number")), line(row.short), *cells, line()), key=row.key)
    return Row((line(), line(Span(row.short, "strong")), *cells, _state(found, row)), key=row.key)


def _state(found: answers.Comparison, row: answers.ComparisonRow) -> Line:
    """Return an issue's status in few cells: its word where it is of all the plans, else its letter and of which, or of others."""
    if row.status is None:
        return line(Span("of others" if row.status_of_others else "", "dim"))
    plans = {head.record for head in found.columns if head.kind == "plan"}
    whole = not row.status.of_texts or plans <= set(row.status.of_texts)
    return line(Span(row.status.word if whole else f"{row.status.letter} {', '.join(row.status.texts)}", "status"))


def heads(shorts: Sequence[str], chosen: int, room: int) -> list[str]:
    """Return the names, the chosen one in brackets; where `room` (cells, with the gaps between) is too small, cut and still unlike."""
    names, room = list(shorts), room - len(shorts)
    if sum(max(LEAST, width(name)) for name in names) + 2 > room:
        cells = max(CUT, room // len(names))
        bracketed = told_apart(names, cells - 2)[chosen]
        names = told_apart(names, cells)
        names[chosen] = bracketed
    return [f"[{name}]" if place == chosen else name for place, name in enumerate(names)]
