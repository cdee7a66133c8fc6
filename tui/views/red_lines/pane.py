"""What each party will not give up: the lines by party and issue, the map of them over all texts, and the grid against chosen plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.address import split_first, written
from tui.fold import haystack, holds, needles
from tui.model import Plan, name_of
from tui.store.read import Store
from tui.views.blocks import Line, Page, Para, Span, line
from tui.views.cells import line_width, told_apart
from tui.views.orders import arranged, by_cell, marked
from tui.views.pane import GUTTER, HIGH_SCREEN, Anew, Choice, Choose, Column, Effect, Go, Open, Order, Pane, Row, Say, part_of, wanted_width
from tui.views.record.question import referrers
from tui.views.red_lines import line_grid, map_page
from tui.views.red_lines import lines as answers
from tui.views.red_lines import page as pages
from tui.views.red_lines.line_grid import LineMap, asked_for, mapped
from tui.views.red_lines.lines import GRID, MAP, POINTS
from tui.widths import width

LINE = 18  # cells that the name of a line needs in the grid
NARROWEST, WIDEST = 8, 16  # cells of a plan in the grid
NAME = 40  # cells of the name of a line beside the map, where there is room
ROOMY = 110  # cells of a grid that has room for whole names
BELOW = 7  # lines that the words of a cell have below the map at least
LIST = "list"
VIEWS = (LIST, MAP, GRID)
ORDERS = (
    Order("by party, as in the file"),
    Order("by name, below each party", "Line", by_cell(0)),
    Order("by issue, below each party", "Issue", by_cell(1)),
    Order("by what they are called, below each party", "Called", by_cell(2)),
)
PARTY = "of:"  # leads the key of a party's row in the map


class RedLinesPane(Pane):
    """Three views of the same lines: each with its ground and firmness; over all texts at once; with the points of chosen plans.

    `plans` are those chosen for the grid, None for all; `chosen` is the column in which the reader is, `first` the leftmost on the screen.
    """

    id = "red-lines"
    title = "Red lines"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.view = LIST
        self.party: str | None = None
        self.issue: str | None = None
        self.plans: tuple[str, ...] | None = None
        self.chosen = 0
        self.first = 0
        self._lines = answers.red_lines(store)
        self._grids: dict[tuple[str, ...] | None, line_grid.Grid] = {}

    @property
    def grid(self) -> line_grid.Grid:
        """Return the verdicts of the plans shown (all in the map, those chosen in the grid), read when they are first looked at."""
        plans = self.plans if self.view == GRID else None
        if plans not in self._grids:
            self._grids[plans] = line_grid.grid(self.store, plans)
        return self._grids[plans]

    @property
    def map(self) -> LineMap:
        """Return the map, kept to a party and an issue where the reader asked for them."""
        return mapped(self.grid, self.party, self.issue)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return name, issue and what it is called; or name and a column for each text, the chosen one marked."""
        if self.view == LIST:
            return marked((Column("Line", least=24), Column("Issue", 16, drop=1), Column("Called", 9, drop=2)), self.sorting)
        shown, cells = self._shown(), self._cells()
        names = [head.short for head in self.grid.columns]
        heads = map_page.heads(self.grid.columns) if self.view == MAP else told_apart(names, cells - 2)
        if self.view == GRID:
            heads = [f"[{name}]" if place == self.chosen else name for place, name in enumerate(heads)]
        first = "Line, h l: text" if len(shown) == len(heads) else f"{shown.start + 1}-{shown.stop} of {len(heads)}: h l"
        return (
            Column(first, least=self._least),
            *(Column(head, cells, drop=0 if n in shown else n + 1, chosen=n == self.chosen) for n, head in enumerate(heads)),
        )

    @property
    def orders(self) -> tuple[Order, ...]:
        """Return those of the list; over texts the lines stand as in the file."""
        return ORDERS if self.view == LIST else ORDERS[:1]

    def _cells(self) -> int:
        """Return one width for all texts, so that as many stand there whichever they are; in the grid room for the longest cell, within
        reason.
        """
        if self.view == MAP:
            return map_page.CELL
        longest = max((line_width(pages.cell_signs(cell)) for row in self.grid.rows for cell in row.cells), default=0)
        named = max((width(head.short) for head in self.grid.columns), default=0) + 2
        return max(NARROWEST, min(max(longest, named), WIDEST))

    @property
    def _least(self) -> int:
        """Cells that the names of the lines keep beside texts."""
        return NAME if self.room >= ROOMY else LINE

    def _shown(self) -> range:
        """Return the texts that there is room for, the chosen one among them; they move on no further than they must."""
        count = len(self.grid.columns)
        fit = max(1, min(count, (self.room - GUTTER - self._least) // (self._cells() + 1)))
        self.first = max(0, min(max(self.first, self.chosen - fit + 1), self.chosen, count - fit))
        return range(self.first, self.first + fit)

    @property
    def columns_by(self) -> str:
        """Return the keys that bring the other texts into view, beside texts."""
        return super().columns_by if self.view == LIST else "h l"

    @property
    def held_back(self) -> tuple[str, str] | None:
        """Return the lines of the other parties and on the other issues, when the view is kept to one."""
        kept = map_page.kept_to(self.store, self.party, self.issue)
        return ("b", f"{kept} only") if kept else None

    def list_width(self, cells: int) -> int:
        """Return as much as the columns can use, the rest being the detail's; at least a little over half for a grid that has to be cut."""
        if self.view == LIST:
            return wanted_width(self.rows(), self.columns, cells)
        return min(self._wanted(), max(cells - 40, cells * 55 // 100))

    def _wanted(self) -> int:
        """Return how many cells whole names take with all texts."""
        return GUTTER + NAME + len(self.grid.columns) * (self._cells() + 1)

    def cut_beside(self, cells: int) -> bool:
        """Return whether a grid has not the room for whole names and all texts."""
        return self.view != LIST and self._wanted() > self.list_width(cells)

    def stacked(self, cells: int, lines: int) -> bool:
        """Return whether the map stands above the words of a cell: on a low screen too where beside them its names would be cut, since half
        a name tells no line from the next.
        """
        return super().stacked(cells, lines) or (self.view == MAP and cells in HIGH_SCREEN and self.cut_beside(cells))

    def list_height(self, lines: int) -> int:
        """Return for the map what the words of a cell can spare: a third of a high screen."""
        return lines - max(BELOW, lines // 3) if self.view == MAP else super().list_height(lines)

    def subtitle(self) -> str:
        """Tell which view is shown, and to what it is kept."""
        kept = map_page.kept_to(self.store, self.party, self.issue)
        only = f", {kept} only" if kept else ""
        if self.view == LIST:
            return self.view + only
        return f"{self.view}: {part_of('texts', self._shown(), len(self.grid.columns))}{only}"

    def rows(self) -> Sequence[Row]:
        """Return the lines by party; in the map each party has a row of its own with what the texts come to."""
        return tuple(self._map_rows()) if self.view == MAP else arranged(tuple(self._line_rows()), self.sorting)

    def _map_rows(self) -> Iterator[Row]:
        for party in self.map.parties:
            name = line(Span(f"{party.party_name} ({len(party.rows)})", "strong"))
            yield Row((name, *map(map_page.total_cell, party.totals)), to=written("party", party.party), key=f"{PARTY}{party.party}")
            for row in party.rows:
                yield Row((line("  ", row.line.name), *map(map_page.map_cell, row.cells)), to=row.line.address, key=row.line.record.id)

    def _line_rows(self) -> Iterator[Row]:
        party = None
        for found in self._lines:
            if self.party not in (None, found.record.party) or self.issue not in (None, found.record.issue):
                continue
            if found.record.party != party:
                party = found.record.party
                yield Row((line(found.party_name),), heading=True)
            cells: tuple[Line, ...] = (line(found.issue_name), line(found.record.called))
            if self.view == GRID:
                on = (self.grid.cell(found.record.id, head.id) for head in self.grid.columns)
                cells = tuple(pages.cell_signs(cell) if cell else () for cell in on)
            yield Row((line(found.name), *cells), to=found.address, key=found.record.id)

    def filtered(self, words: str, rows: Sequence[Row]) -> Sequence[Row]:
        """Return the lines in whose name, party, issue or words every word stands, below the heads of their parties."""
        wanted = needles(words)
        held = {
            one.record.id: haystack(f"{one.party_name} {one.issue_name} {one.name} {one.record.statement} {one.record.id}")
            for one in self._lines
        }
        out: list[Row] = []
        head: Row | None = None
        for row in rows:
            if row.heading or row.key.startswith(PARTY):
                head = row
            elif holds(held[row.key], wanted):
                out += [head, row] if head else [row]
                head = None
        return out

    def page(self, row: Row | None, cells: int) -> Page:
        """Draw the line whole; beside texts the words on both sides of the chosen cell; of a party what the texts come to on its lines."""
        del cells
        party = next((one for one in self.map.parties if row and row.key == PARTY + one.party), None) if self.view == MAP else None
        if party:
            return map_page.party_page(self.map, party)
        found = next((found for found in self._lines if row and found.record.id == row.key), None)
        if found is None:
            return Page("red lines", (Para(line("No red line is known at this date.")),), "red-lines")
        cell = self.grid.cell(found.record.id, self._plan) if self.view != LIST and self._plan else None
        if cell is None:
            return pages.line_page(found, referrers(self.store, "red_line", found.record.id))
        return pages.cell_page(found, self.grid.columns[self.chosen], cell, answers.touches(self.store, cell.plan, found.record.id))

    @property
    def _plan(self) -> str:
        """Return the plan in whose column the reader is, empty where there is none."""
        return self.grid.columns[self.chosen].id if self.grid.columns else ""

    def enter(self, row: Row | None) -> Effect:
        """Return the words on both sides; of a party the map's totals; from the list, the line with all that refers to it."""
        if row and self.view != LIST:
            return Open(self.page(row, 0))
        return Go(row.to) if row else None

    def key_of(self, rest: str) -> str:
        """Return a line's id, with a plan behind it in the grid; a party's id shows that party's lines only; map and grid are views."""
        head, more = split_first(rest)
        if head == MAP:
            self._look(MAP, self._plan)
            self.party, self.issue = asked_for(self.store, more)
            return ""
        if head in (GRID, POINTS):
            plan, party = split_first(more)
            self._look(GRID, plan)
            self.party = party or self.party
            return ""
        if more:
            self._look(self.view if self.view != LIST else GRID, more)
        if any(found.record.party == head for found in self._lines):
            self.party = head
            return ""
        line_ = next((found for found in self._lines if found.record.id == head), None)
        if line_ is None or self.party not in (None, line_.record.party) or self.issue not in (None, line_.record.issue):
            self.party = self.issue = None
        return head

    def _look(self, view: str, plan: str) -> None:
        """Turn to a view with the reader in the column of a plan, which comes in where it does not stand there yet."""
        self.view = view
        shown = [head.id for head in self.grid.columns]
        if plan in self.store.ids("plan") and plan not in shown:
            self.view, self.plans = GRID, (plan, *shown)
            shown = [head.id for head in self.grid.columns]
        self.chosen = shown.index(plan) if plan in shown else 0

    def address(self, row: Row | None) -> str:
        """Return the line; beside texts the line and the plan; of a party's row the map of its lines."""
        if row and row.key.startswith(PARTY):
            return written(self.id, MAP, row.key.removeprefix(PARTY))
        return written(super().address(row), self._plan if row and self.view != LIST else None)

    def act(self, name: str, row: Row | None) -> Effect:
        """Change the view, the party, the plans or the columns."""
        key = row.key if row else None
        if name == "view":
            self._look(VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)], self._plan if self.view != LIST else "")
        elif name == "by_party":
            parties: list[str | None] = [None, *dict.fromkeys(found.record.party for found in self._lines)]
            self.party = None if self.issue else parties[(parties.index(self.party) + 1) % len(parties)]
            self.issue = None
        elif name in ("left", "right") and self.view != LIST and self.grid.columns:
            self.chosen = (self.chosen + (1 if name == "right" else -1)) % len(self.grid.columns)
        elif name == "choose":
            return self._choose()
        elif name == "points":
            return self._points()
        else:
            return None
        return Anew(key)

    def _points(self) -> Effect:
        """Draw all points of the chosen plan that touch the lines shown, with the words on both sides, on one page."""
        if not self._plan:
            return Say("No plan is known at this date.")
        found = line_grid.grid(self.store, [self._plan], [self.party] if self.party else None)
        return Open(pages.touches_page(found, line_grid.touches_of(self.store, found)))

    def _choose(self) -> Effect:
        shown = [head.id for head in self.grid.columns]
        plans = [plan for plan in self.store.all("plan") if isinstance(plan, Plan)]
        choices = [Choice(plan.id, f"{name_of(plan)}  {plan.name}", plan.id in shown) for plan in plans]
        choices.sort(key=lambda choice: shown.index(choice.value) if choice.chosen else len(shown))

        def take(values: tuple[str, ...]) -> Effect:
            self.plans, self.view = values, GRID
            self.chosen = min(self.chosen, len(values) - 1)
            return Anew()

        return Choose("Plans of the grid", tuple(choices), 1, len(choices), take)
