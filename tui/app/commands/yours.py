"""What is the reader's own: what is new, bookmarks, notes, the basket, and a fresh beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.asking import ask
from tui.app.commands.registry import command
from tui.app.place import Place
from tui.errors import BriefingError
from tui.reader.kept import bookmark as keep
from tui.reader.kept import note_on, put, write_note
from tui.views import HOME
from tui.views.subject import page_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app.own import Own
    from tui.app.reader_screen import ReaderScreen

NOTHING_KEPT = "Nothing is kept here."


def _own(screen: ReaderScreen) -> Own | None:
    if screen.own is None:
        screen.say(NOTHING_KEPT)
    return screen.own


def at_hand(screen: ReaderScreen) -> tuple[str, str]:
    """Return address and title of what is at hand: the link chosen in the detail, else the page, else what the row stands for."""
    target = screen.sheet.target if screen.in_sheet else None
    address = target or screen.place.pane.own_address(screen.place.row)
    try:
        return address, page_at(screen.store, address)[1].title
    except BriefingError:
        return "", ""


@command
def afresh(screen: ReaderScreen) -> None:
    """Begin as on the first day: the first pane, the briefing's own day, no filter."""
    if screen.store.as_at != screen.store.manifest.as_of.upper:
        screen.host.turn_to(None)
    screen.homes, screen.sorted = {}, {}
    screen.go(HOME)


@command
def news(screen: ReaderScreen) -> None:
    """Show what is new since the reader last read."""
    own = _own(screen)
    if own is None:
        return
    if screen.place.pane.id == "since":
        screen.say("This is what is new; Space marks a row read, Enter opens it.")
        return
    if not own.unread.sorts:
        first = "This is your first reading here: all of it counts as read."
        screen.say("Nothing is new since you last read." if own.unread.since else first)
        return
    from tui.app.panes.since import SincePane  # 63 ms: once its key is pressed

    place = Place(SincePane(screen.store, own))
    place.load()
    place.find(place.pane.begins_at())
    screen.push(place)


@command
def bookmark(screen: ReaderScreen) -> None:
    """Ask for a name, and set a bookmark at this place."""
    own = _own(screen)
    if own is None:
        return
    from tui.app.widgets.prompt import Question  # 3 ms: once its key is pressed

    place = screen.place
    if place.pane.passing or not place.pane.lasting:
        screen.say("No bookmark leads back to this list.")
        return
    address, day = place.address, screen.store.as_at if screen.store.as_at != screen.store.manifest.as_of.upper else None

    def done(name: str) -> None:
        if name.strip():
            _keep(screen, lambda: keep(own.reader, name.strip(), address, day), f"Bookmark {name.strip()}: ' goes there.")

    ask(screen, Question(label="bookmark: ", text=address, hint="a name; Esc gives up", done=done))


@command
def bookmarks(screen: ReaderScreen) -> None:
    """Show the bookmarks, to go to one."""
    own = _own(screen)
    if own is not None:
        from tui.app.panes.bookmarks import Bookmarks  # 1.3 ms: once its key is pressed

        screen.push(Place(Bookmarks(screen.store, own.reader)))


@command
def note(screen: ReaderScreen) -> None:
    """Ask for a private note on what is at hand, in the last line or in the reader's editor."""
    own = _own(screen)
    if own is None:
        return
    from tui.app.widgets.prompt import Question  # 2 ms: once its key is pressed

    address, title = at_hand(screen)
    if not address:
        screen.say("There is nothing here that a note could be on.")
        return
    before = note_on(own.reader, address)

    def done(text: str) -> None:
        said = f"Noted on {title}; F finds it." if text.strip() else f"No note on {title}."
        if _keep(screen, lambda: write_note(own.reader, address, title, text), said):
            (own.noted.add if text.strip() else own.noted.discard)(address)
            screen.list.refresh()
            screen.follow()

    def edit(text: str) -> None:
        from tui.app.editing import written_in_editor  # 3 ms: once its key is pressed

        with screen.host.away():
            try:
                text = written_in_editor(text, f"note-on-{address}")
            except BriefingError as error:
                screen.say(str(error))
                return
        done(text)

    in_one_line = "\n" not in before
    question = Question(
        label=f"note on {title[:40]}: ",
        text=before if in_one_line else " ".join(before.split()),
        hint="empty takes it away; Ctrl+X: in $EDITOR",
        done=lambda text: None if not in_one_line and text == " ".join(before.split()) else done(text),
        other={"ctrl+x": lambda text: edit(before if not in_one_line else text)},
    )
    ask(screen, question)


@command
def gather(screen: ReaderScreen) -> None:
    """Put what is at hand into the basket, or take it out."""
    own = _own(screen)
    if own is None:
        return

    address, title = at_hand(screen)
    if not address:
        screen.say("There is nothing here for the basket.")
        return
    is_in: list[bool] = []
    if _keep(screen, lambda: is_in.append(put(own.reader, address, title)), ""):
        (own.gathered.add if is_in[0] else own.gathered.discard)(address)
        count = len(own.gathered)
        screen.say(f"{title}: {'in' if is_in[0] else 'out of'} the basket, which holds {count} now; B shows it.")
        screen.list.refresh()


@command
def basket(screen: ReaderScreen) -> None:
    """Show the basket."""
    own = _own(screen)
    if own is None:
        return
    from tui.app.panes.basket import Basket  # 2 ms: once its key is pressed

    if screen.place.pane.id == "basket":
        screen.say("This is the basket.")
    else:
        screen.push(Place(Basket(screen.store, own)))


def _keep(screen: ReaderScreen, work: Callable[[], object], said: str) -> bool:
    """Keep something, and say so; or why it could not be kept."""
    try:
        work()
    except BriefingError as error:
        screen.say(f"{str(error)[:1].upper()}{str(error)[1:]}.")
        return False
    if said:
        screen.say(said)
    return True
