"""Who is at the table: each party whole, or issues down and parties across."""

from __future__ import annotations

from collections.abc import Sequence

from tui.address import split_first, written
from tui.store.read import Store
from tui.views.blocks import Page, Para, Span, line, words
from tui.views.orders import arranged, by_cell, marked
from tui.views.pane import GUTTER, Anew, Column, Effect, Open, Order, Pane, Row, part_of, wanted_width
from tui.views.parties import page as pages
from tui.views.parties.by_issue import ISSUES, ByIssue, by_issue, cell, cell_page
from tui.views.parties.question import parties, party

ISSUE, CELL = 16, 13  # cells of the name of an issue and of a party's stance
LIST = "list"
VIEWS = (LIST, ISSUES)
ORDERS = (
    Order("as in the file"),
    Order("by name", "Party", by_cell(0)),
    Order("by kind", "Kind", by_cell(1)),
    Order("by red lines, most first", "Lines", lambda row: _number(row, 2), down=True),
    Order("by positions, most first", "Said", lambda row: _number(row, 3), down=True),
)


class PartiesPane(Pane):
    """The parties, the one chosen whole; or the issues with a column for each party, `chosen` the one in which the reader is."""

    id = "parties"
    title = "Parties"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.view = LIST
        self.chosen = 0
        self.first = 0
        self._table: ByIssue | None = None

    @property
    def table(self) -> ByIssue:
        """Return issues down, parties across, asked for when it is first looked at."""
        if self._table is None:
            self._table = by_issue(self.store)
        return self._table

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return name, kind, and how much is known; by issue a column for each party, the chosen one marked."""
        if self.view == LIST:
            heads = (Column("Party", least=18), Column("Kind", 12, drop=2), Column("Lines", 5, drop=1), Column("Said", 4, drop=1))
            return marked(heads, self.sorting)
        shown, count = self._shown(), len(self.table.parties)
        first = "Issue" if len(shown) == count else f"{shown.start + 1}-{shown.stop} of {count}: h l"
        across = (
            Column(name, CELL, drop=0 if n in shown else n + 1, chosen=n == self.chosen) for n, (_, name) in enumerate(self.table.parties)
        )
        return (Column(first, least=ISSUE), *across)

    @property
    def orders(self) -> tuple[Order, ...]:
        """Offer one order by issue: that of the file."""
        return ORDERS if self.view == LIST else ORDERS[:1]

    @property
    def columns_by(self) -> str:
        """Return the keys that bring the other parties into view, by issue."""
        return super().columns_by if self.view == LIST else "h l"

    def _shown(self) -> range:
        """Return the parties that there is room for, the chosen one among them."""
        count = len(self.table.parties)
        fit = max(1, min(count, (self.room - GUTTER - ISSUE) // (CELL + 1)))
        self.first = max(0, min(max(self.first, self.chosen - fit + 1), self.chosen, count - fit))
        return range(self.first, self.first + fit)

    def list_width(self, cells: int) -> int:
        """Return as much as the names need; by issue as many parties as the detail leaves room for."""
        if self.view == LIST:
            return wanted_width(self.rows(), self.columns, cells)
        return min(GUTTER + ISSUE + 8 + len(self.table.parties) * (CELL + 1), max(cells - 46, cells * 55 // 100))

    def subtitle(self) -> str:
        """Tell which view is shown, where it is not the list."""
        return f"by issue: {part_of('parties', self._shown(), len(self.table.parties))}" if self.view == ISSUES else ""

    def rows(self) -> Sequence[Row]:
        """Return one row a party, or one an issue."""
        if self.view == ISSUES:
            return tuple(
                Row((line(row.name), *map(cell, row.holdings)), to=written("issue", row.id), key=row.id) for row in self.table.rows
            )
        rows = tuple(
            Row(
                (line(one.name), line(Span(one.type, "dim")), line(str(one.red_lines or "")), line(str(one.positions or ""))),
                to=written("party", one.id),
                key=one.id,
            )
            for one in parties(self.store)
        )
        return arranged(rows, self.sorting)

    def page(self, row: Row | None, cells: int) -> Page:
        """Return the party; by issue all that the chosen party says on it."""
        del cells
        if row is None or (self.view == ISSUES and not self.table.parties):
            return Page("parties", (Para(line("No party is known at this date.")),), "parties")
        if self.view == LIST:
            return pages.page(party(self.store, row.key))
        id_, name = self.table.parties[self.chosen]
        on = next(one for one in self.table.rows if one.id == row.key)
        return cell_page(on, id_, name, on.holdings[self.chosen])

    def enter(self, row: Row | None) -> Effect:
        """Return from the list the party; by issue the cell as a page."""
        return Open(self.page(row, 0)) if row and self.view == ISSUES else super().enter(row)

    def key_of(self, rest: str) -> str:
        """Return a party's id, or `issues` with an issue and a party behind it."""
        head, more = split_first(rest)
        self.view = ISSUES if head == ISSUES else LIST
        if self.view == LIST:
            return rest
        issue, id_ = split_first(more)
        self.chosen = next((place for place, (one, _) in enumerate(self.table.parties) if one == id_), self.chosen)
        return issue

    def address(self, row: Row | None) -> str:
        """Return the party; by issue the issue and the party."""
        if self.view == LIST or not row or not self.table.parties:
            return super().address(row) if self.view == LIST else written(self.id, ISSUES)
        return written(self.id, ISSUES, row.key, self.table.parties[self.chosen][0])

    def act(self, name: str, row: Row | None) -> Effect:
        """Change the view, or move the columns."""
        if name == "view":
            self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
            return Anew()
        if name in ("left", "right") and self.view == ISSUES and self.table.parties:
            self.chosen = (self.chosen + (1 if name == "right" else -1)) % len(self.table.parties)
            return Anew(row.key if row else None)
        return None


def _number(row: Row, place: int) -> int:
    return int(words(row.cells[place]) or 0)
