"""What the last line asks and says: prompts that keep what was typed, hints by importance, sentences that are never cut."""

import re
from pathlib import Path

import pytest
from piloted import Driver, opened

from tui.keys import KEYS, offered
from tui.terminal.clipboard import LIMIT, copied
from tui.views import TABS
from tui.views.pane import Anew


def last(driver: Driver, lines: int = 1) -> str:
    return "\n".join(driver.text().split("\n")[-lines:])


async def test_a_typed_day_replaces_the_day_shown(shipped: Path) -> None:
    async with opened(shipped, "compare", size=(120, 40)) as driver:
        await driver.press("a")
        assert re.search(r"as at: 2025-12-24\s+from \d{4}-\d\d-\d\d to 2025-12-24", last(driver))
        await driver.press(*"2025-12-09")
        assert "as at: 2025-12-09 " in last(driver)


async def test_backspace_and_arrows_edit_the_day_shown(shipped: Path) -> None:
    async with opened(shipped, "compare") as driver:
        await driver.press("a", "backspace", "backspace", *"09")
        assert "as at: 2025-12-09 " in last(driver)
        await driver.press("left", "backspace", "1")
        assert "as at: 2025-12-19 " in last(driver)


async def test_a_day_that_is_none_is_refused_with_its_form_and_kept_to_be_mended(shipped: Path) -> None:
    async with opened(shipped, "compare") as driver:
        await driver.press("a", *"yesterday", "enter")
        assert "'yesterday' is no date. Write it like 24 Dec 2025" in last(driver, 3)
        assert "as at: yesterday" in last(driver)
        assert "'yesterday'" not in await driver.press("backspace"), "the sentence goes when the text changes"


async def test_a_search_from_a_day_that_is_none_is_refused_and_kept_to_be_mended(shipped: Path) -> None:
    async with opened(shipped, "compare") as driver:
        await driver.press("F", *"army after:yesterday", "enter")
        assert "'yesterday' is not a day; write it like 2025-12-09 or 9 Dec 2025" in " ".join(last(driver, 3).split())
        assert "search: army after:yesterday" in last(driver)


@pytest.mark.parametrize("typed", ["9 Dec", "9 Dec 2025", "dec 9", "9.12.", "2025-12-09"])
async def test_a_day_is_taken_as_people_write_it(shipped: Path, typed: str) -> None:
    async with opened(shipped, "parties") as driver:
        driver.app.reopen = lambda day: type(driver.app.store).open(shipped, day)
        await driver.send("a", *typed, "enter")
        assert driver.app.store.as_at == "2025-12-09"


async def test_another_day_keeps_the_way_here(shipped: Path) -> None:
    async with opened(shipped, "parties") as driver:
        driver.app.reopen = lambda day: type(driver.app.store).open(shipped, day)
        await driver.press("enter", "a", *"2025-12-09", "enter")
        text = driver.text()
        assert "as at 9 Dec 2025" in text
        assert [place.address for place in driver.screen.stack] == ["parties/ukraine", "party/ukraine"]


async def test_a_full_stop_opens_no_filter_and_z_does(shipped: Path) -> None:
    async with opened(shipped, "red-lines") as driver:
        await driver.press("full_stop")
        assert driver.screen.prompt is None
        assert "Guarantees (key 4)" in last(driver)
        assert "filter:" in await driver.press("z")
        await driver.press("escape")
        assert "filter:" in await driver.press("я")


@pytest.mark.parametrize("pane", TABS)
async def test_a_first_time_reader_finds_the_chief_keys_at_eighty_columns(shipped: Path, pane: str) -> None:
    wanted = ["? more", "q quit", "F search", "/ filter"]
    if pane == "compare":
        wanted = ["? more", "q quit", "u fold", "d diff", "p pick", "n next", "x swap", "c contested"]
    if pane == "red-lines":
        wanted += ["v view", "p pick", "f points", "b party"]
    async with opened(shipped, pane) as driver:
        for words in wanted:
            assert words in last(driver)
        assert f"{list(TABS).index(pane) + 1} {TABS[pane].title}" in driver.text()


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (60, 20)])
async def test_help_and_the_way_out_are_named_at_every_size(shipped: Path, size: tuple[int, int]) -> None:
    async with opened(shipped, "compare", size=size) as driver:
        assert "? more  q quit" in last(driver)


async def test_all_the_keys_of_a_place_can_be_shown_and_put_away(shipped: Path) -> None:
    async with opened(shipped, "compare") as driver:
        await driver.press("H")
        shown = last(driver, 4)
        for words in ("L lineage", "w readings", "o open row", "u fold", "J scroll detail"):
            assert words in shown
        await driver.press("H")
        assert "lineage" not in driver.text()


async def test_columns_without_room_are_named_with_the_key_that_shows_them(shipped: Path) -> None:
    async with opened(shipped, "sources", size=(50, 20)) as driver:
        assert re.search(r"Enter open, \+\d column", last(driver))
    async with opened(shipped, "red-lines", size=(50, 20)) as driver:
        await driver.press("v")
        assert re.search(r"h l \+\d columns", last(driver))


@pytest.mark.parametrize(("pane", "key", "told"), [("compare", "uu", "u same folded"), ("red-lines", "b", "b Ukraine only")])
async def test_rows_that_a_view_leaves_out_are_told_of_at_eighty_columns(shipped: Path, pane: str, key: str, told: str) -> None:
    async with opened(shipped, pane) as driver:
        assert told not in last(driver)
        await driver.press(*key)
        assert told in last(driver)


@pytest.mark.parametrize("pane", TABS)
async def test_help_begins_with_what_can_be_done_here(shipped: Path, pane: str) -> None:
    async with opened(shipped, pane) as driver:
        await driver.press("question_mark")
        rows = driver.screen.place.rows
        end = next(place for place, row in enumerate(rows) if row.heading and place)
        here = [row.key for row in rows[1:end]]
        assert {"find", "provenance", "as_at", "copy"} <= set(here)
        assert "filter" in here
        assert all(key.name in here for key in KEYS if pane in key.panes and key.rank < 60)
        keys = [row.key for row in rows if not row.heading]
        assert len(keys) == len(set(keys)), "each once"


async def test_a_key_of_another_pane_says_where_it_works(shipped: Path) -> None:
    async with opened(shipped, "parties") as driver:
        for key in KEYS:
            if not offered(key, "parties") and set(key.panes) & set(TABS):
                driver.app.do(key.name)
                await driver.pilot.pause()
                assert re.search(r"works in .*\(key \d\)", last(driver, 2).replace("\n", " ")), key.name


async def test_a_sentence_longer_than_the_line_takes_another_line(shipped: Path) -> None:
    async with opened(shipped, "overview", size=(40, 12)) as driver:
        driver.screen.say("A sentence that a narrow screen has no room for on one line, however it is said.")
        await driver.pilot.pause()
        assert "however it is said." in re.sub(r"\s+", " ", last(driver, 3))


@pytest.mark.parametrize("environment", [{"TMUX": ""}, {"TMUX": "", "STY": "1"}])
@pytest.mark.parametrize("text", ["short", "x" * LIMIT])
def test_what_copying_says_fits_eighty_columns(environment: dict[str, str], text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert len(copied(lambda _: None, text)) <= 80


async def test_a_choice_of_many_shows_the_whole_place_of_each(shipped: Path) -> None:
    async with opened(shipped, "red-lines", size=(120, 40)) as driver:
        await driver.press("v", "p")
        count = len(driver.screen.place.rows)
        assert count >= 10
        for _ in range(count):
            row = driver.screen.place.row
            if row and "[ ]" in row.cells[0][0].text:
                await driver.press("space")
            await driver.press("j")
        assert f"[{count}]" in driver.text()


async def test_space_marks_enter_takes_and_the_way_back_gives_a_choice_up_and_says_so(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3") as driver:
        before = driver.screen.place.address
        for way in ("escape", "q", "5", "2"):
            text = await driver.press("p", "j", "j", "space", way)
            assert "Given up: US 28, E3" in text, way
            await driver.press("5")
            assert driver.screen.place.address == before
        assert "Given up" not in await driver.press("p", "escape"), "nothing was marked, so nothing is lost"
        await driver.press("p", "j", "j", "space", "enter")
        assert driver.screen.place.address.count("+") == before.count("+") + 1


async def test_too_few_are_not_taken_and_the_choice_stays(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3") as driver:
        await driver.press("p", "g")
        for _ in driver.screen.place.rows:
            row = driver.screen.place.row
            if row and "[ ]" not in row.cells[0][0].text:
                await driver.press("space")
            await driver.press("j")
        assert "At least 2" in await driver.press("enter")
        assert driver.screen.place.pane.id == "choose"


async def test_enter_takes_the_row_under_the_cursor_too_where_too_few_are_marked(shipped: Path) -> None:
    async with opened(shipped, "guarantees") as driver:
        first, second = [row.key for row in driver.screen.place.rows if not row.heading][:2]
        await driver.press("p", "j", "enter")
        assert driver.screen.place.address == f"guarantees/{first}+{second}"


async def test_q_at_the_top_asks_once_more_and_any_other_key_stays(ferry: Path) -> None:
    async with opened(ferry, "parties") as driver:
        assert "q again" in last(driver) or "q again" in (await driver.press("q"))
        await driver.press("j", "q")
        assert not driver.app.leaving, "a key between the two"
        await driver.press("slash", "escape", "q")
        assert not driver.app.leaving
        await driver.press("q")
        assert driver.app.leaving


async def test_a_key_of_the_place_below_a_page_says_so(shipped: Path) -> None:
    async with opened(shipped, "red-lines") as driver:
        await driver.press("enter", "b")
        assert "b (party) works in the place below this page: q leads back there." in last(driver)


async def test_a_filter_finds_headings_and_a_heading_that_matches_keeps_its_rows(shipped: Path) -> None:
    async with opened(shipped, "timeline") as driver:
        rows = driver.screen.place.rows
        at = next(place for place, row in enumerate(rows) if row.heading and not rows[place + 1].heading)
        below = [row.key for row in rows[at + 1 :]]
        end = next((place for place, row in enumerate(rows[at + 1 :]) if row.heading), len(below))
        driver.screen.set_filter("".join(span.text for span in rows[at].cells[0]))
        shown = [row.key for row in driver.screen.place.rows if not row.heading]
        assert shown[:end] == below[:end]


async def test_a_filter_does_not_survive_into_a_view_that_it_empties(ferry: Path) -> None:
    async with opened(ferry, "parties") as driver:
        place = driver.screen.place
        place.filter = "zzz"
        driver.screen.take(Anew())
        await driver.settled()
        assert place.rows
        assert not place.filter
        assert "so the filter is off" in last(driver)


async def test_a_filter_does_not_survive_where_a_link_leads_to_a_view_that_it_empties(shipped: Path) -> None:
    async with opened(shipped, "guarantees") as driver:
        await driver.press("slash", *"purl", "enter")
        driver.screen.go("overview")
        driver.screen.go("guarantees/glance")
        await driver.press()
        assert driver.screen.place.rows
        assert not driver.screen.place.filter


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_line_of_help_is_cut(shipped: Path, size: tuple[int, int]) -> None:
    async with opened(shipped, "compare", size=size) as driver:
        text = await driver.press("question_mark")
        for _ in range(10):
            above = re.split("──+", text.partition("\n")[2])[0]
            assert "…" not in "\n".join(line.partition("│")[0] for line in above.split("\n"))
            text = await driver.press("pagedown")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)])
async def test_no_heading_of_a_column_is_cut(shipped: Path, size: tuple[int, int]) -> None:
    async with opened(shipped, size=size) as driver:
        for pane in TABS:
            driver.screen.go(pane)
            for key in ("r", "v", "v") if pane != "overview" else ():
                text = await driver.press(key)
                assert TABS[pane].title in "\n".join(text.split("\n")[:2])
                assert "…" not in text.split("\n")[2].partition("│")[0]
