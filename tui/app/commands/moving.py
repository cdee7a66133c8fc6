"""Moving in a list, in the detail, between columns and panes, and between the links of the detail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.registry import command, commands
from tui.views import TABS

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen

# Commands that come in bursts while a key is held; all others wait until the detail has followed.
IN_A_BURST = ("down", "up", "page_down", "mark", "page_up", "half_down", "half_up", "top", "bottom")


def _step(screen: ReaderScreen, rows: int) -> None:
    if screen.in_sheet or not screen.list.display:
        screen.sheet.scroll_by(rows)
    elif screen.list.move(rows):
        screen.moved()


def _far(screen: ReaderScreen, pages: float) -> None:
    page = screen.sheet.page if screen.in_sheet or not screen.list.display else screen.list.page
    rows = max(1, int(page * abs(pages)))
    _step(screen, rows if pages > 0 else -rows)


@command
def mark(screen: ReaderScreen) -> None:
    """Mark what the cursor is on, among things to choose from; elsewhere a page further."""
    effect = None if screen.in_sheet else screen.place.pane.mark(screen.place.row)
    if effect is not None:
        screen.take(effect)
    else:
        _far(screen, 1)


def _scroll(screen: ReaderScreen, direction: int) -> None:
    screen.sheet.scroll_by(direction * max(1, screen.sheet.page // 2))


def _sideways(screen: ReaderScreen, name: str, step: int) -> None:
    effect = screen.place.pane.act(name, screen.place.row)
    if effect is not None:
        screen.take(effect)
    elif screen.in_sheet and (screen.place.rows or len(screen.stack) > 1):
        screen.say("From here [ and ] lead to the other panes.")
    else:
        _other_pane(screen, step)


def _other_pane(screen: ReaderScreen, step: int) -> None:
    names = list(TABS)
    screen.go(names[(names.index(screen.stack[0].pane.id) + step) % len(names)])


def _link(screen: ReaderScreen, step: int) -> None:
    if not screen.sheet.display:
        return
    if not screen.sheet.choose_link(step):
        if step < 0 and screen.sheet.link is not None:
            to_list(screen)
        elif not screen.sheet.links:
            screen.in_sheet = True
            screen.list.activate(False)
            screen.say("No links here; j and k scroll, q goes back to the list.")
        return
    screen.in_sheet = True
    screen.list.activate(False)
    screen.draw_frame()


def to_list(screen: ReaderScreen) -> None:
    """Go out of the detail, back to the list."""
    screen.sheet.leave()
    screen.in_sheet = not screen.place.rows
    screen.list.activate(not screen.in_sheet)
    screen.draw_frame()


commands(
    down=lambda screen: _step(screen, 1),
    up=lambda screen: _step(screen, -1),
    page_down=lambda screen: _far(screen, 1),
    page_up=lambda screen: _far(screen, -1),
    half_down=lambda screen: _far(screen, 0.5),
    half_up=lambda screen: _far(screen, -0.5),
    top=lambda screen: _step(screen, -(10**9)),
    bottom=lambda screen: _step(screen, 10**9),
    # The cursor stays in the list.
    detail_down=lambda screen: _scroll(screen, 1),
    detail_up=lambda screen: _scroll(screen, -1),
    # To a column of a grid, else to a pane.
    left=lambda screen: _sideways(screen, "left", -1),
    right=lambda screen: _sideways(screen, "right", 1),
    previous_pane=lambda screen: _other_pane(screen, -1),
    next_pane=lambda screen: _other_pane(screen, 1),
    # Into the detail, and on.
    next_link=lambda screen: _link(screen, 1),
    previous_link=lambda screen: _link(screen, -1),
)
