"""What each pane of the shipped briefing shows, read off the screen as a person reads it."""

import re
from pathlib import Path

import pytest
from piloted import opened
from test_any_keys import LEAVING

from tui.keys import KEYS, offered
from tui.views import TABS
from tui.views.pane import Open
from tui.views.subject import page_at


@pytest.mark.parametrize(
    ("pane", "shows"),
    [
        ("overview", ["as at 24 Dec 2025", "TLP:CLEAR", "[judgement: desk]", "Territory", 'open"', "Draft 20", "What divides"]),
        ("parties", ["Ukraine", "Russia", "United States", "Must ratify"]),
        ("red-lines", ["No giving up of territory", "No limits on the army", "[said]", "Zelensky said"]),
        ("guarantees", ["PURL", "Trigger", "Guarantor"]),
        ("compare", ["Draft 20", "[US 28]", "Territory", "points 14, 15"]),
        ("timeline", ["Date", "Event", "> 24 Dec 2025", "known only after 24 Dec 2025", "later"]),
        ("sources", ["Base article", "Cited by", "Reliability"]),
    ],
)
async def test_each_pane_shows_its_content_at_eighty_by_twenty_four(shipped: Path, pane: str, shows: list[str]) -> None:
    async with opened(shipped, pane) as driver:
        text = driver.text()
        for words in shows:
            assert words in text
        assert all(len(line) <= 80 for line in text.split("\n"))


@pytest.mark.parametrize(("key", "pane"), [(str(n), pane) for n, pane in enumerate(TABS, 1)])
async def test_a_number_key_opens_its_pane(shipped: Path, key: str, pane: str) -> None:
    async with opened(shipped, "sources" if pane != "sources" else "overview") as driver:
        await driver.press(key)
        assert driver.screen.place.pane.id == pane


async def test_enter_goes_deeper_and_q_comes_back_and_quits_at_the_top(shipped: Path) -> None:
    async with opened(shipped, "parties") as driver:
        text = await driver.press("enter")
        assert driver.screen.place.address == "party/ukraine"
        assert "> Ukraine" in text
        text = await driver.press("q")
        assert "> Ukraine" in text
        await driver.press("q", "q")
        assert driver.app._exit


@pytest.mark.parametrize("back", ["q", "escape", "backspace", "й"])
async def test_every_way_back_comes_back(shipped: Path, back: str) -> None:
    async with opened(shipped, "red-lines") as driver:
        await driver.press("enter")
        assert len(driver.screen.stack) == 2
        await driver.press(back)
        assert len(driver.screen.stack) == 1


async def test_arrows_letters_and_cyrillic_letters_move_alike(shipped: Path) -> None:
    async with opened(shipped, "red-lines") as driver:
        first = driver.screen.list.cursor
        await driver.press("j", "down", "о")
        assert driver.screen.list.cursor == first + 3
        await driver.press("k", "up", "л")
        assert driver.screen.list.cursor == first
        await driver.press("G")
        assert driver.screen.list.cursor == len(driver.screen.place.rows) - 1
        await driver.press("g")
        assert driver.screen.list.cursor == first


async def test_the_detail_follows_the_cursor(shipped: Path) -> None:
    async with opened(shipped, "parties") as driver:
        text = await driver.press("j")
        assert "-- Russia" in text.replace("─", "-")


async def test_i_tells_who_says_so_with_publisher_date_and_address(shipped: Path) -> None:
    async with opened(shipped, "red-lines", size=(120, 40)) as driver:
        text = await driver.press("i")
        for words in ("Who says so", "statement:", "Volodymyr Zelensky", "8 Dec 2025", "LB.ua", "https://lb.ua/"):
            assert words in text


async def test_tab_walks_the_links_and_enter_follows_one(shipped: Path) -> None:
    async with opened(shipped, "parties", size=(120, 40)) as driver:
        await driver.press("tab")
        target = driver.screen.sheet.target
        assert target
        await driver.press("enter")
        assert driver.screen.place.address == target


async def test_a_filter_keeps_the_rows_that_hold_every_word_and_escape_clears_it(shipped: Path) -> None:
    async with opened(shipped, "red-lines") as driver:
        everything = len(driver.screen.place.rows)
        text = await driver.press("slash", *"army", "enter")
        assert "No limits on the army" in text
        assert "No giving up of territory" not in text
        await driver.press("escape")
        assert len(driver.screen.place.rows) == everything


async def test_an_event_that_came_later_opens_too(shipped: Path) -> None:
    async with opened(shipped, "timeline") as driver:
        await driver.press("G")
        text = await driver.press("enter")
        assert len(driver.screen.stack) == 2
        assert "(later)" in text


async def test_the_event_of_the_cursor_is_lit_in_the_lanes_and_who_took_part_follows_it(shipped: Path) -> None:
    async with opened(shipped, "timeline") as driver:
        seen = []
        for _ in range(3):
            text = await driver.press("k")
            lit = [span.text for line in driver.screen.list.lead for span in line if span.role == "lit"]
            seen.append((lit, next(line for line in text.splitlines() if "With: " in line).split("  ")[1].strip()))
        assert all(lit for lit, _ in seen)
        assert len({who for _, who in seen}) > 1


async def test_a_filter_that_leaves_nothing_says_so_and_how_to_get_the_rows_back(shipped: Path) -> None:
    async with opened(shipped, "red-lines") as driver:
        text = await driver.press("slash", *"zzz")
        assert "No row holds: zzz" in text
        assert "Esc shows all rows" in text
        assert "No giving up of territory" in await driver.press("escape")


async def test_search_finds_while_typing_and_opens_what_it_found(shipped: Path) -> None:
    async with opened(shipped, "overview") as driver:
        text = await driver.press("F", *"purl")
        assert "PURL" in text
        await driver.press("enter", "enter")
        assert driver.screen.place.pane.id == "page"


async def test_hostile_search_words_do_no_harm(shipped: Path) -> None:
    async with opened(shipped, "overview") as driver:
        await driver.press("F", "[", "slash", "quotation_mark", "asterisk", "minus", "a", "n", "d", "]")
        assert driver.app.return_code is None


async def test_help_shows_the_keys_of_the_place_and_runs_one(shipped: Path) -> None:
    async with opened(shipped, "compare") as driver:
        text = await driver.press("question_mark")
        assert "words that differ" in text
        text = await driver.press("enter")
        assert "Changed facts" in text or "Words" in text


async def test_the_palette_goes_to_a_record_by_its_name(shipped: Path) -> None:
    async with opened(shipped, "overview") as driver:
        assert "go to: lavrov" in await driver.press("colon", *"lavrov")
        assert "person/lavrov" in await driver.press("enter")
        await driver.press("q")
        assert driver.screen.place.pane.id == "overview"


async def test_the_footer_names_the_keys_that_work_here(shipped: Path) -> None:
    async with opened(shipped, "compare", size=(120, 40)) as driver:
        foot = driver.text().split("\n")[-1]
        for words in ("? more", "q quit", "d diff", "x swap", "n next diff"):
            assert words in foot


@pytest.mark.parametrize("pane", TABS)
async def test_every_key_of_every_pane_does_no_harm(ferry: Path, pane: str) -> None:
    """Each key of its own, and every other of those of all panes: the rest is tried there by `test_any_keys`, where no row is left."""
    tried = [key for key in KEYS if key.name not in LEAVING][list(TABS).index(pane) % 2 :: 2]
    async with opened(ferry, pane) as driver:
        for key in KEYS:
            others = key in tried and all(offered(key, other) for other in TABS)
            if offered(key, pane) and not others and key.name not in ("quit", "back", "copy", "copy_address"):
                driver.app.do(key.name)
                await driver.pilot.pause()
                driver.text()
                while len(driver.screen.stack) > 1 or driver.screen.prompt:
                    await driver.press("escape")
        assert driver.app.return_code is None


SIZES = [(20, 5), (40, 12), (60, 15), (80, 24), (100, 30), (140, 50), (400, 120)]


@pytest.mark.parametrize(("nth", "size"), list(enumerate(SIZES)))
async def test_every_pane_lives_at_a_small_a_middle_and_a_large_size(shipped: Path, nth: int, size: tuple[int, int]) -> None:
    """Four sizes for each pane, so chosen that every size has its turn in four panes."""
    panes = [pane for at, pane in enumerate(TABS) if (nth - at) % len(SIZES) in (0, 2, 3, 6)]
    async with opened(shipped, panes[0], size=size) as driver:
        for pane in panes:
            driver.screen.go(pane)
            await driver.settled()
            await driver.pilot.pause()
            lines = driver.text().split("\n")
            assert len(lines) == size[1]
            assert all(len(line) <= size[0] for line in lines)
            assert driver.screen.place.pane.id == pane
            await driver.press("enter")
            assert driver.app.return_code is None
            assert any(line.strip() for line in lines[1:-1])


async def test_on_a_small_screen_one_part_shows_at_a_time_and_nothing_is_lost(shipped: Path) -> None:
    async with opened(shipped, "red-lines", size=(40, 12)) as driver:
        assert "Ukraine may not give up territory" not in driver.text()
        text = await driver.press("enter")
        assert "give up territory" in re.sub(r"\s+", " ", text)


async def test_ascii_mode_draws_nothing_beyond_ascii(shipped: Path) -> None:
    for pane in TABS:
        async with opened(shipped, pane, size=(120, 40), ascii_only=True) as driver:
            assert driver.text().isascii()


async def test_a_day_before_the_e3_text_shows_a_world_without_it(shipped: Path) -> None:
    async with opened(shipped, "compare", as_at="2025-11-22") as driver:
        text = driver.text()
        assert "as at 22 Nov 2025" in text
        assert "800,000" not in text


async def test_s_shows_what_was_not_yet_public_and_enter_opens_it_whole(shipped: Path) -> None:
    async with opened(shipped, "timeline", as_at="2025-12-09") as driver:
        text = await driver.press("s")
        assert "Not yet public on 9 Dec 2025" in text
        assert re.search(r"24 Dec 2025 +Draft 20: described, no text released", text)
        text = await driver.press("j", "j")
        assert "On 9 Dec 2025  text not public at this date" in text
        text = await driver.press("enter")
        assert "plan/draft-20" in text
        assert "became known later" in await driver.press("q")


async def test_no_link_of_what_became_known_later_leads_nowhere(shipped: Path) -> None:
    async with opened(shipped, "later", as_at="2025-12-09") as driver:
        rows = [row for row in driver.screen.place.rows if not row.heading]
        linked = set[str]()
        for row in rows[:60]:
            effect = driver.screen.place.pane.enter(row)
            assert isinstance(effect, Open)
            linked |= {span.to for block in effect.page.blocks for span in getattr(block, "line", ()) if span.to}
        assert linked
        for address in linked:
            page_at(driver.screen.store, address)


async def test_the_timeline_offers_what_came_later_in_its_last_line(shipped: Path) -> None:
    async with opened(shipped, "timeline") as driver:
        assert "s what came later" in driver.text().splitlines()[-1]
        assert "Enter open it whole" in (await driver.press("s")).splitlines()[-1]
