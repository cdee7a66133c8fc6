"""Where the reader is, and how to get back: the trail of places, the way out, and what a filter leaves behind."""

from pathlib import Path

import pytest
from piloted import Driver, opened

from tui.views.blocks import Page, Para, Span
from tui.views.pane import Open


def breadcrumbs(driver: Driver) -> str:
    return driver.text().split("\n")[1]


def foot(driver: Driver) -> str:
    return driver.text().rstrip("\n").split("\n")[-1]


async def test_history_walks_back_and_forward(shipped: Path) -> None:
    async with opened(shipped, "overview") as driver:
        await driver.press("2", "3", "less_than_sign")
        assert driver.screen.place.pane.id == "parties"
        await driver.press("greater_than_sign")
        assert driver.screen.place.pane.id == "red-lines"
        await driver.press("less_than_sign", "less_than_sign", "less_than_sign")
        assert "This is where you began" in foot(driver)


async def test_going_back_restores_the_parents_the_cursor_the_scroll_the_view_and_the_filter(shipped: Path) -> None:
    async with opened(shipped, "red-lines", size=(120, 24)) as driver:
        await driver.press("v", "slash", *"army", "enter", "j", "J")
        left = driver.text()
        await driver.press("enter", "5")
        assert driver.screen.place.pane.id == "compare"
        await driver.press("less_than_sign")
        assert len(driver.screen.stack) == 2, "the page stands above the pane that it was opened from"
        await driver.press("less_than_sign")
        assert driver.text() == left


async def test_what_is_changed_after_going_back_does_not_change_what_lies_forward(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3/6", size=(120, 40)) as driver:
        await driver.press("2", "less_than_sign", "x")
        assert "E3 / US 28" in breadcrumbs(driver)
        await driver.press("greater_than_sign", "less_than_sign")
        assert "E3 / US 28" in breadcrumbs(driver)


async def test_coming_back_from_a_link_finds_it_still_chosen(shipped: Path) -> None:
    async with opened(shipped, "parties", size=(120, 40)) as driver:
        await driver.press("tab", "tab")
        chosen = driver.screen.sheet.target
        await driver.press("enter", "q")
        assert driver.screen.sheet.target == chosen
        await driver.press("enter")
        assert driver.screen.place.address == chosen


async def test_up_and_back_again_is_one_step_in_the_history(shipped: Path) -> None:
    async with opened(shipped, "overview") as driver:
        await driver.press("2", "enter", "q", "less_than_sign")
        assert driver.screen.place.pane.id == "overview"
        await driver.press("greater_than_sign", "greater_than_sign")
        assert driver.screen.place.address == "party/ukraine"


async def test_help_and_the_list_of_names_are_no_stops_on_the_way(shipped: Path) -> None:
    async with opened(shipped, "parties") as driver:
        await driver.press("question_mark", "q", "colon", *"lavrov", "enter")
        assert breadcrumbs(driver).count(">") == 1
        await driver.press("less_than_sign")
        assert driver.screen.place.pane.id == "parties"
        assert len(driver.screen.stack) == 1


async def test_the_way_here_shows_its_end_even_where_it_is_long(shipped: Path) -> None:
    async with opened(shipped, "parties", size=(60, 20)) as driver:
        await driver.press("enter")
        for _ in range(6):
            await driver.press("tab", "tab", "enter")
        title = driver.screen.place.pane.title
        assert title[:8] in breadcrumbs(driver)


@pytest.mark.parametrize("key", ["escape", "backspace"])
async def test_escape_and_backspace_never_leave_the_program(shipped: Path, key: str) -> None:
    async with opened(shipped, "parties") as driver:
        await driver.press("enter", key, key, key)
        assert driver.app.is_running
        assert not driver.app._exit
        assert "Q quits" in foot(driver)


async def test_clearing_a_filter_keeps_the_row(shipped: Path) -> None:
    async with opened(shipped, "red-lines") as driver:
        await driver.press("slash", *"nato", "enter", "j")
        row = driver.screen.place.row
        assert row is not None
        text = await driver.press("q")
        assert driver.screen.place.row == row
        assert any(line.startswith("> ") for line in text.split("\n"))


async def test_giving_up_a_filter_goes_back_to_the_row_before_it(shipped: Path) -> None:
    async with opened(shipped, "red-lines") as driver:
        await driver.press("j", "j")
        row = driver.screen.place.row
        await driver.press("slash", *"zzz", "escape")
        assert driver.screen.place.row == row
        await driver.press("slash", *"zzz", "enter", "q")
        assert driver.screen.place.row == row


async def test_enter_opens_the_row_of_the_cursor_even_at_once_after_a_burst_of_moves(shipped: Path) -> None:
    async with opened(shipped, "parties") as driver:
        for name in ("down", "down", "down", "enter"):
            driver.app.do(name)
        await driver.pilot.pause()
        assert driver.screen.place.address == driver.screen.stack[0].rows[3].to


async def test_a_picture_of_another_size_keeps_the_line_and_the_link(shipped: Path) -> None:
    async with opened(shipped, "parties", size=(120, 40)) as driver:
        await driver.press("tab", "tab")
        chosen = driver.screen.sheet.target
        await driver.pilot.resize_terminal(90, 30)
        await driver.pilot.pause()
        assert driver.screen.sheet.target == chosen


async def test_from_an_opened_page_n_and_capital_n_walk_the_list_below_it(shipped: Path) -> None:
    async with opened(shipped, "sources") as driver:
        keys = [row.to for row in driver.screen.place.rows if not row.heading]
        await driver.press("enter")
        for at in (1, 2):
            await driver.press("n")
            assert driver.screen.place.address == keys[at]
        await driver.press("N", "N")
        assert driver.screen.place.address == keys[0]
        assert "first one of the list" in await driver.press("N")
        await driver.press("n", "q")
        assert driver.screen.place.address == keys[1].replace("source/", "sources/"), "and the way back leads to its row"


@pytest.mark.parametrize("size", [(40, 24), (60, 24), (80, 24)])
async def test_a_link_over_several_lines_is_one_stop(shipped: Path, size: tuple[int, int]) -> None:
    address = "red_line/ua-recognition"
    text = " ".join(f"word{number}" for number in range(40))
    page = Page("links", (Para((Span(text, to=address), Span(" and "), Span("another", to="party/russia"))),))
    async with opened(shipped, "overview", size=size) as driver:
        driver.screen.take(Open(page))
        await driver.settled()
        await driver.press("tab", "tab")
        assert driver.screen.sheet.target == "party/russia"
        await driver.press("shift+tab")
        strips = driver.app.screen._compositor.render_strips()
        lit = [one.text for strip in strips for one in strip if "word" in one.text and one.style and one.style.reverse]
        assert " ".join(lit).split() == text.split(), "all of its lines are seen to be chosen"
