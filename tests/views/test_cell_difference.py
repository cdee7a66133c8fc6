"""The difference between two cells of a row: which two are meant, and what is set against what where nothing is agreed."""

from __future__ import annotations

from invented import Ask, plan, point

from tui.views.compare.comparison import compare
from tui.views.compare.difference import CellDifference, cell_difference, pair_to_compare, row_differences
from tui.views.compare.row_cells import RowCell, cells


def version(party: str, text: str) -> str:
    return f'[[plan.point.version]]\nparty = "{party}"\ntext = "{text}"\nmode = "stated"\nsaid_by = "{party}"\nsources = ["gazette"]\n'


VERSIONS = "agreed = false\n" + version("north", "Take twelve.") + version("south", "Take none.")
ONE = plan("one", [point("1", "Take ten.")])


def told(of: CellDifference) -> list[tuple[str | None, str | None]]:
    return [(one.before.text if one.before else None, one.after.text if one.after else None) for one in of.pairings]


def first_row(ask: Ask, *plans: str, names: tuple[str, ...] = ("one", "two")) -> tuple[RowCell, ...]:
    store = ask(*plans)
    found = compare(store, names)
    return cells(store, found, found.rows[0])


def test_where_nothing_is_agreed_each_version_is_set_against_the_other_text(ask: Ask) -> None:
    (found,) = row_differences(first_row(ask, ONE, plan("two", [point("1", derives=["one/1"], relation="changed", more=VERSIONS)])))
    assert told(found) == [("Take ten.", "Take twelve."), ("Take ten.", "Take none.")]


def test_versions_beside_agreed_words_stand_apart_and_are_not_taken_for_them(ask: Ask) -> None:
    two = plan("two", [point("1", "Take some.", derives=["one/1"], relation="changed", more=VERSIONS)])
    (found,) = row_differences(first_row(ask, ONE, two))
    assert told(found) == [("Take ten.", "Take some."), (None, "Take twelve."), (None, "Take none.")]


def test_versions_of_two_drafts_meet_by_whose_they_are(ask: Ask) -> None:
    other = "agreed = false\n" + version("south", "Take one.") + version("north", "Take eleven.")
    plans = (plan("one", [point("1", more=VERSIONS)]), plan("two", [point("1", derives=["one/1"], relation="changed", more=other)]))
    (found,) = row_differences(first_row(ask, *plans))
    assert told(found) == [("Take twelve.", "Take eleven."), ("Take none.", "Take one.")]


def chosen(of: tuple[RowCell, ...], place: int) -> tuple[str, str] | None:
    pair = pair_to_compare(of, place)
    return (pair[0].column.id, pair[1].column.id) if pair else None


def test_the_chosen_column_is_set_against_the_first_that_has_words(ask: Ask) -> None:
    two = plan("two")
    three = plan("three", [point("1", "Take nine.", derives=["one/1"], relation="changed")])
    of = first_row(ask, ONE, two, three, names=("two", "one", "three"))
    assert [chosen(of, place) for place in range(3)] == [("two", "one"), ("one", "three"), ("one", "three")]


def test_a_column_without_words_can_be_chosen_and_a_row_without_words_has_no_pair(ask: Ask) -> None:
    of = first_row(ask, ONE, plan("two"))
    assert [chosen(of, place) for place in range(2)] == [("one", "two"), ("one", "two")]
    pair = pair_to_compare(of, 1)
    assert pair
    assert told(cell_difference(*pair)) == [("Take ten.", None)]
    assert chosen(first_row(ask, plan("one", [point("1", more='absent = "not recorded"\n')], "partial"), plan("two")), 1) is None
