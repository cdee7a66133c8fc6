"""COMMANDS: the names in KEYS and the functions of the screen that they call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen

Command = Callable[["ReaderScreen"], None]
COMMANDS: dict[str, Command] = {}


def command(function: Command) -> Command:
    """Register a function as the command of its name."""
    COMMANDS[function.__name__] = function
    return function


def commands(**named: Command) -> None:
    """Register commands that differ in a number only: what each is for stands in KEYS."""
    COMMANDS.update(named)
