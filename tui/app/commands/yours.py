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

    def refuse(name: str) -> str | None:
        return _why_not(lambda: keep(own.reader, name.strip(), address, day)) if name.strip() else None

    def done(name: str) -> None:
        if name.strip():
            screen.say(f"Bookmark {name.strip()}: ' goes there.")

    ask(screen, Question(label="bookmark: ", text=address, hint="a name; Esc gives up", refuse=refuse, done=done))


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
    address, title = at_hand(screen)
    if address:
        begun = note_on(own.reader, address)
        _ask_for_note(screen, own, address, title, begun, begun)
    else:
        screen.say("There is nothing here that a note could be on.")


def _ask_for_note(screen: ReaderScreen, own: Own, address: str, title: str, text: str, begun: str) -> None:
    """Let the reader go on with the text of a note, `begun` so. What cannot be kept stays in the prompt: nobody writes it twice."""
    from tui.app.widgets.prompt import Question  # 2 ms: once its key is pressed

    shown = " ".join(text.split()) if "\n" in text else text

    def meant(typed: str) -> str:
        return text if typed == shown else typed

    kept: list[tuple[str, str]] = []  # what was to be kept, and what is

    def keep_note(written: str) -> str | None:
        return _why_not(lambda: kept.append((written.strip(), write_note(own.reader, address, title, written, begun))))

    def refuse(typed: str) -> str | None:
        return keep_note(meant(typed))

    def done(_typed: str) -> None:
        written, held = kept[-1]
        if held == written:
            screen.say(f"Noted on {title}; F finds it." if held else f"No note on {title}.")
        else:
            screen.say("Another window wrote on it meanwhile: what it wrote stands first, yours below.")
        (own.noted.add if held else own.noted.discard)(address)
        screen.list.refresh()
        screen.follow()

    def edit(typed: str) -> None:
        from tui.app.editing import written_in_editor  # 3 ms: once its key is pressed

        with screen.host.away():
            try:
                written = written_in_editor(meant(typed), f"note-on-{address}")
            except BriefingError as error:
                screen.say(str(error))
                return
        if why := keep_note(written):
            _ask_for_note(screen, own, address, title, written, begun)
            assert screen.prompt is not None
            screen.prompt.tell(why)
        else:
            done(written)

    ask(
        screen,
        Question(
            label=f"note on {title[:40]}: ",
            text=shown,
            hint="empty takes it away; Ctrl+X: in $EDITOR",
            refuse=refuse,
            done=done,
            other={"ctrl+x": edit},
            goes_on=True,
        ),
    )


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
    why = _why_not(lambda: is_in.append(put(own.reader, address, title)))
    if why is not None:
        screen.say(why)
    else:
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


def _why_not(work: Callable[[], object]) -> str | None:
    """Keep something; return why it could not be kept, None where it was."""
    try:
        work()
    except BriefingError as error:
        return f"{str(error)[:1].upper()}{str(error)[1:]}."
    return None
