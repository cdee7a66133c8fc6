"""What happened, what is expected, what came later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from tui.address import written
from tui.dates import in_words
from tui.store.read import Store
from tui.views.blocks import Page, Para, Span, line
from tui.views.orders import arranged, marked
from tui.views.pane import Column, Effect, Open, Order, Pane, Row, wanted_width
from tui.views.timeline import page as pages
from tui.views.timeline.question import Entry, timeline


class TimelinePane(Pane):
    """Events in order, with a line where the day of the reading stands."""

    id = "timeline"
    title = "Timeline"
    hints: ClassVar[Mapping[str, str]] = {"later": "what came later"}

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.timeline = timeline(store)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return date, the word for what is not yet or came later, and the event."""
        return marked((Column("Date", 20, drop=1, narrow=12), Column("", 8, drop=2), Column("Event", least=24)), self.sorting)

    @property
    def orders(self) -> tuple[Order, ...]:
        """Offer the days forward, or back."""
        days = {entry.id: (entry.date.lower, entry.date.upper) for entry in self.timeline.entries}
        return (
            Order("by day, the earliest first", "Date"),
            Order("by day, the latest first", "Date", lambda row: days[row.key], down=True, through=True),
        )

    def rows(self) -> Sequence[Row]:
        """Return one row an event."""
        out: list[Row] = []
        for heading, entries in pages.parted(self.timeline):
            if heading:
                out.append(Row((line(f"-- {heading} --"),), heading=True))
            out.extend(self._row(entry) for entry in entries)
        if not self.timeline.own_day:
            out.append(Row((line("-- what became known later: press s --"),), heading=True))
        return arranged(out, self.sorting)

    def _row(self, entry: Entry) -> Row:
        word = "expected" if entry.expected else "later" if entry.later else "span" if entry.span else ""
        return Row((line(in_words(entry.date)), line(Span(word, "label")), line(entry.title)), to=written("event", entry.id), key=entry.id)

    def list_width(self, cells: int) -> int:
        """Return room for the word that tells what came later, and for the names of the events."""
        return wanted_width(self.rows(), self.columns, cells)

    def begins_at(self) -> str:
        """Begin at the last event that has happened: what came before is history, what comes after stands below it."""
        happened = [entry.id for entry in self.timeline.entries if not entry.later and not entry.expected]
        return happened[-1] if happened else ""

    def page(self, row: Row | None, cells: int) -> Page:
        """Draw the event."""
        del cells
        entry = self._entry(row)
        return pages.entry_page(entry) if entry else Page("timeline", (Para(line("No event is known at this date.")),), "timeline")

    def enter(self, row: Row | None) -> Effect:
        """Show the record with all that refers to it; what came later is no record of this day, so its page alone."""
        entry = self._entry(row)
        return Open(pages.entry_page(entry)) if entry and entry.later else super().enter(row)

    def _entry(self, row: Row | None) -> Entry | None:
        return next((entry for entry in self.timeline.entries if row and entry.id == row.key), None)
