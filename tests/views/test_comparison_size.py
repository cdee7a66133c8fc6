"""Large plans and long points: the ladder grows with the points and no faster, and a cell is read when it is opened."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from invented import Ask, plan, point

from tui.views.compare.comparison import Comparison, compare
from tui.views.compare.difference import difference


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


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("derives", "relation"), [("one/{}", "changed"), ("one/1", "split")], ids=["point by point", "all derived from one"]
)
def test_the_work_of_a_ladder_grows_with_the_points_and_no_faster(ask: Ask, derives: str, relation: str) -> None:
    def ladder(number: int) -> tuple[int, Comparison]:
        one = plan("one", [point(str(place), f"Text {place}.") for place in range(number)])
        own = [point(str(place), f"Text {place}!", derives=[derives.format(place)], relation=relation) for place in range(number)]
        store = ask(one, plan("two", own))
        made: list[Comparison] = []
        return calls(lambda: made.append(compare(store, ["one", "two"]))), made[0]

    (small, _), (large, found) = ladder(120), ladder(1200)
    assert large < 12 * small
    assert sum(len(row.numbers[1]) for row in found.rows) == 1200


def test_the_last_of_a_thousand_rows_is_found_as_quickly_as_the_first(ask: Ask) -> None:
    one = plan("one", [point(str(number), f"Text {number}.") for number in range(1000)])
    found = compare(ask(one, plan("two")), ["one", "two"])
    first, last = found.rows[0], found.rows[-1]
    assert (found.row(first.key), found.row("one/999")) == (first, last)
    assert calls(lambda: found.row(last.key)) == calls(lambda: found.row(first.key)) < 10


def test_the_work_of_a_difference_grows_with_the_words_and_no_faster() -> None:
    def words(number: int, step: int) -> str:
        return " ".join(f"boat{n * step % 977} must not" for n in range(number))

    small, large = (calls(lambda number=number: difference(words(number, 7919), words(number, 1047))) for number in (200, 2000))  # type: ignore[misc]
    assert large < 12 * small


def test_a_chain_of_points_inside_one_plan_does_not_run_away(ask: Ask) -> None:
    def chain(length: int) -> int:
        later = (point(str(number), "On.", derives=[f"one/{number - 1}"], relation="same") for number in range(1, length))
        store = ask(plan("one", [point("0", "Begin."), *later]), plan("two"))
        return calls(lambda: list(compare(store, ["one", "two"]).rows))

    assert chain(300) < 6 * chain(60)
