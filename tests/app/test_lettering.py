"""Letters on rows and links: one key puts them there, typing those of one opens it, and all other keys keep their meaning."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloted import Driver, opened

from tui.app.commands.lettering import ASKED, LETTERS, labels
from tui.keys import latin


def letters_on(driver: Driver) -> list[str]:
    """What is reversed and bold in list and page: the letters, as a reader sees them."""
    parts = (driver.screen.list, driver.screen.sheet)
    strips = [part.render_line(y) for part in parts if part.display for y in range(part.size.height)]
    return [one.text for strip in strips for one in strip if one.style == driver.screen.look.lettered]


@pytest.mark.parametrize(("address", "size"), [("parties", (80, 24)), ("parties", (120, 40)), ("party/ukraine", (80, 24))])
async def test_every_row_and_link_on_the_screen_gets_letters_and_typing_a_link_s_follows_it(
    shipped: Path, address: str, size: tuple[int, int]
) -> None:
    async with opened(shipped, address, size=size) as driver:
        sheet, rows = driver.screen.sheet, driver.screen.list.rows_seen if driver.screen.list.display else []
        wanted = [sheet.links[place][1] for place in sheet.links_seen]
        found = labels(len(rows) + len(wanted))
        text = await driver.press("semicolon")
        assert text.split("\n")[-1] == ASKED
        assert letters_on(driver) == found
        for place in (0, len(wanted) // 2, len(wanted) - 1):
            await driver.press(*found[len(rows) + place])
            assert driver.screen.place.address == wanted[place]
            await driver.press("q")
            assert driver.screen.place.address.endswith("ukraine")
            await driver.press("semicolon")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_letters_of_a_row_open_it(shipped: Path, size: tuple[int, int]) -> None:
    async with opened(shipped, "overview", size=size) as driver:
        row = driver.screen.place.rows[5]
        await driver.press("semicolon", LETTERS[5])
        assert driver.screen.place.address == row.to
        await driver.press("q")
        assert driver.screen.place.row == row


async def test_in_a_choice_the_letters_of_a_row_mark_it(shipped: Path) -> None:
    async with opened(shipped, "guarantees") as driver:
        await driver.press("p", "semicolon", "d", "semicolon", "f", "enter")
        chosen = [option.record.id for option in driver.screen.place.pane.options]  # type: ignore[attr-defined]
        assert driver.screen.place.address == f"guarantees/{chosen[0]}+{chosen[2]}+{chosen[3]}"


async def test_on_a_screen_full_of_links_the_first_have_one_letter_and_two_lead_to_the_others(shipped: Path) -> None:
    async with opened(shipped, "issue/territory", size=(200, 50)) as driver:
        count = len(driver.screen.sheet.links_seen)
        assert count > len(LETTERS)
        await driver.press("semicolon")
        seen = letters_on(driver)
        assert len(set(seen)) == count
        begin = seen[-1][0]
        text = await driver.press(begin)
        assert "a second letter" in text.split("\n")[-1]
        assert letters_on(driver) == [one for one in seen if one[0] == begin]
        await driver.press("backspace")
        assert letters_on(driver) == seen
        target = driver.screen.sheet.links[driver.screen.sheet.letters[seen[-1]]][1]
        await driver.press(*seen[-1])
        assert driver.screen.place.address == target


@pytest.mark.parametrize(("count", "single"), [(1, 1), (20, 20), (21, 19), (39, 19), (40, 18), (400, 0)])
def test_no_label_begins_another_and_as_many_as_can_have_one_letter(count: int, single: int) -> None:
    found = labels(count)
    assert len(set(found)) == count
    assert not [one for one in found for other in found if one != other and other.startswith(one)]
    assert [one for one in found if len(one) == 1] == list(LETTERS[:single])
    assert {len(one) for one in found} <= {1, 2}


@pytest.mark.parametrize("key", ["escape", "q", "й", "backspace", "semicolon"])
async def test_giving_up_takes_the_letters_away_and_changes_nothing_else(shipped: Path, key: str) -> None:
    async with opened(shipped, "party/ukraine") as driver:
        before = driver.text()
        await driver.press("semicolon")
        assert driver.text() != before
        assert await driver.press(key) == before


@pytest.mark.parametrize("key", ["3", "pagedown", "tab"])
async def test_a_key_that_is_no_letter_does_what_it_always_does(shipped: Path, key: str) -> None:
    async with opened(shipped, "party/ukraine") as driver:
        want = await driver.press(key)
    async with opened(shipped, "party/ukraine") as driver:
        assert await driver.press("semicolon", key) == want


async def test_on_a_cyrillic_layout_the_same_keys_do_the_same(shipped: Path) -> None:
    async with opened(shipped, "party/ukraine") as driver:
        await driver.press("ж")
        want = driver.screen.sheet.links[driver.screen.sheet.letters["s"]][1]
        await driver.press("і")
        assert driver.screen.place.address == want
    assert [latin(one) for one in "фівЫаА"] == list("asdsff")


async def test_a_letter_that_no_link_has_is_said_and_the_letters_stay(shipped: Path) -> None:
    async with opened(shipped, "party/ukraine") as driver:
        text = await driver.press("semicolon", "z")
        assert "Nothing on the screen has z." in text
        assert letters_on(driver)


async def test_where_nothing_is_to_be_opened_the_key_says_so(shipped: Path) -> None:
    async with opened(shipped, "parties") as driver:
        await driver.press("slash", *"zzz", "enter")
        assert "No row and no link is on the screen." in await driver.press("semicolon")


@pytest.mark.parametrize("ascii_only", [False, True])
async def test_letters_are_seen_without_colour_and_in_ascii(shipped: Path, ascii_only: bool) -> None:
    async with opened(shipped, "party/ukraine", ascii_only=ascii_only) as driver:
        while driver.screen.look.colour:
            await driver.press("t")
        await driver.press("semicolon")
        assert letters_on(driver)


async def test_the_last_line_and_the_help_tell_of_the_key(shipped: Path) -> None:
    async with opened(shipped, "overview") as driver:
        assert "; letters" in driver.text().split("\n")[-1]
    async with opened(shipped, "party/ukraine", size=(120, 40)) as driver:
        assert "; letters" in driver.text().split("\n")[-1]
        assert "letters on all rows and links" in await driver.press("question_mark", "slash", *"letters")


async def test_back_from_a_link_followed_by_its_letters_the_reader_is_at_that_link(shipped: Path) -> None:
    async with opened(shipped, "parties", size=(120, 40)) as driver:
        await driver.press("semicolon")
        letters, place = list(driver.screen.sheet.letters.items())[-1]
        await driver.press(*letters, "q")
        assert driver.screen.place.pane.id == "parties"
        assert driver.screen.sheet.link == place
