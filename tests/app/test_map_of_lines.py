"""The map of red lines in the app: in reach with two keys, the cell in which the reader is marked, its words below."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloted import Driver, opened


def standing_out(driver: Driver, row: str) -> list[str]:
    """What stands out of the bar on the line of the list with these words."""
    strips = driver.app.screen._compositor.render_strips()
    strip = next(strip for strip in strips if row in strip.text)
    if not any(segment.style and segment.style.reverse for segment in strip):
        return []
    return [segment.text for segment in strip if not (segment.style and segment.style.reverse)]


async def test_two_keys_from_the_start_show_which_texts_cross_a_partys_lines(shipped: Path) -> None:
    async with opened(shipped) as driver:
        lines = (await driver.press("3", "v")).split("\n")
        (head,) = [line for line in lines if "US28" in line]
        assert head.split()[-11:][:2] == ["Dr20", "US28"]
        shown = [line for line in lines if line.startswith(("    ", ">   "))][:9]
        assert "No giving up" in shown[0]
        assert "Nothing without" in shown[8]
        assert shown[1].split()[2:4] == ["s░░", "s░░"]
        (total,) = [line for line in lines if "Ukraine (9)" in line]
        assert total.split()[2:4] == ["S1s2", "x3s2"]


async def test_the_cell_in_which_the_reader_is_is_marked_and_its_words_stand_below(shipped: Path) -> None:
    async with opened(shipped, "red-lines/map") as driver:
        text = await driver.press("j", "j", "l")
        assert "".join(standing_out(driver, "No recognition  ")).strip() == "s░░"
        assert "Ukraine: No recognition / US 28" in text
        assert driver.screen.place.address == "red-lines/ua-recognition/us-28"
        await driver.press("j")
        assert standing_out(driver, "No recognition  ") == []


async def test_the_row_of_a_party_names_the_lines_that_each_text_crosses(shipped: Path) -> None:
    async with opened(shipped, "red-lines/map", size=(80, 50)) as driver:
        text = " ".join((await driver.press("g")).split())
        assert "Ukraine: 9 red lines over all texts" in text
        assert "US 28 x appears crossed 3: No giving up of territory, No limits on the army, No veto on alliances" in text
        assert driver.screen.place.address == "red-lines/map/ukraine"


async def test_the_map_is_kept_to_a_party_with_one_key_and_to_an_issue_by_words(shipped: Path) -> None:
    async with opened(shipped, "red-lines/map", size=(80, 50)) as driver:
        text = await driver.press("b")
        assert "Russia (9)" not in text
        assert "Ukraine only" in text
    async with opened(shipped, "red-lines", size=(80, 50)) as driver:
        text = await driver.press("/", *"europeans territory", "enter")
        assert "No borders changed" in text
        assert "No recognition" not in text
    async with opened(shipped, "red-lines/map/territory", size=(80, 50)) as driver:
        assert "No limits on the army" not in driver.text()
        assert "No limits on the army" in await driver.press("b")


async def test_the_map_has_an_ascii_twin(shipped: Path) -> None:
    async with opened(shipped, "red-lines/map", ascii_only=True) as driver:
        assert driver.text().isascii()
        assert "s::" in driver.text()


@pytest.mark.parametrize("size", [(100, 24), (119, 30)])
async def test_names_of_lines_are_whole_in_the_map_on_a_low_screen_of_middling_width(shipped: Path, size: tuple[int, int]) -> None:
    async with opened(shipped, "red-lines/map", size=size) as driver:
        text = await driver.press("j", "l")
        rows = "\n".join(line for line in text.split("\n") if line.startswith("    "))
        assert "Plant not without Ukraine" in rows
        assert "…" not in rows
        assert "Ukraine: No giving up of territory / US 28" in text
