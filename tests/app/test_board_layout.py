"""The board with what it has room for: texts and the dispute everywhere, from 120 columns the parties' own columns too."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloted import opened


@pytest.mark.parametrize("size", [(120, 40), (140, 40), (200, 50)])
async def test_from_one_hundred_and_twenty_columns_the_parties_stand_beside_the_texts_and_the_dispute_is_there(
    shipped: Path, size: tuple[int, int]
) -> None:
    async with opened(shipped, size=size) as driver:
        heads = next(line for line in driver.text().split("\n") if " Issue " in line)
        assert all(head in heads for head in ("Draft 20", "US 28", "Ukraine says", "Russia says", "US says", "What divides"))
        territory = next(line for line in driver.text().split("\n") if line.startswith("> Territory"))
        assert territory.count("R conditional") == 2
        assert "Ukraine, point 14" in driver.text()


async def test_at_eighty_columns_the_texts_and_what_divides_come_before_the_parties(shipped: Path) -> None:
    async with opened(shipped) as driver:
        heads = next(line for line in driver.text().split("\n") if " Issue " in line)
        assert heads.split() == ["Issue", "State", "Draft", "20", "US", "28", "What", "divides"]


async def test_the_reader_may_have_the_dispute_beside_the_board_and_below_again(shipped: Path) -> None:
    async with opened(shipped, size=(120, 40)) as driver:
        below = driver.text()
        beside = await driver.press("|")
        assert "│" in beside
        assert "│" not in below
        assert "│" not in await driver.press("|")


@pytest.mark.parametrize("columns", [120, 200, 400])
async def test_running_text_keeps_a_reading_width_and_a_table_takes_what_there_is(shipped: Path, columns: int) -> None:
    async with opened(shipped, "issue/territory", size=(columns, 50)) as driver:
        lines = driver.text().split("\n")[2:-1]
        assert 90 < max(map(len, lines)) <= 130, "a label and a line of text"
    async with opened(shipped, "guarantees/grid", size=(columns, 50)) as driver:
        assert max(map(len, driver.text().split("\n")[2:-1])) > columns - 30
