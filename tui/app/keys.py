"""Every key once. The bindings, the footer, the help, the palette, `briefing keys`, the man page and the README are made from this table.

Imports no Textual, so that the command line can print it.
"""

from __future__ import annotations

from tui.frozen import frozen

# What a key's place on a keyboard types on a Ukrainian or Russian layout: `j` sends `о` there. Where the two differ, both are bound.
_TWINS: dict[str, str] = {
    **dict(zip("qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзфівапролдячсмить", strict=True)),
    "s": "іы",
    "[": "хХ",
    "]": "їъ",
    "<": "Б",
    ">": "Ю",
    ":": "ЖЄ",
    "|": "/",
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
    "_": "underscore",
    "|": "vertical_line",
    "=": "equals_sign",
}


@frozen
class Key:
    """One thing a reader can do. `name` is the command's; `keys` as people type them, the first being the one that hints name.

    `panes` limits it to places that offer it; empty means everywhere. `hint` is its word in the footer, empty for none there. What starts
    a program, writes a file or stops the process is not offered in a `kiosk`.
    """

    name: str
    keys: tuple[str, ...]
    text: str
    group: str
    hint: str = ""
    panes: tuple[str, ...] = ()
    twins: bool = True
    kiosk: bool = True


def _digits() -> tuple[Key, ...]:
    titles = ("Overview", "Parties", "Red lines", "Guarantees", "Compare", "Timeline", "Sources")
    return tuple(Key(f"pane_{n}", (str(n),), f"{title} pane", "Panes") for n, title in enumerate(titles, 1))


KEYS: tuple[Key, ...] = (
    Key("down", ("j", "down"), "next row, or scroll down", "Move"),
    Key("up", ("k", "up"), "previous row, or scroll up", "Move"),
    Key("page_down", ("pagedown", "space"), "a page down", "Move"),
    Key("page_up", ("pageup",), "a page up", "Move"),
    Key("half_down", ("ctrl+d",), "half a page down", "Move"),
    Key("half_up", ("ctrl+u",), "half a page up", "Move"),
    Key("top", ("g", "home"), "first row", "Move"),
    Key("bottom", ("G", "end"), "last row", "Move"),
    Key("left", ("h", "left"), "previous pane; in a grid the previous column", "Move"),
    Key("right", ("l", "right"), "next pane; in a grid the next column", "Move"),
    Key("detail_down", ("J",), "scroll the detail down", "Move"),
    Key("detail_up", ("K",), "scroll the detail up", "Move"),
    Key("next_link", ("tab",), "next link in the detail", "Move"),
    Key("previous_link", ("shift+tab",), "previous link in the detail", "Move"),
    Key("enter", ("enter",), "deeper: open the row, or follow the link", "Move", "open"),
    Key("back", ("q", "escape", "backspace"), "back; at the top: quit", "Move", "back"),
    Key("history_back", ("<",), "back in the history of places", "Move"),
    Key("history_forward", (">",), "forward in the history of places", "Move"),
    *_digits(),
    Key("previous_pane", ("[",), "previous pane", "Panes"),
    Key("next_pane", ("]",), "next pane", "Panes"),
    Key("filter", ("/",), "filter this list by words", "Find", "filter"),
    Key("find", ("F", "ctrl+f"), "search everything", "Find", "search"),
    Key("palette", (":", "ctrl+p"), "go to a record or run a command by name", "Find"),
    Key("as_at", ("a",), "show what was known and public on another day", "Read", "day"),
    Key("later", ("s",), "what was not yet public on this day, and when it became known", "Read", "later"),
    Key("provenance", ("i",), "who says so: speaker, how, when, sources", "Read", "who says"),
    Key("copy", ("y",), "copy the thing with its citation", "Read"),
    Key("copy_address", ("Y",), "copy its address in the program", "Read"),
    Key("write", ("e",), "write what is on the screen, uncut, to a file", "Read", kiosk=False),
    Key("edit", ("E",), "open its source in $EDITOR", "Read", kiosk=False),
    Key("view", ("v",), "next view: list, grid, and for guarantees all at a glance", "Read", "view", ("red-lines", "guarantees")),
    Key("questions", (".",), "what is left unsaid, as questions to ask", "Read", "ask", ("guarantees",), twins=False),
    Key("difference", ("d",), "words that differ between the first plan and the chosen one", "Compare", "diff", ("compare",)),
    Key("swap", ("x",), "swap the chosen plan with the one before it", "Compare", "swap", ("compare",)),
    Key("choose", ("p",), "choose the plans", "Compare", "plans", ("compare", "red-lines")),
    Key("next_difference", ("n",), "next row that differs", "Compare", "next diff", ("compare",)),
    Key("previous_difference", ("N",), "previous row that differs", "Compare", "", ("compare",)),
    Key("next_contested", ("c",), "next contested row", "Compare", "contested", ("compare",)),
    Key("next_open", ("o",), "next open row", "Compare", "open row", ("compare",)),
    Key("fold", ("u",), "fold rows that are the same or undisputed", "Compare", "fold", ("compare",)),
    Key("witnesses", ("w",), "readings of a point and who prints them", "Compare", "readings", ("compare",)),
    Key("lineage", ("L",), "where the chosen plan comes from, and what came of it", "Compare", "", ("compare",)),
    Key("points", ("f",), "all points of the chosen plan on these lines: both wordings and why", "Read", "all points", ("red-lines",)),
    Key("by_party", ("b",), "the lines of the next party only", "Read", "party", ("red-lines",)),
    Key("zoom", ("+",), "larger detail", "Window", twins=False),
    Key("unzoom", ("_",), "larger list", "Window", twins=False),
    Key("split", ("|",), "detail beside or below the list", "Window", twins=False),
    Key("theme", ("t",), "colours: the terminal's own, or none", "Window"),
    Key("redraw", ("r", "ctrl+l"), "draw the screen anew", "Window"),
    Key("hints", ("H",), "more or fewer hints in the last line", "Window"),
    Key("help", ("?", "f1", ","), "help for this place: search it, run it", "Window", "help", twins=False),
    Key("stop", ("Z", "ctrl+z"), "stop the program; fg in the shell goes on with it", "Window", kiosk=False),
    Key("quit", ("Q", "ctrl+q"), "quit now", "Window"),
)


# On a Cyrillic layout the slash key sends a full stop: where a place has no use of its own for it, it filters.
INSTEAD = {"questions": "filter"}


def find(name: str) -> Key:
    """The key of a command."""
    return next(key for key in KEYS if key.name == name)


def bound(key: Key) -> str:
    """The key names that Textual binds for it, comma-separated: its own, and their twins on Cyrillic layouts."""
    out: list[str] = []
    for typed in key.keys:
        out.append(_NAMES.get(typed, typed))
        if key.twins and len(typed) == 1:
            twins = _TWINS.get(typed) or _TWINS.get(typed.lower(), "").upper()
            out.extend(twin for twin in twins if twin not in _NAMES)
    return ",".join(out)


def shown(typed: str) -> str:
    """A key as hints and help write it."""
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
    """Whether a place offers this key."""
    return (not key.panes or place in key.panes) and (key.kiosk or not kiosk)
