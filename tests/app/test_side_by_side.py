"""What a reader puts side by side: guarantees at choice, issues by parties; and lists that leave titles whole where there is room."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloted import Driver, opened

from tui.widths import width


async def test_two_to_four_guarantees_of_ones_choice_stand_side_by_side(shipped: Path) -> None:
    async with opened(shipped, "guarantees", size=(120, 40)) as driver:
        text = await driver.press("p", "j", "space", "enter")
        (head,) = [line for line in text.split("\n") if line.startswith(" Axis")]
        assert head.split("  ")[0] == " Axis"
        assert "US, by Congress" in head
        assert "Article-5-like" in head
        assert "Coalition force" not in text
        assert driver.screen.place.address == "guarantees/us-congress+article-5-like"


async def test_three_chosen_guarantees_fit_eighty_columns_and_the_address_leads_back(shipped: Path) -> None:
    async with opened(shipped, "guarantees/purl+coalition+own-forces") as driver:
        (head,) = [line for line in driver.text().split("\n") if line.startswith(" Axis")]
        assert head.split() == ["Axis", "PURL", "Coalition", "force", "Own", "forces"]
        await driver.press("v", "v")
        assert "> US, by Congress" in driver.text()


async def test_parties_have_issues_down_and_parties_across_and_the_words_of_the_chosen_cell(shipped: Path) -> None:
    async with opened(shipped, "parties", size=(80, 40)) as driver:
        text = await driver.press("v", "l")
        (row,) = [line for line in text.split("\n") if line.startswith("> Territory")]
        assert row.split()[2:6] == ["R", "conditional", "R", "conditional"]
        assert "Russia on Territory" in text
        assert driver.screen.place.address == "parties/issues/territory/russia"
        assert "Ukraine's troops leave the whole of Donetsk" in " ".join(text.split())
    async with opened(shipped, "parties/issues/territory/russia", size=(80, 40)) as driver:
        assert "Russia on Territory" in driver.text()


def titles(driver: Driver) -> list[str]:
    """The rows of the list, as far as they are the list's."""
    return [line.split("│")[0].rstrip() for line in driver.text().split("\n") if "│" in line]


@pytest.mark.parametrize("pane", ["parties", "red-lines", "guarantees"])
async def test_beside_a_detail_no_name_is_cut(shipped: Path, pane: str) -> None:
    async with opened(shipped, pane, size=(120, 60)) as driver:
        assert not [line for line in titles(driver) if "…" in line]


async def test_the_title_of_a_source_keeps_forty_cells_beside_its_detail(shipped: Path) -> None:
    async with opened(shipped, "sources", size=(120, 40)) as driver:
        head = titles(driver)[0]
        assert head.index("Cited") - head.index("Title") > 40
        assert width(driver.text().split("\n")[2]) <= 120


async def test_the_name_of_an_event_keeps_forty_cells_beside_its_detail(shipped: Path) -> None:
    async with opened(shipped, "timeline", size=(120, 40)) as driver:
        assert "Bloomberg, one source: Russian terms mis" in driver.text()
