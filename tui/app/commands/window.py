"""How the screen is shared out and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.registry import command
from tui.app.room import stands_beside

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen


@command
def zoom(screen: ReaderScreen) -> None:
    """Give the detail the room of the list."""
    screen.zoom = min(1, screen.zoom + 1)
    screen.show()


@command
def unzoom(screen: ReaderScreen) -> None:
    """Give the list the room of the detail."""
    screen.zoom = max(-1, screen.zoom - 1)
    screen.show()


@command
def split(screen: ReaderScreen) -> None:
    """Put the detail beside the list, or below it."""
    screen.split = not stands_beside(screen)
    screen.show()


@command
def theme(screen: ReaderScreen) -> None:
    """Take the next look, and say which it is: the terminal's own colours, true colour where the terminal has it, or none."""
    screen.look = screen.look.after()
    screen.list.look = screen.sheet.look = screen.look
    for bar in screen.bars.values():
        bar.look = screen.look
    for part in (screen.list, screen.sheet, *screen.bars.values()):
        part.refresh()
    screen.say(f"Drawn in {screen.look.name}." if screen.look.colour else "Drawn without colour.")


@command
def redraw(screen: ReaderScreen) -> None:
    """Draw the whole screen anew, for when something else has written on it."""
    screen.host.redraw()


@command
def hints(screen: ReaderScreen) -> None:
    """Show more hints in the last line, or fewer."""
    screen.all_hints = not screen.all_hints
    screen.draw_frame()
