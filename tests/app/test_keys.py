"""One table of keys: nothing bound twice in one place, nothing reachable by a banned key alone, Cyrillic twins for every letter."""

import subprocess
import sys

import pytest

from tui.keys import KEYS, bound, find, offered, shown
from tui.views import TABS

# Keys that tmux, screen, the line discipline, ssh or a terminal take for themselves, or that are another key in disguise.
BANNED = {f"ctrl+{letter}" for letter in "abshijklmoqvz"} | {"ctrl+backslash", "ctrl+space", "tilde", "f10", "f11", "f12"}


def test_no_banned_key_is_the_only_way() -> None:
    for key in KEYS:
        assert [way for way in bound(key).split(",") if way not in BANNED and not way.startswith("alt+")], key.name


@pytest.mark.parametrize("place", [*TABS, "page", "help", "search", "choose"])
def test_in_one_place_a_key_does_one_thing(place: str) -> None:
    taken: dict[str, str] = {}
    for key in KEYS:
        if offered(key, place) and key.panes:
            for way in bound(key).split(","):
                assert way not in taken, f"{way} means {taken.get(way)} and {key.name} in {place}"
                taken[way] = key.name


def test_a_key_of_every_place_is_never_taken_by_one_pane() -> None:
    everywhere = {way: key.name for key in KEYS if not key.panes for way in bound(key).split(",")}
    for way in bound(find("news")).split(","):  # back to the row or the difference before is asked for much more often there
        assert everywhere.pop(way) == "news"
    for key in KEYS:
        for way in bound(key).split(","):
            assert not (key.panes and way in everywhere), f"{way}: {key.name} and {everywhere.get(way)}"


@pytest.mark.parametrize(("letter", "twin"), [("j", "о"), ("k", "л"), ("q", "й"), ("G", "П"), ("s", "і"), ("[", "х"), (">", "Ю")])
def test_letters_work_on_a_ukrainian_layout(letter: str, twin: str) -> None:
    for key in KEYS:
        if letter in key.keys:
            assert twin in bound(key).split(",")


def test_every_letter_has_a_cyrillic_twin() -> None:
    for key in KEYS:
        for way in key.keys:
            if key.twins and len(way) == 1 and way.isalpha():
                assert any("а" <= other.lower() <= "ї" for other in bound(key).split(",")), key.name


def test_every_pane_has_a_number_key() -> None:
    assert [key.keys[0] for key in KEYS if key.name.startswith("pane_")] == [str(n) for n in range(1, len(TABS) + 1)]


def test_every_command_of_a_key_exists() -> None:
    from tui.app.commands import COMMANDS

    for key in KEYS:
        if not key.panes and not key.name.startswith("pane_"):
            assert key.name in COMMANDS, f"{key.name} does nothing"


def test_keys_are_shown_as_people_name_them() -> None:
    assert [shown(way) for way in ("j", "down", "ctrl+f", "escape", "shift+tab")] == ["j", "Down", "Ctrl+f", "Esc", "Shift+Tab"]


def test_the_table_can_be_read_without_textual() -> None:
    code = "import sys, tui.keys; print('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
