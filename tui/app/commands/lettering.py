"""Letters on the rows and links on the screen: how they come there, and what each key does while the reader is asked for them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from textual.events import Key, Paste

from tui.app.commands.going import enter
from tui.app.commands.moving import to_list
from tui.app.commands.registry import command
from tui.keys import latin

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen

LETTERS = "asdfghjklweruiocvnmt"  # the home row first; without letters far from it, and without q, which gives up
ASKED = "Type the letters of a row or a link to open it; Esc gives up."
_UP = ("escape", "q", "й", "semicolon", "ж")


def labels(count: int) -> list[str]:
    """Return a label for each of so many, none the beginning of another: one letter for the first ones, two for those beyond."""
    first = len(LETTERS)  # from here on letters begin labels of two
    while first and first + (len(LETTERS) - first) * len(LETTERS) < count:
        first -= 1
    return [*LETTERS[:first], *map("".join, product(LETTERS[first:], LETTERS))][:count]


def asked(screen: ReaderScreen) -> bool:
    """Return whether the reader is asked to type the letters of something."""
    return bool(screen.list.letters or screen.sheet.letters)


@command
def letters(screen: ReaderScreen) -> None:
    """Letters on all rows and links that are on the screen; the keys that come next are about them."""
    rows = screen.list.rows_seen if screen.list.display else []
    links = screen.sheet.links_seen if screen.sheet.display else []
    if not rows and not links:
        screen.say("No row and no link is on the screen.")
        return
    found = labels(len(rows) + len(links))
    screen.list.put_letters(dict(zip(found[: len(rows)], rows, strict=True)))
    screen.sheet.put_letters(dict(zip(found[len(rows) :], links, strict=False)))
    screen.say(ASKED)


def press(screen: ReaderScreen, event: Key | Paste) -> bool:
    """Carry out one key while letters stand there; False where it is none of theirs, and they are gone."""
    letter = latin(event.character) if isinstance(event, Key) and event.character else ""
    typed = screen.list.typed or screen.sheet.typed
    if isinstance(event, Key) and event.key == "backspace" and typed:
        _type(screen, "")
    elif isinstance(event, Paste) or event.key in (*_UP, "backspace"):
        _take_away(screen)
    elif not letter.isalpha():
        _take_away(screen)
        return False
    elif (row := screen.list.letters.get(typed + letter)) is not None:
        _open_row(screen, row)
    elif (link := screen.sheet.letters.get(typed + letter)) is not None:
        _follow(screen, link)
    elif any(one.startswith(typed + letter) for one in (*screen.list.letters, *screen.sheet.letters)):
        _type(screen, letter)
    else:
        screen.say(f"Nothing on the screen has {typed}{letter}. {ASKED}")
    return True


def _type(screen: ReaderScreen, typed: str) -> None:
    for part in (screen.list, screen.sheet):
        part.put_letters(part.letters, typed)
    screen.say(f"{typed} and a second letter; Backspace takes it back, Esc gives up." if typed else ASKED)


def _take_away(screen: ReaderScreen) -> None:
    for part in (screen.list, screen.sheet):
        part.put_letters({})
    screen.say("")


def _open_row(screen: ReaderScreen, place: int) -> None:
    """Put the cursor on a row and open it; in a choice mark it."""
    _take_away(screen)
    if screen.in_sheet:
        to_list(screen)
    if screen.list.put(place):
        screen.follow()
    effect = screen.place.pane.mark(screen.place.row)
    if effect is not None:
        screen.take(effect)
    else:
        enter(screen)


def _follow(screen: ReaderScreen, place: int) -> None:
    """Choose a link, and go where it leads."""
    _take_away(screen)
    screen.sheet.link, screen.in_sheet = place, True
    target = screen.sheet.target
    assert target is not None
    screen.go(target)
