"""Every command and every record by its name, and every place by its address, to be found by typing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from tui.address import head_of, split_first, written
from tui.fold import haystack, holds, needles, split
from tui.keys import KEYS, offered, shown
from tui.model import names_of
from tui.store.read import Store
from tui.views.blocks import Heading, Page, Para, Span, line
from tui.views.blocks import words as told
from tui.views.meant import destinations
from tui.views.pane import Column, Effect, Go, Pane, Row, Run
from tui.views.titles import title_of

# What people look for by name, the likeliest first; positions and judgements have no names.
NAMED = ("person", "party", "plan", "red_line", "guarantee", "issue", "event", "figure", "term", "source")

COMMAND = "command"  # leads the key of a command, where that of a record has its kind
AFTER_THE_CHIEF = 50  # where the panes come, by the ranks of the footer


class Palette(Pane):
    """Commands of the place it was asked for, then records."""

    id = "palette"
    title = "go to"
    states = False
    passing = True
    hints: ClassVar[Mapping[str, str]] = {"enter": "go there"}

    def __init__(self, store: Store, place: str, *, kiosk: bool = False) -> None:
        super().__init__(store)
        self.place = place
        self.kiosk = kiosk
        self._rows: list[Row] | None = None
        self._held: dict[str, str] = {}

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return what it is, and its name."""
        return (Column("", 12), Column("", least=20))

    def rows(self) -> Sequence[Row]:
        """Return a row for each record and command, made once: the store does not change under a reader."""
        if self._rows is None:
            self._rows = [
                Row(((Span("command", "dim"),), line(Span(f"{shown(key.keys[0])}  ", "strong"), key.text)), key=written(COMMAND, key.name))
                for key in sorted(KEYS, key=lambda key: key.rank or AFTER_THE_CHIEF)
                if offered(key, self.place, kiosk=self.kiosk) and (key.rank or key.group == "Panes")
            ]
            for kind in NAMED:
                for found in self.store.cards(kind):
                    title, address = title_of(self.store, found), written(kind, found.id)
                    self._rows.append(_row(kind.replace("_", " "), title, address))
                    self._held[address] = " ".join((title, *names_of(found)))
        return self._rows

    def filtered(self, words: str, rows: Sequence[Row]) -> Sequence[Row]:
        """Return what an address, an id or a number names; then what is called so, and then what has all the words in its names."""
        wanted = needles(words)
        first = {one.address: _row(one.kind, one.title, one.address) for one in destinations(self.store, words)}
        found = [row for row in rows if row.key not in first and holds(haystack(self._told(row)), wanted)]
        called = [row for row in found if split(told(row.cells[1])) == split(words)]
        return [*first.values(), *called, *(row for row in found if row not in called)]

    def names(self) -> tuple[str, ...]:
        """Return what everything here is called."""
        return tuple(told(row.cells[1]) for row in self.rows())

    def _told(self, row: Row) -> str:
        return f"{' '.join(map(told, row.cells))} {self._held.get(row.key, '')} {row.key}"

    def page(self, row: Row | None, cells: int) -> Page:
        """Return what Enter would do."""
        del cells
        what = "Enter runs this command." if row and head_of(row.key) == COMMAND else "Enter opens this record."
        return Page("go to", (Heading(line("Go to"), 1), Para(line("Type part of a name. ", what if row else ""))), "palette")

    def enter(self, row: Row | None) -> Effect:
        """Run the command or open the record."""
        if row is None:
            return None
        return Run(split_first(row.key)[1]) if head_of(row.key) == COMMAND else Go(row.to)


def _row(kind: str, title: str, address: str) -> Row:
    return Row(((Span(kind, "dim"),), line(title)), to=address, key=address)
