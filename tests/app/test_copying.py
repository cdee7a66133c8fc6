"""What `y` copies is what the screen says, in the screen's words, with every address whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from piloted import Driver, opened

from tui.app.panes.said import citation
from tui.app.writing import view
from tui.views.blocks import words

NARROW = (60, 20)
ADDRESS = "https://news.liga.net/en/amp/politics/news/media-disclosed-all-28-points-of-trumps-peace-plan-for-ukraine-and-russia"
NOTE = "The words are this desk's paraphrase, not the original wording; numbers are exact."


def copied(driver: Driver) -> str:
    return citation(driver.screen.store, driver.screen.place, driver.app.size.width)


@pytest.mark.parametrize("keys", [[], ["d"], ["i"], ["enter"]], ids=lambda keys: "-".join(keys) or "row")
async def test_addresses_are_whole_dates_are_in_words_and_notes_on_sources_stay(shipped: Path, keys: list[str]) -> None:
    async with opened(shipped, "compare/us-28+e3/6", size=NARROW) as driver:
        await driver.press(*keys)
        text = copied(driver)
    lines = [line.strip() for line in text.splitlines()]
    for told in (ADDRESS, "after AP", "read in a relay, which is not cited"):
        assert told in lines
    assert "LIGA.net, about 21 Nov 2025" in text
    assert "CNN, about 24 Nov 2025" in text
    assert text.splitlines()[-1].startswith("  briefing: Talks on ending the war in Ukraine, late 2025, as at 24 Dec 2025")
    assert not text.rstrip().endswith(",")
    assert not re.search(r"\d{4}-\d{2}-\d{2}[~?%/.]", re.sub(r"https?://\S+", "", text)), "no date as the source files write it"


async def test_what_is_copied_says_that_its_words_are_a_paraphrase_but_not_of_what_is_none(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3/6", size=NARROW) as driver:
        assert copied(driver).count(f"[{NOTE}]") == 2
        await driver.press("i")
        assert copied(driver).count(NOTE) == 1
    async with opened(shipped, "parties/ukraine", size=NARROW) as driver:
        assert NOTE not in copied(driver)


async def test_a_verdict_is_copied_with_how_it_was_come_by_and_a_judgement_with_what_carries_it(shipped: Path) -> None:
    async with opened(shipped, "red-lines/ua-army/us-28", size=(120, 40)) as driver:
        assert "- judgement of this desk, 21 Nov 2025; follows from a stated number\n" in copied(driver)
    async with opened(shipped, "judgement/congress-is-the-test", size=NARROW) as driver:
        assert "  rests on: US, by Congress; " in copied(driver)


async def test_a_view_that_is_written_has_each_page_once_and_whole(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3/6", size=NARROW) as driver:
        await driver.press("i")
        place = driver.screen.place
        text = view(driver.screen.store, place, rows=True, detail=True)
        title = "US 28 point 6: Forces of 600,000"
        assert title in [words(block.line) for block in place.page(60).blocks if hasattr(block, "line")]
    assert text.count(f"{title}\n") == 1
    assert ADDRESS in [line.strip() for line in text.splitlines()]


async def test_where_a_page_has_no_address_nothing_is_said_to_be_copied(shipped: Path) -> None:
    async with opened(shipped, "compare", size=(120, 40)) as driver:
        text = await driver.press("d", "Y")
        assert "no address of its own" in text
        assert "Sent" not in text.split("\n")[-1]
