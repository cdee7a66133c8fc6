"""The timeline to export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.dates import in_words
from tui.store.read import Store
from tui.views.blocks import Page
from tui.views.data import Table, as_data
from tui.views.plain_fields import plain_value
from tui.views.subject import ExportPart, Shown, tab
from tui.views.timeline import page as drawn
from tui.views.timeline.lanes import PEOPLE, lanes
from tui.views.timeline.pane import TimelinePane
from tui.views.timeline.question import Entry, Timeline, entry, timeline


def document(store: Store, plans: Sequence[str]) -> list[Page]:  # noqa: ARG001 - every part takes the plans, most need none
    """Draw all events known as at the day; as at the briefing's own day also those that came later, marked."""
    return [_whole(store, timeline(store))]


def _whole(store: Store, found: Timeline) -> Page:
    return drawn.page(found, lanes(store, found), lanes(store, found, by_person=True, most=PEOPLE))


def table(store: Store, plans: Sequence[str]) -> Table:  # noqa: ARG001
    """Return one line for each event, with both bounds of its date."""
    rows = [
        (
            *(in_words(one.date), one.date.lower, one.date.upper, _state(one), one.title, one.record.text or ""),
            *(plain_value(one.record, name) for name in drawn.DETAILS),
        )
        for one in timeline(store).entries
    ]
    return Table(("date", "earliest", "latest", "state", "event", "text", *drawn.DETAILS), tuple(rows))


def _state(one: Entry) -> str:
    return "later" if one.later else "expected" if one.expected else ""


def data(store: Store, plans: Sequence[str]) -> Any:  # noqa: ARG001
    """Return the events as JSON has them."""
    return as_data(timeline(store).entries)


def at(store: Store, rest: str) -> Shown:
    """Return all events, or one by its id: the answer and its page."""
    if rest:
        one = entry(store, rest)
        return one, drawn.entry_page(one)
    found = timeline(store)
    return found, _whole(store, found)


pane = tab(TimelinePane)
PART = ExportPart(document, table, data)
