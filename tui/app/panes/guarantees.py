"""Security guarantees on their fixed axes: one at a time, side by side, or as questions to ask."""

from __future__ import annotations

from collections.abc import Sequence

from tui.answers import guarantees as answers
from tui.app.panes.base import Anew, Column, Effect, Open, Pane, Row
from tui.model import AXES
from tui.pages import guarantees as pages
from tui.pages.blocks import Page, Para, Span, line
from tui.store.read import Store

ONE = 26  # cells that one option needs in the grid
VIEWS = (LIST, GRID, GLANCE) = ("list", "grid", "glance")


class GuaranteesPane(Pane):
    """Options and precedents; in the grid `first` is the option in the leftmost column, and at a glance each has one line."""

    id = "guarantees"
    title = "Guarantees"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.options = answers.guarantees(store)
        self.view = LIST
        self.first = 0

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its name, how many axes are said, and whether it names a trigger."""
        return (
            Column("Guarantee", least=22),
            Column("Said", 6),
            Column("Trigger", 8, drop=2),
            Column("For", 4, drop=1),
            Column("Against", 7, drop=1),
        )

    def subtitle(self) -> str:
        """Which view."""
        return {LIST: "list", GRID: "grid: h and l move on", GLANCE: "at a glance"}[self.view]

    def rows(self) -> Sequence[Row]:
        """Options, then precedents; none in the grid and at a glance, which are one page."""
        if self.view != LIST:
            return ()
        out: list[Row] = []
        heading = ""
        for option in self.options:
            wanted = "Precedents" if option.precedent else "Options"
            if wanted != heading:
                heading = wanted
                out.append(Row((line(wanted),), heading=True))
            said = len(AXES) - len(option.unsaid)
            trigger = next(cell for cell in option.cells if cell.axis.field == "trigger")
            out.append(
                Row(
                    (
                        line(option.short),
                        line(f"{said}/{len(AXES)}"),
                        line("named" if trigger.said else Span("unsaid", "unsaid")),
                        line(str(len(option.supported_by) or "")),
                        line(str(len(option.opposed_by) or "")),
                    ),
                    to=option.address,
                    key=option.id,
                )
            )
        return out

    def page(self, row: Row | None, cells: int) -> Page:
        """The option on its axes; in the grid as many as there is room for."""
        if self.view == GLANCE:
            return pages.glance_page(self.options)
        if self.view == GRID and self.options:
            count = max(2, min(len(self.options), (cells - 16) // ONE))
            places = [(self.first + n) % len(self.options) for n in range(min(count, len(self.options)))]
            return pages.grid_page(tuple(self.options[place] for place in places))
        option = self._option(row)
        if option is None:
            return Page("guarantees", (Para(line("No guarantee is known at this date.")),), "guarantees")
        return pages.option_page(option)

    def _option(self, row: Row | None) -> answers.Option | None:
        return next((option for option in self.options if row and option.id == row.key), None)

    def key_of(self, rest: str) -> str:
        """An option's id, or the name of a view."""
        self.view = rest if rest in VIEWS else LIST
        return "" if rest in VIEWS else rest

    def act(self, name: str, row: Row | None) -> Effect:
        """View, questions, and the columns of the grid."""
        key = row.key if row else None
        if name == "view":
            if row:
                self.first = next((n for n, option in enumerate(self.options) if option.id == row.key), 0)
            self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
            return Anew(key or (self.options[self.first].id if self.options else None))
        if name == "questions":
            return Open(pages.questions_page(answers.questions((found,) if (found := self._option(row)) else self.options)))
        if name in ("left", "right") and self.view == GRID and self.options:
            self.first = (self.first + (1 if name == "right" else -1)) % len(self.options)
            return Anew()
        return None
