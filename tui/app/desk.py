"""The one screen: a list, a sheet beside or below it, two lines above and one below. Panes give it words; commands move it."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.geometry import Size
from textual.screen import Screen
from textual.timer import Timer

from tui.app import chrome
from tui.app.keys import KEYS, bound
from tui.app.look import Look
from tui.app.panes import PANES, above, make
from tui.app.panes.base import Anew, Choose, Go, Jump, Open, Run, Say
from tui.app.panes.leaf import Leaf
from tui.app.place import Place
from tui.app.widgets.bars import Bar
from tui.app.widgets.row_list import RowList
from tui.app.widgets.sheet import Sheet
from tui.findings import BriefingError

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.app.panes.base import Effect
    from tui.store.read import Store

SETTLE = 0.06  # seconds a burst of moves waits before the detail follows


class Desk(Screen[None]):
    """What the reader sees. `stack` holds the places from the pane at the bottom to the page on top.

    The keys are bound here and not on the app, since a screen's own bindings (Tab moves the focus) would come before the app's.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(bound(key), f"app.do('{key.name}')", key.text, show=False, id=key.name) for key in KEYS
    ]

    def __init__(self, store: Store, look: Look, address: str, *, kiosk: bool = False) -> None:
        super().__init__()
        self.store = store
        self.look = look
        self.first_address = address
        self.kiosk = kiosk
        self.homes: dict[str, Place] = {}
        self.stack: list[Place] = []
        self.history: list[str] = []
        self.now = -1
        self.zoom = 0
        self.split: bool | None = None
        self.in_sheet = False
        self.message = ""
        self.all_hints = False
        self.list = RowList(look)
        self.sheet = Sheet(look)
        self.bars = {name: Bar(look, name) for name in ("title", "tabs", "foot")}
        self.room = Size()
        self._moved = 0.0
        self._settle: Timer | None = None

    def compose(self) -> ComposeResult:
        """Six widgets, for every pane the same."""
        yield self.bars["title"]
        yield self.bars["tabs"]
        yield Container(self.list, self.sheet, id="body")
        yield self.bars["foot"]

    def on_mount(self) -> None:
        """Open at the address asked for."""
        self.go(self.first_address)

    def on_screen_resume(self) -> None:
        """Nothing but the bars depends on being looked at again."""
        chrome.draw(self)

    def on_resize(self) -> None:
        """Arrange list and sheet for the new size."""
        if self.stack and self.app.size != self.room:
            chrome.make_room(self)
            self.call_after_refresh(self.follow)

    @property
    def place(self) -> Place:
        """The place on top."""
        return self.stack[-1]

    def go(self, address: str, *, remember: bool = True) -> None:
        """Go to an address: a pane becomes the bottom of the stack, anything else opens above what is there."""
        head, _, rest = address.partition("/")
        if head in PANES:
            home = self.homes.get(head)
            new = home is None
            if home is None:
                home = self.homes[head] = Place(make(head, self.store))
            self.stack = [home]
            key = home.pane.key_of(rest) if rest else home.pane.begins_at() if new else ""
            home.load()
            if key and not home.find(key) and home.filter:
                home.filter = ""
                home.load()
                home.find(key)
        else:
            try:
                opened = above(address, self.store)
            except BriefingError as error:
                self.say(str(error))
                if not self.stack:
                    self.go("overview")
                return
            if not self.stack:
                self.go("overview", remember=False)
            self.push(Place(opened), remember=False)
        if remember:
            self.history = [*self.history[: self.now + 1], address][-200:]
            self.now = len(self.history) - 1
        self.show()

    def push(self, place: Place, *, remember: bool = False) -> None:
        """Open a place above the present one."""
        self.keep()
        self.stack.append(place)
        place.load()
        if remember:
            self.show()

    def keep(self) -> None:
        """Note where the reader is in the place on top, before another comes above it."""
        if self.stack:
            self.place.cursor, self.place.top, self.place.sheet_top = self.list.cursor, self.list.top, self.sheet.top

    def show(self) -> None:
        """Draw the place on top."""
        self.in_sheet = not self.place.rows and not self.place.filter
        chrome.make_room(self)
        self.list.activate(not self.in_sheet)
        place = self.place
        empty = f"No row holds: {place.filter}" if place.filter else "Nothing here."
        self.list.show(place.rows, place.pane.columns, place.cursor, place.top, empty)
        place.cursor = self.list.cursor
        self.follow(place.sheet_top)

    def follow(self, top: int = 0) -> None:
        """Show the page of the row chosen, and draw the bars."""
        place = self.place
        place.cursor, place.top = self.list.cursor, self.list.top
        if self.sheet.display:
            self.sheet.show(place.page, top)
        chrome.draw(self)

    def moved(self) -> None:
        """The cursor moved: the detail follows at once after a pause, and only once after a burst."""
        now = monotonic()
        quiet = now - self._moved > SETTLE * 2
        self._moved = now
        if self._settle is not None:
            self._settle.stop()
            self._settle = None
        if quiet:
            self.follow()
        else:
            self._settle = self.set_timer(SETTLE, self.follow)

    def set_filter(self, text: str) -> None:
        """Filter the list of this place; empty words show all of it."""
        place = self.place
        key = place.row.key if place.row else ""
        place.filter = text
        place.load()
        if key:
            place.find(key)
        self.show()

    def say(self, text: str) -> None:
        """One sentence in the last line, until the next key."""
        self.message = text
        if self.is_mounted and self.stack:
            chrome.draw(self)

    def take(self, effect: Effect) -> None:
        """Carry out what a pane answered."""
        if isinstance(effect, Open):
            self.push(Place(Leaf(self.store, effect.page)))
            self.show()
        elif isinstance(effect, Say):
            self.say(effect.text)
        elif isinstance(effect, Go):
            self.go(effect.address)
        elif isinstance(effect, Anew):
            self.keep()
            self.place.load()
            if effect.key:
                self.place.find(effect.key)
            self.show()
        elif isinstance(effect, Jump):
            if self.list.put(effect.row):
                self.follow()
        elif isinstance(effect, Choose):
            from tui.app.panes.choose import Chooser

            self.push(Place(Chooser(self.store, effect)))
            self.show()
        elif isinstance(effect, Run):
            from tui.app.commands import run

            self.stack.pop()
            self.show()
            run(self, effect.name)
