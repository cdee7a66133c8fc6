"""Filter, search, go to, help: what the reader asks for in words. What each needs is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.going import back
from tui.app.commands.registry import command
from tui.app.place import Place

if TYPE_CHECKING:
    from tui.app.desk import Desk


@command
def filter(desk: Desk) -> None:  # noqa: A001
    """Ask for words; the list keeps the rows that hold them all."""
    if not desk.place.rows and not desk.place.filter:
        desk.say("There is no list here to filter; F searches everything.")
        return
    from tui.app.widgets.prompt import ask

    ask(desk, "/", desk.place.filter, change=desk.set_filter, cancel=lambda: desk.set_filter(""))


@command
def find(desk: Desk) -> None:
    """Search everything while typing."""
    from tui.app.panes.finder import Finder
    from tui.app.widgets.prompt import ask

    pane = desk.place.pane
    if not isinstance(pane, Finder):
        pane = Finder(desk.store)
        desk.push(Place(pane), remember=True)

    def change(text: str) -> None:
        pane.text = text
        desk.place.cursor = 0
        desk.place.load()
        desk.show()

    ask(desk, "search: ", pane.text, change=change, cancel=lambda: back(desk))


@command
def palette(desk: Desk) -> None:
    """Every record and every command by name."""
    from tui.app.panes.palette import Palette

    desk.push(Place(Palette(desk.store, desk.place.pane.id, kiosk=desk.kiosk)), remember=True)
    filter(desk)


@command
def help(desk: Desk) -> None:  # noqa: A001
    """The keys of this place; Enter runs one, / searches them."""
    from tui.app.panes.help import Help

    if not isinstance(desk.place.pane, Help):
        desk.push(Place(Help(desk.store, desk.place.pane.id, kiosk=desk.kiosk)), remember=True)
