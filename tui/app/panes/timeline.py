"""What happened, what is expected, what came later."""

from __future__ import annotations

from collections.abc import Sequence

from tui.answers.timeline import Entry, timeline
from tui.app.panes.base import Column, Effect, Open, Pane, Row
from tui.dates import in_words
from tui.model import Date
from tui.pages import timeline as pages
from tui.pages.blocks import Page, Para, Span, line
from tui.store.read import Store


class TimelinePane(Pane):
    """Events in order, with a line where the day of the reading stands."""

    id = "timeline"
    title = "Timeline"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        own_day = store.as_at == store.manifest.as_of.upper
        # Another day was asked for: then nothing later is shown at all.
        self.entries = timeline(store, later=own_day).entries

    @property
    def columns(self) -> tuple[Column, ...]:
        """Date, the word for what is not yet or came later, and the event."""
        return (Column("Date", 20, drop=0), Column("", 8, drop=1), Column("Event", least=24))

    def rows(self) -> Sequence[Row]:
        """One row an event."""
        out: list[Row] = []
        day = in_words(Date(self.store.as_at, "", ""))
        drawn = False
        for entry in self.entries:
            if not drawn and (entry.later or entry.date.lower > self.store.as_at):
                out.append(Row((line(f"-- as at {day} --"),), heading=True))
                drawn = True
            word = "expected" if entry.expected else "later" if entry.later else "span" if entry.span else ""
            out.append(
                Row((line(in_words(entry.date)), line(Span(word, "label")), line(entry.title)), to=f"event/{entry.id}", key=entry.id)
            )
        return out

    def begins_at(self) -> str:
        """The last event that has happened: what came before is history, what comes after stands below it."""
        happened = [entry.id for entry in self.entries if not entry.later and not entry.expected]
        return happened[-1] if happened else ""

    def page(self, row: Row | None, cells: int) -> Page:
        """The event."""
        del cells
        entry = self._entry(row)
        return pages.entry_page(entry) if entry else Page("timeline", (Para(line("No event is known at this date.")),), "timeline")

    def enter(self, row: Row | None) -> Effect:
        """The record with all that refers to it; what came later is no record of this day, so its page alone."""
        entry = self._entry(row)
        return Open(pages.entry_page(entry)) if entry and entry.later else super().enter(row)

    def _entry(self, row: Row | None) -> Entry | None:
        return next((entry for entry in self.entries if row and entry.id == row.key), None)
