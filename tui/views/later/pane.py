"""What was not yet public on the day of the reading: a list by sort, each thing with the day it became known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from tui.address import written
from tui.dates import in_words
from tui.store.read import EVER, Store
from tui.views.blocks import Line, Page, Para, Span, line, mapped, unlinked
from tui.views.later import page as pages
from tui.views.later.question import News, PlanThen, between, later
from tui.views.orders import arranged, by_cell, marked
from tui.views.pane import Column, Effect, Open, Order, Pane, Row, wanted_width
from tui.views.record import page as record_pages
from tui.views.record.question import record_at


class LaterPane(Pane):
    """Plans first, and how public each was; then what became known. `rest` of its address are the days, where others than the reader's."""

    id = "later"
    title = "became known later"
    states = False  # its page says already who made it known
    hints: ClassVar[Mapping[str, str]] = {"enter": "open it whole"}

    def __init__(self, store: Store, rest: str = "") -> None:
        super().__init__(store)
        self.rest = rest
        self.found = later(store, *between(rest))
        self._told: dict[str, PlanThen | News] = {}
        self._rows = self._made()

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the day it became known, what, and who made it known."""
        return marked((Column("Known from", 17), Column("What", least=38), Column("Who made it known", 20, drop=1)), self.sorting)

    @property
    def orders(self) -> tuple[Order, ...]:
        """Below each sort by day, forward or back, or by name."""
        return (
            Order("by day below each sort, the earliest first", "Known from"),
            Order("by day below each sort, the latest first", "Known from", lambda row: _known_from(self._told[row.key]), down=True),
            Order("by name below each sort", "What", by_cell(1)),
        )

    def list_width(self, cells: int) -> int:
        """Return room for what became known, and for who made it known where that is left."""
        return wanted_width(self.rows(), self.columns, cells)

    def subtitle(self) -> str:
        """Tell which day is asked about."""
        return pages.title(self.found)

    def rows(self) -> Sequence[Row]:
        """Return one row a plan, and one a thing that became known; made once, since the store does not change under a reader."""
        return arranged(self._rows, self.sorting)

    def _made(self) -> tuple[Row, ...]:
        out: list[Row] = []
        if self.found.plans_later:
            out.append(Row((line(pages.PLANS_LATER),), heading=True))
        for plan in self.found.plans_later:
            day, now = plan.became[-1]
            out.append(self._row(plan, in_words(day), f"{plan.record.short}: {now}", pages.who(plan.attribution)))
        for group in self.found.groups:
            out.append(Row((line(pages.group_title(self.found, group)),), heading=True))
            out.extend(self._row(one, in_words(one.on), one.title, pages.who(one.attribution)) for one in group.news)
        if self.found.plans_before:
            out.append(Row((line(pages.plans_before_title(self.found)),), heading=True))
        out.extend(
            self._row(plan, "before", f"{plan.record.short}: {plan.then}", pages.who(plan.attribution)) for plan in self.found.plans_before
        )
        return tuple(out)

    def _row(self, of: PlanThen | News, day: str, what: str, who: str) -> Row:
        key = str(len(self._told))
        self._told[key] = of
        return Row((line(Span(day, "label")), line(what), line(Span(who, "dim"))), key=key)

    def page(self, row: Row | None, cells: int) -> Page:
        """Draw what became known, and who made it known."""
        del cells
        one = self._told.get(row.key) if row else None
        if one is None:
            return Page("later", (Para(line("Nothing of this briefing became known later than that.")),), self.address(row))
        return pages.plan_page(self.found, one) if isinstance(one, PlanThen) else pages.news_page(self.found, one)

    def enter(self, row: Row | None) -> Effect:
        """Show the record as it was in the end; no link leads to what the day that is shown does not know, since it has no page then."""
        one = self._told.get(row.key) if row else None
        if one is None:
            return None
        answer = record_at(self.store.at(self.found.until or EVER), one.address)
        page = record_pages.page(answer)
        says = tuple(replace(said, later=True) for said in record_pages.says(answer))
        return Open(replace(mapped(page, self._linked), says=lambda: says))

    def _linked(self, of: Line) -> Line:
        return unlinked(of, lambda to: self.store.resolve(to) is not None)

    def address(self, row: Row | None) -> str:
        """Return the address of the list; its rows have none of their own."""
        del row
        return written("later", self.rest)


def _known_from(of: PlanThen | News) -> str:
    """Return the day by which a row became known; none for a plan that was known before."""
    if isinstance(of, News):
        return str(of.on)
    return str(of.became[-1][0]) if of.became else ""
