"""What each party will not give up: the lines by party and issue, and the grid of lines against plans."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Plan
from tui.store.read import Store
from tui.views.blocks import Page, Para, Span, line
from tui.views.cells import line_width, told_apart, width
from tui.views.pane import GUTTER, Anew, Choice, Choose, Column, Effect, Go, Open, Pane, Row, Say, part_of
from tui.views.record.question import referrers
from tui.views.red_lines import line_grid
from tui.views.red_lines import lines as answers
from tui.views.red_lines import page as pages

LINE = 18  # cells that the name of a line needs in the grid
NARROWEST, WIDEST = 8, 16  # cells of a plan in the grid


class RedLinesPane(Pane):
    """Two views of one list: each line with its ground and firmness, or each line with a verdict for every plan."""

    id = "red-lines"
    title = "Red lines"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.as_grid = False
        self.party: str | None = None
        self.plans: tuple[str, ...] | None = None
        self.chosen = 0
        self.first = 0
        self._lines = answers.red_lines(store)
        self._grid: line_grid.Grid | None = None

    @property
    def grid(self) -> line_grid.Grid:
        """The grid for the plans chosen, made when it is first looked at."""
        if self._grid is None:
            self._grid = line_grid.grid(self.store, self.plans)
        return self._grid

    @property
    def columns(self) -> tuple[Column, ...]:
        """Name, issue and firmness; or name and one column for each plan, the chosen one in brackets."""
        if not self.as_grid:
            return (Column("Line", least=24), Column("Issue", 16, drop=1), Column("Called", 9, drop=2))
        cells, shown = self._column_width(), self._shown()
        names = told_apart([head.short for head in self.grid.columns], cells - 2)
        heads = (f"[{name}]" if place == self.chosen else name for place, name in enumerate(names))
        return (
            Column(self._first_head(), least=LINE),
            *(Column(head, cells, drop=0 if n in shown else n + 1) for n, head in enumerate(heads)),
        )

    @property
    def columns_by(self) -> str:
        """In the grid moving sideways brings the other plans into view."""
        return "h l" if self.as_grid else super().columns_by

    @property
    def held_back(self) -> tuple[str, str] | None:
        """The lines of the other parties, when those of one party are shown."""
        name = next((found.party_name for found in self._lines if found.party == self.party), None)
        return ("b", f"{name} only") if name else None

    def _first_head(self) -> str:
        """Which of the plans stand here, since the tab line has no room for it on a narrow screen."""
        shown, count = self._shown(), len(self.grid.columns)
        return "Line" if len(shown) == count else f"{shown.start + 1}-{shown.stop} of {count}: h l"

    def _column_width(self) -> int:
        """One width for all plans, so that as many stand there whichever they are: room for the longest cell, within reason."""
        longest = max((line_width(pages.cell_signs(cell)) for row in self.grid.rows for cell in row.cells), default=0)
        named = max((width(head.short) for head in self.grid.columns), default=0) + 2
        return max(NARROWEST, min(max(longest, named), WIDEST))

    def _shown(self) -> range:
        """The plans that there is room for, the chosen one among them; they move on no further than they must."""
        count = len(self.grid.columns)
        fit = max(1, min(count, (self.room - GUTTER - LINE) // (self._column_width() + 1)))
        self.first = max(0, min(max(self.first, self.chosen - fit + 1), self.chosen, count - fit))
        return range(self.first, self.first + fit)

    def list_width(self, cells: int) -> int:
        """The grid wants more room than the list."""
        return cells * 55 // 100 if self.as_grid else cells * 45 // 100

    def subtitle(self) -> str:
        """Which view, and which party."""
        names = {found.party: found.party_name for found in self._lines}
        only = f", {names[self.party]} only" if self.party else ""
        return (f"grid: {part_of('plans', self._shown(), len(self.grid.columns))}" if self.as_grid else "list") + only

    def rows(self) -> Sequence[Row]:
        """The lines by party."""
        out: list[Row] = []
        party = None
        for found in self._lines:
            if self.party and found.party != self.party:
                continue
            if found.party != party:
                party = found.party
                out.append(Row((line(found.party_name),), heading=True))
            out.append(Row((line(found.name), *self._cells(found)), to=found.address, key=found.id))
        return out

    def _cells(self, found: answers.HeldLine) -> tuple[tuple[Span, ...], ...]:
        if not self.as_grid:
            return (line(found.issue_name), line(found.called))
        cells = (self.grid.cell(found.id, head.id) for head in self.grid.columns)
        return tuple(pages.cell_signs(cell) if cell else () for cell in cells)

    def _line(self, row: Row | None) -> answers.HeldLine | None:
        return next((found for found in self._lines if row and found.id == row.key), None)

    def page(self, row: Row | None, cells: int) -> Page:
        """The line whole; in the grid the words on both sides of the chosen cell."""
        del cells
        found = self._line(row)
        if found is None:
            return Page("red lines", (Para(line("No red line is known at this date.")),), "red-lines")
        if self.as_grid and self.grid.columns:
            head = self.grid.columns[self.chosen]
            cell = self.grid.cell(found.id, head.id)
            if cell is not None:
                return pages.cell_page(found, head, cell, answers.touches(self.store, head.id, found.id))
        return pages.line_page(found, referrers(self.store, "red_line", found.id))

    def enter(self, row: Row | None) -> Effect:
        """The words on both sides; from the list, the record with all that refers to it."""
        if row and self.as_grid:
            return Open(self.page(row, 0))
        return Go(row.to) if row else None

    def key_of(self, rest: str) -> str:
        """A line's id; a party's id shows that party's lines only."""
        head, _, more = rest.partition("/")
        if head in ("grid", "points"):
            self.as_grid = True
            plan, _, party = more.partition("/")
            self._show(plan)
            self.party = party or self.party
            return ""
        if more:
            self.as_grid = True
            self._show(more)
        rest = head
        if any(found.party == rest for found in self._lines):
            self.party = rest
            return ""
        if self.party and not any(found.id == rest and found.party == self.party for found in self._lines):
            self.party = None
        return rest

    def _show(self, plan: str) -> None:
        """Choose a plan in the grid, which comes in where it does not stand there yet."""
        shown = [head.id for head in self.grid.columns]
        if plan in self.store.ids("plan"):
            if plan not in shown:
                self.plans, self._grid = (plan, *shown), None
            self.chosen = [head.id for head in self.grid.columns].index(plan)

    def address(self, row: Row | None) -> str:
        """The line; in the grid the line and the plan."""
        plan = f"/{self.grid.columns[self.chosen].id}" if row and self.as_grid and self.grid.columns else ""
        return super().address(row) + plan

    def _points(self) -> Effect:
        """All points of the chosen plan that touch the lines shown, with the words on both sides: one answer on one page."""
        if not self.grid.columns:
            return Say("No plan is known at this date.")
        found = line_grid.grid(self.store, [self.grid.columns[self.chosen].id], [self.party] if self.party else None)
        return Open(pages.touches_page(found, line_grid.touches_of(self.store, found)))

    def act(self, name: str, row: Row | None) -> Effect:
        """View, party, plans, and the columns of the grid."""
        key = row.key if row else None
        if name == "view":
            self.as_grid = not self.as_grid
        elif name == "by_party":
            parties: list[str | None] = [None, *dict.fromkeys(found.party for found in self._lines)]
            self.party = parties[(parties.index(self.party) + 1) % len(parties)]
        elif name in ("left", "right") and self.as_grid and self.grid.columns:
            self.chosen = (self.chosen + (1 if name == "right" else -1)) % len(self.grid.columns)
        elif name == "choose":
            return self._choose()
        elif name == "points":
            return self._points()
        else:
            return None
        return Anew(key)

    def _choose(self) -> Effect:
        shown = [head.id for head in self.grid.columns]
        plans = [plan for plan in self.store.all("plan") if isinstance(plan, Plan)]
        choices = [Choice(plan.id, f"{plan.short}  {plan.name}", plan.id in shown) for plan in plans]
        choices.sort(key=lambda choice: shown.index(choice.value) if choice.chosen else len(shown))

        def take(values: tuple[str, ...]) -> Effect:
            self.plans, self._grid, self.as_grid = values, None, True
            self.chosen = min(self.chosen, len(values) - 1)
            return Anew()

        return Choose("Plans of the grid", tuple(choices), 1, len(choices), take)
