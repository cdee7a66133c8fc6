"""Moving in a list, in the detail, between columns and panes, and between the links of the detail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.registry import command
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


def _far(screen: ReaderScreen, share: float, direction: int) -> None:
    page = screen.sheet.page if screen.in_sheet or not screen.list.display else screen.list.page
    _step(screen, direction * max(1, int(page * share)))


@command
def down(screen: ReaderScreen) -> None:
    """Move to the next row, or a line further."""
    _step(screen, 1)


@command
def up(screen: ReaderScreen) -> None:
    """Move to the previous row, or a line back."""
    _step(screen, -1)


@command
def page_down(screen: ReaderScreen) -> None:
    """Move a page further."""
    _far(screen, 1, 1)


@command
def mark(screen: ReaderScreen) -> None:
    """Mark what the cursor is on, among things to choose from; elsewhere a page further."""
    effect = None if screen.in_sheet else screen.place.pane.mark(screen.place.row)
    if effect is not None:
        screen.take(effect)
    else:
        _far(screen, 1, 1)


@command
def page_up(screen: ReaderScreen) -> None:
    """Move a page back."""
    _far(screen, 1, -1)


@command
def half_down(screen: ReaderScreen) -> None:
    """Move half a page further."""
    _far(screen, 0.5, 1)


@command
def half_up(screen: ReaderScreen) -> None:
    """Move half a page back."""
    _far(screen, 0.5, -1)


@command
def top(screen: ReaderScreen) -> None:
    """Move to the first row or line."""
    _step(screen, -(10**9))


@command
def bottom(screen: ReaderScreen) -> None:
    """Move to the last row or line."""
    _step(screen, 10**9)


@command
def detail_down(screen: ReaderScreen) -> None:
    """Scroll the detail a few lines further, while the cursor stays in the list."""
    screen.sheet.scroll_by(max(1, screen.sheet.page // 2))


@command
def detail_up(screen: ReaderScreen) -> None:
    """Scroll the detail a few lines back, while the cursor stays in the list."""
    screen.sheet.scroll_by(-max(1, screen.sheet.page // 2))


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


@command
def left(screen: ReaderScreen) -> None:
    """Move to the previous column of a grid, else to the previous pane."""
    _sideways(screen, "left", -1)


@command
def right(screen: ReaderScreen) -> None:
    """Move to the next column of a grid, else to the next pane."""
    _sideways(screen, "right", 1)


@command
def previous_pane(screen: ReaderScreen) -> None:
    """Show the pane before this one."""
    _other_pane(screen, -1)


@command
def next_pane(screen: ReaderScreen) -> None:
    """Show the pane after this one."""
    _other_pane(screen, 1)


@command
def next_link(screen: ReaderScreen) -> None:
    """Go into the detail, and on to its next link."""
    _link(screen, 1)


@command
def previous_link(screen: ReaderScreen) -> None:
    """Go back to the link before."""
    _link(screen, -1)


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
