"""Large plans and long points: the ladder grows with the points and no faster, and a cell is read when it is opened."""

from __future__ import annotations

import time

from invented import Ask, plan, point

from tui.answers.comparison import compare
from tui.answers.difference import row_differences
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
