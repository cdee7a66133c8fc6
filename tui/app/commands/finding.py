"""Filter, search, go to, help: what the reader asks for in words. What each needs is loaded when it is first asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.app.asking import ask
from tui.app.commands.going import enter
from tui.app.commands.registry import command
from tui.app.footer import here
from tui.app.place import Place
from tui.app.seen import seen
from tui.names import or_nearest
from tui.views.pane import Anew

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app.reader_screen import ReaderScreen


@command
def filter(screen: ReaderScreen) -> None:  # noqa: A001
    """Ask for words; the list keeps the rows that hold them all."""
    if not screen.place.rows and not screen.place.filter:
        screen.say("There is no list here to filter; F searches everything.")
        return
    from tui.app.widgets.prompt import Question  # 2 ms: once its key is pressed

    place = screen.place
    before, key = place.filter, place.row.key if place.row else ""
    question = Question(
        label="filter: ",
        text=before,
        hint="Enter keeps it, Esc undoes it",
        change=lambda text: screen.set_filter(text, key),
        cancel=lambda: screen.set_filter(before, key),
    )
    ask(screen, question)


@command
def find(screen: ReaderScreen) -> None:
    """Search everything while typing."""
    from tui.app.searching import look, now  # 36 ms: once its key is pressed
    from tui.app.widgets.prompt import Question
    from tui.views.search.offers import completed
    from tui.views.search.pane import Finder

    pane = screen.place.pane
    cancel: Callable[[], None] = screen.rise
    if isinstance(pane, Finder):
        cancel = partial(look, screen, pane, pane.text)
    else:
        pane = Finder(screen.store)
        if screen.own is not None:
            pane.beside = screen.own.notes_found
        screen.push(Place(pane))
    question = Question(
        label="search: ",
        text=pane.text,
        hint="Enter goes to the hits, Tab completes, Esc back",
        change=partial(look, screen, pane),
        ready=partial(now, screen, pane),
        complete=partial(completed, screen.store),
        refuse=lambda _: None if screen.place.row else pane.found.refused or None,
        done=screen.searched.add,
        cancel=cancel,
        before=screen.searched.latest(),
    )
    ask(screen, question)


@command
def palette(screen: ReaderScreen) -> None:
    """Show every record and every command by name; Enter goes there at once."""
    from tui.app.panes.palette import Palette  # 5 ms: once its key is pressed
    from tui.app.widgets.prompt import Question

    pane = Palette(screen.store, screen.place.pane.id, kiosk=screen.kiosk)
    screen.push(Place(pane))
    question = Question(
        label="go to: ",
        hint="part of a name; Enter goes there, Esc back",
        change=screen.set_filter,
        refuse=lambda text: None if screen.place.row else f"Nothing here is named {text}{or_nearest(text, pane.names())}.",
        done=lambda _: enter(screen),
        cancel=screen.rise,
    )
    ask(screen, question)


@command
def help(screen: ReaderScreen) -> None:  # noqa: A001
    """Show the keys of this place; Enter runs one, / searches them."""
    from tui.app.panes.help import Help  # 2 ms: once its key is pressed

    if isinstance(screen.place.pane, Help):
        screen.say("This is the help: Enter runs a command, q goes back.")
    else:
        screen.push(Place(Help(screen.store, screen.place.pane.id, here(seen(screen)), kiosk=screen.kiosk)))


@command
def sort(screen: ReaderScreen) -> None:
    """Take the next of the orders that this list offers; the cursor stays on its row."""
    pane, row = screen.place.pane, screen.place.row
    if not screen.place.rows:
        screen.say("There is no list here to sort.")
    elif len(pane.orders) < 2:
        screen.say(f"This list has one order only: {pane.sorting.name}.")
    else:
        pane.sorted_by = (pane.sorted_by + 1) % len(pane.orders)
        screen.sorted[pane.id] = pane.sorted_by
        screen.take(Anew(row.key if row else None))
        screen.say(f"Sorted {pane.sorting.name}.")
