"""Searching while typing, in a large store: nobody waits, and what was typed last wins."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path

import kept
import pytest
from bench.large import grow
from invented import Once
from piloted import Driver, opened

from tui.app.searching import ENOUGH, SearchWorker
from tui.errors import BadInput
from tui.store.read import Store
from tui.views.search.pane import Finder
from tui.views.search.question import Found, search


@pytest.fixture(scope="module")
def large(shipped: Path, once: Once) -> Path:
    return kept.large(shipped, once)


def finder(driver: Driver) -> Finder:
    assert isinstance(driver.screen.place.pane, Finder)
    return driver.screen.place.pane


async def settled(driver: Driver, words: str) -> Finder:
    """The finder when it has found all that it looks for."""
    pane = finder(driver)
    end = time.monotonic() + 30
    while time.monotonic() < end:
        time.sleep(0.002)  # for the thread that searches; it may have been made to sleep
        await driver.pilot.pause()
        if pane.found.words == words and (len(pane.found.hits) == ENOUGH or not pane.found.more):
            return pane
    raise AssertionError(f"{pane.text!r}: {len(pane.found.hits)} hits for {pane.found.words!r}")


async def test_the_hits_are_those_of_what_was_typed_last_best_first(large: Path) -> None:
    async with opened(large) as driver:
        await driver.press("F")
        for key in "security w7":
            await driver.pilot.press("space" if key == " " else key)
        pane = await settled(driver, "security w7")
        with Store.open(large) as store:
            assert pane.found.hits == search(store, "security w7", ENOUGH, 50_000).hits
        for _ in range(3):
            await driver.pilot.press("backspace")
        pane = await settled(driver, "security")
        assert "200+ hits" in driver.text()
        assert all(hit.kind for hit in pane.found.hits)


async def test_while_somebody_types_the_readers_own_thread_never_searches(large: Path) -> None:
    async with opened(large, fresh=True) as driver:
        asked: list[str] = []
        driver.app.store._connection._connection.set_trace_callback(asked.append)
        await driver.press("F", *"the sec")
        await settled(driver, "the sec")
        assert [statement for statement in asked if "MATCH" in statement] == []


async def test_a_letter_is_on_the_screen_before_the_hits_of_the_one_before_it(large: Path) -> None:
    async with opened(large) as driver:
        await driver.press("F", "s")
        pane = await settled(driver, "s")
        before = pane.found
        assert driver.screen.search_worker is not None
        twin = driver.screen.search_worker._twin._connection._connection
        slow = True
        twin.set_progress_handler(lambda: time.sleep(0.01 * slow), 10)  # a search that takes minutes
        for key in "ecurity":
            await driver.pilot.press(key)
        assert "search: security" in driver.text()
        assert pane.found is before
        slow = False
        assert (await settled(driver, "security")).found.hits


async def test_after_a_way_back_through_history_it_goes_on_searching(large: Path) -> None:
    async with opened(large) as driver:
        await driver.press("F", *"ceasefire", "enter")
        await driver.press("4", "<")
        assert (await settled(driver, "ceasefire")).found.hits
        await driver.press("F", "backspace")
        assert (await settled(driver, "ceasefir")).found.hits
        assert "ceasefir" in driver.text()


async def test_what_was_not_found_yet_when_the_reader_left_is_found_on_the_way_back(large: Path) -> None:
    async with opened(large) as driver:
        await driver.press("F", "s")
        await settled(driver, "s")
        await driver.pilot.press(*"ecurity", "enter", "4")
        await driver.press("<")
        assert (await settled(driver, "security")).found.hits


async def test_the_hits_after_the_first_are_found_on_the_way_back(large: Path) -> None:
    async with opened(large) as driver:
        await driver.press("F", *"security")
        pane = await settled(driver, "security")
        pane.found = replace(pane.found, hits=pane.found.hits[:50], more=True)  # so much has come when the reader leaves
        await driver.press("enter", "4", "<")
        assert len((await settled(driver, "security")).found.hits) == ENOUGH


async def test_however_often_it_is_left_and_by_whatever_key_nothing_is_left_open(ferry: Path) -> None:
    async with opened(ferry) as driver:
        await driver.press("F", *"the", "escape")
        before = _open()
        for key in ("escape", "backspace", "q", "4", "]", "<", "[", "1"):
            await driver.press("F", *"toll", "enter", key)
        assert _open() == before


def _open() -> tuple[int, int]:
    """The threads and the descriptors that this process has."""
    return len([*Path("/proc/self/task").iterdir()]), len([*Path("/proc/self/fd").iterdir()])


def test_many_words_are_refused_at_once_and_one_word_many_times_is_one(shipped: Path) -> None:
    with Store.open(shipped) as store:
        assert search(store, "army " * 5000).hits == search(store, "army").hits
        with pytest.raises(BadInput, match="Too many words"):
            search(store, " ".join(map(str, range(5000))))


async def test_hits_that_come_late_do_not_disturb_who_has_gone_on(large: Path) -> None:
    async with opened(large) as driver:
        await driver.press("F", *"zzz", "escape")
        await driver.press("4")
        before = driver.text()
        await driver.pilot.pause(0.3)
        assert driver.text() == before


async def test_a_store_that_was_replaced_meanwhile_is_searched_as_it_was(shipped: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    store.write_bytes(shipped.read_bytes())
    async with opened(store) as driver:
        other = tmp_path / "other.db"
        other.write_bytes(shipped.read_bytes())
        other.replace(store)
        text = await driver.press("F", *"ceasefire")
        assert driver.screen.search_worker is None
        assert "ceasefire" in text
        assert finder(driver).found.hits


async def test_asked_again_for_the_same_it_answers_again(shipped: Path, tmp_path: Path) -> None:
    told: list[Found] = []
    grow(shipped, tmp_path / "store.db", 1_000, "us-28")
    with Store.open(tmp_path / "store.db") as store:
        twin = store.twin()
        assert twin is not None
        search_worker = SearchWorker(twin, told.append)
        for words in ("border", "b", "border", "", "border"):
            search_worker.ask(words)
        for _ in range(100):
            await asyncio.sleep(0.02)
            if told and told[-1].words == "border" and len(told[-1].hits) == ENOUGH:
                break
        assert told[-1].hits == search(store, "border", ENOUGH, 50_000).hits
        search_worker.close()
        search_worker.ask("after the end")


async def test_tab_completes_a_filter_and_what_it_may_be_is_offered_with_counts(shipped: Path) -> None:
    async with opened(shipped) as driver:
        await driver.press("F", *"issue:ter")
        pane = await settled(driver, "issue:ter")
        assert [one.value for one in pane.found.offered.choices] == ["territory"]
        assert f"territory ({pane.found.offered.choices[0].count})" in driver.text()
        await driver.press("tab")
        assert "search: issue:territory" in driver.text()
        await driver.press(*"kin", "tab")
        assert "search: issue:territory kind:" in driver.text()


async def test_a_filter_that_is_not_yet_one_is_told_of_and_no_failure(shipped: Path) -> None:
    async with opened(shipped) as driver:
        await driver.press("F", *"party:zzz")
        await settled(driver, "party:zzz")
        assert "There is no party 'zzz'" in driver.text()


async def test_without_any_hit_there_is_a_way_on(shipped: Path) -> None:
    async with opened(shipped) as driver:
        await driver.press("F", *"qqqqqqq")
        await settled(driver, "qqqqqqq")
        assert "Try fewer words" in driver.text()


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("us-28 6", "plan/us-28/6"),
        ("position/zelensky-purl", "position/zelensky-purl"),
        ("purl-annual", "figure/purl-annual"),
        ("Kiev", "party/ukraine"),
    ],
)
async def test_a_place_is_gone_to_by_what_the_program_prints_and_by_other_names(shipped: Path, typed: str, address: str) -> None:
    async with opened(shipped) as driver:
        await driver.press("colon", *typed, "enter")
        assert driver.screen.place.address == address


async def test_a_filter_sees_through_accents_letters_and_forms_of_numbers(shipped: Path) -> None:
    async with opened(shipped, "sources") as driver:
        for typed in ("turkiye", "TÜRKIYE"):
            await driver.press("slash", *typed, "enter")
            assert [row.cells for row in driver.screen.place.rows]
            await driver.press("q")


async def test_a_name_that_is_not_there_is_refused_with_the_nearest(ferry: Path) -> None:
    async with opened(ferry) as driver:
        await driver.press("colon", *"Belmoor", "enter")
        assert "Nothing here is named Belmoor; the nearest is 'Bellmoor'." in driver.text()
