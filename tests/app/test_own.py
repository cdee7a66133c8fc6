"""What is the reader's own in the app: what is new, notes, bookmarks, the basket, a fresh beginning."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from piloted import Driver, opened

from tui.app.own import Own
from tui.app.panes.said import citation
from tui.app.writing import view
from tui.cli.new import write_new
from tui.compile.build import build
from tui.locate import MANIFEST
from tui.reader import kept
from tui.reader.reader import Reader, left_at
from tui.reader.seen import remember
from tui.reader.state import NAME, State
from tui.store.read import Store

Made = Callable[[Store], Own]


@pytest.fixture
def read_before(shipped: Path, tmp_path: Path) -> Iterator[Made]:
    """A reader who has read all of it but one point, one event that was told otherwise, and a source that has gone since."""
    reader = Reader(State(tmp_path / "state"), tmp_path / "briefing.toml", "Talks")
    with Store.open(shipped) as store:
        remember(reader, store, shipped)
    with reader.change() as write:
        write.execute("UPDATE briefing SET sources = 'other'")
        write.execute("DELETE FROM seen WHERE address = 'plan/draft-20/7'")
        write.execute("UPDATE seen SET digest = 'other' WHERE address = 'event/istanbul-communique'")
        write.execute("INSERT INTO seen VALUES (1, 'source/gone-since', 'x', '2025-12-20T07:12Z', NULL)")
    reader.close()

    def made(store: Store) -> Own:
        state = State(tmp_path / "state", patience=0.05)
        return Own(stack.enter_context(closing(Reader(state, tmp_path / "briefing.toml", "Talks"))), store, shipped)

    with ExitStack() as stack:
        yield made


def starred(driver: Driver) -> list[str]:
    return [line for line in driver.text().split("\n") if line[1:2] == "*"]


async def test_what_is_new_stands_above_the_board_in_a_list_and_as_a_star_until_it_is_read(shipped: Path, read_before: Made) -> None:
    async with opened(shipped, size=(120, 40), own=read_before) as driver:
        assert "* 1 new, 1 changed, 1 gone since you last read" in driver.text()
        assert [line for line in starred(driver) if "EU " in line], "the issue under which the point stands"
        text = await driver.press("N")
        assert driver.screen.place.pane.id == "since"
        assert "Draft 20 point 7" in text
        assert driver.screen.place.row
        assert driver.screen.place.row.key == "plan/draft-20/7"
        assert len(starred(driver)) == 4, "all of it, and each of the three"
        await driver.press("space")
        assert len(starred(driver)) == 3
        await driver.press("space", "space")
        assert len(starred(driver)) == 3, "what is marked by mistake is unmarked by the same key"
        await driver.press("j", "enter")
        assert driver.screen.place.address == "event/istanbul-communique"
        text = await driver.press("q")
        assert "1 gone" in text
        assert "1 new" not in text
        await driver.press("g", "space", "1")
        assert "since you last read" not in driver.text()
        assert starred(driver) == []


async def test_opening_a_record_anywhere_reads_it(shipped: Path, read_before: Made) -> None:
    async with opened(shipped, "timeline/istanbul-communique", size=(120, 40), own=read_before) as driver:
        assert len(starred(driver)) == 1
        await driver.press("enter", "q")
        assert starred(driver) == []
        assert driver.screen.own
        assert "event/istanbul-communique" not in driver.screen.own.unread.left


async def test_a_star_stands_beside_the_row_of_a_comparison_that_holds_a_new_point(shipped: Path, read_before: Made) -> None:
    async with opened(shipped, "compare/draft-20+us-28/eu", size=(120, 40), own=read_before) as driver:
        assert [line for line in starred(driver) if "EU" in line]


async def test_a_note_is_typed_marked_shown_on_the_screen_alone_and_taken_away_by_an_empty_one(shipped: Path, read_before: Made) -> None:
    async with opened(shipped, "red-lines/ua-army", size=(120, 40), own=read_before) as driver:
        await driver.press("A")
        text = await driver.press(*"ask Ann", "enter")
        assert "Noted on Ukraine: No limits on the army" in text
        assert [line for line in text.split("\n") if line.startswith(">p")]
        assert "Your note  ask Ann" in text
        assert "ask Ann" not in citation(driver.screen.store, driver.screen.place, 80)
        assert "ask Ann" not in view(driver.screen.store, driver.screen.place, rows=True, detail=True)
        assert "Your note  ask Ann" in await driver.press("enter")
        await driver.press("A", "ctrl+u", "enter")
        assert "Your note" not in driver.text()


async def test_a_bookmark_leads_back_to_the_place_and_the_day(shipped: Path, read_before: Made) -> None:
    async with opened(shipped, "compare/draft-20+us-28/eu", size=(120, 40), as_at="2025-12-24", own=read_before) as driver:
        driver.app.reopen = lambda day: Store.open(shipped, day)
        await driver.press("a", *"2025-12-12", "enter", "m", *"before", "enter")
        await driver.press("1", "a", *"2025-12-24", "enter")
        text = await driver.press("'")
        assert "before" in text
        assert "12 Dec 2025" in text
        await driver.press("enter")
        assert driver.screen.store.as_at == "2025-12-12"
        assert driver.screen.place.address == "compare/draft-20+us-28/eu"
        await driver.press("0")
        assert (driver.screen.store.as_at, driver.screen.place.address.split("/")[0]) == ("2025-12-24", "overview")
        assert "There are no bookmarks" in await driver.press("'", "space")


async def test_the_basket_holds_records_and_rows_in_the_readers_order_and_is_copied_whole(shipped: Path, read_before: Made) -> None:
    async with opened(shipped, "red-lines/ua-army", size=(120, 40), own=read_before) as driver:
        await driver.press("*")
        driver.screen.go("compare/draft-20+us-28/eu")
        text = await driver.press("*")
        assert "in the basket, which holds 2 now" in text
        await driver.press("B")
        assert driver.screen.own
        assert kept.basket(driver.screen.own.reader) == ["red_line/ua-army", "compare/draft-20+us-28/eu"]
        await driver.press("d")
        assert kept.basket(driver.screen.own.reader) == ["compare/draft-20+us-28/eu", "red_line/ua-army"]
        copied = citation(driver.screen.store, driver.screen.place, 80)
        assert copied.index("EU membership") < copied.index("No limits on the army")
        assert copied.count("  briefing: ") == 2
        assert "said" in copied
        await driver.press("space")
        assert kept.basket(driver.screen.own.reader) == ["compare/draft-20+us-28/eu"]


async def test_what_another_program_holds_ends_no_session_and_delays_no_end(shipped: Path, read_before: Made, tmp_path: Path) -> None:
    async with opened(shipped, "timeline/istanbul-communique", size=(120, 40), own=read_before) as driver:
        await driver.press("A", *"mine", "enter", "k")
        own = driver.screen.own
        assert own
        with closing(sqlite3.connect(tmp_path / "state" / NAME, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            assert "Your notes cannot be read now" in await driver.press("j")
            assert "another program is writing" in await driver.press("B")
            await driver.press("j", "enter", "q")
            own.keep_place(driver.screen)
        assert not driver.app.leaving
        own.keep_place(driver.screen)
        assert (left := left_at(own.reader))
        assert left.addresses[-1] == driver.screen.place.address, "what was refused is tried again"
        with closing(sqlite3.connect(tmp_path / "state" / NAME, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            assert "not kept: another program is writing" in own.leave(driver.screen)


async def test_words_that_cannot_be_kept_are_not_lost(
    shipped: Path, read_before: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "editor").write_text("#!/bin/sh\nprintf 'one\\ntwo' > \"$2\"\n")
    (tmp_path / "editor").chmod(0o755)
    monkeypatch.setenv("EDITOR", str(tmp_path / "editor"))
    async with opened(shipped, "timeline/istanbul-communique", size=(120, 40), own=read_before) as driver:
        for keys, then in (("A", "Noted on"), ("m", "Bookmark my words:"), ("ctrl+x", "Noted on")):
            await driver.press(*(["A"] if keys == "ctrl+x" else [keys, *"my", "space", *"words"]))
            with closing(sqlite3.connect(tmp_path / "state" / NAME, isolation_level=None)) as other:
                other.execute("BEGIN EXCLUSIVE")
                text = await driver.press("ctrl+x" if keys == "ctrl+x" else "enter")
                assert "Not kept: another program is writing" in text
                assert ("one two" if keys == "ctrl+x" else "my words") in text
            assert then in await driver.press("enter")
        assert (own := driver.screen.own)
        assert kept.note_on(own.reader, "event/istanbul-communique") == "one\ntwo"


async def test_what_another_window_wrote_meanwhile_stays_beside_the_readers_own_words(shipped: Path, read_before: Made) -> None:
    address = "event/istanbul-communique"
    async with opened(shipped, "timeline/istanbul-communique", size=(120, 40), own=read_before) as driver:
        own = driver.screen.own
        assert own
        await driver.press("A", *"mine")
        kept.write_note(own.reader, address, "Elsewhere", "theirs", "")
        assert "Another window wrote on it meanwhile" in await driver.press("enter")
        assert kept.note_on(own.reader, address) == "theirs\nmine"
        await driver.press("A", "backspace")
        kept.write_note(own.reader, address, "Elsewhere", "", "theirs\nmine")
        assert "Noted on" in await driver.press("enter")
        assert kept.note_on(own.reader, address) == "theirs min"


async def test_who_goes_on_with_a_note_does_not_lose_it_by_the_first_key(shipped: Path, read_before: Made) -> None:
    async with opened(shipped, "timeline/istanbul-communique", size=(120, 40), own=read_before) as driver:
        own = driver.screen.own
        assert own
        await driver.press("A", *"one", "enter", "A", *"two", "enter")
        assert kept.note_on(own.reader, "event/istanbul-communique") == "onetwo"


async def test_where_nothing_is_kept_the_keys_say_so(shipped: Path) -> None:
    async with opened(shipped) as driver:
        for key in ("N", "m", "'", "A", "*", "B"):
            assert "Nothing is kept here." in await driver.press(key), key


def test_what_was_read_and_changes_again_under_the_readers_eyes_is_new_again(tmp_path: Path) -> None:
    write_new(tmp_path / "talks", None)
    manifest, events = tmp_path / "talks" / MANIFEST, tmp_path / "talks" / "data" / "arden-draft.toml"
    path = build(manifest).path
    reader = Reader(State(tmp_path / "state"), manifest, "Talks")
    with Store.open(path) as store:
        remember(reader, store, path)
        own = Own(reader, store, path)
    for before, after in ((9, 11), (11, 12)):
        events.write_text(events.read_text().replace(f"clear height of {before} metres", f"clear height of {after} metres"))
        with Store.open(build(manifest).path) as store:
            assert own.turn(store, path) == ["plan/arden-draft/2"]
            own.mark(["plan/arden-draft/2"])
            assert own.unread.left == []
    reader.close()
