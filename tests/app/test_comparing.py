"""The questions that people come to the comparison with, answered with the keys that the footer names."""

import re
from pathlib import Path

import pytest
from piloted import opened

from tui.app.commands.taking import standing
from tui.views.compare.pane import ComparePane


def flat(text: str) -> str:
    return re.sub(r"[\s│|]+", " ", text)


async def test_how_the_e3_text_changes_point_six_and_by_which_number(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3/6") as driver:
        assert "600,000 -- US 28" in driver.text()
        assert "800,000 -- E3" in driver.text()
        text = flat(await driver.press("d"))
        assert "600,000" in text
        assert "800,000" in text
        assert "Changed facts" in text
        assert "US 28 point 6 -> E3 point 6" in text
        assert "The Straits Times" in text


async def test_a_difference_opens_on_a_row_that_one_of_the_plans_strikes_out_and_between_later_plans(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3+draft-20/3") as driver:
        text = flat(await driver.press("d"))
        assert "US 28 point 3 -> E3 point 3" in text
        assert "struck out here" in text
    async with opened(shipped, "compare/us-28+e3+draft-20/6") as driver:
        assert "US 28 point 6 -> Draft 20 point 4" in flat(await driver.press("l", "d"))


async def test_at_eighty_columns_the_ladder_stays_above_the_chosen_rows_cells(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3/6", size=(80, 24)) as driver:
        lines = driver.text().split("\n")
        rule = next(n for n, line in enumerate(lines) if line.startswith("──"))
        assert any(line.startswith("> 6 ") for line in lines[:rule])
        below = "\n".join(lines[rule:])
        assert "US 28" in below


async def test_at_one_hundred_columns_the_ladder_stands_beside_the_stacked_cells(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3/6", size=(100, 30)) as driver:
        lines = driver.text().split("\n")
        row = next(n for n, line in enumerate(lines) if line.startswith("> 6 "))
        assert "│" in lines[row]
        right = [line.partition("│")[2].strip() for line in lines]
        first, second = (next(n for n, line in enumerate(right) if line.startswith(head)) for head in ("US 28  point 6", "E3  point 6"))
        assert first < second


async def test_at_one_hundred_and_forty_columns_the_cells_stand_side_by_side(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3/6", size=(140, 50)) as driver:
        assert re.search(r"US 28\s+point 6.*E3\s+point 6", driver.text())


async def test_four_plans_stand_side_by_side_at_one_hundred_and_forty_and_their_rows_keep_a_name(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3+draft-20+eu-24/6", size=(140, 40)) as driver:
        assert re.search(r"US 28\s+point 6.*E3\s+point 6.*Draft 20\s+point 4.*Europe 24\s+/ apart", driver.text())
        assert re.search(r"^> 6 +Forces", driver.text(), re.MULTILINE)


async def test_below_sixty_columns_the_row_opens_alone(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3/6", size=(50, 20)) as driver:
        text = flat(await driver.press("enter"))
        assert "600,000" in text


async def test_swapping_the_plans_swaps_them_and_stays_on_the_row(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3/6", size=(120, 40)) as driver:
        text = await driver.press("x")
        assert "E3 / US 28" in text
        assert re.search(r"^> 6 ", text, re.MULTILINE)


async def test_h_and_l_choose_the_plan_in_brackets(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3") as driver:
        assert "[E3]" in driver.text()
        assert "[US 28]" in await driver.press("l")
        assert "[E3]" in await driver.press("h")


async def test_a_third_plan_can_be_chosen(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3") as driver:
        await driver.press("p", "j", "j", "space", "enter")
        assert len(driver.screen.place.address.split("+")) == 3


@pytest.mark.parametrize(("key", "wanted"), [("n", "~-+!.<>"), ("N", "~-+!.<>")])
async def test_the_next_difference_is_a_row_that_differs(shipped: Path, key: str, wanted: str) -> None:
    async with opened(shipped, "compare/us-28+e3") as driver:
        text = await driver.press(key)
        row = next(line for line in text.split("\n") if line.startswith("> "))
        assert not set(wanted).isdisjoint(row.split())


@pytest.mark.parametrize("words", ["troops", "force", "army", "nuclear"])
async def test_a_hop_stays_among_the_rows_that_a_filter_shows(shipped: Path, words: str) -> None:
    async with opened(shipped, "compare/us-28+e3") as driver:
        await driver.press("/", *words, "enter")
        shown = [row.key for row in driver.screen.place.rows]
        for key in "nnNNccoo":
            text = await driver.press(key)
            assert [row.key for row in driver.screen.place.rows] == shown
            if shown:
                assert driver.screen.place.row
                assert "No row holds all of" not in text
            else:
                assert "filter hides" in text


async def test_compare_opens_on_one_row_an_issue_and_enter_unfolds_its_points(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3+ru-2025", size=(80, 24)) as driver:
        rows = driver.screen.place.rows
        assert [row.key for row in rows][:3] == ["territory", "armed-forces", "nato"]
        text = await driver.press("enter")
        assert [row.key for row in driver.screen.place.rows][:4] == ["territory", "us-28/21", "us-28/22", "ru-2025/1"]
        assert re.search(r"^> +Territory", text, re.MULTILINE)
        assert "point 21" in await driver.press("j")


async def test_u_shows_every_point_then_those_that_differ_or_touch_a_line_then_the_issues(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3") as driver:
        issues = [row.key for row in driver.screen.place.rows]
        await driver.press("u")
        every = {row.key for row in driver.screen.place.rows}
        await driver.press("u")
        some = {row.key for row in driver.screen.place.rows}
        assert set(issues) < some <= every
        pane = driver.screen.place.pane
        assert isinstance(pane, ComparePane)
        found = pane.comparison
        assert not isinstance(found, str)
        hidden = [found.row(key) for key in every - some]
        assert all(row and row.identical and not any(row.worst) for row in hidden)
        await driver.press("u")
        assert [row.key for row in driver.screen.place.rows] == issues


async def test_n_walks_from_one_difference_to_the_next_and_unfolds_the_issues_on_its_way(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3") as driver:
        seen = []
        for _ in range(5):
            await driver.press("n")
            assert driver.screen.place.row
            seen.append(driver.screen.place.row.key)
        assert seen[:3] == ["us-28/21", "us-28/6", "us-28/3"]
        await driver.press("N", "N")
        assert driver.screen.place.row
        assert driver.screen.place.row.key == seen[2]


async def test_a_filter_looks_at_the_points_that_are_folded_away(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3") as driver:
        text = await driver.press("/", *"amnesty", "enter")
        assert {"us-28/26"} <= {row.key for row in driver.screen.place.rows}
        assert "No row holds" not in text


async def test_readings_tell_the_witness_and_whether_substance_differs(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3/9") as driver:
        text = flat(await driver.press("h", "w"))
        assert "of substance" in text
        assert "troops" in text


async def test_the_grid_of_red_lines_sets_the_words_on_both_sides(shipped: Path) -> None:
    async with opened(shipped, "red-lines/ua-army", size=(120, 40)) as driver:
        text = flat(await driver.press("v"))
        assert "Verdict" in text
        assert "desk" in text


async def test_the_source_of_a_row_is_that_of_the_chosen_plans_point(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3/6", size=(120, 40)) as driver:
        second = standing(driver.screen)
        await driver.press("h")
        first = standing(driver.screen)
        assert first
        assert second
        assert (first.path.endswith("us-28.toml"), second.path.endswith("e3.toml")) == (True, True)
