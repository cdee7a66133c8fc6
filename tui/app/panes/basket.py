"""The basket: what the reader has gathered, in the reader's order. It can be looked at, reordered, copied whole, and emptied row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.errors import BriefingError
from tui.reader.kept import InBasket, in_basket, order, put
from tui.views.blocks import Page, Para, Span, line
from tui.views.pane import Anew, Column, Effect, Go, Pane, Row, Say
from tui.views.subject import page_at

if TYPE_CHECKING:
    from tui.app.own import Own
    from tui.store.read import Store


class Basket(Pane):
    """One row a thing gathered."""

    id = "basket"
    title = "basket"
    lasting = False
    hints: ClassVar[Mapping[str, str]] = {"enter": "open it", "mark": "take out", "copy": "copy all"}

    def __init__(self, store: Store, own: Own) -> None:
        super().__init__(store)
        self._own = own

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return its place in the order, what it is called, and where it stands."""
        return (Column("", 3), Column("In the basket", least=24), Column("Where", least=16, drop=1))

    def rows(self) -> Sequence[Row]:
        """Asked anew each time: another session may have put something in."""
        return tuple(
            Row((line(Span(str(place), "dim")), line(one.title), line(Span(one.address, "dim"))), to=one.address, key=one.address)
            for place, one in enumerate(in_basket(self._own.reader), 1)
        )

    def stands_for(self, row: Row) -> Sequence[str]:
        """Return the record or the place."""
        return (row.to,)

    def page(self, row: Row | None, cells: int) -> Page:
        """Return the thing as it is."""
        del cells
        if row is None:
            return Page("basket", (Para(line("The basket is empty; * puts what is at hand into it.")),), "basket")
        return self.page_of(InBasket(row.to, ""))

    def page_of(self, one: InBasket) -> Page:
        """Return the page of one thing, or that the day that is shown has none."""
        try:
            return page_at(self.store, one.address)[1]
        except BriefingError as error:
            return Page(one.address, (Para(line(f"{error}.")),), one.address)

    def taken(self) -> Sequence[Page]:
        """Draw all of it, in order."""
        return [self.page_of(one) for one in in_basket(self._own.reader)]

    def mark(self, row: Row | None) -> Effect:
        """Take it out."""
        if row is None:
            return None
        try:
            put(self._own.reader, row.key, "")
        except BriefingError as error:
            return Say(str(error))
        self._own.gathered.discard(row.key)
        return Anew()

    def act(self, name: str, row: Row | None) -> Effect:
        """Move a row up or down."""
        step = {"move_up": -1, "move_down": 1}.get(name)
        if step is None or row is None:
            return None
        addresses = [one.address for one in in_basket(self._own.reader)]
        at = addresses.index(row.key)
        to = at + step
        if not 0 <= to < len(addresses):
            return Say(f"It is the {'first' if step < 0 else 'last'} already.")
        addresses[at], addresses[to] = addresses[to], addresses[at]
        try:
            order(self._own.reader, addresses)
        except BriefingError as error:
            return Say(str(error))
        return Anew(row.key)

    def enter(self, row: Row | None) -> Effect:
        """Open it."""
        return Go(row.to) if row else None

    def address(self, row: Row | None) -> str:
        """Return the list; for its rows their own addresses."""
        return row.to if row else "basket"
