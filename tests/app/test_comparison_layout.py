"""Compare at the two sizes that people have most: rows in line with their plans, words that wrap, no plan out of reach."""

from __future__ import annotations

import re
from contextlib import AbstractAsyncContextManager
from itertools import pairwise
from pathlib import Path

import pytest
from piloted import Driver, opened

from tui.model import Plan
from tui.views.compare.comparison import compare

SIZES = pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40)])
PLANS = pytest.mark.parametrize("plans", ["us-28+e3", "us-28+us-december+eu-24", "ru-2024+ru-2025+ru-three+us-december"])


def launch(store: Path, plans: str, columns: int, lines: int) -> AbstractAsyncContextManager[Driver]:
    return opened(store, f"compare/{plans}", size=(columns, lines))


def ladder(text: str) -> list[str]:
    """The lines of the list alone: the titles, and below them the rows."""
    lines = text.split("\n")[2:-1]
    rule = next((number for number, line in enumerate(lines) if line.startswith("──")), len(lines))
    return [line.split("│")[0].rstrip() for line in lines[:rule]]


def columns_of(text: str) -> tuple[list[str], list[str]]:
    """The titles of the plans, each above the marks of its column, and the names of the rows on the screen."""
    titles, *lines = ladder(text)
    begin = titles.index("Issue / point")
    end = titles.index(" Status") if " Status" in titles else len(titles)
    rows = [line.ljust(end + 1) for line in lines if re.match(r"[> ] \+?\d", line)]
    starts = [at for at in range(begin + 4, end) if all(row[at - 1] == row[at + 1] == " " != row[at] for row in rows)]
    assert rows
    assert starts
    heads = [titles[here:following].strip() for here, following in pairwise([*starts, end])]
    return heads, [row[begin : starts[0]].strip() for row in rows]


@SIZES
@PLANS
async def test_every_plan_has_a_column_whose_title_is_whole_or_marked_and_like_no_other(
    shipped: Path, plans: str, columns: int, lines: int
) -> None:
    async with launch(shipped, plans, columns, lines) as driver:
        store = driver.app.store
        found = compare(store, plans.split("+"))
        shorts, names = [head.short for head in found.columns], {row.short for row in found.rows}
        await driver.press("u")
        for _ in shorts:
            heads, rows = columns_of(driver.text())
            assert len(set(heads)) == len(shorts)
            assert sum(head.startswith("[") and head.endswith("]") for head in heads) == 1
            assert all(head.strip("[]") == short or "~" in head for head, short in zip(heads, shorts, strict=True))
            assert all(name in names or any(whole.startswith(name.removesuffix("…").rstrip()) for whole in names) for name in rows)
            assert all(name in names or name.endswith("…") for name in rows)
            await driver.press("l")


async def test_where_there_is_room_for_the_names_of_the_plans_none_is_cut(shipped: Path) -> None:
    async with launch(shipped, "ru-2024+ru-2025+ru-three+us-december", 80, 24) as driver:
        await driver.press("u")
        assert columns_of(driver.text())[0] == ["Russia 2024", "[Russia 2025]", "Russia three", "US December"]


@SIZES
async def test_plans_that_have_no_column_are_a_visible_key_away(shipped: Path, columns: int, lines: int) -> None:
    async with launch(shipped, "us-28+e3", columns, lines) as driver:
        store = driver.app.store
        await driver.press("j")  # the last line has told that nothing can be kept of this session
        assert "p pick" in driver.text().split("\n")[-1]
        await driver.press("p")
        seen = ""
        for _ in range(4):
            seen += driver.text()
            await driver.press("pagedown")
        for plan in store.ids("plan"):
            record = store.get("plan", plan)
            assert isinstance(record, Plan)
            assert f"{record.short}  " in seen


async def test_at_eighty_columns_the_words_of_two_or_three_plans_stand_side_by_side(shipped: Path) -> None:
    for plans in ("us-28+e3", "us-28+e3+draft-20"):
        async with launch(shipped, plans, 80, 24) as driver:
            await driver.press("enter", "j", "j")
            heads = next(line for line in driver.text().split("\n") if line.startswith(" US 28  point 22"))
            assert "  E3  point 22" in heads
            assert ("  Draft 20  point 15" in heads) == ("draft-20" in plans)


async def test_at_eighty_columns_the_words_of_four_plans_follow_each_other(shipped: Path) -> None:
    async with launch(shipped, "us-28+e3+draft-20+eu-24", 80, 24) as driver:
        await driver.press("enter", "j", "j", "+")
        shown = driver.text().split("\n")
        first, second = (next(n for n, line in enumerate(shown) if line.startswith(f" {head}  point 22")) for head in ("US 28", "E3"))
        assert second - first > 1
        assert all(line.startswith("   ") for line in shown[first + 1 : second]), "the words are set in below their plan"


async def test_at_one_hundred_and_twenty_the_detail_stands_beside_and_its_larger_form_sets_the_plans_side_by_side(shipped: Path) -> None:
    async with launch(shipped, "us-28+e3", 120, 40) as driver:
        shown = driver.text().split("\n")[2:-1]
        assert len({line.index("│") for line in shown}) == 1
        await driver.press("H")
        assert "+ larger detail" in driver.text()
        await driver.press("+")
        assert re.search(r"^ US 28  points 21, 22, 28 .* E3  points 21, 22", driver.text(), re.MULTILINE)


@SIZES
async def test_no_word_of_a_plan_is_cut(shipped: Path, columns: int, lines: int) -> None:
    async with launch(shipped, "us-28+e3", columns, lines) as driver:
        store = driver.app.store
        record = store.get("plan", "us-28")
        assert isinstance(record, Plan)
        point = next(point for point in record.point if point.number == "22")
        await driver.press("enter", "j", "j", "+")
        words = " ".join(driver.text().split())
        assert point.text
        assert all(word in words for word in point.text.split())
