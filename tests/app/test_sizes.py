"""The smallest screen and a very large one, in a real pseudo-terminal: whole, with the name of the place, and nothing beyond the edges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pyte
import pytest
from screen import Screen
from session import BRIEFING, Session

from tui.render.plain import plain
from tui.store.read import Store
from tui.views import TABS
from tui.views.pane import Row

NUMBERS = list(zip("123456789", TABS, strict=False))
UNBROKEN = 10**4  # cells at which no line of a page is broken
ROOM = 100  # cells that a line of the detail has on a screen of 400 columns: more would be hard to read


def launch(store: Path, columns: int, lines: int) -> Session:
    return Session([*BRIEFING, "--briefing", str(store), "open"], columns=columns, lines=lines)


class Larger:
    """A larger terminal, on which the same bytes must look the same: nothing is written beyond the edges and lost."""

    def __init__(self, session: Session) -> None:
        self._session, self._fed = session, 0
        self._screen = Screen(session.columns + 60, session.lines + 20)
        self._stream = pyte.ByteStream(self._screen)

    def whole(self) -> list[str]:
        """The lines of the screen, when they have stood the comparison."""
        new, self._fed = self._session.raw[self._fed :], len(self._session.raw)
        self._stream.feed(new.replace(b"\x1b[<u", b""))
        shown = self._screen.text()
        lines = self._session.lines
        assert shown[:lines] == self._session.text().split("\n")
        assert not any(shown[lines:])
        return shown[:lines]


@pytest.mark.parametrize(("columns", "lines"), [(20, 5), (200, 60)])
def test_through_every_pane_a_page_and_help_to_a_good_end(shipped: Path, columns: int, lines: int) -> None:
    with launch(shipped, columns, lines) as session:
        whole = Larger(session).whole
        session.until("TLP:CLEAR")
        for key, pane in reversed(NUMBERS):
            session.press(key)
            session.until(TABS[pane].title)
            assert TABS[pane].title in "\n".join(whole()[:2])
            session.press("enter", *["enter"] * (pane == "compare" and lines > 5))  # there the first one shows the points of an issue
            session.until("q back")
            assert "> " in "\n".join(whole()[:2]), "the way that led here"
            session.press("q")
            session.until("q quit")
        session.press("?")
        session.until("> help")
        whole()
        session.press("q")
        assert "Overview" in session.until("q quit")
        whole()
        session.press("q")
        session.until("q again")
        whole()
        session.press("q")
        assert session.wait() == 0
        assert b"Traceback" not in session.raw


def test_on_four_hundred_columns_nothing_is_cut_and_no_line_is_broken_that_has_room(shipped: Path) -> None:
    with launch(shipped, 400, 120) as session, Store.open(shipped) as store:
        whole = Larger(session).whole
        session.until("What divides")
        for key, ident in NUMBERS:
            session.press(key)
            session.settle()
            shown = whole()
            assert "…" not in "".join(shown)
            assert any(len(line.rstrip()) > 80 for line in shown[2:-1])
            pane = TABS[ident].load().pane(store, "")
            rows: Sequence[Row | None] = [row for row in pane.rows() if not row.heading] or [None]
            row = next((row for row in rows if row and row.key == pane.begins_at()), rows[0])
            parts = (part for line in plain(pane.page(row, ROOM), UNBROKEN).splitlines()[:60] for part in re.split(r"  +", line.strip()))
            assert not [part for part in parts if len(part) < ROOM and not set(part) <= set("=-") and part not in "\n".join(shown)]
        session.press("Q")
        assert session.wait() == 0


NAMES = {
    "2": ["Ukraine", "Russia"],
    "3": ["No giving up of t…", "No recognition"],
    "4": ["US, by Con", "Article-5-"],
    "5": ["Territory", "Armed"],
    "6": ["Bloomberg, one"],
    "7": ["Base article", "The Straits Times"],
    "1?": ["F Ct"],
}


def test_on_the_smallest_screen_every_list_tells_its_rows_by_name(shipped: Path) -> None:
    with launch(shipped, 20, 5) as session:
        session.until("TLP:CLEAR")
        for keys, names in NAMES.items():
            session.press(*keys, *("jjj" if keys == "1?" else ""))
            for place, name in enumerate(names):
                if place:
                    session.press("j")
                session.until(name, 5)
        session.press("Q")
        assert session.wait() == 0


def test_on_a_low_but_wide_screen_the_first_line_tells_the_place_the_day_and_the_briefing(shipped: Path) -> None:
    with launch(shipped, 80, 8) as session:
        session.until("TLP:CLEAR")
        session.press("5", "enter")
        first = session.until("> Territory").split("\n")[0]
        assert "as at 24 Dec 2025" in first
        assert first.endswith("TLP:CLEAR (public sources only)")
        session.press("Q")
        assert session.wait() == 0
