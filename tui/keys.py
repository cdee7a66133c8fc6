"""Every key once. The bindings, the footer, the help, the palette, `briefing keys`, the man page and the README are made from this table.

Imports no Textual, so that the command line can print it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from tui.frozen import frozen
from tui.views import TABS

# What a key's place on a keyboard types on a Ukrainian or Russian layout: `j` sends `о` there. Where the two differ, both are bound.
_TWINS: dict[str, str] = {
    **dict(zip("qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзфівапролдячсмить", strict=True)),
    "s": "іы",
    "[": "хХ",
    "]": "їъ",
    "<": "Б",
    ">": "Ю",
    ":": "ЖЄ",
    "'": "єЄэЭ",
    ";": "ж",
}
# Textual's names for keys that are no letter.
_NAMES = {
    "/": "slash",
    ".": "full_stop",
    "?": "question_mark",
    ",": "comma",
    ":": "colon",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "+": "plus",
    ";": "semicolon",
    "_": "underscore",
    "|": "vertical_line",
    "=": "equals_sign",
    "'": "apostrophe",
    "*": "asterisk",
    "!": "exclamation_mark",
}

_OTHER_NAMES = {"hyphen_minus": "minus", "commercial_at": "at", "reverse_solidus": "backslash"}


@frozen
class Key:
    """One thing a reader can do. `name` is the command's; `keys` as people type them, the first being the one that hints name.

    `panes` limits it to places that offer it; empty means everywhere. `hint` is its word in the footer and `rank` its importance there:
    1 comes first, 0 never. What starts a program, writes a file or stops the process is not offered in a `kiosk`.
    """

    name: str
    keys: tuple[str, ...]
    text: str
    group: str
    hint: str = ""
    rank: int = 0
    panes: tuple[str, ...] = ()
    twins: bool = True
    kiosk: bool = True


def digits(titles: Iterable[str]) -> tuple[Key, ...]:
    """Return the keys that go to the panes of these titles, in their order."""
    return tuple(Key(f"pane_{n}", (str(n),), f"to the pane {title}", "Panes") for n, title in enumerate(titles, 1))


_COMPARE = ("compare",)
KEYS: tuple[Key, ...] = (
    Key("down", ("j", "down"), "next row; in the detail a line down", "Move"),
    Key("up", ("k", "up"), "previous row; in the detail a line up", "Move"),
    Key("page_down", ("pagedown",), "a page down", "Move"),
    Key("mark", ("space",), "a page down; in a choice it marks and unmarks", "Move", "mark", 10),
    Key("page_up", ("pageup",), "a page up", "Move"),
    Key("half_down", ("ctrl+d",), "half a page down", "Move"),
    Key("half_up", ("ctrl+u",), "half a page up", "Move"),
    Key("top", ("g", "home"), "to the first row", "Move"),
    Key("bottom", ("G", "end"), "to the last row", "Move"),
    Key("left", ("h", "left"), "column to the left in Compare and grids, else the pane before", "Move", "column left", 70),
    Key("right", ("l", "right"), "column to the right in Compare and grids, else the next pane", "Move", "column right", 71),
    Key("detail_down", ("J",), "scroll the detail down, staying in the list", "Move", "scroll detail", 60),
    Key("detail_up", ("K",), "scroll the detail up, staying in the list", "Move"),
    Key("next_row", ("n",), "open the next one of the list below this page", "Move", "next", 10, ("page",)),
    Key("previous_row", ("N",), "open the one before it", "Move", "previous", 11, ("page",)),
    Key("next_link", ("tab",), "into the detail, to its next link", "Move", "links", 35),
    Key("previous_link", ("shift+tab",), "to the link before, and out of the detail", "Move"),
    Key("letters", (";",), "letters on all rows and links: typing those of one opens it", "Move", "letters", 22),
    Key("enter", ("enter",), "open the row, or follow the link chosen", "Move", "open", 25),
    Key("back", ("q",), "back to where you came from; twice at the top it quits", "Move", "back", 2),
    Key("out", ("escape", "backspace"), "back, but never out of the program; gives up a choice", "Move", "give up", 3),
    Key("history_back", ("<",), "back to the place you saw before this one, as you left it", "Move", "seen before", 61),
    Key("history_forward", (">",), "forward again, after going back", "Move"),
    *digits(view.title for view in TABS.values()),
    Key("afresh", ("0",), "begin afresh: the first pane, the briefing's own day", "Panes", "afresh", 64),
    Key("previous_pane", ("[",), "to the pane before", "Panes"),
    Key("next_pane", ("]",), "to the next pane", "Panes"),
    # On a Cyrillic layout the slash key sends a full stop, which has a meaning of its own; so filtering has a letter too.
    Key("filter", ("/", "z"), "show only the rows of this list that hold some words", "Find", "filter", 20),
    Key("find", ("F", "ctrl+f"), "search everything for words", "Find", "search", 21),
    Key("sort", ("S",), "sort this list by another of its columns", "Find", "sort", 27),
    Key("palette", (":", "ctrl+p"), "go to a record, or run a command, by its name", "Find", "go to", 36),
    Key("as_at", ("a",), "show what was known and public on another day", "Read", "day", 23),
    Key("later", ("s",), "what was not yet public on this day, and when it became known", "Read", "later", 26),
    Key("changes", ("D",), "what changed between this day and another, word by word", "Read", "changed", 27),
    Key("provenance", ("i",), "who says so: speaker, how it is known, when, sources", "Read", "who says", 22),
    Key("news", ("N",), "what is new since you last read, with the words that differ", "Yours", "new", 28, kiosk=False),
    Key("bookmark", ("m",), "set a bookmark here, by a name", "Yours", "bookmark", 65, kiosk=False),
    Key("bookmarks", ("'",), "go to a bookmark", "Yours", "go to bookmark", 66, kiosk=False),
    Key("note", ("A",), "a private note on what is at hand", "Yours", "note", 67, kiosk=False),
    Key("gather", ("*",), "into the basket, or out of it", "Yours", "into basket", 68, kiosk=False, twins=False),
    Key("basket", ("B",), "the basket: look, order, copy, take out", "Yours", "basket", 69, kiosk=False),
    Key("move_up", ("u",), "move it up in the basket", "Yours", "move up", 10, ("basket",)),
    Key("move_down", ("d",), "move it down in the basket", "Yours", "move down", 11, ("basket",)),
    Key("copy", ("y",), "copy what is shown, with who said it and where", "Read", "copy", 24),
    Key("copy_address", ("Y",), "copy the address of this place, for `briefing open`", "Read", "copy address", 62),
    Key("brief", ("P",), "the brief: one page to hand over; `briefing brief` writes it", "Read", "brief", 64),
    Key("write", ("e",), "write this place: text, or html, docx, xlsx by its name", "Read", "write", 39, kiosk=False),
    Key("errors", ("!",), "what is wrong in the sources; E opens the line", "Read", "errors", 64, kiosk=False, twins=False),
    Key("edit", ("E",), "open its source file at its line, in your $EDITOR", "Read", "edit source", 63, kiosk=False),
    Key(
        "view",
        ("v",),
        "another view: how states moved, parties by issue, red lines over all texts, guarantees at a glance, lanes by person",
        "Read",
        "view",
        10,
        ("overview", "parties", "red-lines", "guarantees", "timeline"),
    ),
    Key("questions", (".",), "what is left unsaid, as questions to ask", "Read", "ask", 11, ("guarantees",), twins=False),
    Key("lanes", ("w",), "the lanes above the list: of fewer weeks, of more, of all days", "Read", "lanes", 10, ("timeline",)),
    Key("difference", ("d",), "words that differ: first plan against the one in [brackets]", "Compare", "diff", 10, _COMPARE),
    Key(
        "choose",
        ("p",),
        "choose what stands side by side, and in which order",
        "Compare",
        "pick",
        11,
        ("compare", "red-lines", "guarantees"),
    ),
    Key("next_difference", ("n",), "next row where the plans differ", "Compare", "next diff", 31, _COMPARE),
    Key("previous_difference", ("N",), "previous row where the plans differ", "Compare", "previous diff", 63, _COMPARE),
    Key("swap", ("x",), "swap the plan in [brackets] with the one before it", "Compare", "swap", 32, _COMPARE),
    Key("next_contested", ("c",), "next row that the parties contest", "Compare", "contested", 33, _COMPARE),
    Key("next_open", ("o",), "next row that is open: not agreed", "Compare", "open row", 34, _COMPARE),
    Key("fold", ("u",), "points below the issues: all, those that differ, none", "Compare", "fold", 12, _COMPARE),
    Key("witnesses", ("w",), "how else this point has been printed, and by whom", "Compare", "readings", 36, _COMPARE),
    Key("lineage", ("L",), "where the plan in [brackets] comes from, and what came of it", "Compare", "lineage", 37, _COMPARE),
    Key("points", ("f",), "all points of the chosen plan on these lines, both wordings", "Read", "points", 12, ("red-lines",)),
    Key("by_party", ("b",), "the lines of one party only, then of the next, then of all", "Read", "party", 28, ("red-lines",)),
    Key("zoom", ("+",), "more room for the detail", "Window", "larger detail", 64, twins=False),
    Key("unzoom", ("_",), "more room for the list", "Window", "larger list", 65, twins=False),
    Key("split", ("|",), "detail beside the list, or below it", "Window", "beside/below", 66, twins=False),
    Key("theme", ("t",), "another look: sixteen colours, true colour, or none", "Window", "colour", 67),
    Key("redraw", ("r", "ctrl+l"), "draw the screen anew", "Window"),
    Key("hints", ("H",), "all the keys of this place in the last lines, or the chief", "Window", "all keys", 38),
    Key("help", ("?", "f1", ","), "all that can be done here: Enter does it", "Window", "more", 1, twins=False),
    Key("stop", ("Z", "ctrl+z"), "stop the program; fg in the shell goes on with it", "Window", kiosk=False),
    Key("quit", ("Q", "ctrl+q"), "quit at once, from anywhere", "Window", "quit", 68),
)


def rebind(own: Mapping[str, tuple[str, ...]]) -> None:
    """Give commands the keys that a reader has set, by their names. Whoever has the table sees them: it holds for the whole program."""
    for key in KEYS:
        if key.name in own:
            key.__dict__["keys"] = own[key.name]
    _by_way.cache_clear()


def names_of() -> frozenset[str]:
    """Return the names of keys that are no single sign: those that the table uses, and the function keys."""
    plain = {part for key in KEYS for typed in key.keys for part in (typed.rpartition("+")[2] or typed,) if len(part) > 1}
    return frozenset(plain | {f"f{number}" for number in range(1, 10)} | {"insert", "delete"})


def find(name: str) -> Key:
    """Return the key of a command."""
    return next(key for key in KEYS if key.name == name)


@cache
def _by_way() -> dict[str, tuple[Key, ...]]:
    ways: dict[str, tuple[Key, ...]] = {}
    for key in KEYS:
        for way in bound(key).split(","):
            ways[way] = (*ways.get(way, ()), key)
    return ways


def meant(way: str, place: str) -> Key | None:
    """Return the key that `way` means in a place: one of the place's own comes first, and one of another place last."""
    keys = _by_way().get(way, ())
    return min(keys, key=lambda key: (not offered(key, place), not key.panes), default=None)


def bound(key: Key) -> str:
    """Return the key names that Textual binds for it, comma-separated: its own, and their twins on Cyrillic layouts."""
    out: list[str] = []
    for typed in key.keys:
        out.append(_named(typed))
        if key.twins and len(typed) == 1:
            twins = _TWINS.get(typed) or _TWINS.get(typed.lower(), "").upper()
            out.extend(twin for twin in twins if twin not in _NAMES)
    return ",".join(out)


def latin(typed: str) -> str:
    """Return the Latin letter at the place on a keyboard that typed this letter, which may be one of a Cyrillic layout; in lower case."""
    low = typed.lower()
    return next((letter for letter, twins in _TWINS.items() if letter.isalpha() and low in twins), low)


def _named(typed: str) -> str:
    """Return Textual's name of a key; for a sign that a reader has set it is made as Textual makes it, of the sign's own name."""
    if typed in _NAMES or len(typed) != 1 or typed.isalnum():
        return _NAMES.get(typed, typed)
    name = unicodedata.name(typed, typed).lower().replace("-", "_").replace(" ", "_")
    return _OTHER_NAMES.get(name, name)


def shown(typed: str) -> str:
    """Return a key as hints and help write it."""
    names = {
        "down": "Down",
        "up": "Up",
        "left": "Left",
        "right": "Right",
        "pagedown": "PgDn",
        "pageup": "PgUp",
        "home": "Home",
        "end": "End",
    }
    names |= {
        "enter": "Enter",
        "escape": "Esc",
        "backspace": "Backspace",
        "tab": "Tab",
        "shift+tab": "Shift+Tab",
        "space": "Space",
        "f1": "F1",
    }
    return names.get(typed, typed.replace("ctrl+", "Ctrl+"))


def offered(key: Key, place: str, *, kiosk: bool = False) -> bool:
    """Return whether a place offers this key."""
    return (not key.panes or place in key.panes) and (key.kiosk or not kiosk)
