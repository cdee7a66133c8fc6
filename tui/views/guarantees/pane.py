"""Security guarantees on their fixed axes: one at a time, side by side, axis by axis at a glance, or as questions to ask."""

from __future__ import annotations

from collections.abc import Sequence

from tui.address import head_of, written
from tui.model import AXES, Axis
from tui.store.read import Store
from tui.views.blocks import Line, Page, Para, Span, line
from tui.views.drawn_marks import state_block
from tui.views.guarantees import options as answers
from tui.views.guarantees import page as pages
from tui.views.guarantees.options import AXIS, on_axis
from tui.views.guarantees.page import axis_page
from tui.views.orders import arranged, by_cell, marked
from tui.views.pane import Anew, Choice, Choose, Column, Effect, Open, Order, Pane, Row, part_of, wanted_width
from tui.views.stances import count_by_side

HEADS, ONE, LEAST = 16, 26, 20  # cells that the axes and one option need in the grid, and one of those chosen
VIEWS = (LIST, GRID, GLANCE) = ("list", "grid", "glance")
AXES_IN_ORDER = (Order("the axes as the questions follow from one another"),)


class GuaranteesPane(Pane):
    """Options and precedents, as a list, side by side or axis by axis at a glance.

    `chosen` are the ids of those that the reader put side by side, empty for all; `first` is the option in the leftmost column.
    """

    id = "guarantees"
    title = "Guarantees"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.options = answers.guarantees(store)
        self.view = LIST
        self.chosen: tuple[str, ...] = ()
        self.first = 0

    @property
    def beside(self) -> tuple[answers.Option, ...]:
        """Return the options that the grid has: those chosen in the order of the choice, else all."""
        by_id = {option.record.id: option for option in self.options}
        return tuple(by_id[id_] for id_ in self.chosen) or self.options

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return name, how many axes say something, what is said of the trigger, who is for or against; at a glance a column for each
        option.
        """
        if self.view == GLANCE:
            signs = (Column(str(number), 2, drop=number) for number in range(1, len(self.options) + 1))
            return (Column("Axis", 20), Column("Said", 4), Column("None", 4), Column("Unsaid", 6), *signs)
        heads = (
            Column("Guarantee", least=22),
            Column("Said", 6),
            Column("Trigger", 8, drop=2),
            Column("For/if/against", 14, drop=1),
        )
        return marked(heads, self.sorting)

    @property
    def orders(self) -> tuple[Order, ...]:
        """Below their headings as in the file; or by name, or by how many axes say something."""
        if self.view != LIST:
            return AXES_IN_ORDER
        said = {option.record.id: len(option.axes("said")) for option in self.options}
        return (
            Order("as in the file"),
            Order("by name", "Guarantee", by_cell(0)),
            Order("by how many axes say something, most first", "Said", lambda row: said[row.key], down=True),
        )

    def subtitle(self) -> str:
        """Tell which view is shown."""
        if self.view == GRID and self.options:
            return f"grid: {part_of('options', self._shown(), len(self.beside))}"
        return {LIST: "list", GRID: "grid", GLANCE: "at a glance, axis by axis"}[self.view]

    def list_width(self, cells: int) -> int:
        """Return more room at a glance than for the list: a column for each option."""
        return cells * 60 // 100 if self.view == GLANCE else wanted_width(self.rows(), self.columns, cells)

    def _shown(self) -> range:
        """Return the options that the grid has room for, from `first` on."""
        count = len(self.beside)
        fit = min(count, max(2, (self.room - HEADS) // (LEAST if self.chosen else ONE)))
        self.first = max(0, min(self.first, count - fit))
        return range(self.first, self.first + fit)

    def rows(self) -> Sequence[Row]:
        """Return options, then precedents; at a glance the axes; none in the grid, which is one page."""
        if self.view == GLANCE:
            return [self._axis_row(axis) for axis in AXES]
        if self.view == GRID:
            return ()
        out: list[Row] = []
        heading = ""
        for option in self.options:
            wanted = "Precedents" if option.record.precedent else "Options"
            if wanted != heading:
                heading = wanted
                out.append(Row((line(wanted),), heading=True))
            said = len(option.axes("said"))
            out.append(
                Row(
                    (
                        line(option.short),
                        line(f"{said}/{len(AXES)}"),
                        _trigger(option),
                        line("/".join(map(str, count_by_side(option.stands)))),
                    ),
                    to=option.address,
                    key=option.record.id,
                )
            )
        return arranged(out, self.sorting)

    def _axis_row(self, axis: Axis) -> Row:
        cells = [option.on(axis) for option in self.options]
        states = [cell.state for cell in cells]
        counts = [line(str(states.count(state) or "")) for state in ("said", "none", "unsaid")]
        return Row((line(axis.title), *counts, *map(state_block, states)), key=written(AXIS, axis.field))

    def page(self, row: Row | None, cells: int) -> Page:
        """Return the option on its axes; in the grid as many as there is room for; at a glance what all of them say on the axis."""
        del cells
        if self.view == GLANCE and row:
            return axis_page(on_axis(self.options, self._axis(row)))
        if self.view == GRID and self.options:
            shown = self._shown()
            options = self.beside[shown.start : shown.stop]
            return pages.grid_page(options, part_of("options", shown, len(self.beside)), self.chosen)
        option = self._option(row)
        if option is None:
            return Page("guarantees", (Para(line("No guarantee is known at this date.")),), "guarantees")
        return pages.option_page(option)

    def _option(self, row: Row | None) -> answers.Option | None:
        return next((option for option in self.options if row and option.record.id == row.key), None)

    def _axis(self, row: Row) -> Axis:
        return next(axis for axis in AXES if row.key == written(AXIS, axis.field))

    def enter(self, row: Row | None) -> Effect:
        """Return what all options say on the axis, as a page of its own; from the list the record."""
        return Open(self.page(row, 0)) if self.view == GLANCE and row else super().enter(row)

    def key_of(self, rest: str) -> str:
        """Return an option's id, several parted by `+` to stand side by side, an axis, or the name of a view."""
        ids = tuple(rest.split("+"))
        if len(ids) > 1 and {option.record.id for option in self.options}.issuperset(ids):
            self.view, self.chosen, self.first = GRID, ids, 0
            return ""
        if head_of(rest) == AXIS:
            self.view = GLANCE
            return rest
        self.view = rest if rest in VIEWS else LIST
        return "" if rest in VIEWS else rest

    def act(self, name: str, row: Row | None) -> Effect:
        """Change the view, ask the questions, or move the columns of the grid."""
        if name == "view":
            self.first = next((n for n, option in enumerate(self.options) if row and option.record.id == row.key), self.first)
            self.view, self.chosen = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)], ()
            return Anew(self.options[self.first].record.id if self.options else None)
        if name == "questions":
            return Open(pages.questions_page(answers.questions((found,) if (found := self._option(row)) else self.options)))
        if name in ("left", "right") and self.view == GRID and self.options:
            self.first += 1 if name == "right" else -1
            return Anew()
        return self._choose(row) if name == "choose" else None

    def _choose(self, row: Row | None) -> Effect:
        """Let the reader put two to four side by side; the one that the cursor is on comes first where none is chosen yet."""
        start = self.chosen or tuple(option.record.id for option in self.options if row and option.record.id == row.key)
        choices = [Choice(option.record.id, f"{option.short}  {option.record.name}", option.record.id in start) for option in self.options]
        choices.sort(key=lambda choice: start.index(choice.value) if choice.chosen else len(start))

        def take(values: tuple[str, ...]) -> Effect:
            self.view, self.chosen, self.first = GRID, values, 0
            return Anew()

        return Choose("Guarantees side by side", tuple(choices), 2, min(pages.BESIDE_MOST, len(choices)), take)

    def address(self, row: Row | None) -> str:
        """Return those side by side, by their ids."""
        return written(self.id, "+".join(self.chosen)) if self.view == GRID and self.chosen else super().address(row)


def _trigger(option: answers.Option) -> Line:
    """Return whether anything is said of what sets an option off, that nothing does, or nothing."""
    state = next(cell.state for cell in option.cells if cell.axis.field == "trigger")
    return line("said" if state == "said" else Span(state, "unsaid"))
