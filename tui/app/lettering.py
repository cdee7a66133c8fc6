"""Letters on the links of the page: what each key does while the reader is asked to type those of one."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from textual.events import Key, Paste

from tui.keys import latin

if TYPE_CHECKING:
    from tui.app.reader_screen import ReaderScreen

HOME_ROW = "asdfghjkl"
LETTERS = HOME_ROW + "weruiocvnmt"  # without those that look like one another or are habits: q, x, y, z
ASKED = "Type the letters of a link to follow it; Esc gives up."
_UP = ("escape", "q", "й", "semicolon", "ж")


def labels(count: int) -> list[str]:
    """Return a label for each of so many links, none the beginning of another: one letter where that is enough, else two."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    of = HOME_ROW if count <= len(HOME_ROW) ** 2 else LETTERS
    return ["".join(pair) for pair in product(of, repeat=2)][:count]


def begin(screen: ReaderScreen) -> None:
    """Put letters on the links that are on the screen, or say why there are none."""
    seen = screen.sheet.links_seen if screen.sheet.display else []
    if not seen:
        screen.say(
            "No link is on the screen." if screen.sheet.display else "No link is on the screen; Enter opens the row, with its links."
        )
        return
    screen.sheet.put_letters(dict(zip(labels(len(seen)), seen, strict=False)))
    screen.say(ASKED)


def press(screen: ReaderScreen, event: Key | Paste) -> bool:
    """Carry out one key while letters stand on links; False where it is none of theirs, and they are gone."""
    sheet = screen.sheet
    letter = latin(event.character) if isinstance(event, Key) and event.character else ""
    typed = sheet.typed
    if isinstance(event, Key) and event.key == "backspace" and typed:
        _type(screen, "")
    elif isinstance(event, Paste) or event.key in (*_UP, "backspace"):
        _give_up(screen)
    elif not letter.isalpha():
        _give_up(screen)
        return False
    elif typed + letter in sheet.letters:
        _follow(screen, sheet.letters[typed + letter])
    elif any(label.startswith(typed + letter) for label in sheet.letters):
        _type(screen, letter)
    else:
        screen.say(f"No link on the screen has {typed}{letter}. {ASKED}")
    return True


def _type(screen: ReaderScreen, typed: str) -> None:
    screen.sheet.put_letters(screen.sheet.letters, typed)
    screen.say(f"{typed} and a second letter; Backspace takes it back, Esc gives up." if typed else ASKED)


def _give_up(screen: ReaderScreen) -> None:
    screen.sheet.put_letters({})
    screen.say("")


def _follow(screen: ReaderScreen, place: int) -> None:
    screen.sheet.put_letters({})
    screen.say("")
    screen.sheet.link, screen.in_sheet = place, True
    target = screen.sheet.target
    assert target is not None
    screen.go(target)
