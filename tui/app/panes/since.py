"""What is new since the reader last read: Space marks a row read, and so does Enter, which opens it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.reader.seen import counts, when
from tui.reader.since import since
from tui.views.blocks import Page, Para, Span, line
from tui.views.changes.pane import ChangesPane
from tui.views.pane import Anew, Effect, Row

if TYPE_CHECKING:
    from tui.app.own import Own
    from tui.store.read import Store
    from tui.views.changes.question import Changes

ALL = "all"


class SincePane(ChangesPane):
    """One list over all that is new; what was read in this session stays in it without its star."""

    id = "since"
    title = "what is new"
    lasting = False
    hints: ClassVar[Mapping[str, str]] = {"enter": "open it", "mark": "read, unread"}

    def __init__(self, store: Store, own: Own) -> None:
        self._own = own
        super().__init__(store)

    def asked(self) -> Changes:
        """Return what is new, each against the words that this reader has read of it."""
        return since(self._own.reader, self.store, self._own.unread).changes

    def later(self) -> Store:
        """Return the store as it is read: what is new stands in it."""
        return self.store.at(self.store.manifest.as_of.upper)

    def subtitle(self) -> str:
        """Since when, and how much of it is still to be read."""
        since_when = self._own.unread.since
        left = counts(self._own.unread) or "all read"
        return f"since {when(since_when)}: {left}" if since_when else left

    def made(self) -> tuple[Row, ...]:
        """Return a row that stands for all, then all that is new."""
        return (Row((line(), line(), line(Span("All of it", "label")), line("Space marks all of it read")), key=ALL), *super().made())

    def begins_at(self) -> str:
        """Return the first thing that is new."""
        return next((row.key for row in self.rows() if not row.heading and row.key != ALL), "")

    def stands_for(self, row: Row) -> Sequence[str]:
        """Return what the row is about; the first row is about all."""
        return tuple(self._own.unread.sorts) if row.key == ALL else super().stands_for(row)

    def page(self, row: Row | None, cells: int) -> Page:
        """Return the words that differ."""
        if row is not None and row.key == ALL:
            told = (
                "What you open counts as read, and so does what Space marks. What you do not read stays new in your next session. ",
                "A row that is read has no star beside it any more.",
            )
            return Page("what is new", tuple(Para(line(one)) for one in told), "since")
        return super().page(row, cells)

    def mark(self, row: Row | None) -> Effect:
        """Mark as read, or as not read after all."""
        if row is None:
            return None
        addresses = [address for address in self.stands_for(row) if address in self._own.unread.sorts]
        read = any(map(self._own.unread.is_new, addresses))
        self._own.mark(addresses, read=read)
        return Anew(row.key)

    def enter(self, row: Row | None) -> Effect:
        """Open the record as it is; then it is read."""
        if row is None or row.key == ALL:
            return self.mark(row)
        self._own.mark([address for address in self.stands_for(row) if self._own.unread.is_new(address)])
        return super().enter(row)
