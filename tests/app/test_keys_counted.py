"""What a desk officer asks first, in as many keys as the last line and `?` teach: each answer is on the screen after them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from piloted import opened

Key = str | Callable[[str], str]


def link(name: str) -> Callable[[str], str]:
    """Read off the screen the letters that stand over the beginning of a link."""

    def letters(text: str) -> str:
        found = (re.search(rf"(?<![A-Za-z])([a-z]{{{many}}}){re.escape(name[many:])}", text) for many in (1, 2))
        return next(one[1] for one in found if one)

    return letters


def row(name: str) -> Callable[[str], str]:
    """Read off the screen the letters that stand before a row."""

    def letters(text: str) -> str:
        found = re.search(rf"^([a-z]{{1,2}}) +{re.escape(name)}", text, re.MULTILINE)
        assert found, text
        return found[1]

    return letters


COMPARE = link("compare Draft 20")
DIVIDES = ("US, point 14", "Ukraine, point 14", "free economic", "referendum", "Zelensky said")
MOSCOW = ("Draft 20  point", "Russia three  point", "Donbas under full Russian")
CROSSED = ("Ukraine (9)", "Dr20", "US28", "E3", "x▓▓")
THREE = ("Draft 20  point", "US 28  point", "E3  point")
PAYS = ("Paid by", "The US is to be", "the US is compensated")


@pytest.mark.parametrize(
    ("size", "tasks"),
    [
        (
            (80, 24),
            [
                (3, ["enter"], DIVIDES),
                (4, ["enter", ";", COMPARE], MOSCOW),
                (2, ["3", "v"], CROSSED),
                (6, [";", row("Guarantees"), ";", COMPARE], THREE),
                (6, ["4", "p", "j", "enter", "pagedown", "pagedown"], PAYS),
            ],
        ),
        (
            (120, 40),
            [
                (3, [], DIVIDES),
                (4, ["enter", ";", COMPARE, "+"], MOSCOW),
                (2, ["3", "v"], CROSSED),
                (6, [";", row("Guarantees"), ";", COMPARE, "+"], THREE),
                (6, ["4", "p", "j", "enter"], PAYS),
            ],
        ),
        (
            (200, 50),
            [
                (3, [], DIVIDES),
                (4, [";", COMPARE], MOSCOW),
                (2, ["3", "v"], CROSSED),
                (6, [";", row("Guarantees"), ";", COMPARE], THREE),
                (6, ["4", "p", "j", "enter"], PAYS),
            ],
        ),
    ],
)
async def test_what_is_asked_first_is_a_few_keys_from_the_board(
    shipped: Path, size: tuple[int, int], tasks: list[tuple[int, list[Key], tuple[str, ...]]]
) -> None:
    async with opened(shipped, size=size) as driver:
        for most, keys, shown in tasks:
            pressed = 0
            for key in keys:
                typed = key if isinstance(key, str) else key(driver.text())
                for one in [typed] if isinstance(key, str) else typed:
                    await driver.press(one)
                    pressed += 1
            assert pressed <= most
            flat = " ".join(driver.text().split())
            for words in shown:
                assert words in driver.text() or words in flat, f"{words!r} after {keys}:\n{driver.text()}"
            await driver.press("_" if "+" in keys else "1", "1", "g")


async def test_the_last_line_and_the_help_teach_these_keys(shipped: Path) -> None:
    async with opened(shipped) as driver:
        await driver.press("j", "k")  # the last line has told that nothing can be kept of this session
        foot = driver.text().split("\n")[-1]
        assert all(hint in foot for hint in ("Enter open", "; letters", "v view", "? more"))
        await driver.press("5")
        assert "p pick" in driver.text().split("\n")[-1]
        await driver.press("1", "?")
        assert "letters on all rows and links" in driver.text()
