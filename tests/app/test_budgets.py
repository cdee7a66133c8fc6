"""What can be counted exactly has a budget: bytes, questions to the store, modules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import kept
import pytest
from bench.large import write_briefing
from invented import Once
from piloted import opened
from session import BRIEFING, Session, environment

from tui import locate
from tui.app.briefing_app import BriefingApp
from tui.app.widgets.sheet import Sheet
from tui.compile.build import build, ready
from tui.model import Point
from tui.store.read import Store
from tui.store.rows import RowReader

BANNED = {"tomli", "pydantic", "pydantic_core", "jinja2", "sqlite_utils", "rapidfuzz", "tree_sitter", "platformdirs"}
SHOWING = {"textual.widgets._markdown", "textual.widgets._button", "textual.widgets._data_table", "textual.widgets._tabbed_content"}


def quiet(store: Path, address: str) -> Session:
    """The app in a terminal of 120 by 40, when it has written all that it writes of its own."""
    session = Session([*BRIEFING, "--briefing", str(store), "open", address], columns=120, lines=40, env=environment())
    session.until("as at")
    session.settle()
    return session


def test_a_start_costs_at_most_nine_thousand_bytes(shipped: Path) -> None:
    with quiet(shipped, "overview") as session:
        assert len(session.raw) <= 9_000


@pytest.mark.parametrize(
    ("address", "keys", "budget"), [("sources", ["pgdn"], 6_000), ("overview", ["5"], 6_000), ("parties", ["7"], 6_000)]
)
def test_a_page_and_a_pane_cost_at_most_six_thousand_bytes(shipped: Path, address: str, keys: list[str], budget: int) -> None:
    with quiet(shipped, address) as session:
        assert 0 < len(session.press(*keys)) <= budget


def test_nothing_is_sent_while_nothing_happens(shipped: Path) -> None:
    with quiet(shipped, "sources") as session:
        assert session.read(0.5) == b""
        assert session.press("\x1b[I", "\x1b[O") == b""


@pytest.mark.parametrize("address", ["overview", "parties", "red-lines", "timeline", "sources"])
async def test_a_move_and_a_pane_ask_as_many_questions_of_a_large_store_as_of_a_small_one(shipped: Path, once: Once, address: str) -> None:
    counts = []
    for store in (shipped, kept.large(shipped, once)):
        asked: list[str] = []
        async with opened(store, "guarantees", fresh=True) as driver:
            driver.app.store._connection._connection.set_trace_callback(asked.append)
            driver.screen.go(address)
            await driver.press("j", "pagedown")
        counts.append(len(asked))
    assert counts[0] == counts[1]


async def test_the_first_screen_asks_few_questions_of_the_store(shipped: Path) -> None:
    asked: list[str] = []
    async with opened(shipped, "guarantees", size=(120, 40)) as driver:
        driver.app.store = driver.screen.store = Store.open(shipped)
        driver.app.store._connection._connection.set_trace_callback(asked.append)
        driver.screen.go("overview")
    driver.app.store.close()
    assert len(asked) <= 180  # the board and the dispute below it; 1,200 when each source was asked for alone


async def test_the_board_waits_for_no_dispute_which_follows_unasked(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown, drawn = Sheet.show, list[bool]()

    def noted(sheet: Sheet, *asked: Any) -> None:
        drawn.append(cast("BriefingApp", sheet.app).is_drawn)
        shown(sheet, *asked)

    monkeypatch.setattr(Sheet, "show", noted)
    async with opened(shipped, size=(120, 40)) as driver:
        assert "Question" in driver.text()
    assert drawn == [True]


@pytest.mark.parametrize("points", [200, 1_000])
async def test_compare_opens_plans_of_any_length_with_a_screen_of_points_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, points: int
) -> None:
    read: list[object] = []
    fetch = RowReader.fetch

    def counted(*asked: Any) -> list[Any]:
        found = fetch(*asked)
        read.extend(one for one in found if isinstance(one, Point))
        return found

    monkeypatch.setattr(RowReader, "fetch", counted)
    store = build(write_briefing(tmp_path, 4 * points, 4)).path
    read.clear()
    asked: list[str] = []
    async with opened(store, "guarantees", size=(120, 40), fresh=True) as driver:
        driver.app.store._connection._connection.set_trace_callback(asked.append)
        driver.screen.go("compare/p0+p1+p2+p3")
        await driver.press("j", "u")
        shown = len(driver.screen.list.rows)
    assert shown > 3 * points
    assert len(read) <= 5 * 32 * 4  # lots of rows that hold a screen, a point of each plan in a row, and what two issues' details tell
    assert len(asked) <= 2000  # the same for 200 points as for 1,000: what the details of two issues tell


def modules(code: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_what_the_app_imports_before_its_first_paint_holds_nothing_that_can_wait() -> None:
    unavoidable = modules("import textual.app, textual.screen, textual.containers")
    loaded = modules("import tui.app.briefing_app, tui.app.reader_screen, tui.views.overview.pane, tui.store.read")
    assert (loaded - unavoidable) & (BANNED | SHOWING | {"click"}) == set()


@pytest.mark.parametrize("words", ["", "open", "open timeline"])
def test_the_app_opens_without_a_parser(words: str) -> None:
    ready(locate.shipped())
    code = (
        "import io, contextlib\nfrom tui.cli.ending import run\n"
        f"with contextlib.redirect_stdout(io.StringIO()):\n    assert run({words.split()}) == 0"
    )
    assert "click" not in modules(code)


def test_showing_a_record_imports_neither_the_app_nor_what_builds(shipped: Path) -> None:
    code = (
        "import io, contextlib\nfrom tui.cli import main\nimport sys\n"
        f"sys.argv = ['briefing', '--briefing', {str(shipped)!r}, 'show', 'party/ukraine']\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n    main()"
    )
    assert modules(code) & (BANNED | {"textual", "rich"}) == set()
