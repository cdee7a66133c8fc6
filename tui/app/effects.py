"""What a pane answered to a command, carried out on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.place import Place
from tui.views.pane import Anew, Back, Choose, Go, Jump, Open, Run, Say
from tui.views.record.pane import Leaf

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen
    from tui.views.pane import Effect


def take(screen: ReaderScreen, effect: Effect) -> None:
    """Carry out what a pane answered."""
    if isinstance(effect, Open):
        screen.push(Place(Leaf(screen.store, effect.page)))
    elif isinstance(effect, Say):
        screen.say(effect.text)
    elif isinstance(effect, Go):
        if effect.day not in (None, screen.store.as_at):
            screen.host.turn_to(effect.day)
        screen.go(effect.address)
    elif isinstance(effect, Anew):
        _anew(screen, effect.key)
    elif isinstance(effect, Jump):
        _jump(screen, effect)
    elif isinstance(effect, Choose):
        from tui.app.panes.choose import Chooser  # 2 ms: once there is a choice

        screen.push(Place(Chooser(screen.store, effect)))
    elif isinstance(effect, Back):
        screen.rise()
        take(screen, effect.then)
    elif isinstance(effect, Run):
        screen.rise()
        screen.command(effect.name)


def _anew(screen: ReaderScreen, key: str | None) -> None:
    screen.leave()
    place = screen.place
    place.link = None
    place.load()
    dropped = ""
    if place.filter and not any(not row.heading for row in place.rows):
        dropped = place.filter
        place.narrow("", key)
    if key:
        place.find(key)
    screen.show()
    if dropped and place.rows:
        screen.say(f"No row of this view holds {dropped}, so the filter is off.")


def _jump(screen: ReaderScreen, jump: Jump) -> None:
    place = screen.place
    rows = (place.pane.index_of(key, place.rows) for key in jump.keys)
    row = next((row for row in rows if row is not None), None)
    if row is None:
        screen.say(f"{jump.none} Esc shows the rows that the filter hides." if place.filter else jump.none)
    elif screen.list.put(row):
        screen.follow()
