"""What happened, what is expected, what came later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from tui.address import written
from tui.dates import in_words
from tui.store.read import Store
from tui.views.blocks import Line, Page, Para, Span, line
from tui.views.cells import cut
from tui.views.orders import arranged, marked
from tui.views.pane import GUTTER, Anew, Column, Effect, Open, Order, Pane, Row, wanted_width
from tui.views.timeline import page as pages
from tui.views.timeline.lanes import ZOOMS, Lanes, drawn, lanes
from tui.views.timeline.question import Entry, timeline
from tui.widths import width

WITH_LANES = 16  # lines of a list that has room for its lanes and some rows
LEAST_DETAIL = 5  # lines that the event keeps


class TimelinePane(Pane):
    """Events in order, with a line where the day of the reading stands."""

    id = "timeline"
    title = "Timeline"
    hints: ClassVar[Mapping[str, str]] = {"later": "what came later", "view": "people"}
    lit = True

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.timeline = timeline(store)
        self.zoomed = 0
        self.by_person = False
        self._shown: dict[tuple[int, bool], Lanes | None] = {}

    def lead(self, cells: int, row: Row | None = None) -> tuple[Line, ...]:
        """Draw the lanes above the list, the event of the cursor lit, and below them who took part in it."""
        asked = (ZOOMS[self.zoomed], self.by_person)
        if asked not in self._shown:
            self._shown[asked] = lanes(self.store, self.timeline, asked[0], by_person=self.by_person)
        if not (shown := self._shown[asked]):
            return ()
        return (*drawn(shown, cells - GUTTER, row.to if row else ""), self._took_part(row, cells - GUTTER))

    def _took_part(self, row: Row | None, cells: int) -> Line:
        entry = self._entry(row)
        told = ", ".join(one.text for one in entry.with_whom) if entry else ""
        lead = Span("With: ", "label")
        room = cells - len(lead.text)
        return line(lead, told if width(told) <= room else f"{told[: cut(told, room - 3)].rstrip()}...") if told else line(" ")

    def subtitle(self) -> str:
        """Tell how far the lanes reach and whose they are, where that is not as they open."""
        weeks = ZOOMS[self.zoomed]
        far = "" if not self.zoomed else f"lanes of {weeks} weeks" if weeks else "lanes of all days"
        return ", ".join(filter(None, (far, "by person" if self.by_person else "")))

    def list_height(self, lines: int) -> int:
        """Give the list more room than the event, since the lanes stand above it."""
        return max(lines * 65 // 100, min(lines - LEAST_DETAIL, WITH_LANES))

    def act(self, name: str, row: Row | None) -> Effect:
        """Let the lanes show more days, or fewer; or be those of people, or of tracks again."""
        if name == "lanes":
            self.zoomed = (self.zoomed + 1) % len(ZOOMS)
        elif name == "view":
            self.by_person = not self.by_person
        else:
            return None
        return Anew(row.key if row else None)

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
