"""Keys that come in one packet, as over a lagging line: they mean what they mean when they come one by one, and none is lost."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from piloted import SETTLED, Driver, opened
from textual.events import Paste

from tui.views import TABS

WORDS = ["slash", "F", "colon", "a", "e", "f", "e", "r", "space", "backspace", "ctrl+u", "ctrl+w", "left", "enter", "escape", "escape"]
ELSEWHERE = [
    "j",
    "k",
    "G",
    "g",
    "pagedown",
    "tab",
    "enter",
    "escape",
    "v",
    "d",
    "p",
    "i",
    "question_mark",
    *"1234567",
    "less_than_sign",
    "t",
    "H",
]


def last(driver: Driver) -> str:
    return driver.text().split("\n")[-1]


@pytest.mark.parametrize("opening", ["F", "colon", "slash", "a", "e", "question_mark"])
@pytest.mark.parametrize("address", ["overview", "parties"])
async def test_what_is_opened_and_given_up_in_one_packet_leaves_the_reader_in_place(ferry: Path, opening: str, address: str) -> None:
    async with opened(ferry, address) as driver:
        await driver.send(opening, "escape", "escape")
        assert driver.app.return_code is None
        assert [place.pane.id for place in driver.screen.stack] == [address]
        assert driver.screen.prompt is None


async def test_words_typed_with_the_key_that_asks_for_them_are_words(ferry: Path) -> None:
    async with opened(ferry, "overview") as driver:
        await driver.send("F", *"Quad")
        assert not driver.app.leaving
        assert last(driver).startswith("search: Quad")


@pytest.mark.parametrize("keys", ["Qa", "QF", "Q:", "Q/quota", "qqF", "qq/quota"])
async def test_nothing_is_done_once_the_program_is_leaving(ferry: Path, keys: str) -> None:
    async with opened(ferry, "overview") as driver:
        await driver.send(*({"/": "slash", ":": "colon"}.get(key, key) for key in keys))
        assert driver.app.leaving
        assert driver.app.failure is None
        assert driver.screen.prompt is None


async def test_a_word_with_the_letters_of_commands_is_a_filter(shipped: Path) -> None:
    async with opened(shipped, "sources") as driver:
        await driver.send("slash", *"quota")
        assert last(driver).startswith("filter: quota")


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ((*"ferrx", "backspace", "y"), "ferry"),
        ((*"ferry boat", "ctrl+w", *"line"), "ferry line"),
        ((*"ferry", "ctrl+u", *"boat"), "boat"),
        ((*"ery", "home", "f", "right", "r"), "ferry"),
    ],
)
async def test_in_a_prompt_the_keys_of_a_field_are_the_fields(ferry: Path, keys: tuple[str, ...], text: str) -> None:
    async with opened(ferry, "parties") as driver:
        await driver.send("slash", *keys, "enter")
        assert driver.screen.place.filter == text


async def test_enter_reads_the_field_as_it_stands(ferry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(ferry, "parties") as driver:
        await driver.send("e", "ctrl+u", *"zz.txt", "enter")
        assert (tmp_path / "zz.txt").is_file()
        driver.app.reopen = lambda day: type(driver.app.store).open(ferry, day)
        await driver.send("a", "ctrl+u", *"2031-03-02", "enter")
        assert driver.app.store.as_at == "2031-03-02"


@pytest.mark.parametrize("text", ["old ferry\nquota", "\nold ferry\r\nquota\n", "old ferry\r  quota  "])
async def test_a_paste_keeps_all_its_lines_and_acts_on_nothing_where_nobody_types(ferry: Path, text: str) -> None:
    async with opened(ferry, "parties") as driver:
        before = driver.text()
        await driver.send(Paste("Q\nq\n"))
        assert driver.text() == before
        await driver.send("slash", Paste(text))
        assert last(driver).startswith("filter: old ferry quota ")


async def test_up_brings_earlier_searches_back(ferry: Path) -> None:
    async with opened(ferry, "overview") as driver:
        await driver.send("F", *"ferry", "enter", "escape", "F", *"quota", "enter", "escape", "F")
        await driver.send("up")
        assert last(driver).startswith("search: quota ")
        await driver.send("up")
        assert last(driver).startswith("search: ferry ")
        assert driver.screen.place.rows, "and what it found"


@pytest.mark.parametrize("seed", range(3))
async def test_any_way_to_cut_the_same_keys_into_packets_gives_the_same_screen(
    ferry: Path, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    keys = [chance.choice(WORDS if chance.random() < 0.5 else ELSEWHERE) for _ in range(40)]
    pane = chance.choice(list(TABS))
    screens = []
    for packet in (1, 3, len(keys)):
        folder = tmp_path / str(packet)
        folder.mkdir()
        monkeypatch.chdir(folder)
        async with opened(ferry, pane) as driver:
            driver.app.reopen = lambda day: driver.app.store.__class__.open(ferry, day)
            for at in range(0, len(keys), packet):
                await driver.send(*keys[at : at + packet])
            await driver.pilot.pause(SETTLED)
            screens.append(driver.text())
            assert driver.app.failure is None
    assert screens[0] == screens[1] == screens[2], keys
