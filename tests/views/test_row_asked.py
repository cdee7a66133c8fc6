"""Naming a row, and being told in order which there are."""

from __future__ import annotations

import pytest
from invented import Ask, plan, point

from tui.errors import NoSuchRecord
from tui.views.compare.comparison import compare
from tui.views.compare.row_names import in_runs, row_asked


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (["21", "22", "6", "3", "7", "8", "1", "2"], "1-3, 6-8, 21, 22"),
        (["2", "10", "1"], "1, 2, 10"),
        (["12a", "12", "2", "S3"], "2, 12, 12a, S3"),
        (["+9", "10", "+10", "1"], "1, 10, +9, +10"),
        ([str(number) for number in range(3000)], "0-2999"),
        ([], ""),
    ],
)
def test_rows_are_listed_in_the_order_of_their_numbers_and_runs_in_short(numbers: list[str], told: str) -> None:
    assert in_runs(numbers) == told


def test_a_row_that_is_not_there_names_those_that_are(ask: Ask) -> None:
    one = plan("one", [point(str(number), "x", issue) for number, issue in ((3, "quota"), (1, "ports"), (2, "ports"))])
    found = compare(ask(one, plan("two")), ["one", "two"])
    assert row_asked(found, "2").number == "2"
    with pytest.raises(NoSuchRecord, match="no row '99'; rows: 1-3; a point such as one/3 or the id of an issue"):
        row_asked(found, "99")
