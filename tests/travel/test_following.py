"""An open session that hears of what is newer: what the title says, how often it asks, and what a start pays for it."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from session import ROOT, environment

from tui.app.chrome import title
from tui.app.following import Follower, sentence
from tui.app.look import Look
from tui.app.seen import Seen
from tui.errors import MachineError
from tui.origin import Feed, FeedNews
from tui.views import HOME


def first_line(cells: int, note: str, lines: int = 24) -> str:
    look = Look(colour=True, ascii=False)
    seen = Seen(cells, lines, look, "The herring talks", "TLP:GREEN", "20 May 2031", HOME, HOME, note=note)
    pieces, mark = title(seen)
    line = "".join(text for text, _ in pieces[0])
    assert len(line) + len(mark) <= cells
    return line


@pytest.mark.parametrize("lines", [24, 8])
@pytest.mark.parametrize("cells", [200, 120, 80, 60])
def test_the_title_says_how_old_the_briefing_is(cells: int, lines: int) -> None:
    assert "fetched 3 h ago" in first_line(cells, "fetched 3 h ago", lines)
    assert "NOT VERIFIED" in first_line(cells, "NOT VERIFIED", lines)


def test_on_a_narrow_screen_the_age_comes_before_the_name() -> None:
    assert first_line(50, "fetched 3 h ago").endswith("as at 20 May 2031, fetched 3 h ago")
    assert first_line(40, "fetched 3 h ago").startswith("fetched 3 h ago")


def test_a_title_without_anything_to_say_is_as_it_was() -> None:
    assert first_line(80, "") == "The herring talks  as at 20 May 2031"


def test_a_session_asks_again_and_again_and_tells_only_what_is_new() -> None:
    told: list[tuple[FeedNews, str]] = []
    answers = iter([FeedNews("", ""), FeedNews("It is gone.", "old"), FeedNews("", "old"), FeedNews("", "")])
    ends: list[int] = []
    done = threading.Event()

    def look() -> FeedNews:
        try:
            return next(answers)
        except StopIteration:
            ends.append(len(ends))
            if len(ends) == 3:
                done.set()
            raise MachineError("the end") from None

    follower = Follower(Feed(look, 0.01), lambda news, said: told.append((news, said)))
    assert done.wait(5)
    follower.close()
    assert [(news.note, said) for news, said in told] == [("old", "It is gone."), ("", ""), ("", "the end.")]


def test_a_session_that_ends_waits_for_no_answer() -> None:
    asked = threading.Event()

    def look() -> FeedNews:
        asked.set()
        time.sleep(30)
        return FeedNews("", "")

    follower = Follower(Feed(look, 0.01), lambda *_: None)
    assert asked.wait(5)
    began = time.monotonic()
    follower.close()
    assert time.monotonic() - began < 1


def test_what_came_is_said_also_when_the_one_before_is_here_no_more(ferry: Path) -> None:
    assert sentence(FeedNews("Version 2 has come", "", None, ferry)) == "Version 2 has come."
    same = FeedNews("Version 2 has come", "", ferry, ferry)
    assert sentence(same) == "Version 2 has come: nothing that it says has changed."


def test_who_opens_no_address_pays_nothing_for_those_who_do(ferry: Path) -> None:
    code = (
        "import sys; from tui.cli.ending import run; run(sys.argv[1:]);"
        "print([name for name in sys.modules if name.startswith(('tui.travel', 'http.client', 'ssl', 'urllib.request'))])"
    )
    words = [sys.executable, "-c", code, "--briefing", str(ferry), "list", "party"]
    done = subprocess.run(words, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
