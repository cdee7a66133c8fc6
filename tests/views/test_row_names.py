"""What rows are called: nothing that only one of the plans compared says."""

from __future__ import annotations

import pytest
from invented import Ask, plan, point

from tui.views.compare.comparison import compare


def named(ask: Ask, *shorts: str | None) -> str:
    """The name of the row on which plans give one point these short names, each with words of its own."""
    plans = [
        plan(
            f"p{place}",
            [
                point(
                    "1",
                    f"Take {place}.",
                    derives=["p0/1"] if place else (),
                    relation="changed" if place else "",
                    more=f'short = "{short}"\n' if short else "",
                )
            ],
        )
        for place, short in enumerate(shorts)
    ]
    return compare(ask(*plans), [f"p{place}" for place in range(len(shorts))]).rows[0].short


@pytest.mark.parametrize(
    ("shorts", "name"),
    [
        (("Forces", "Forces"), "Forces"),
        (("Forces of 600,000", "Forces of 600,000"), "Forces of 600,000"),
        (("Forces of 600,000", "Forces of 800,000"), "Forces"),
        (("Fund of $100 billion", "Fund of $1.5 billion"), "Fund"),
        (("Forces of 600,000", None), "Forces"),
        (("No quota", "Quota by consensus"), "No quota / Quota by consensus"),
        (("Forces of 600,000", "No limit", "Forces of 800,000"), "Forces / No limit"),
        (("600,000", "800,000"), "600,000 / 800,000"),
        ((None, None), "Take 0. (P0)"),
    ],
)
def test_a_row_has_a_name_that_is_true_for_every_plan(ask: Ask, shorts: tuple[str | None, ...], name: str) -> None:
    assert named(ask, *shorts) == name


def test_a_row_of_many_points_names_few_of_them(ask: Ask) -> None:
    parts = [point(str(number), "x", derives=["one/1"], relation="split", more=f'short = "Part {number} a"\n') for number in range(9)]
    one = plan("one", [point("1", "All.", more='short = "All"\n')])
    assert compare(ask(one, plan("two", parts)), ["one", "two"]).rows[0].short.count("/") <= 4
