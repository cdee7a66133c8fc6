"""The line where the reader types: a filter, a search, a day. Mounted only while it is wanted; its cursor does not blink."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.events import Key, Paste
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from tui.frozen import frozen

if TYPE_CHECKING:
    from textual.app import ComposeResult

MOST = 1000  # characters of an answer: no name, day or search is longer, and each key would take its time
HINTED = 60  # from this width there is room for a hint behind what is typed

_EDITS: dict[str, Callable[[Input], None]] = {
    "left": Input.action_cursor_left,
    "right": Input.action_cursor_right,
    "ctrl+left": Input.action_cursor_left_word,
    "ctrl+right": Input.action_cursor_right_word,
    "home": Input.action_home,
    "ctrl+a": Input.action_home,
    "end": Input.action_end,
    "ctrl+e": Input.action_end,
    "delete": Input.action_delete_right,
    "ctrl+d": Input.action_delete_right,
    "ctrl+w": Input.action_delete_left_word,
    "ctrl+u": Input.action_delete_left_all,
    "ctrl+k": Input.action_delete_right_all,
}


def _ignore(text: str) -> None:
    del text


def _agree(text: str) -> str | None:
    del text
    return None


def _as_it_is(text: str) -> str:
    return text


def _give_up() -> None:
    """Do nothing: nothing was changed, so there is nothing to take back."""


@frozen
class Question:
    """What is asked, with the text it begins with, and what the answer does.

    `change` gets the text at every key; at Enter `refuse` gives the sentence that says why the text will not do, or None, and then `done`
    gets the text. `cancel` is for a reader who gives up. `ready` gets the text when what it brought to the list must be there now.
    `complete` gives what Tab makes of a text that was begun. `before` are earlier answers, the latest first: Up at the top of the list
    brings them back. `other` are keys that end the asking in another way; what they do gets the text. `goes_on` is for words of the
    reader's own, which nobody means to lose by the next key: what is typed comes behind them.
    """

    label: str
    text: str = ""
    hint: str = ""
    change: Callable[[str], None] = _ignore
    refuse: Callable[[str], str | None] = _agree
    done: Callable[[str], None] = _ignore
    cancel: Callable[[], None] = _give_up
    ready: Callable[[str], None] = _ignore
    complete: Callable[[str], str] = _as_it_is
    before: Sequence[str] = ()
    other: Mapping[str, Callable[[str], None]] = field(default_factory=dict)
    goes_on: bool = False


class Prompt(Vertical):
    """A label and an input in place of the last line, and above them the sentence that refuses an answer.

    The text it begins with is chosen whole, unless it goes on: the first key typed replaces it, arrows and Backspace edit it.
    """

    def __init__(self, question: Question, cells: int) -> None:
        super().__init__()
        self.question = question
        self._cells = cells
        self._recalled = 0
        self._note = Static("", classes="note", markup=False)
        self._note.display = False
        self._field = Input(question.text, compact=True, select_on_focus=False)

    @property
    def text(self) -> str:
        """Return what the field holds."""
        return self._field.value

    def compose(self) -> ComposeResult:
        """Yield the note, and below it the label, the input and the hint."""
        yield self._note
        label = Static(self.question.label, classes="label", markup=False)
        label.styles.width = len(self.question.label)
        hint = Static(self.question.hint, classes="hint", markup=False)
        hint.styles.width = len(self.question.hint)
        hint.display = self._cells >= HINTED
        yield Horizontal(label, self._field, hint)

    def on_mount(self) -> None:
        """Show the cursor in the field, behind its text or with that chosen whole."""
        self._field.cursor_blink = False
        self._field.focus()
        end = len(self._field.value)
        self._field.selection = Selection(end if self.question.goes_on else 0, end)

    def edit(self, event: Key | Paste) -> bool:
        """Let a key or a paste change the field; True when the text is another one then. Of a paste line ends become spaces."""
        before = self.text
        if isinstance(event, Paste):
            self._put(" ".join(part for line in event.text[: 2 * MOST].splitlines() if (part := line.strip())))
        elif event.key == "backspace":
            self._rub_out()
        elif event.key in _EDITS:
            _EDITS[event.key](self._field)
        elif event.is_printable and event.character is not None:
            self._put(event.character)
        if self.text != before:
            self._note.display = False
        if len(self.text) > MOST:
            self._field.value = self.text[:MOST]
            self.tell(f"Only the first {MOST:,} characters are taken.")
        return self.text != before

    def tell(self, sentence: str) -> None:
        """Show the sentence that refuses the answer, until the text changes."""
        self._note.update(sentence)
        self._note.display = True

    def complete(self) -> bool:
        """Put in the place of the text what it may have been begun for; False when nobody knows."""
        text = self.question.complete(self.text)
        if text == self.text:
            return False
        self._field.value = text
        self._field.cursor_position = len(text)
        return True

    def recall(self) -> bool:
        """Bring back an earlier answer, after the earliest the text it began with; False when there is none."""
        earlier = [*(text for text in self.question.before if text != self.question.text), self.question.text]
        if len(earlier) < 2:
            return False
        self._field.value = earlier[self._recalled % len(earlier)]
        self._field.cursor_position = len(self._field.value)
        self._recalled += 1
        return True

    def _put(self, text: str) -> None:
        """Put text in the place of what is chosen, or at the cursor."""
        self._field.replace(text, *self._field.selection)

    def _rub_out(self) -> None:
        """Rub out one character; of a text that is chosen whole the last one, not all of it."""
        if self._field.value and not self._field.selection.is_empty:
            self._field.cursor_position = len(self._field.value)
        self._field.action_delete_left()
