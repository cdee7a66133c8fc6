"""A store that goes, is damaged or is replaced while somebody reads: the reader stays, and a sentence says what happened."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from piloted import Driver
from textual.events import Paste

from tui.app.briefing_app import BriefingApp
from tui.app.own import Opening
from tui.cli.asked import Asked
from tui.cli.opening import opened
from tui.errors import MachineError
from tui.origin import Sources
from tui.store.read import Store
from tui.terminal.probe import Terminal
from tui.views import TABS

DAY = "2031-01-01"


def gone(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.with_name("new").write_bytes(path.read_bytes()[:5000])
    path.with_name("new").replace(path)


def newer(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[60:64] = (99).to_bytes(4, "big")
    path.with_name("new").write_bytes(whole)
    path.with_name("new").replace(path)


def other(path: Path) -> None:
    path.with_name("new").write_text("not a store")
    path.with_name("new").replace(path)


@pytest.fixture
def copy(ferry: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(ferry, tmp_path / "copy.db"))


@pytest.mark.parametrize("happens", [gone, cut, newer, other])
async def test_another_day_is_shown_of_the_store_that_was_opened(copy: Path, happens: Callable[[Path], None]) -> None:
    app = BriefingApp(
        Store.open(copy),
        Terminal(colour=True, ascii=False, mouse=False, kiosk=True),
        Opening(("overview",)),
        lambda day: Store.open(copy, day),
    )
    async with app.run_test(size=(100, 30)) as pilot:
        driver = Driver(app, pilot)
        await pilot.pause(0.1)
        happens(copy)
        await driver.send("a", "ctrl+u", Paste(DAY), "enter")
        assert not app.leaving
        assert "The store cannot be opened any more" in " ".join(driver.text().split())
        assert app.store.as_at == DAY
        assert str(copy) not in driver.text()
        await driver.send("2")
        assert not app.leaving
    app.store.close()


async def test_what_turns_out_to_be_damaged_while_it_is_read_leaves_the_reader_in_place(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = BriefingApp(Store.open(copy), Terminal(colour=True, ascii=False, mouse=False), Opening(("overview",)), None)
    async with app.run_test(size=(100, 30)) as pilot:
        driver = Driver(app, pilot)
        await pilot.pause(0.1)

        def no_guarantee(kind: str, *_: object) -> object:
            raise MachineError(f"{copy} is damaged")

        with monkeypatch.context() as patch:
            patch.setattr(TABS["guarantees"].load(), "pane", no_guarantee)
            await driver.send("4")
        assert not app.leaving
        assert "the store is damaged" in driver.text()
        assert [place.pane.id for place in driver.screen.stack] == ["overview"]
        await driver.send("4")
        assert [place.pane.id for place in driver.screen.stack] == ["guarantees"]
    app.store.close()


async def test_a_page_that_is_damaged_beside_its_list_leaves_the_reader_in_the_list(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE point SET text = CAST(x'ff' AS TEXT)")
        connection.commit()
    app = BriefingApp(Store.open(copy), Terminal(colour=True, ascii=False, mouse=False), Opening(("overview",)), None)
    async with app.run_test(size=(100, 30)) as pilot:
        driver = Driver(app, pilot)
        await driver.send("1", *"jjjjjjjjjj", "1", *"kkkkkkkkkk")
        assert not app.leaving
        await driver.send("j", "enter", "6")
        assert [place.pane.id for place in driver.screen.stack] == ["timeline"]
    app.store.close()


@pytest.mark.parametrize("happens", [gone, cut, newer, other, lambda path: shutil.rmtree(path.parent)])
def test_a_kiosk_tells_no_path_of_a_store_that_cannot_be_read(
    copy: Path, happens: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    happens(copy)
    for plain in (True, False):
        with pytest.raises(MachineError) as caught:
            opened(Asked(briefing=copy, plain=plain), kiosk=True)
        assert "/" not in str(caught.value)
        assert capsys.readouterr() == ("", "")


async def test_files_that_are_still_being_saved_are_not_read(copy: Path) -> None:
    """An editor may take the old file away before it writes the new one: the reader of a record in it would find it gone."""
    looks = iter(["whole", "gone", "half", "longer", "saved"])
    seen, read = [""], list[str]()

    def state(_: str) -> str:
        seen[0] = next(looks, seen[0])
        return seen[0]

    def rebuild() -> Path:
        read.append(seen[0])
        return copy

    sources = Sources(copy.parent, rebuild, state)
    app = BriefingApp(Store.open(copy), Terminal(colour=True, ascii=False, mouse=False), Opening(("overview",)), None, sources, copy)
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(12):
            await pilot.pause(0.5)
    assert read == ["saved"]
    app.store.close()
