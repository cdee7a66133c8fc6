"""Plans against each other: the ladder of rows, and the chosen row's words from every plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from tui.errors import BriefingError
from tui.model import Party, name_of
from tui.store.read import Store
from tui.views.blocks import Heading, Line, Page, Para, Span, line
from tui.views.blocks import words as told
from tui.views.cells import width
from tui.views.compare import comparison as answers
from tui.views.compare import page as pages
from tui.views.compare.columns import FEWEST, MOST, unasked
from tui.views.compare.heads import LEAST, heads
from tui.views.drawn_rows import Drawn
from tui.views.pane import GUTTER, Anew, Choice, Choose, Column, Effect, Jump, Open, Pane, Row, Say
from tui.views.passages import RowCell, cells
from tui.views.plans import in_order

BESIDE = 84  # cells of the detail from which the row's cells stand side by side
WIDE = 140
_ISSUE = -1  # among the places of rows: the first issue, the others below it
SMALL = 30  # cells under which a row's name comes before the names of the plans
NUMBER, NAME, STATE = 4, 14, 10  # cells of the other columns; of a row's name at least so many
Shown = Literal["issues", "differences", "all"]
SHOWN: dict[Shown, str] = {"issues": "issues", "differences": "what differs or touches a line", "all": "every point"}


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
        """Number, name, a cell for each plan, and the status of issues."""
        found = self.comparison
        if isinstance(found, str):
            return (Column(),)
        room = self.room - GUTTER - NUMBER - NAME - STATE - 2  # a gap between each two columns
        plans = heads([plan.short for plan in found.columns], self.chosen, room)
        marks = tuple(Column(head, max(LEAST, width(head)), narrow=0 if self.room >= SMALL else 1) for head in plans)
        return (Column("No.", NUMBER), Column("Issue / point", least=NAME), *marks, Column("Status", STATE, drop=1))

    def list_width(self, cells: int) -> int:
        """Narrow where the cells can stand side by side."""
        return max(44, cells * 32 // 100) if cells >= WIDE else cells * 48 // 100

    def subtitle(self) -> str:
        """The plans, in their order, and which points are shown below the issues."""
        found = self.comparison
        if isinstance(found, str):
            return ""
        return " / ".join(head.short for head in found.columns) + f"  {SHOWN[self.shown]}"

    @property
    def held_back(self) -> tuple[str, str] | None:
        """The points below the issues, when they are folded."""
        return None if self.shown == "all" else ("u", SHOWN[self.shown])

    def rows(self) -> Sequence[Row]:
        """The rows of the issues, and the aligned rows below those that are unfolded."""
        self.filtering = False
        asked = (self.order, self.shown, frozenset(self.unfolded))
        if self._listed is None or self._listed[0] != asked:
            self._listed = (asked, self._rows(everything=False))
        return self._listed[1]

    def filtered(self, words: str, rows: Sequence[Row]) -> Sequence[Row] | None:
        """Look through every row, those that are folded away as well."""
        del rows
        self.filtering = True
        wanted = words.casefold().split()
        found = []
        for row in self._rows(everything=True):
            held = " ".join(told(cell) for cell in row.cells).casefold() + " " + row.key.casefold()
            if all(word in held for word in wanted):
                found.append(row)
        return found

    def _rows(self, *, everything: bool) -> Sequence[Row]:
        found = self.comparison
        if isinstance(found, str):
            return ()
        places: list[int] = []
        for place, heading in enumerate(found.under):
            places.append(_ISSUE - place)
            if everything or self.shown == "all" or heading.id in self.unfolded:
                places.extend(found.below(heading))
            elif self.shown == "differences":
                places.extend(below for below in found.below(heading) if not found.rows[below].plain)
        return Drawn(places, lambda index: _drawn(found, _at(found, places[index])))

    def index_of(self, key: str, rows: Sequence[Row]) -> int | None:
        """Without drawing the rows before it, while all are shown."""
        found = self.comparison
        if isinstance(found, str) or not isinstance(rows, Drawn):
            return super().index_of(key, rows)
        place = found.ladder.place(key)
        if place is None:
            issue = next((number for number, heading in enumerate(found.under) if key == (heading.id or answers.NO_ISSUE_KEY)), None)
            place = None if issue is None else _ISSUE - issue
        return rows.what.index(place) if place is not None and place in rows.what and _at(found, place).key == key else None

    def row_of(self, row: Row | None) -> answers.Row | None:
        """The comparison's row that a row of the list stands for."""
        found = self.comparison
        if row is None or isinstance(found, str):
            return None
        return found.issues[-1] if row.key == answers.NO_ISSUE_KEY and found.under[-1].id == "" else found.row(row.key)

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
        """The points of an issue below it; of a point, and of an issue whose points are shown, the row alone with every reading."""
        found, chosen = self.comparison, self.row_of(row)
        if isinstance(found, str) or chosen is None:
            return None
        if self.shown != "all" and not self.filtering and not chosen.number and self.unfold(chosen.issue):
            return Anew(chosen.key)
        return Open(pages.row_page(found, chosen, self.cells_of(chosen)))

    def unfold(self, heading: answers.Heading) -> bool:
        """Show the points below an issue; returns whether there was anything to unfold."""
        found = self.comparison
        if isinstance(found, str) or heading.id in self.unfolded or not found.below(heading):
            return False
        self.unfolded.add(heading.id)
        return True

    def key_of(self, rest: str) -> str:
        """`us-28+e3/territory`: the columns, then a row's key, number or issue."""
        plans, _, wanted = rest.partition("/")
        if plans and tuple(plans.split("+")) != self.order:
            self.order = tuple(plans.split("+"))
            self.chosen = min(1, len(self.order) - 1)
        found = self.comparison
        chosen = found.row(wanted) if wanted and not isinstance(found, str) else None
        if chosen and chosen.number and self.shown != "all":
            self.unfold(chosen.issue)
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


def _at(found: answers.Comparison, place: int) -> answers.Row:
    """The row at a place of the list: of an issue, or an aligned one."""
    return found.rows[place] if place >= 0 else found.issues[_ISSUE - place]


def _drawn(found: answers.Comparison, row: answers.Row) -> Row:
    cells = tuple(pages.in_short(row, index) for index in range(len(row.marks)))
    if row.number:
        return Row((line(Span(found.label(row), "number")), line(row.short), *cells, line()), to="row", key=row.key)
    return Row((line(), line(Span(row.short, "strong")), *cells, _state(found, row)), to="row", key=row.key)


def _state(found: answers.Comparison, row: answers.Row) -> Line:
    """The status of an issue in few cells: its word where it is of all the plans, else its letter and of which; or that it is of others."""
    if row.status is None:
        return line(Span("of others" if row.status_of_others else "", "dim"))
    plans = {head.record for head in found.columns if head.kind == "plan"}
    whole = not row.status.of_texts or plans <= set(row.status.of_texts)
    return line(Span(row.status.word if whole else f"{row.status.letter} {', '.join(row.status.texts)}", "status"))


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
    found = pane.row_of(row)
    if not isinstance(pane.comparison, str) and found and found.number:
        points = pane.comparison.points(found)
    pane.order = tuple(order)
    fresh = pane.comparison
    same = next((fresh.row(point) for point in points if not isinstance(fresh, str) and fresh.row(point)), None)
    if same:
        pane.unfold(same.issue)
    return Anew(same.key if same else row.key if row else None)


def _choose(pane: ComparePane, row: Row | None) -> Effect:
    del row
    plans = in_order(pane.store)
    parties = [party for party in pane.store.all("party") if isinstance(party, Party)]
    choices = [Choice(plan.id, f"{plan.short}  {plan.name}", plan.id in pane.order) for plan in plans]
    choices += [Choice(f"party:{party.id}", f"{name_of(party)}: what it says", f"party:{party.id}" in pane.order) for party in parties]
    choices.sort(key=lambda choice: pane.order.index(choice.value) if choice.chosen else len(pane.order))

    def take(values: tuple[str, ...]) -> Effect:
        pane.order, pane.chosen = values, min(pane.chosen, len(values) - 1)
        return Anew()

    return Choose("Plans and parties to compare", tuple(choices), FEWEST, MOST, take)


def _fold(pane: ComparePane, row: Row | None) -> Effect:
    """Issues alone, then what differs or touches a line below them, then every point."""
    order = list(SHOWN)
    here = pane.row_of(row)
    pane.shown = order[(order.index(pane.shown) + 1) % len(order)]
    pane.unfolded.clear()
    hidden = here and here.number and (pane.shown == "issues" or (pane.shown == "differences" and here.plain))
    return Anew((here.issue.id or answers.NO_ISSUE_KEY) if here and hidden else row.key if row else None)


def _seek(wanted: Callable[[answers.Row], bool], step: int, none: str) -> Action:
    def go(pane: ComparePane, row: Row | None) -> Effect:
        found = pane.comparison
        assert not isinstance(found, str)
        places = [one for number, heading in enumerate(found.under) for one in found.below(heading) or (_ISSUE - number,)]
        here, count = _place_of(pane, found, row, places), len(places)
        # From an issue its own first point comes next; from a point the one after it.
        away = range(1, count + 1) if row is None or not (chosen := pane.row_of(row)) or chosen.number or step < 0 else range(count)
        rows = (_at(found, places[(here + step * far) % count]) for far in away)
        if pane.filtering:
            return Jump((one.key for one in rows if wanted(one)), none)
        there = next((one for one in rows if wanted(one)), None)
        if there is None:
            return Say(none)
        if there.number and pane.shown != "all":
            pane.unfold(there.issue)
        return Anew(there.key)

    return go


def _place_of(pane: ComparePane, found: answers.Comparison, row: Row | None, places: Sequence[int]) -> int:
    """Where in the walk through the rows the cursor stands: at its row, or at the first below its issue."""
    chosen = pane.row_of(row)
    if chosen is None:
        return 0
    if chosen.number:
        place = found.ladder.place(chosen.key)
        return places.index(place) if place in places else 0
    below = found.below(chosen.issue)
    return places.index(below[0] if below else _ISSUE - found.under.index(chosen.issue))


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
