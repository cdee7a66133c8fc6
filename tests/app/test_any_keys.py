"""Whatever is typed, wherever and at whatever size: the program lives, and the screen says where the reader is and how to get on."""

import random
from pathlib import Path

import pytest
from piloted import Driver, opened

from tui.app.seen import seen
from tui.keys import KEYS, bound
from tui.views import TABS

LEAVING = ("quit", "stop", "edit")  # they end the program, or give the terminal to another one
TYPED = [*"aeno21 ", "space", "enter", "enter", "escape", "backspace", "up", "down", "pagedown", "left"]
WAYS = [way for key in KEYS if key.name not in LEAVING for way in bound(key).split(",")]
FIRST = [bound(key).split(",")[0] for key in KEYS if key.name not in LEAVING]
SIZES = [(80, 24), (120, 40), (100, 30), (60, 20), (50, 20), (40, 12), (20, 5), (200, 60)]


def whole(driver: Driver) -> None:
    """What holds in every place."""
    screen = driver.screen
    width, height = driver.app.size
    lines = driver.text().split("\n")
    assert len(lines) == height
    assert all(len(line) <= width for line in lines)
    assert lines[0].strip()
    assert lines[-1].strip()
    place = screen.place
    if place.rows:
        row = place.row
        assert row is not None
        assert not row.heading or all(one.heading for one in place.rows)


async def wander(driver: Driver, chance: random.Random, keys: int) -> None:
    for step in range(keys):
        way = chance.choice(TYPED if driver.screen.prompt else WAYS)
        if way in ("q", "й") and seen(driver.screen).at_top:
            continue
        if step % 20 == 19:
            await driver.pilot.resize_terminal(*chance.choice(SIZES))
        await driver.send(way)
        assert driver.app.is_running, way
        assert driver.app.return_code is None, way
        if step % 5 == 4:
            await driver.pilot.pause()
            whole(driver)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("briefing", ["ferry", "shipped"])
async def test_any_keys_in_any_order(briefing: str, seed: int, request: pytest.FixtureRequest, outside: Path) -> None:
    chance = random.Random(f"{briefing} {seed}")
    store: Path = request.getfixturevalue(briefing)
    async with opened(store, chance.choice(list(TABS)), size=chance.choice(SIZES)) as driver:
        await wander(driver, chance, 50)
    assert outside.is_dir()


@pytest.mark.parametrize("pane", TABS)
async def test_every_key_where_a_filter_has_left_no_row(ferry: Path, pane: str, outside: Path) -> None:
    """Each key in every other pane: what it does there hangs on the key or on the pane, and hardly on both."""
    async with opened(ferry, pane) as driver:
        for way in FIRST[list(TABS).index(pane) % 2 :: 2]:
            if driver.screen.stack[0].pane.id != pane or len(driver.screen.stack) > 1:
                driver.screen.go(pane)
            if driver.screen.place.rows and not driver.screen.place.filter:
                driver.screen.set_filter("no row holds this")
            if way in ("q", "й") and seen(driver.screen).at_top:
                continue
            await driver.send(way)
            await driver.settled()
            assert driver.app.return_code is None, way
            if driver.screen.prompt:
                await driver.pilot.press("escape")
        await driver.pilot.pause()
        whole(driver)
    assert outside.is_dir()


async def test_keys_typed_before_the_first_picture_do_no_harm(ferry: Path) -> None:
    async with opened(ferry, "compare") as driver:
        for name in ("down", "enter", "view", "filter", "help", "find", "palette", "as_at"):
            driver.app.do(name)
        await driver.pilot.pause()
        whole(driver)


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of our own for the files that random keys may write, and no multiplexer that would take their copies."""
    monkeypatch.chdir(tmp_path)
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path
