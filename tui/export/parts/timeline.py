"""The timeline to export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.answers.timeline import Entry, timeline
from tui.export.data import as_data
from tui.export.tables import Table
from tui.pages import timeline as drawn
from tui.pages.blocks import Page
from tui.store.read import Store


def pages(store: Store, plans: Sequence[str]) -> list[Page]:  # noqa: ARG001 - every part takes the plans, most need none
    """All events known as at the day; as at the briefing's own day also those that came later, marked."""
    return [drawn.page(timeline(store))]


def table(store: Store, plans: Sequence[str]) -> Table:  # noqa: ARG001
    """One line for each event, with both bounds of its date."""
    rows = [
        (one.date.text, one.date.lower, one.date.upper, _state(one), one.title, one.text or "", one.place or "")
        for one in timeline(store).entries
    ]
    return Table(("date", "earliest", "latest", "state", "event", "text", "place"), tuple(rows))


def _state(one: Entry) -> str:
    return "later" if one.later else "expected" if one.expected else ""


def data(store: Store, plans: Sequence[str]) -> Any:  # noqa: ARG001
    """The events as JSON has them."""
    return [{"kind": "event"} | as_data(one) for one in timeline(store).entries]
