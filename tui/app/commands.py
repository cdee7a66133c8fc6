"""What the keys do. COMMANDS maps the names in KEYS to functions of the screen; a pane's own commands are the pane's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app import chrome
from tui.app.keys import KEYS, offered
from tui.app.panes import PANES
from tui.app.panes.leaf import Leaf
from tui.app.place import Place

if TYPE_CHECKING:
    from tui.app.desk import Desk

Command = Callable[["Desk"], None]
COMMANDS: dict[str, Command] = {}


def command(function: Command) -> Command:
    """Register a function as the command of its name."""
    COMMANDS[function.__name__] = function
    return function


def run(desk: Desk, name: str) -> None:
    """Carry out a command by its name: the screen's own, or one that the pane offers."""
    if desk.message:
        desk.message = ""
        chrome.draw(desk)
    if name.startswith("pane_"):
        desk.go(list(PANES)[int(name.removeprefix("pane_")) - 1])
    elif name in COMMANDS:
        COMMANDS[name](desk)
    else:
        key = next(key for key in KEYS if key.name == name)
        if offered(key, desk.place.pane.id):
            desk.take(desk.place.pane.act(name, desk.place.row))


def _step(desk: Desk, rows: int) -> None:
    if desk.in_sheet or not desk.list.display:
        desk.sheet.scroll_by(rows)
    elif desk.list.move(rows):
        desk.moved()


def _far(desk: Desk, share: float, direction: int) -> None:
    page = desk.sheet.page if desk.in_sheet or not desk.list.display else desk.list.page
    _step(desk, direction * max(1, int(page * share)))


@command
def down(desk: Desk) -> None:
    """Next row, or a line further."""
    _step(desk, 1)


@command
def up(desk: Desk) -> None:
    """Previous row, or a line back."""
    _step(desk, -1)


@command
def page_down(desk: Desk) -> None:
    """A page further."""
    _far(desk, 1, 1)


@command
def page_up(desk: Desk) -> None:
    """A page back."""
    _far(desk, 1, -1)


@command
def half_down(desk: Desk) -> None:
    """Half a page further."""
    _far(desk, 0.5, 1)


@command
def half_up(desk: Desk) -> None:
    """Half a page back."""
    _far(desk, 0.5, -1)


@command
def top(desk: Desk) -> None:
    """The first row or line."""
    _step(desk, -(10**9))


@command
def bottom(desk: Desk) -> None:
    """The last row or line."""
    _step(desk, 10**9)


@command
def detail_down(desk: Desk) -> None:
    """The detail a few lines further, while the cursor stays in the list."""
    desk.sheet.scroll_by(max(1, desk.sheet.page // 2))


@command
def detail_up(desk: Desk) -> None:
    """The detail a few lines back."""
    desk.sheet.scroll_by(-max(1, desk.sheet.page // 2))


def _sideways(desk: Desk, name: str, step: int) -> None:
    effect = desk.place.pane.act(name, desk.place.row) if not desk.in_sheet or not desk.place.rows else None
    if effect is not None:
        desk.take(effect)
    else:
        _other_pane(desk, step)


def _other_pane(desk: Desk, step: int) -> None:
    names = list(PANES)
    desk.go(names[(names.index(desk.stack[0].pane.id) + step) % len(names)])


@command
def left(desk: Desk) -> None:
    """The previous column of a grid, else the previous pane."""
    _sideways(desk, "left", -1)


@command
def right(desk: Desk) -> None:
    """The next column of a grid, else the next pane."""
    _sideways(desk, "right", 1)


@command
def previous_pane(desk: Desk) -> None:
    """The pane before this one."""
    _other_pane(desk, -1)


@command
def next_pane(desk: Desk) -> None:
    """The pane after this one."""
    _other_pane(desk, 1)


@command
def next_link(desk: Desk) -> None:
    """Into the detail, and on to its next link."""
    _link(desk, 1)


@command
def previous_link(desk: Desk) -> None:
    """Back to the link before."""
    _link(desk, -1)


def _link(desk: Desk, step: int) -> None:
    if not desk.sheet.display:
        return
    if not desk.sheet.choose_link(step):
        if step < 0 and desk.sheet.link is not None:
            _to_list(desk)
        elif not desk.sheet.links:
            desk.in_sheet = True
            desk.list.activate(False)
            desk.say("No links here; j and k scroll, q goes back to the list.")
        return
    desk.in_sheet = True
    desk.list.activate(False)
    chrome.draw(desk)


def _to_list(desk: Desk) -> None:
    desk.sheet.leave()
    desk.in_sheet = not desk.place.rows
    desk.list.activate(not desk.in_sheet)
    chrome.draw(desk)


@command
def enter(desk: Desk) -> None:
    """Follow the link chosen, or open the row."""
    target = desk.sheet.target if desk.in_sheet else None
    if target is not None:
        desk.go(target)
        return
    row = desk.place.row
    if desk.in_sheet or row is None:
        return
    if not desk.sheet.display and desk.place.pane.id in PANES:
        # One part at a time: the row's own page is what lies deeper.
        page = desk.place.pane.page(row, desk.app.size.width)
        desk.push(Place(Leaf(desk.store, page, desk.place.pane.said(row))), remember=True)
        return
    desk.take(desk.place.pane.enter(row))


@command
def back(desk: Desk) -> None:
    """Out of the detail, out of a filter, out of this place; at the top out of the program."""
    if desk.place.filter:
        set_filter(desk, "")
    elif desk.in_sheet and desk.place.rows:
        _to_list(desk)
    elif desk.zoom:
        desk.zoom = 0
        desk.show()
    elif len(desk.stack) > 1:
        effect = desk.place.pane.leave()
        desk.stack.pop()
        desk.place.load()
        desk.show()
        desk.take(effect)
    else:
        desk.app.exit()


@command
def quit(desk: Desk) -> None:  # noqa: A001
    """Leave at once."""
    desk.app.exit()


@command
def history_back(desk: Desk) -> None:
    """The address before this one."""
    if desk.now > 0:
        desk.now -= 1
        desk.go(desk.history[desk.now], remember=False)
    else:
        desk.say("This is where you began.")


@command
def history_forward(desk: Desk) -> None:
    """The address after this one."""
    if desk.now + 1 < len(desk.history):
        desk.now += 1
        desk.go(desk.history[desk.now], remember=False)
    else:
        desk.say("This is the latest place.")


@command
def filter(desk: Desk) -> None:  # noqa: A001
    """Ask for words; the list keeps the rows that hold them all."""
    if not desk.place.rows and not desk.place.filter:
        desk.say("There is no list here to filter; F searches everything.")
        return
    from tui.app.widgets.prompt import ask

    ask(desk, "/", desk.place.filter, change=lambda text: set_filter(desk, text), cancel=lambda: set_filter(desk, ""))


def set_filter(desk: Desk, text: str) -> None:
    """Filter the list of this place; empty words show all of it."""
    place = desk.place
    key = place.row.key if place.row else ""
    place.filter = text
    place.load()
    if key:
        place.find(key)
    desk.show()


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

    desk.push(Place(Palette(desk.store, desk.place.pane.id)), remember=True)
    filter(desk)


@command
def help(desk: Desk) -> None:  # noqa: A001
    """The keys of this place; Enter runs one, / searches them."""
    from tui.app.panes.help import Help

    if not isinstance(desk.place.pane, Help):
        desk.push(Place(Help(desk.store, desk.place.pane.id)), remember=True)


@command
def provenance(desk: Desk) -> None:
    """Who says what is shown here."""
    from tui.app.panes.said import explain

    target = desk.sheet.target if desk.in_sheet else None
    desk.take(explain(desk.store, desk.place, target))


@command
def copy(desk: Desk) -> None:
    """The thing with its citation, to the reader's own clipboard."""
    from tui.app.clipboard import copied
    from tui.app.panes.said import citation

    desk.say(copied(desk.app, citation(desk.store, desk.place, desk.app.size.width)))


@command
def copy_address(desk: Desk) -> None:
    """Where this is, as `briefing open` takes it."""
    from tui.app.clipboard import copied

    desk.say(copied(desk.app, desk.place.address))


@command
def zoom(desk: Desk) -> None:
    """The detail takes the room of the list."""
    desk.zoom = min(1, desk.zoom + 1)
    desk.show()


@command
def unzoom(desk: Desk) -> None:
    """The list takes the room of the detail."""
    desk.zoom = max(-1, desk.zoom - 1)
    desk.show()


@command
def split(desk: Desk) -> None:
    """The detail beside the list, or below it."""
    beside = desk.split if desk.split is not None else desk.app.size.width >= chrome.SIDE_BY_SIDE
    desk.split = not beside
    desk.show()


@command
def theme(desk: Desk) -> None:
    """The terminal's own colours, or none."""
    from dataclasses import replace

    desk.look = replace(desk.look, colour=not desk.look.colour)
    for widget in (desk.list, desk.sheet, *desk.bars.values()):
        widget.look = desk.look
        widget.refresh()
    chrome.draw(desk)


@command
def redraw(desk: Desk) -> None:
    """The whole screen anew, for when something else has written on it."""
    from tui.app.briefing_app import BriefingApp

    if isinstance(desk.app, BriefingApp):
        desk.app.redraw()


@command
def hints(desk: Desk) -> None:
    """More hints in the last line, or fewer."""
    desk.all_hints = not desk.all_hints
    chrome.draw(desk)
