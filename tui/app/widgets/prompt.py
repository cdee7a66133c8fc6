"""The line where the reader types: a filter, a search, a day. Mounted only while it is wanted; its cursor does not blink."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from tui.frozen import frozen

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.app.reader_screen import ReaderScreen

HINTED = 60  # from this width there is room for a hint behind what is typed


def _ignore(text: str) -> None:
    del text


def _agree(text: str) -> str | None:
    del text
    return None


def _give_up() -> None:
    """Nothing was changed, so there is nothing to take back."""


@frozen
class Question:
    """What is asked, with the text it begins with, and what the answer does.

    `change` gets the text at every key; at Enter `refuse` gives the sentence that says why the text will not do, or None, and then `done`
    gets the text. `cancel` is for a reader who gives up.
    """

    label: str
    text: str = ""
    hint: str = ""
    change: Callable[[str], None] = _ignore
    refuse: Callable[[str], str | None] = _agree
    done: Callable[[str], None] = _ignore
    cancel: Callable[[], None] = _give_up


class Prompt(Vertical):
    """A label and an input in place of the last line, and above them the sentence that refuses an answer.

    The text it begins with is chosen whole: the first key typed replaces it, arrows and Backspace edit it. Up and Down move the list
    while typing; Enter keeps the text, Esc gives up.
    """

    BINDINGS = [  # noqa: RUF012
        Binding("escape", "give_up", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("tab,shift+tab", "move(0)", show=False, priority=True),
        Binding("backspace", "rub_out", show=False, priority=True),
    ]

    def __init__(self, screen: ReaderScreen, question: Question) -> None:
        super().__init__()
        self.reader = screen
        self.question = question
        self.text = question.text
        self._note = Static("", classes="note", markup=False)
        self._field = Input(question.text, compact=True, select_on_focus=True)

    def compose(self) -> ComposeResult:
        """The note, and below it the label, the input and the hint."""
        yield self._note
        label = Static(self.question.label, classes="label", markup=False)
        label.styles.width = len(self.question.label)
        hint = Static(self.question.hint, classes="hint", markup=False)
        hint.styles.width = len(self.question.hint)
        hint.display = self.app.size.width >= HINTED
        yield Horizontal(label, self._field, hint)

    def on_mount(self) -> None:
        """Take the keys."""
        self._note.display = False
        self._field.cursor_blink = False
        self._field.focus()

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Every change shows at once."""
        if event.value != self.text:
            self.text = event.value
            self._note.display = False
            self.question.change(event.value)

    @on(Input.Submitted)
    def kept(self) -> None:
        """Keep what was typed, unless it will not do."""
        said = self.question.refuse(self.text)
        if said is not None:
            self._note.update(said)
            self._note.display = True
            return
        self.close()
        self.question.done(self.text)

    def action_give_up(self) -> None:
        """Leave things as they were before."""
        self.close()
        self.question.cancel()

    def action_move(self, rows: int) -> None:
        """Move in the list while typing."""
        if rows and self.reader.list.move(rows):
            self.reader.moved()

    def action_rub_out(self) -> None:
        """Rub out one character; of a text that is chosen whole the last one, not all of it."""
        if self._field.value and not self._field.selection.is_empty:
            self._field.cursor_position = len(self._field.value)
        self._field.action_delete_left()

    def close(self) -> None:
        """Give the last line back."""
        self.reader.prompt = None
        self.reader.set_focus(None)
        self.remove()
        self.reader.bars["foot"].display = True
        self.reader.draw_frame()


def ask(screen: ReaderScreen, question: Question) -> None:
    """Let the reader type in the last line."""
    if screen.prompt is not None:
        return  # somebody types already
    screen.prompt = Prompt(screen, question)
    screen.bars["foot"].display = False
    screen.mount(screen.prompt)
