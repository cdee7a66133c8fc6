"""What the frame tells of: where the reader is and what the parts show, as one value.

The title, the tabs and the last line are made from it and from nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from tui.app.look import Look
from tui.dates import in_words
from tui.frozen import frozen

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen


@frozen
class Seen:
    """A screen as its frame knows it. `way` are the titles of what is open above the pane `home`; `place` names what is on top.

    `other_day` tells that the day is not the briefing's own. `matches` counts the rows that a filter leaves, `hidden` the columns without
    room; `sorts` tells that the list has several orders, and `link` whether one is chosen. What is on top gives `hints`, `held_back`,
    `columns_by`, `states` and `subtitle`; in its place stands an `alarm` that is more important than where the reader is.
    """

    cells: int
    lines: int
    look: Look
    briefing: str
    handling: str
    day: str
    home: str
    place: str
    other_day: bool = False
    way: tuple[str, ...] = ()
    alarm: str = ""
    subtitle: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)
    held_back: tuple[str, str] | None = None
    columns_by: str = ""
    states: bool = True
    filter: str = ""
    rows: bool = False
    matches: int = 0
    sorts: bool = False
    hidden: int = 0
    links: bool = False
    link: bool = False
    in_sheet: bool = False
    zoom: int = 0
    kiosk: bool = False
    message: str = ""
    all_hints: bool = False
    note: str = ""

    @property
    def at_top(self) -> bool:
        """Return whether back leads out of the program: the reader is in the list of a pane, and no filter is in force."""
        return not self.way and not self.filter and not self.zoom and not (self.in_sheet and self.rows)


def seen(screen: ReaderScreen) -> Seen:
    """Return what the frame of a screen tells of now."""
    manifest, place, pane = screen.store.manifest, screen.place, screen.place.pane
    return Seen(
        cells=screen.app.size.width,
        lines=screen.app.size.height,
        look=screen.look,
        briefing=manifest.title,
        handling=manifest.handling,
        day=in_words(screen.store.as_at),
        other_day=screen.store.as_at != manifest.as_of.upper,
        home=screen.stack[0].pane.id,
        place=pane.id,
        way=tuple(place.pane.title for place in screen.stack[1:]),
        alarm=(alarm := screen.host.alarm()),
        subtitle=alarm or _subtitle(screen),
        hints=pane.hints,
        held_back=pane.held_back,
        columns_by=pane.columns_by,
        states=pane.states,
        filter=place.filter,
        rows=bool(place.rows),
        matches=sum(1 for row in place.rows if not row.heading) if place.filter else 0,
        sorts=bool(place.rows) and len(pane.orders) > 1,
        hidden=screen.list.hidden if screen.list.display else 0,
        links=screen.sheet.display and bool(screen.sheet.links),
        link=screen.sheet.link is not None,
        in_sheet=screen.in_sheet,
        zoom=screen.zoom,
        kiosk=screen.kiosk,
        message=screen.message,
        all_hints=screen.all_hints,
        note=screen.host.note,
    )


def _subtitle(screen: ReaderScreen) -> str:
    """Say what the pane adds to the line of the tabs, and the order that the reader chose, where no head on the screen tells it."""
    pane = screen.place.pane
    order, told = pane.sorting, pane.subtitle()
    if not pane.sorted_by or order is pane.orders[0] or (screen.list.display and order.column in screen.list.heads):
        return told
    return f"{told}, {order.name}" if told else order.name
