"""Asking the reader for words in the last line: what each key does while a prompt is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Key, Paste

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen
    from tui.app.widgets.prompt import Question

_IN_LIST = {"up": -1, "down": 1}


def ask(screen: ReaderScreen, question: Question) -> None:
    """Let the reader type in the last line."""
    from tui.app.widgets.prompt import Prompt  # 4 ms: once a key asks for words

    if screen.prompt is not None:
        return  # somebody types already
    screen.prompt = Prompt(question, screen.app.size.width)
    screen.bars["foot"].display = False
    screen.unsettled = True
    screen.mount(screen.prompt)


def press(screen: ReaderScreen, event: Key | Paste) -> None:
    """Carry out one key, or a paste, while the prompt is open."""
    prompt = screen.prompt
    assert prompt is not None
    question = prompt.question
    if isinstance(event, Key) and event.key in question.other:
        _close(screen)
        question.other[event.key](prompt.text)
    elif isinstance(event, Paste) or event.key not in ("escape", "enter", "up", "down", "tab", "shift+tab"):
        if prompt.edit(event):
            screen.unsettled = True
            question.change(prompt.text)
    elif event.key == "escape":
        _close(screen)
        question.cancel()
    elif event.key == "enter":
        screen.settle()
        question.ready(prompt.text)
        said = question.refuse(prompt.text)
        if said is not None:
            prompt.tell(said)
            screen.unsettled = True
        else:
            _close(screen)
            question.done(prompt.text)
    elif event.key == "tab":
        if prompt.complete():
            screen.unsettled = True
            question.change(prompt.text)
    elif event.key in _IN_LIST:
        question.ready(prompt.text)
        if screen.list.move(_IN_LIST[event.key]):
            screen.moved()
        elif event.key == "up" and prompt.recall():
            screen.unsettled = True
            question.change(prompt.text)


def _close(screen: ReaderScreen) -> None:
    """Give the last line back."""
    if screen.prompt is not None:
        screen.prompt.remove()
    screen.prompt = None
    screen.unsettled = True
    screen.set_focus(None)
    screen.bars["foot"].display = True
    screen.draw_frame()
