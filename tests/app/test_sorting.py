"""Lists in another order: a key goes through those that a list offers, a mark in its head tells by what, and the session keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloted import Driver, opened

from tui.views import TABS
from tui.views.blocks import words


def names(driver: Driver, cell: int = 0) -> list[str]:
    return [words(row.cells[cell]) for row in driver.screen.place.rows if not row.heading]


@pytest.mark.parametrize(("pane", "head"), [("parties", "Party▲"), ("sources", "Source▲"), ("guarantees", "Guarantee▲")])
async def test_by_name_a_list_stands_by_the_letters_and_its_head_says_so(shipped: Path, pane: str, head: str) -> None:
    async with opened(shipped, pane) as driver:
        own = names(driver)
        text = await driver.press("S")
        assert "Sorted by name" in text.split("\n")[-1]
        assert head in text
        assert sorted(names(driver)) == sorted(own)
        for part in parts(driver):
            assert part == sorted(part, key=str.casefold)


def parts(driver: Driver, cell: int = 0) -> list[list[str]]:
    """The names below each heading."""
    out: list[list[str]] = [[]]
    for row in driver.screen.place.rows:
        if row.heading:
            out.append([])
        else:
            out[-1].append(words(row.cells[cell]))
    return out


async def test_lines_stay_below_their_parties(shipped: Path) -> None:
    async with opened(shipped, "red-lines") as driver:
        owners = [set(part) for part in parts(driver)]
        for _ in range(3):
            await driver.press("S")
            assert [set(part) for part in parts(driver)] == owners
        assert "Called▲" in driver.text()
        assert all(part == sorted(part, key=str.casefold) for part in parts(driver, 2))


async def test_the_timeline_runs_forward_and_back(shipped: Path) -> None:
    async with opened(shipped, "timeline", size=(120, 40)) as driver:
        assert "Date▲" in driver.text()
        forward = names(driver, 2)
        text = await driver.press("S")
        assert "by day, the latest first" in text.split("\n")[-1]
        assert "Date▼" in text
        days = [driver.screen.store.get("event", row.key) for row in driver.screen.place.rows if not row.heading]
        known = [one.date.lower for one in days if one]  # type: ignore[attr-defined]
        assert known == sorted(known, reverse=True)
        assert sorted(names(driver, 2)) == sorted(forward)


async def test_sources_stand_by_day_and_by_reliability_too(shipped: Path) -> None:
    async with opened(shipped, "sources", size=(120, 40)) as driver:
        assert "Cited▼" in driver.text()
        text = await driver.press("S", "S")
        assert "by day, the latest first" in text.split("\n")[1], "the column of days has no room"
        assert "Date▼" in await driver.press("|")
        await driver.press("|")
        text = await driver.press("S")
        assert "by reliability" in text.split("\n")[1], "no column has it, so the line of the tabs tells"
        text = await driver.press("S")
        assert "Cited▼" in text


async def test_hits_stand_by_name_too(shipped: Path) -> None:
    async with opened(shipped, "overview") as driver:
        await driver.press("F", *"territory", "enter")
        best = [hit.title for hit in driver.screen.place.pane.found.hits]  # type: ignore[attr-defined]
        text = await driver.press("S")
        assert "Name▲" in text
        found = [name for name in names(driver, 1) if name]
        for title, name in zip(sorted(best, key=str.casefold), found[-len(best) :], strict=True):
            assert name.startswith(title[:12])
        assert best != sorted(best, key=str.casefold)


async def test_what_became_known_later_stands_with_the_latest_first(shipped: Path) -> None:
    async with opened(shipped, "later", as_at="2025-11-30", size=(120, 40)) as driver:
        text = await driver.press("S")
        assert "Known from▼" in text
        assert "by name" in await driver.press("S")


@pytest.mark.parametrize("pane", ["overview", "compare"])
async def test_where_a_list_has_one_order_the_key_says_which(shipped: Path, pane: str) -> None:
    async with opened(shipped, pane) as driver:
        before = names(driver)
        assert "This list has one order only: " in (await driver.press("S")).split("\n")[-1]
        assert names(driver) == before


async def test_where_there_is_no_list_the_key_says_so(shipped: Path) -> None:
    async with opened(shipped, "party/ukraine") as driver:
        assert "There is no list here to sort." in await driver.press("S")


async def test_the_order_is_kept_with_the_row_for_the_session_another_day_and_the_way_back(shipped: Path) -> None:
    async with opened(shipped, "sources") as driver:
        row = driver.screen.place.row
        await driver.press("S")
        assert driver.screen.place.row == row
        kept = names(driver)
        await driver.press("1", "7")
        assert names(driver) == kept
        await driver.press("enter", "q")
        assert names(driver) == kept
        driver.app.reopen = lambda day: type(driver.app.store).open(shipped, day)
        await driver.press("a", "ctrl+u", *"2025-12-20", "enter")
        assert "Source▲" in driver.text()
        await driver.press("slash", *"news", "enter")
        assert names(driver) == sorted(names(driver), key=str.casefold)


async def test_the_next_page_is_that_of_the_next_row_in_this_order(shipped: Path) -> None:
    async with opened(shipped, "sources") as driver:
        await driver.press("S", "g", "enter")
        following = driver.screen.stack[0].rows[1].to
        await driver.press("n")
        assert driver.screen.place.address == following


@pytest.mark.parametrize("pane", TABS)
async def test_every_order_keeps_every_row_and_comes_round(shipped: Path, pane: str) -> None:
    async with opened(shipped, pane, ascii_only=True) as driver:
        own = names(driver)
        for _ in driver.screen.place.pane.orders:
            await driver.press("S")
            assert sorted(names(driver)) == sorted(own)
            assert driver.text().isascii()
        assert names(driver) == own


async def test_the_last_line_offers_the_key_where_a_list_has_several_orders(shipped: Path) -> None:
    async with opened(shipped, "sources", size=(120, 40)) as driver:
        assert "S sort" in driver.text().split("\n")[-1]
    async with opened(shipped, "overview", size=(200, 50)) as driver:
        assert "S sort" not in driver.text().split("\n")[-1]
