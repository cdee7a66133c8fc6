"""A store whose every text carries what could act on a terminal: nothing of it may reach one, in any pane or command.

The loader refuses such text, so the store is written past it, as a foreign tool could have written it.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from session import BRIEFING, Session, environment

from tui.model import KINDS, Date, Prose, Where
from tui.store.read import Store
from tui.store.write import write

PAYLOAD = (
    "\x1b]52;c;RVZJTA==\x07\x1b]52;c;RVZJTA==\x1b\\\x1b[2J\x9b2J\x9d0;evil\x9c\x00\x7f\u202egnorw\u2066\u200b"
    "[/nope][note][@click=app.quit]x[/] \x1bP+q\x1b\\EVIL"
)
OURS = re.compile(
    rb"\x1b\[[0-9;?<>]*[A-Za-z]|\x1b\[\?20(?:26|48)\$p|\x1bM|\x1b\]22;default\x07"  # colours, moves, modes, scrolls, pointer
)


def poisoned(value: Any) -> Any:
    """The same record with the payload behind every text that a reader sees."""
    changes: dict[str, Any] = {}
    hints = get_type_hints(type(value), include_extras=True)
    for field in fields(value):
        held = getattr(value, field.name)
        if not field.init or held is None or isinstance(held, Date | Where | bool | int | float):
            continue
        if is_dataclass(held):
            changes[field.name] = poisoned(held)
        elif isinstance(held, tuple) and held and is_dataclass(held[0]):
            changes[field.name] = tuple(poisoned(one) for one in held)
        elif isinstance(held, str) and (_prose(hints[field.name]) or field.name in ("address", "unit", "language", "by")):
            changes[field.name] = held + PAYLOAD
    return replace(value, **changes)


def _prose(hint: Any) -> bool:
    if get_origin(hint) is Annotated:
        return any(isinstance(one, Prose) for one in get_args(hint))
    return any(_prose(one) for one in get_args(hint))


@pytest.fixture(scope="module")
def hostile(ferry: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "store.db"
    with Store.open(ferry, "9999-12-31") as store:
        records = [poisoned(one) for kind in KINDS for one in store.all(kind)]
        write(path, poisoned(store.manifest), records, {"briefing.toml": "0" * 64})
    return path


def test_no_pane_help_palette_search_or_detail_lets_anything_through(hostile: Path) -> None:
    with Session([*BRIEFING, "--briefing", str(hostile), "open"], columns=120, lines=40) as session:
        session.until("State as at")
        for key in "234567":
            session.press(key, "j", "i", key, "\r", "i", key, "v", "v", "J", quiet=0.1)
        session.press("4", ".", "5", "d", "5", "w", "5", "L", "5", "p", "5", quiet=0.1)
        session.press("?", "5", ":", "e", "v", "\r", "\r", "5", "F", *"evil", "\r", "\r", quiet=0.1)
        session.press("Q")
        assert session.wait() == 0
        left = OURS.sub(b"", session.raw)
        assert b"\x1b" not in left
        assert b"EVIL" in session.raw, "the text itself is shown"
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]", left.decode())


@pytest.mark.parametrize(
    "command",
    [
        ["overview"],
        ["parties"],
        ["red-lines"],
        ["guarantees"],
        ["timeline"],
        ["sources"],
        ["list", "party"],
        ["search", "EVIL"],
        ["compare", "arden-draft", "bellmoor-counter"],
        ["export", "md"],
    ],
    ids=" ".join,
)
def test_no_command_lets_anything_through(hostile: Path, command: list[str]) -> None:
    done = subprocess.run([*BRIEFING, "--briefing", str(hostile), *command], capture_output=True, env=environment(), check=False)
    assert done.returncode == 0, done.stderr
    for out in (done.stdout, done.stderr):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]", out.decode())


def test_hostile_arguments_come_back_harmless(hostile: Path) -> None:
    for arguments in (["show", "party", "\x1b[2Jx"], ["\x1b]0;t\x07"], ["search", "\x1b[2J\u202e"], ["--briefing", "\x1b[2J/nowhere"]):
        done = subprocess.run([*BRIEFING, "--briefing", str(hostile), *arguments], capture_output=True, env=environment(), check=False)
        assert done.returncode in (0, 1, 2)
        assert b"\x1b" not in done.stdout + done.stderr
        assert b"Traceback" not in done.stderr
