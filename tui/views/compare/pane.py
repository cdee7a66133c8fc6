"""Plans against each other: the ladder of rows, and the chosen row's words from every plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tui.errors import BriefingError
from tui.model import Party, Plan, name_of
from tui.store.read import Store
from tui.views.blocks import Heading, Page, Para, Span, line
from tui.views.cells import width
from tui.views.compare import comparison as answers
from tui.views.compare import page as pages
from tui.views.compare.columns import FEWEST, MOST, unasked
from tui.views.compare.heads import LEAST, heads
from tui.views.drawn_marks import mark_sign, standing_words
from tui.views.drawn_rows import Drawn
from tui.views.pane import GUTTER, Anew, Choice, Choose, Column, Effect, Jump, Open, Pane, Row, Say
from tui.views.passages import RowCell, cells

BESIDE = 84  # cells of the detail from which the row's cells stand side by side
WIDE = 140
_HEADING = -1  # among the places of rows: the line above an issue
SMALL = 30  # cells under which a row's name comes before the names of the plans
NUMBER, NAME, LINES = 4, 14, 7  # cells of the other columns; of a row's name at least so many


class ComparePane(Pane):
    """Holds which columns are compared, which of them is chosen, and whether undisputed rows are folded."""

    id = "compare"
    title = "Compare"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.order: tuple[str, ...] = unasked(store)
        self.chosen = 1
        self.folded = False
        self._made: tuple[tuple[str, ...], answers.Comparison | str] | None = None
        self._listed: tuple[tuple[tuple[str, ...], bool], Sequence[Row]] | None = None

    @property
    def comparison(self) -> answers.Comparison | str:
        """The comparison of the columns chosen, or the sentence that says why there is none."""
        if self._made is None or self._made[0] != self.order:
            try:
                made: answers.Comparison | str = answers.compare(self.store, self.order)
            except BriefingError as error:
                made = str(error)
            self._made = (self.order, made)
        return self._made[1]

    @property
    def columns(self) -> tuple[Column, ...]:
        """Number, name, a mark for each plan, and red-line marks."""
        found = self.comparison
        if isinstance(found, str):
            return (Column(),)
        room = self.room - GUTTER - NUMBER - NAME - LINES - 2  # a gap between each two columns
        plans = heads([plan.short for plan in found.columns], self.chosen, room)
        marks = tuple(Column(head, max(LEAST, width(head)), narrow=0 if self.room >= SMALL else 1) for head in plans)
        return (Column("No.", NUMBER), Column("Row", least=NAME), *marks, Column("Lines", LINES, drop=1))

    def list_width(self, cells: int) -> int:
        """Narrow where the cells can stand side by side."""
        return max(44, cells * 32 // 100) if cells >= WIDE else cells * 48 // 100

    def subtitle(self) -> str:
        """The plans, in their order, and whether rows are folded."""
        found = self.comparison
        if isinstance(found, str):
            return ""
        return " / ".join(head.short for head in found.columns) + ("  folded" if self.folded else "")

    @property
    def held_back(self) -> tuple[str, str] | None:
        """The rows that are the same and uncontested, when they are folded."""
        return ("u", "folded") if self.folded else None

    def rows(self) -> Sequence[Row]:
        """The rows by issue; an issue's status stands in its heading."""
        asked = (self.order, self.folded)
        if self._listed is None or self._listed[0] != asked:
            self._listed = (asked, self._rows())
        return self._listed[1]

    def _rows(self) -> Sequence[Row]:
        found = self.comparison
        if isinstance(found, str):
            return ()
        places: list[int] = []
        issue = None
        for heading, place in found.in_order:
            if self.folded and not ((row := found.at(place)).differs or row.contested):
                continue
            if heading.id != issue:
                issue = heading.id
                places.append(_HEADING)
            places.append(place)
        return Drawn(places, lambda index: self._heading(found, places[index + 1]) if places[index] < 0 else _drawn(found, places[index]))

    def _heading(self, found: answers.Comparison, place: int) -> Row:
        """The line above the rows of an issue, the first of which is at this place."""
        row = found.at(place)
        issue = self.store.get("issue", row.issue.id)
        name = name_of(issue) if issue else row.issue.name
        return Row((line(name, "  ", *standing_words(row.status, row.status_of_others)),), heading=True)

    def index_of(self, key: str, rows: Sequence[Row]) -> int | None:
        """Without drawing the rows before it, while all are shown."""
        found = self.comparison
        if isinstance(found, str) or not isinstance(rows, Drawn):
            return super().index_of(key, rows)
        place = found.place(key)
        return rows.what.index(place) if place is not None and place in rows.what and found.at(place).key == key else None

    def row_of(self, row: Row | None) -> answers.Row | None:
        """The comparison's row that a row of the list stands for."""
        found = self.comparison
        return found.row(row.key) if row and not isinstance(found, str) else None

    def cells_of(self, row: answers.Row) -> tuple[RowCell, ...]:
        """What stands in the cells of a row."""
        assert not isinstance(self.comparison, str)
        return cells(self.store, self.comparison, row)

    def page(self, row: Row | None, cells: int) -> Page:
        """The row's cells, side by side where there is room."""
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
        draw = pages.row_beside if cells >= BESIDE else pages.row_page
        return draw(found, chosen, self.cells_of(chosen))

    def enter(self, row: Row | None) -> Effect:
        """The row alone, with every reading."""
        found, chosen = self.comparison, self.row_of(row)
        if isinstance(found, str) or chosen is None:
            return None
        return Open(pages.row_page(found, chosen, self.cells_of(chosen)))

    def key_of(self, rest: str) -> str:
        """`us-28+e3/territory`: the columns, then a row's key, number or issue."""
        plans, _, wanted = rest.partition("/")
        if plans and tuple(plans.split("+")) != self.order:
            self.order = tuple(plans.split("+"))
            self.chosen = min(1, len(self.order) - 1)
        found = self.comparison
        chosen = found.row(wanted) if wanted and not isinstance(found, str) else None
        return chosen.key if chosen else ""

    def address(self, row: Row | None) -> str:
        """The columns and the row."""
        found = self.comparison
        return "compare" if isinstance(found, str) else pages.address(found, self.row_of(row))

    def aim(self, row: Row | None) -> str | None:
        """The chosen plan's point on the row; where it has none, the first point there."""
        found, chosen = self.comparison, self.row_of(row)
        if isinstance(found, str) or chosen is None:
            return None
        points = [f"plan/{found.columns[place].record}/{number}" for place, numbers in enumerate(chosen.numbers) for number in numbers[:1]]
        own = f"plan/{found.columns[self.chosen].record}/"
        return next((point for point in points if point.startswith(own)), points[0] if points else None)

    def act(self, name: str, row: Row | None) -> Effect:
        """The commands of this pane, by the names in KEYS."""
        action = _ACTIONS.get(name)
        return action(self, row) if (action and not isinstance(self.comparison, str)) or name == "choose" else None  # type: ignore[misc]


def _drawn(found: answers.Comparison, place: int) -> Row:
    row = found.at(place)
    marks = tuple(line(mark_sign(mark)) for mark in row.marks)
    name = row.short if row.number else "no point"
    return Row((line(Span(found.label(row), "number")), line(name), *marks, pages.touched_words(row)), to="row", key=row.key)


Action = Callable[[ComparePane, Row | None], Effect]


def _column(pane: ComparePane, row: Row | None, step: int) -> Effect:
    pane.chosen = (pane.chosen + step) % len(pane.order)
    return Anew(row.key if row else None)


def _swap(pane: ComparePane, row: Row | None) -> Effect:
    """The chosen plan changes places with the one before it; the row's points stay under the cursor."""
    here = pane.chosen or 1
    order = list(pane.order)
    order[here - 1], order[here] = order[here], order[here - 1]
    points: tuple[str, ...] = ()
    if not isinstance(pane.comparison, str) and (found := pane.row_of(row)):
        points = pane.comparison.points(found)
    pane.order = tuple(order)
    fresh = pane.comparison
    same = next((fresh.row(point) for point in points if not isinstance(fresh, str) and fresh.row(point)), None)
    return Anew(same.key if same else row.key if row else None)


def _choose(pane: ComparePane, row: Row | None) -> Effect:
    del row
    plans = [plan for plan in pane.store.cards("plan") if isinstance(plan, Plan)]
    parties = [party for party in pane.store.all("party") if isinstance(party, Party)]
    choices = [Choice(plan.id, f"{plan.short}  {plan.name}", plan.id in pane.order) for plan in plans]
    choices += [Choice(f"party:{party.id}", f"{name_of(party)}: what it says", f"party:{party.id}" in pane.order) for party in parties]
    choices.sort(key=lambda choice: pane.order.index(choice.value) if choice.chosen else len(pane.order))

    def take(values: tuple[str, ...]) -> Effect:
        pane.order, pane.chosen = values, min(pane.chosen, len(values) - 1)
        return Anew()

    return Choose("Plans and parties to compare", tuple(choices), FEWEST, MOST, take)


def _fold(pane: ComparePane, row: Row | None) -> Effect:
    pane.folded = not pane.folded
    return Anew(row.key if row else None)


def _seek(wanted: Callable[[answers.Row], bool], step: int, none: str) -> Action:
    def go(pane: ComparePane, row: Row | None) -> Effect:
        rows = pane.rows()
        here = (pane.index_of(row.key, rows) if row else None) or 0

        def keys() -> Iterator[str]:
            for away in range(1, len(rows) + 1):
                there = rows[(here + step * away) % len(rows)]
                found = None if there.heading else pane.row_of(there)
                if found and wanted(found):
                    yield there.key

        return Jump(keys(), none)

    return go


def _difference(pane: ComparePane, row: Row | None) -> Effect:
    """The chosen plan's words against the first plan's that has any."""
    from tui.views.compare.difference import cell_difference, pair_to_compare
    from tui.views.compare.difference_page import difference_page

    found, chosen = pane.comparison, pane.row_of(row)
    if isinstance(found, str) or chosen is None:
        return None
    pair = pair_to_compare(pane.cells_of(chosen), pane.chosen)
    if pair is None:
        return Say("None of these has words on this row.")
    return Open(difference_page(chosen.short, cell_difference(*pair)))


def _witnesses(pane: ComparePane, row: Row | None) -> Effect:
    from tui.views.compare.readings_page import readings_page

    chosen, found = pane.row_of(row), pane.comparison
    if chosen is None or isinstance(found, str):
        return None
    for cell in (pane.cells_of(chosen)[pane.chosen], *pane.cells_of(chosen)):
        for passage in cell.passages:
            if passage.reading:
                return Open(readings_page(passage, cell.column.short))
    return Say("No other reading of this row is on record.")


def _lineage(pane: ComparePane, row: Row | None) -> Effect:
    """Where the chosen plan comes from, and what came of it."""
    from tui.views.compare.lineage import lineage
    from tui.views.compare.lineage_page import lineage_page

    del row
    found = pane.comparison
    assert not isinstance(found, str)
    head = found.columns[pane.chosen]
    return Open(lineage_page(lineage(pane.store, head.record))) if head.kind == "plan" else Say(f"{head.short} is no plan.")


_ACTIONS: dict[str, Action] = {
    "left": lambda pane, row: _column(pane, row, -1),
    "right": lambda pane, row: _column(pane, row, 1),
    "swap": _swap,
    "choose": _choose,
    "fold": _fold,
    "difference": _difference,
    "witnesses": _witnesses,
    "lineage": _lineage,
    "next_difference": _seek(lambda row: row.differs, 1, "No row differs."),
    "previous_difference": _seek(lambda row: row.differs, -1, "No row differs."),
    "next_contested": _seek(lambda row: row.contested, 1, "No row is contested."),
    "next_open": _seek(lambda row: row.open, 1, "No row is open."),
}
