"""The reader's settings, read and checked: by the machinery that checks a briefing, where anything is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from tui.compile.files import Unreadable, read
from tui.findings import Finding, severity_of
from tui.folders import is_there
from tui.keys import KEYS, Key, names_of
from tui.model import Where
from tui.settings import LOOKS, Keys, Settings, config_file
from tui.shapes import Shape, shapes
from tui.views import HOME

if TYPE_CHECKING:
    from tui.compile.sourcefile import Fault

PREAMBLE = """\
# The settings of briefing. A line that begins with # sets nothing; take the # away to set it.
# `briefing config` checks this file, and tells every fault with its line.
"""

ON_KEYS = """\
# Keys, by what they do. A line takes the place of all keys of a command. One letter is as it is typed, and a big letter another
# than a small one; others are named: "ctrl+f", "f1", "enter", "pagedown", "space".
"""


def settings_of(path: Path | None = None) -> tuple[Settings, list[Finding]]:
    """Return the settings, or those of a reader who has set nothing, and what is wrong with the file.

    A start reads this: while there is no file, or nothing is wrong with it, nothing slow is loaded for it.
    """
    path = path or config_file()
    try:
        data = read(path)
    except Unreadable as reason:
        return Settings(), [_unreadable(path, str(reason))] if is_there(path) else []
    if (plain := _plainly(data)) is not None:
        return plain, []
    from tui.compile.prepare import prepare  # 34 ms: only who has settings
    from tui.compile.sourcefile import decode, parse
    from tui.compile.validate import validate

    file, wrong = decode(data, path.name, str(path))
    if wrong is not None:
        return Settings(), [wrong]
    table, wrong = parse(file)
    if wrong is not None:
        return Settings(), [wrong]
    faults: list[Fault] = []
    prepare(Settings, table, (), faults)
    found: Settings | None = validate(Settings, table, (), faults)
    if found is not None:
        faults += _key_faults(found.own_keys)
    if found is None or faults:
        return Settings(), [file.find(fault) for fault in faults]
    return found, []


def _unreadable(path: Path, reason: str) -> Finding:
    fix = "put a plain file there, or take this away; `briefing config` writes one where there is none"
    return Finding(severity_of("E103"), "E103", f"this file {reason}", Where(str(path), 1, 1), fix, "")


def _plainly(data: bytes) -> Settings | None:
    """Return settings in which nothing is wrong; None for all others, which are then looked at closely."""
    import tomllib  # most readers have set nothing, and it takes a while to load

    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    keys = table.pop("keys", {})
    if not (_fits(Settings, table) and isinstance(keys, dict) and _fits(Keys, keys)):
        return None
    found = Settings(**table, keys=Keys(**{name: tuple(held) for name, held in keys.items()}))
    return None if any(_key_faults(found.own_keys)) else found


def _fits(cls: type, table: dict[str, Any]) -> bool:
    """Return whether a table has no other keys than a class has fields, and values of their types."""
    known = shapes(cls)
    return all(name in known and _is(known[name], value) for name, value in table.items())


def _is(shape: Shape, value: Any) -> bool:
    if shape.many:
        return isinstance(value, list) and all(type(one) is str for one in value)
    if shape.base is Literal:
        return value in shape.allowed
    return type(value) is shape.base and (type(value) is not str or bool(value.strip() and value.isprintable()))


def commented() -> str:
    """Return a file of all settings, commented, that sets nothing yet."""
    looks = "".join(f'#   "{name}": {means}\n' for name, means in LOOKS.items())
    parts = [
        PREAMBLE,
        f'# Where it opens, as an address, unless it opens where you were.\n# first = "{HOME}"\n',
        "# Whether it opens where you were.\n# place = true\n",
        f'# How it looks:\n{looks}# look = "auto"\n',
        "# Whether the mouse works (click, double click, wheel); then the terminal's own selection needs Shift.\n# mouse = false\n",
        "# Whether it looks for changes of the sources and the store while nobody waits.\n# watch = true\n",
        f"{ON_KEYS}[keys]\n",
    ]
    return "\n".join(parts) + "".join(_line(key) for key in KEYS)


def _line(key: Key) -> str:
    keys = ", ".join(f'"{one}"' for one in key.keys)
    return f"# {key.name} = [{keys}]  # {key.text}\n"


def _key_faults(own: dict[str, tuple[str, ...]]) -> Iterator[Fault]:
    """Find keys that cannot be pressed, and keys that would do two things in one place."""
    from tui.compile.sourcefile import Fault  # 7 ms: only who has settings

    held = {key.name: own.get(key.name, key.keys) for key in KEYS}
    for name in own:
        for place, typed in enumerate(held[name]):
            path = ("keys", name, place)
            if not _can_be_pressed(typed):
                yield Fault("E205", path, f"{typed!r} is no key", 'write one letter or sign, or a name such as "ctrl+f", "f1", "space"')
                continue
            other = next((key for key in KEYS if key.name != name and typed in held[key.name] and _meet(_key(name), key)), None)
            if other is not None:
                yield Fault("E205", path, f"{typed!r} does {other.name} already", f"choose another key, or set {other.name} as well")


def _can_be_pressed(typed: str) -> bool:
    if len(typed) == 1:
        return typed.isprintable()
    plain = typed.removeprefix("ctrl+").removeprefix("shift+").removeprefix("alt+")
    return len(plain) == 1 or plain in names_of()


def _key(name: str) -> Key:
    return next(key for key in KEYS if key.name == name)


def _meet(one: Key, other: Key) -> bool:
    """Return whether two keys are offered in one place: one of a place's own goes before one of every place."""
    return bool(set(one.panes) & set(other.panes)) or (not one.panes and not other.panes)
