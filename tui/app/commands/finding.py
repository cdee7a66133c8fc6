"""Filter, search, go to, help: what the reader asks for in words. What each needs is loaded when it is first asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.app.commands.going import enter
from tui.app.commands.registry import command
from tui.app.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app.desk import Desk


@command
def filter(desk: Desk) -> None:  # noqa: A001
    """Ask for words; the list keeps the rows that hold them all."""
    if not desk.place.rows and not desk.place.filter:
        desk.say("There is no list here to filter; F searches everything.")
        return
    from tui.app.widgets.prompt import Question, ask

    place = desk.place
    before, key = place.filter, place.row.key if place.row else ""
    question = Question(
        label="filter: ",
        text=before,
        hint="Enter keeps it, Esc undoes it",
        change=lambda text: desk.set_filter(text, key),
        cancel=lambda: desk.set_filter(before, key),
    )
    ask(desk, question)


@command
def find(desk: Desk) -> None:
    """Search everything while typing."""
    from tui.app.searching import look
    from tui.app.widgets.prompt import Question, ask
    from tui.views.search.pane import Finder

    pane = desk.place.pane
    cancel: Callable[[], None] = desk.rise
    if isinstance(pane, Finder):
        cancel = partial(look, desk, pane, pane.text)
    else:
        pane = Finder(desk.store)
        desk.push(Place(pane))
    question = Question(
        label="search: ",
        text=pane.text,
        hint="Enter goes to the hits, Esc back",
        change=partial(look, desk, pane),
        cancel=cancel,
    )
    ask(desk, question)


@command
def palette(desk: Desk) -> None:
    """Every record and every command by name; Enter goes there at once."""
    from tui.app.panes.palette import Palette
    from tui.app.widgets.prompt import Question, ask

    desk.push(Place(Palette(desk.store, desk.place.pane.id, kiosk=desk.kiosk)))
    question = Question(
        label="go to: ",
        hint="part of a name; Enter goes there, Esc back",
        change=desk.set_filter,
        refuse=lambda text: None if desk.place.row else f"Nothing here is named {text}.",
        done=lambda _: enter(desk),
        cancel=desk.rise,
    )
    ask(desk, question)


@command
def help(desk: Desk) -> None:  # noqa: A001
    """The keys of this place; Enter runs one, / searches them."""
    from tui.app.footer import here
    from tui.app.panes.help import Help

    if isinstance(desk.place.pane, Help):
        desk.say("This is the help: Enter runs a command, q goes back.")
    else:
        desk.push(Place(Help(desk.store, desk.place.pane.id, here(desk), kiosk=desk.kiosk)))
