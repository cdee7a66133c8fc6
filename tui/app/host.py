"""What the screen and its commands need of the app, so that they do not know it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from tui.origin import Sources


class Host(Protocol):
    """The app, as its screen sees it."""

    sources: Sources | None

    def turn_to(self, day: str | None) -> None:
        """Show the same place as at another day; None is the briefing's own day."""

    def anew(self, path: Path) -> None:
        """Show the same place in a store that was built again."""

    def copy(self, text: str) -> str:
        """Send text towards the reader's clipboard, and return the sentence that says where it went."""

    def redraw(self) -> None:
        """Draw the whole screen anew."""

    def stop(self) -> None:
        """Stop the program, where a shell can continue it."""

    def away(self) -> AbstractContextManager[None]:
        """Give the terminal back for a while."""
