"""The reader's bookmarks by name: Enter goes there, Space takes one away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.dates import in_words
from tui.errors import BriefingError
from tui.model import Date
from tui.reader.kept import bookmarks, remove_bookmark
from tui.reader.seen import when
from tui.views.blocks import Page, Para, Span, line
from tui.views.pane import Anew, Column, Effect, Go, Pane, Row, Say
from tui.views.subject import page_at

if TYPE_CHECKING:
    from tui.reader.reader import Reader
    from tui.store.read import Store


class Bookmarks(Pane):
    """One row a bookmark, the latest first."""

    id = "bookmarks"
    title = "bookmarks"
    states = False
    passing = True
    lasting = False
    hints: ClassVar[Mapping[str, str]] = {"enter": "go there", "mark": "take away"}

    def __init__(self, store: Store, reader: Reader) -> None:
        super().__init__(store)
        self._reader = reader

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the name; the place, with the day where it is another one; and since when."""
        return (Column("Bookmark", least=16), Column("Place", least=20), Column("Set", 19, drop=1))

    def list_width(self, cells: int) -> int:
        """Room for names and places."""
        return cells // 2

    def rows(self) -> Sequence[Row]:
        """Asked anew each time: another session may have set one."""
        return tuple(
            Row(
                (
                    line(Span(one.name, "strong")),
                    line(Span(f"{in_words(Date(one.day, one.day, one.day))}: {one.address}" if one.day else one.address, "dim")),
                    line(Span(when(one.at), "dim")),
                ),
                to=one.address,
                key=one.name,
            )
            for one in bookmarks(self._reader)
        )

    def page(self, row: Row | None, cells: int) -> Page:
        """Return what stands at the bookmark, as the day that is shown has it."""
        del cells
        if row is None:
            return Page("bookmarks", (Para(line("There are no bookmarks; m sets one where you are.")),), "bookmarks")
        try:
            return page_at(self.store, row.to)[1]
        except BriefingError as error:
            return Page("bookmarks", (Para(line(f"{error}.")),), "bookmarks")

    def mark(self, row: Row | None) -> Effect:
        """Take a bookmark away."""
        if row is None:
            return None
        try:
            remove_bookmark(self._reader, row.key)
        except BriefingError as error:
            return Say(str(error))
        return Anew()

    def enter(self, row: Row | None) -> Effect:
        """Go there, on the day on which it was set."""
        found = next((one for one in bookmarks(self._reader) if row and one.name == row.key), None)
        return Go(found.address, found.day or self.store.manifest.as_of.upper) if found else None
