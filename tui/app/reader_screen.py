"""The one screen: a list, a sheet beside or below it, two lines above and one below. Panes give it words; commands move it."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from tui.address import split_first
from tui.app import chrome, footer, mouse, own
from tui.app.effects import take
from tui.app.look import Look
from tui.app.place import Place, Searched, Trail
from tui.app.room import light, make_room
from tui.app.seen import seen
from tui.app.widgets.bars import Bar
from tui.app.widgets.row_list import RowList
from tui.app.widgets.sheet import Sheet
from tui.errors import BriefingError
from tui.views import HOME, TABS
from tui.views.subject import pane_at

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Click, MouseScrollDown, MouseScrollUp

    from tui.app.host import Host
    from tui.app.own import Opening
    from tui.app.searching import SearchWorker
    from tui.app.widgets.prompt import Prompt
    from tui.store.read import Store
    from tui.views.pane import Effect

SETTLE = 0.06  # seconds a burst of moves waits before the detail follows


class ReaderScreen(Screen[None]):
    """What the reader sees. `stack` holds the places from the pane at the bottom to the page on top.

    `unsettled` tells that something shown has still to be mounted or laid out: keys wait for it (`keyboard.py`).
    """

    class Command(Message):
        """A command is asked for that the screen itself does not know."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, store: Store, look: Look, opening: Opening, host: Host, *, kiosk: bool = False) -> None:
        super().__init__()
        self.opening, self.own = opening, opening.own
        self.host = host
        self.store = store
        self.look = look
        self.kiosk = kiosk
        self.homes: dict[str, Place] = {}
        self.sorted: dict[str, int] = {}  # the orders that the reader chose for lists, kept for the session
        self.stack: list[Place] = []
        self.trail = Trail()
        self.zoom = 0
        self.split: bool | None = None
        self.in_sheet = False
        self.message = ""
        self.asked_to_quit = False  # whether the sentence before this key asked whether to quit
        self.all_hints = False
        self.prompt: Prompt | None = None
        self.unsettled = True
        self.searched = Searched()
        self.search_worker: SearchWorker | None = None  # who searches in this store, from the first search on
        self.list = RowList(look)
        self.sheet = Sheet(look)
        self.bars = {name: Bar(look, name) for name in ("title", "tabs", "foot")}
        self.room = Size()
        self._moved = 0.0
        self._settle: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield six widgets, for every pane the same."""
        yield self.bars["title"]
        yield self.bars["tabs"]
        yield Container(self.list, self.sheet, id="body")
        yield self.bars["foot"]

    def on_mount(self) -> None:
        """Open at the address asked for, or where the reader was."""
        self.list.mark_of = partial(own.mark_of, self)
        for address in self.opening.addresses:
            self.go(address)
        self.say(self.message or self.opening.said)

    def turn(self, store: Store, said: str) -> None:
        """Show the place where the reader is, with those below it, from another reading of the store, and say a sentence about it."""
        self.leave()
        before = [place for place in self.stack if not place.pane.passing and place.pane.lasting]
        if self.search_worker is not None:
            self.search_worker.close()
            self.search_worker = None
        self.store, self.homes, self.stack, self.trail = store, {}, [], Trail()
        yours, self.own = self.own, None  # what was open stays open, and is not opened anew
        for place in before:
            self.go(place.address)
            if self.place.address == place.address:
                self.place.take_after(place)
        self.own = yours
        self.show()
        self.say(self.message or said)

    def on_screen_resume(self) -> None:
        """Draw the bars again: nothing else depends on being looked at again."""
        self.draw_frame()

    def on_resize(self) -> None:
        """Arrange list and sheet for the new size; the reader stays at the same line and link."""
        if self.stack and self.app.size != self.room:
            self.leave()
            self.show()

    def on_click(self, event: Click) -> None:
        """Hand a click on; it comes only where the mouse was asked for, as the wheel does."""
        mouse.clicked(self, event)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll a few lines further."""
        mouse.turned(self, event, 1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll a few lines back."""
        mouse.turned(self, event, -1)

    @property
    def place(self) -> Place:
        """Return the place on top."""
        return self.stack[-1]

    def go(self, address: str) -> None:
        """Go to an address: a pane becomes the bottom of the stack, anything else opens above what is there."""
        head, rest = split_first(address)
        if head in TABS:
            self.leave()
            lost = self.place.pane.leave() if self.stack else None
            self.stack = [self._home(head, rest)]
            self.arrive()
            self.take(lost)
            return
        try:
            opened = pane_at(self.store, address)
        except BriefingError as error:
            self.say(own.why_not(error))
            if not self.stack:
                self.go(HOME)
            return
        if not self.stack:
            self.stack = [self._home(HOME, "")]
        opened.sorted_by = self.sorted.get(opened.id, 0)
        self.push(Place(opened))

    def _home(self, pane: str, rest: str) -> Place:
        """Return the place of a pane, as it was left, with the cursor on the row that the rest of an address names."""
        home = self.homes.get(pane)
        begin = ""
        if home is None:
            home = self.homes[pane] = Place(TABS[pane].load().pane(self.store, ""))
            home.pane.sorted_by = self.sorted.get(pane, 0)
            begin = home.pane.begins_at()
        key = home.pane.key_of(rest) if rest else begin
        home.load()
        if home.filter and ((key and not home.find(key)) or all(row.heading for row in home.rows)):
            home.narrow("", key)
        elif key:
            home.find(key)
        return home

    def push(self, place: Place) -> None:
        """Open a place above the present one; those that only helped to get there make way."""
        self.leave()
        self.stack = [under for under in self.stack if not under.pane.passing]
        self.stack.append(place)
        place.load()
        if place.pane.passing:
            self.show()
        else:
            self.arrive()

    def leave(self) -> None:
        """Note where the reader is, before another place is shown."""
        if self.stack:
            self.place.cursor, self.place.top, self.place.sheet_top = self.list.cursor, self.list.top, self.sheet.wanted
            self.place.link = self.sheet.link if self.in_sheet else None
            self.trail.leave(self.stack)

    def arrive(self) -> None:
        """Show the place on top as a new stop."""
        self.trail.arrive(self.stack)
        if self.own:
            self.own.opened(self.place)
        self.show()

    def walk(self, by: int) -> bool:
        """Go to the stop `by` steps on in the history; False when there is none."""
        self.leave()
        stack = self.trail.step(by)
        if stack is not None:
            self.stack = stack
            self.homes[stack[0].pane.id] = stack[0]
            self.show()
        return stack is not None

    def rise(self) -> None:
        """Go back to the place below."""
        self.leave()
        passing = self.stack.pop().pane.passing
        self.place.load()
        if not passing:
            self.trail.rise(self.stack)
        self.show()

    def show(self) -> None:
        """Draw the place on top."""
        self.unsettled = True
        self.in_sheet = not self.place.rows and not self.place.filter
        make_room(self, seen(self))
        self.list.activate(not self.in_sheet)
        empty = f"No row holds: {self.place.filter}" if self.place.filter else "Nothing here."
        self.list.show(self.place.rows, self.place.pane.columns, self.place.cursor, self.place.top, empty)
        self.place.cursor = self.list.cursor
        self._page(self.place.sheet_top, self.place.link)

    def _page(self, top: int, link: int | None) -> None:
        """Show the page of the row chosen from a line on, one of its links chosen; beside a list it follows the first frame."""
        if self.list.display and not self.host.is_drawn:
            self._settle = self._settle or self.set_timer(SETTLE, self.settle)
        elif self.sheet.display:
            self.sheet.show(partial(own.paged, self), top, link)
            if link is not None:
                self.in_sheet = True
                self.list.activate(False)
        self.draw_frame()

    def follow(self) -> None:
        """Show the page of the row that the cursor is on, and draw the bars."""
        self.place.cursor, self.place.top = self.list.cursor, self.list.top
        light(self)
        self._page(0, None)

    def moved(self) -> None:
        """Let the detail follow the cursor: at once after a pause, and only once after a burst."""
        self.place.cursor, self.place.top, self.place.link = self.list.cursor, self.list.top, None
        now = monotonic()
        quiet = now - self._moved > SETTLE * 2
        self._moved = now
        self._wait_no_more()
        if quiet:
            self.follow()
        else:
            self._settle = self.set_timer(SETTLE, self.settle)

    def settle(self) -> None:
        """Let the detail follow now, where it still waits for a burst of moves to end: what comes next may be about it."""
        if self._wait_no_more():
            self.follow()

    def _wait_no_more(self) -> bool:
        waiting, self._settle = self._settle, None
        if waiting is not None:
            waiting.stop()
        return waiting is not None

    def set_filter(self, text: str, key: str | None = None) -> None:
        """Filter the list of this place; empty words show all of it. The cursor goes to the row `key`, without it stays on its row."""
        self.place.narrow(text, key)
        self.show()

    def say(self, text: str) -> None:
        """Show one sentence in the last line, until the next key."""
        self.message = text
        if self.is_mounted and self.stack:
            self.draw_frame()

    def command(self, name: str) -> None:
        """Ask the app to carry out a command, as if its key had been pressed."""
        self.post_message(self.Command(name))

    def take(self, effect: Effect) -> None:
        """Carry out what a pane answered."""
        take(self, effect)

    def draw_frame(self) -> None:
        """Draw the title, the tabs and the last line for the place on top."""
        now = seen(self)
        self.bars["title"].show(*chrome.title(now))
        self.bars["tabs"].show([chrome.tabs(now)], now.subtitle)
        self.bars["foot"].show(footer.foot(now))
