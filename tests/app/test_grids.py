"""The grids of red lines and of guarantees: which columns stand there, how to reach the others, and that they stay put."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from piloted import Driver, opened


def heads(driver: Driver) -> str:
    """The line with the titles of the columns."""
    return next(line for line in driver.text().split("\n") if re.match(r"  (Line|\d+-\d+ of )", line))


async def test_the_living_text_stands_first_and_the_first_head_tells_which_of_how_many_are_shown(shipped: Path) -> None:
    async with opened(shipped, "red-lines/grid") as driver:
        assert heads(driver).split("l ", 1)[1].split()[:4] == ["[Draft", "20]", "US", "28"]
        assert heads(driver).startswith("  1-4 of 11: h l")
        assert "x21d" in driver.text()


async def test_h_and_l_move_the_columns_no_further_than_they_must(shipped: Path) -> None:
    async with opened(shipped, "red-lines/grid") as driver:
        await driver.press("l", "l", "l")
        assert "Draft 20" in heads(driver)
        await driver.press("l")
        assert "2-5 of 11: h l" in driver.text()
        assert "[Kyiv refined]" in heads(driver)
        await driver.press("h")
        assert "2-5 of 11: h l" in driver.text()


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (160, 50)])
async def test_short_names_are_whole_and_no_two_columns_have_the_same_title(shipped: Path, size: tuple[int, int]) -> None:
    async with opened(shipped, "red-lines/grid", size=size) as driver:
        await driver.press("l", "l")
        assert "Talks 11 Dec" in heads(driver)
        assert "…" not in heads(driver).split("│")[0]


@pytest.mark.parametrize("place", ["red-lines/map", "red-lines/grid"])
async def test_on_a_high_screen_a_grid_stands_above_its_words_and_cuts_no_name_of_a_line(shipped: Path, place: str) -> None:
    async with opened(shipped, place, size=(120, 40)) as driver:
        shown = driver.text().split("\n")
        rule = next(number for number, line in enumerate(shown) if line.startswith("──"))
        named = [line for line in shown[3:rule] if line.strip()]
        assert len(named) > 12
        assert not [line for line in named if "…" in line]


@pytest.mark.parametrize("place", ["red-lines/grid", "guarantees/grid"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_grid_looks_the_same_on_the_way_back(shipped: Path, place: str, size: tuple[int, int]) -> None:
    async with opened(shipped, place, size=size) as driver:
        before = driver.text()
        await driver.press("1")
        number = "3" if place.startswith("red") else "4"
        assert await driver.press(number) == before
        await driver.press("?")
        assert await driver.press("q") == before


async def test_a_grid_follows_a_resize(shipped: Path) -> None:
    async with opened(shipped, "red-lines/grid") as driver:
        await driver.pilot.resize_terminal(60, 24)
        await driver.press("l")
        assert "1-2 of 11: h l" in driver.text()


async def test_each_verdict_stands_with_its_points_and_enter_has_both_wordings(shipped: Path) -> None:
    async with opened(shipped, "red-lines/grid", size=(120, 60)) as driver:
        assert "x21d" in driver.text()
        await driver.press("l", "j", "enter")
        text = " ".join(driver.text().split())
        assert "Occupied territory is not recognised as Russian" in text
        assert "Crimea, Luhansk and Donetsk count as Russian de facto" in text
        assert "judgement of this desk" in text


async def test_the_grid_of_guarantees_tells_which_options_it_shows_and_how_each_thing_is_said(shipped: Path) -> None:
    async with opened(shipped, "guarantees/grid") as driver:
        assert "Security guarantees: options 1-2 of 12, h l move" in driver.text()
        assert "[said]" in driver.text()
        await driver.press("h")
        assert "options 1-2 of 12" in driver.text()
        await driver.press(*["l"] * 12)
        assert "options 11-12 of 12" in driver.text()


async def test_at_a_glance_an_axis_tells_who_names_one_who_says_none_and_who_leaves_it_unsaid(shipped: Path) -> None:
    async with opened(shipped, "guarantees", size=(80, 50)) as driver:
        await driver.press("v", "v")
        text = await driver.press("j", "j", "j")
        assert "Trigger: what each option says" in text
        assert "V said -- 8 say something" in text
        assert "0 none -- 1 say that there is none" in text
        assert "_ unsaid -- 3 leave it unsaid" in text
        assert "5 EU membership; 8 Non-aggression pact; 9 Own forces" in text
        assert "Axios" in text
        await driver.press("enter")
        assert "Trigger: what each option says" in driver.text()


async def test_the_list_of_guarantees_tells_none_from_unsaid(shipped: Path) -> None:
    async with opened(shipped, "guarantees") as driver:
        rows = {line[2:].split("  ")[0]: line for line in driver.text().split("\n")}
        assert " none " in rows["PURL"]
        assert " unsaid " in rows["EU membership"]
        assert " said " in rows["US, by Congress"]


async def test_a_described_plan_without_a_word_is_not_called_unreleased_without_more(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+draft-20/26", size=(70, 40)) as driver:
        assert "as described, it says nothing known on this" in " ".join(driver.text().split())


async def test_a_party_without_a_statement_is_not_told_to_have_made_one(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+party:ukraine", size=(80, 50)) as driver:
        text = driver.text()
        assert "it is public, but" not in text
        assert " N " in text


async def test_one_key_has_all_points_of_a_plan_on_the_lines_of_a_party_with_both_wordings_and_sources(shipped: Path) -> None:
    async with opened(shipped, "red-lines/grid", size=(80, 200)) as driver:
        await driver.press("b", "l")
        text = " ".join((await driver.press("f")).split())
        assert "Red lines: US 28 and the lines of Ukraine" in text
        for words in (
            "Ukraine may not give up territory.",
            "US 28 21d",
            "x appears crossed: Ukrainian troops",
            "600,000",
            "judgement of this desk",
        ):
            assert words in text
        assert "All of Donbas" not in text
        assert driver.screen.place.address == "red-lines/points/us-28/ukraine"


async def test_the_address_of_a_cell_leads_back_to_it(shipped: Path) -> None:
    async with opened(shipped, "red-lines/ua-army/e3") as driver:
        assert driver.screen.place.address == "red-lines/ua-army/e3"
        assert "Ukraine: No limits on the army / E3" in driver.text()
        await driver.press("h")
        assert driver.screen.place.address == "red-lines/ua-army/ru-three"
    async with opened(shipped, "red-lines/points/us-december/us") as driver:
        assert "[US December]" in heads(driver)


async def test_beside_its_detail_the_glance_has_room_for_most_options(shipped: Path) -> None:
    async with opened(shipped, "guarantees/glance", size=(120, 40)) as driver:
        head = next(line for line in driver.text().split("\n") if line.startswith("  Axis"))
        assert head.split("│")[0].split()[-1] == "11"


@pytest.mark.parametrize("place", ["red-lines/grid", "guarantees/grid", "guarantees/glance"])
async def test_the_grids_live_on_a_day_with_one_plan_and_before_any(shipped: Path, place: str) -> None:
    for day in ("2025-11-22", "1990-01-01"):
        async with opened(shipped, place, as_at=day) as driver:
            await driver.press("l", "h", "v", "f", "q", "b")
            assert driver.screen.stack
