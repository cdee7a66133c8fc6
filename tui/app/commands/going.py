"""Going deeper, back, and through the history of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.moving import to_list
from tui.app.commands.registry import command, commands
from tui.app.place import Place
from tui.views import TABS
from tui.views.record.pane import Leaf

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen


@command
def enter(screen: ReaderScreen) -> None:
    """Follow the link chosen, or open the row."""
    target = screen.sheet.target if screen.in_sheet else None
    if target is not None:
        screen.go(target)
        return
    row = screen.place.row
    if screen.in_sheet:
        screen.say("Tab chooses a link, Enter follows it." if screen.sheet.links else "No link leads on from here.")
        return
    if row is None:
        screen.say("There is no row to open.")
        return
    if not screen.sheet.display and screen.place.pane.id in TABS:
        # One part at a time: the row's own page is what lies deeper.
        page = screen.place.pane.page(row, screen.app.size.width)
        screen.push(Place(Leaf(screen.store, page)))
        return
    screen.take(screen.place.pane.enter(row))


AGAIN = "Press q again to quit; any other key stays."


@command
def back(screen: ReaderScreen) -> None:
    """Lead out of the detail, out of a filter, out of this place; at the top, asked twice, out of the program."""
    if _out_of_part(screen) or _rise(screen):
        return
    if screen.asked_to_quit:
        screen.app.exit()
    else:
        screen.say(AGAIN)


@command
def out(screen: ReaderScreen) -> None:
    """Lead out as `back` does, but stay in the program at the top."""
    if not (_out_of_part(screen) or _rise(screen)):
        screen.say("This is the top; Q quits.")


def _rise(screen: ReaderScreen) -> bool:
    """Go back to the place below, with a word on what is lost; return False where there is none."""
    if len(screen.stack) < 2:
        return False
    effect = screen.place.pane.leave()
    screen.rise()
    screen.take(effect)
    return True


def _out_of_part(screen: ReaderScreen) -> bool:
    """Leave what is narrower than the place itself; return False when there is nothing such."""
    if screen.in_sheet and screen.place.rows:
        to_list(screen)
    elif screen.place.filter:
        screen.set_filter("")
    elif screen.zoom:
        screen.zoom = 0
        screen.show()
    else:
        return False
    return True


def _neighbour(screen: ReaderScreen, step: int) -> None:
    """Show the page of another row of the list below this page."""
    below = screen.stack[-2] if len(screen.stack) > 1 else None
    rows = below.rows if below else ()
    at = below.cursor + step if below else -1
    while 0 <= at < len(rows) and rows[at].heading:
        at += step
    if not rows:
        screen.say("There is no list below this page.")
    elif not 0 <= at < len(rows):
        screen.say(f"This is the {'last' if step > 0 else 'first'} one of the list below this page.")
    else:
        screen.rise()
        screen.list.put(at)
        screen.follow()
        enter(screen)


@command
def quit(screen: ReaderScreen) -> None:  # noqa: A001
    """Leave at once."""
    screen.app.exit()


def _walk(screen: ReaderScreen, by: int, end: str) -> None:
    if not screen.walk(by):
        screen.say(end)
    elif screen.place.pane.id == "search":
        from tui.app.searching import again  # 27 ms: once its key is pressed

        again(screen)


commands(
    next_row=lambda screen: _neighbour(screen, 1),
    previous_row=lambda screen: _neighbour(screen, -1),
    history_back=lambda screen: _walk(screen, -1, "This is where you began."),
    history_forward=lambda screen: _walk(screen, 1, "This is the latest place."),
)
