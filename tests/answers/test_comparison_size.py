"""Large plans and long points: the ladder grows with the points and no faster, and a cell is read when it is opened."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import FrameType

from invented import Ask, plan, point

from tui.answers.comparison import compare
from tui.answers.difference import difference, row_differences
from tui.answers.passages import cells


def test_plans_of_three_thousand_points_make_a_ladder_in_a_moment(ask: Ask) -> None:
    one = plan("one", [point(str(number), f"Text {number}.") for number in range(3000)])
    two = plan("two", [point(str(number), f"Text {number}!", derives=[f"one/{number}"], relation="changed") for number in range(3000)])
    store = ask(one, two)
    store.all("plan")
    begun = time.perf_counter()
    found = compare(store, ["one", "two"])
    assert time.perf_counter() - begun < 3
    assert len(found.rows) == 3000


def calls(work: Callable[[], object]) -> int:
    """How many calls of functions a piece of work makes: the same on a slow machine as on a quick one."""
    count = 0

    def counted(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        del frame, arg
        count += event == "call"

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_the_last_of_three_thousand_rows_is_found_as_quickly_as_the_first(ask: Ask) -> None:
    one = plan("one", [point(str(number), f"Text {number}.") for number in range(3000)])
    found = compare(ask(one, plan("two")), ["one", "two"])
    first, last = found.rows[0], found.rows[-1]
    assert (found.row(first.key), found.row("one/2999")) == (first, last)
    assert calls(lambda: found.row(last.key)) == calls(lambda: found.row(first.key)) < 10


def test_the_work_of_a_difference_grows_with_the_words_and_no_faster() -> None:
    def words(number: int, step: int) -> str:
        return " ".join(f"boat{n * step % 977} must not" for n in range(number))

    small, large = (calls(lambda number=number: difference(words(number, 7919), words(number, 1047))) for number in (200, 2000))  # type: ignore[misc]
    assert large < 12 * small


def test_three_thousand_points_that_all_derive_from_one_make_one_row_in_a_moment(ask: Ask) -> None:
    one = plan("one", [point("1", "All.")])
    two = plan("two", [point(str(number), f"Text {number}!", derives=["one/1"], relation="split") for number in range(3000)])
    store = ask(one, two)
    begun = time.perf_counter()
    found = compare(store, ["one", "two"])
    assert time.perf_counter() - begun < 6
    assert found.rows[0].marks[1].word == "split"


def test_a_chain_of_points_inside_one_plan_does_not_run_away(ask: Ask) -> None:
    one = plan(
        "one",
        [point("0", "Begin."), *(point(str(number), "On.", derives=[f"one/{number - 1}"], relation="same") for number in range(1, 1500))],
    )
    found = compare(ask(one, plan("two")), ["one", "two"])
    assert len(found.rows) == 1


def test_two_points_of_two_thousand_words_differ_in_a_moment(ask: Ask) -> None:
    words = ["must", "not", "600,000", "boats", "leave", "the", "port", "before", "noon"]
    one = plan("one", [point("1", " ".join(words[n * 7 % 9] for n in range(2000)))])
    two = plan("two", [point("1", " ".join(words[n * 5 % 9] for n in range(2000)), derives=["one/1"], relation="changed")])
    store = ask(one, two)
    found = compare(store, ["one", "two"])
    begun = time.perf_counter()
    (pair,) = row_differences(cells(store, found, found.rows[0]))
    assert time.perf_counter() - begun < 0.5
    assert pair.pairings[0].difference
    assert not pair.pairings[0].difference.same
