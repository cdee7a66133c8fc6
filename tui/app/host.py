"""What the screen and its commands need of the app, so that they do not know it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from tui.findings import BriefingError, HasFindings
from tui.origin import Sources


class Host(Protocol):
    """The app, as its screen sees it."""

    sources: Sources | None
    is_drawn: bool  # whether the first frame is
    note: str  # what the title says besides the day: how old what came from elsewhere is

    def turn_to(self, day: str | None) -> None:
        """Show the same place as at another day; None is the briefing's own day."""

    def built(self, result: Path | BriefingError) -> None:
        """Take what a build has given: a store, or why there is none."""

    def broken(self) -> HasFindings | None:
        """Return what is wrong in the sources since the store that is shown was built; None where nothing is."""

    def alarm(self) -> str:
        """Return what is to stand above the screen while the sources are at fault; empty when they are well."""

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
