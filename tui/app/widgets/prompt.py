"""The line where the reader types: a filter, a search. Mounted only while it is wanted; its cursor does not blink."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tui.app import chrome

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.app.desk import Desk


Change = Callable[[str], None]


def _ignore(text: str) -> None:
    del text


def _give_up() -> None:
    """Nothing was changed, so there is nothing to take back."""


class Prompt(Horizontal):
    """A label and an input in place of the last line. Up and Down move the list while typing; Enter keeps the text, Esc gives up."""

    BINDINGS = [  # noqa: RUF012
        Binding("escape", "give_up", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("tab,shift+tab", "move(0)", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, label: str, text: str, change: Change, cancel: Callable[[], None], done: Change) -> None:
        super().__init__(id="prompt")
        self.desk = desk
        self.label = label
        self.text = text
        self.change = change
        self.cancel = cancel
        self.done = done

    def compose(self) -> ComposeResult:
        """The label and the input."""
        yield Static(self.label, id="prompt-label", markup=False)
        yield Input(self.text, compact=True, select_on_focus=False, id="prompt-input")

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one("#prompt-label").styles.width = len(self.label)
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Every change shows at once."""
        if event.value != self.text:
            self.text = event.value
            self.change(event.value)

    @on(Input.Submitted)
    def kept(self) -> None:
        """Keep what was typed."""
        self.close()
        self.done(self.text)

    def action_give_up(self) -> None:
        """Leave things as they were before."""
        self.close()
        self.cancel()

    def action_move(self, rows: int) -> None:
        """Move in the list while typing."""
        if rows and self.desk.list.move(rows):
            self.desk.moved()

    def close(self) -> None:
        """Give the last line back."""
        self.desk.set_focus(None)
        self.remove()
        self.desk.bars["foot"].display = True
        chrome.draw(self.desk)


def ask(
    desk: Desk, label: str, text: str, *, change: Change = _ignore, cancel: Callable[[], None] = _give_up, done: Change = _ignore
) -> None:
    """Let the reader type in the last line; `change` gets the text at every key, `done` at Enter."""
    if desk.query(Prompt):
        return  # somebody types already
    desk.bars["foot"].display = False
    desk.mount(Prompt(desk, label, text, change, cancel, done))
