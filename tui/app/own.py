"""What is the reader's own on the screen: what is new, notes, the basket, the place. There is none where nothing may be kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from tui.address import head_of
from tui.errors import BriefingError, MachineError
from tui.frozen import frozen
from tui.reader import kept, seen
from tui.reader.reader import Reader, leave_at, left_at
from tui.reader.seen import Unread, since_then
from tui.reader.state import AT_A_KEY, NotKept
from tui.terminal.signals import unheard
from tui.views import HOME
from tui.views.blocks import Field, Heading, Line, Page, Para, Span, line
from tui.views.pane import Row
from tui.views.signs import YOURS

if TYPE_CHECKING:
    from tui.app.place import Place
    from tui.app.reader_screen import ReaderScreen
    from tui.store.read import Store
    from tui.views.pane import Pane

NEW, NOTED, GATHERED = (meaning.sign for meaning in YOURS)  # beside a row
UNREADABLE = "This cannot be read: the store is damaged. Leave, and build it again."
UNREAD = "Your notes cannot be read now: another program holds them, or the disk."


@frozen
class Opening:
    """Where the program opens: the addresses from a pane to the page on top, the day where it is another one, and what to say first."""

    addresses: tuple[str, ...]
    own: Own | None = None
    day: str | None = None
    said: str = ""


DEFAULT = Opening((HOME,))


class Own:
    """The reader's own state of the briefing that is shown; `path` is the store that is read."""

    def __init__(self, reader: Reader, store: Store, path: Path) -> None:
        self.reader = reader
        self.path = path
        self.unread: Unread = seen.unread(reader, store)
        self.noted = {note.address for note in kept.notes(reader)} if self.unread.since else set()
        self.gathered = set(kept.basket(reader)) if self.unread.since else set()
        self._lost = ""  # what is to be said of it at the end
        self._left: tuple[tuple[str, ...], str | None] | None = None

    @classmethod
    def of(cls, briefing: Path, store: Store, path: Path) -> Own | None:
        """Return the state of who has started the program; None where it cannot be asked now."""
        reader = Reader.of(briefing, store.manifest.title, AT_A_KEY)
        try:
            return cls(reader, store, path)
        except BaseException as error:
            reader.close()
            if isinstance(error, NotKept):
                return None
            raise

    def opening(self, address: str | None, first: str = HOME, *, fresh: bool = False) -> Opening:
        """Return where to open: at the address that was asked for, else where the reader was, else at the first."""
        left = left_at(self.reader) if address is None and not fresh else None
        said = [self.reader.state.said] if self.reader.state.said else []
        if left is not None and (len(left.addresses) > 1 or head_of(left.addresses[0]) != head_of(first) or left.day):
            said.append("You are where you were; 0 begins afresh.")
            if new := since_then(self.unread):
                said.append(f"{new}: N.")
        return Opening(left.addresses if left else (address or first,), self, left.day if left else None, " ".join(said))

    def remember(self, store: Store) -> None:
        """Keep the words that are read now, in a thread of its own: nobody waits for that."""
        twin = store.twin() if self.reader.state.kept else None
        if twin is None:
            return
        with unheard():
            Thread(target=self._remember, args=(twin,), name="remember", daemon=True).start()

    def _remember(self, twin: Store) -> None:
        with twin, closing(Reader.of(Path(self.reader.place), twin.manifest.title)) as other, suppress(NotKept):
            seen.remember(other, twin, self.path)

    def turn(self, store: Store, path: Path) -> list[str]:
        """Look at another store of the same briefing; returns what has become new by it."""
        before = {address: self.unread.digests.get(address) for address in self.unread.left}
        self.path = path
        try:
            self.unread = seen.unread(self.reader, store)
        except NotKept:  # what was new stays so
            return []
        self.remember(store)
        return [address for address in self.unread.left if before.get(address, "") != self.unread.digests.get(address)]

    def mark_of(self, pane: Pane, row: Row) -> str:
        """Return the sign beside a row: that something of it is new, that there is a note on it, or that it lies in the basket."""
        if not (self.unread.sorts or self.noted or self.gathered):
            return " "
        records = pane.stands_for(row)
        if any(map(self.unread.is_new, records)):
            return NEW
        address = pane.own_address(row) if self.noted or self.gathered else ""
        return NOTED if address in self.noted else GATHERED if address in self.gathered else " "

    def lead(self, pane: Pane) -> tuple[Line, ...]:
        """Return what stands first on the board: how much is new; nothing where nothing is."""
        told = since_then(self.unread) if pane.id == HOME else ""
        return (line(Span(f"{NEW} {told}", "changed"), ": ", Span("N", "strong"), " shows it"),) if told else ()

    def with_note(self, page: Page, place: Place) -> Page:
        """Return a page, below its heading the reader's note on what is shown: on the screen alone, no copy and no file has it."""
        address = place.pane.own_address(place.row) if self.noted else ""
        if address not in self.noted:
            return page
        try:
            text = kept.note_on(self.reader, address)
        except NotKept:
            text = UNREAD
        note = Field("Your note", line(text))
        at = 1 if page.blocks and isinstance(page.blocks[0], Heading) else 0
        return replace(page, blocks=(*page.blocks[:at], note, *page.blocks[at:]))

    def notes_found(self, text: str) -> list[Row]:
        """Return the notes that hold these words, below a heading of their own; none where there is none."""
        try:
            found = kept.notes_with(self.reader, text) if self.noted else ()
        except NotKept:
            return [Row((line(UNREAD),), heading=True)]
        rows = [
            Row((line(Span("note", "dim")), line(one.title), line(one.text)), to=one.address, key=f"note on {one.address}") for one in found
        ]
        return [Row((line("Your notes"),), heading=True), *rows] if rows else []

    def opened(self, place: Place) -> None:
        """Mark as read what the reader has opened as a page."""
        if place.pane.id in ("page", "issue") and self.unread.is_new(place.address):
            self.mark([place.address])

    def mark(self, addresses: list[str], *, read: bool = True) -> None:
        """Mark what is new as read, or as not read after all."""
        with self._keeping():
            seen.mark(self.reader, self.unread, addresses, read=read)

    def keep_place(self, screen: ReaderScreen) -> None:
        """Keep where the reader is, where that is another place than was kept last."""
        here = tuple(_addresses(screen))
        day = screen.store.as_at if screen.store.as_at != screen.store.manifest.as_of.upper else None
        if here and (here, day) != self._left:
            with suppress(NotKept):  # the next time, or the end, tries again
                leave_at(self.reader, here, day)
                self._left = (here, day)

    def keep(self, screen: ReaderScreen) -> None:
        """Keep where the reader is, and that it was now."""
        self.keep_place(screen)
        with self._keeping():
            seen.leave(self.reader, self.unread, screen.store)

    def leave(self, screen: ReaderScreen | None) -> str:
        """Keep where the reader was, and when that was; return what to say where not all of the session could be kept."""
        if screen is not None:
            self.keep(screen)
        self.reader.close()
        return self._lost

    @contextmanager
    def _keeping(self) -> Iterator[None]:
        """Go on where something cannot be kept; it is said at the end."""
        try:
            yield
        except NotKept as error:
            self._lost = f"What you read, and where you were, was {error}."


def mark_of(screen: ReaderScreen, row: Row) -> str:
    """Return the sign of the reader's own beside a row of a screen."""
    return screen.own.mark_of(screen.place.pane, row) if screen.own else " "


def why_not(error: BriefingError) -> str:
    """Return what to say of what cannot be shown. Of a damaged store no more than that it is: guests of a kiosk shall learn no path."""
    if isinstance(error, NotKept):
        return f"This cannot be shown now; it is {error}."
    return UNREADABLE if isinstance(error, MachineError) else str(error)


def paged(screen: ReaderScreen, cells: int) -> Page:
    """Return the page of the row chosen on a screen, with the reader's note on it; where the store is damaged, one that says so."""
    try:
        page = screen.place.page(cells)
    except MachineError:  # a page may be drawn long after its key: the reader stays, and reads on elsewhere
        page = Page("", (Para(line(UNREADABLE)),))
    return screen.own.with_note(page, screen.place) if screen.own else page


def _addresses(screen: ReaderScreen) -> Iterator[str]:
    for place in screen.stack:
        if not place.pane.passing and place.pane.lasting and (address := place.address):
            yield address
