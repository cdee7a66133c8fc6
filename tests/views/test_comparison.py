"""The ladder on invented plans with known answers."""

from __future__ import annotations

import pytest
from invented import Ask, plan, point, touch

from tui.errors import BadInput, NoSuchRecord
from tui.model import RowStatus
from tui.render.plain import plain
from tui.store.read import Store
from tui.views.compare.comparison import Comparison, compare
from tui.views.compare.page import row_page
from tui.views.compare.row_cells import cells, whole_text
from tui.views.marks import why_absent
from tui.views.passages import passage
from tui.views.statuses import bears


def marks(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    return {comparison.label(row): tuple(mark.word for mark in row.marks) for row in comparison.rows}


ONE = plan("one", [point("1", "Take ten."), point("2", "Ports are open.", "ports")])


def test_identical_plans_have_identical_rows(ask: Ask) -> None:
    two = plan(
        "two", [point("1", "Take ten.", derives=["one/1"], relation="same"), point("2", "Ports are open.", "ports", ["one/2"], "same")]
    )
    found = compare(ask(ONE, two), ["one", "two"])
    assert marks(found) == {"1": ("base", "same"), "2": ("base", "same")}
    assert all(row.identical and not row.differs for row in found.rows)


def test_a_point_known_only_later_between_two_others_is_not_asked_for(ask: Ask) -> None:
    """The points of a plan lie beside each other in the store: what lies between two of them need not be known yet."""
    late = point("2", "Ports are shut.", "ports", ["one/2"], "opposed", 'known_from = "2031-05-12"\n')
    two = plan("two", [point("1", "Take ten.", derives=["one/1"], relation="same"), late, point("3", "Take less.")])
    found = compare(ask(ONE, two, as_at="2031-05-05"), ["one", "two"])
    assert [row.numbers for row in found.rows] == [(("1",), ("1",)), ((), ("3",)), (("2",), ())]
    assert [row.marks[1].word for row in found.rows[:2]] == ["same", "own"]
    assert all(row.numbers[1] != ("2",) for row in found.issues)


def test_reordered_points_meet_on_their_rows_whatever_their_numbers(ask: Ask) -> None:
    two = plan(
        "two", [point("1", "Ports are open.", "ports", ["one/2"], "same"), point("2", "Take ten.", derives=["one/1"], relation="same")]
    )
    found = compare(ask(ONE, two), ["one", "two"])
    assert [row.numbers for row in found.rows] == [(("1",), ("2",)), (("2",), ("1",))]


def test_a_split_point_is_shown_as_split_and_joined_when_turned_around(ask: Ask) -> None:
    two = plan(
        "two", [point("1", "Take ten", derives=["one/1"], relation="split"), point("1bis", "of fish.", derives=["one/1"], relation="split")]
    )
    store = ask(ONE, two)
    assert marks(compare(store, ["one", "two"]))["1"] == ("base", "split")
    turned = compare(store, ["two", "one"])
    assert [row.numbers for row in turned.rows[:2]] == [(("1",), ("1",)), (("1bis",), ("1",))]
    assert [row.marks[1].word for row in turned.rows[:2]] == ["join", "join"]


def test_what_goes_on_from_one_half_of_a_split_point_is_no_join_of_both(ask: Ask) -> None:
    halves = [point("1", "Take ten.", derives=["one/1"], relation="split"), point("5", "In May.", derives=["one/1"], relation="split")]
    three = plan("three", [point("2", "In May.", derives=["two/5"], relation="same")])
    store = ask(ONE, plan("two", halves), three)
    assert marks(compare(store, ["two", "three"])) == {"1": ("base", "apart"), "5": ("base", "same")}
    assert marks(compare(store, ["three", "two"]))["2"] == ("base", "same")


def test_a_point_that_joins_two_stands_on_both_their_rows(ask: Ask) -> None:
    one = plan("one", [point("1", "Take ten."), point("2", "Not more.")])
    two = plan("two", [point("1", "Take ten and not more.", derives=["one/1", "one/2"], relation="join")])
    found = compare(ask(one, two), ["one", "two"])
    assert [row.numbers for row in found.rows] == [(("1",), ("1",)), (("2",), ("1",))]
    assert [row.marks[1].word for row in found.rows] == ["join", "join"]


def test_a_dropped_point_is_told_from_one_that_is_not_recorded_and_from_silence(ask: Ask) -> None:
    one = plan("one", [point("1", "A."), point("2", "B."), point("3", "C.")])
    two = plan(
        "two",
        [
            point("1", derives=["one/1"], relation="dropped"),
            point("2", derives=["one/2"], more='absent = "not recorded"\n'),
        ],
    )
    assert marks(compare(ask(one, two), ["one", "two"])) == {
        "1": ("base", "dropped"),
        "2": ("base", "not recorded"),
        "3": ("base", "silent"),
    }


@pytest.mark.parametrize(
    ("text", "word"), [("full", "silent"), ("partial", "not recorded"), ("described", "not public"), ("none", "not public")]
)
def test_the_word_for_nothing_follows_from_how_much_of_the_text_is_at_hand(ask: Ask, text: str, word: str) -> None:
    found = compare(ask(ONE, plan("two", text=text)), ["one", "two"])
    assert {row.marks[1].word for row in found.rows} == {word}


def test_a_plan_that_is_not_public_yet_has_columns_of_not_public(ask: Ask) -> None:
    two = plan(
        "two", [point("1", "Take nine.", derives=["one/1"], relation="changed")], public="2031-05-10", more='known_from = "2031-05-02"\n'
    )
    before = compare(ask(ONE, two, as_at="2031-05-05"), ["one", "two"])
    assert {row.marks[1].word for row in before.rows} == {"not public"}
    assert before.columns[1].made_public is None


def test_a_plan_that_nobody_knew_yet_can_be_asked_for_and_is_not_public(ask: Ask) -> None:
    two = plan("two", [point("1", "Take nine.", derives=["one/1"], relation="changed")], public="2031-05-10")
    before = compare(ask(ONE, two, as_at="2031-05-05"), ["one", "two"])
    assert {row.marks[1].word for row in before.rows} == {"not public"}


def test_a_point_that_says_the_opposite_is_contested(ask: Ask) -> None:
    two = plan("two", [point("2", "Ports are not open.", "ports", ["one/2"], "opposed")])
    row = compare(ask(ONE, two), ["one", "two"]).row("2")
    assert row
    assert row.marks[1].word == "opposed"
    assert row.contested
    assert row.differs


def test_relations_chain_through_a_plan_that_is_not_shown(ask: Ask) -> None:
    two = plan("two", [point("1", "Take nine.", derives=["one/1"], relation="changed"), point("2", "Open.", "ports", ["one/2"], "same")])
    three = plan(
        "three", [point("7", "Take nine.", derives=["two/1"], relation="same"), point("8", "Shut.", "ports", ["two/2"], "opposed")]
    )
    store = ask(ONE, two, three)
    assert marks(compare(store, ["one", "three"])) == {"1": ("base", "changed"), "2": ("base", "opposed")}
    assert marks(compare(store, ["two", "three"])) == {"1": ("base", "same"), "2": ("base", "opposed")}


def test_two_plans_that_edit_a_third_meet_though_it_is_not_shown(ask: Ask) -> None:
    two = plan("two", [point("1", "Take nine.", derives=["one/1"], relation="changed")])
    three = plan("three", [point("1", "Take ten.", derives=["one/1"], relation="same")])
    assert marks(compare(ask(ONE, two, three), ["two", "three"])) == {"1": ("base", "changed")}


def test_a_relation_holds_towards_the_first_point_named(ask: Ask) -> None:
    two = plan("two", [point("1", "Take nine.", derives=["one/1"], relation="changed")])
    three = plan("three", [point("1", "Take nine.", derives=["two/1", "one/1"], relation="same")])
    found = compare(ask(ONE, two, three), ["one", "two", "three"])
    assert marks(found)["1"] == ("base", "changed", "changed")


def test_points_of_a_plan_that_is_not_shown_join_no_rows(ask: Ask) -> None:
    one = plan("one", [point("1", "Take ten."), point("2", "Not more.")])
    two = plan(
        "two", [point("1", "Take ten.", derives=["one/1"], relation="same"), point("2", "Nor less.", derives=["one/2"], relation="changed")]
    )
    three = plan("three", [point("1", "Ten it is.", derives=["one/1", "one/2"], relation="join")])
    assert len(compare(ask(one, two, three), ["one", "two"]).rows) == 2


def test_a_point_derived_from_two_headings_stands_on_the_rows_of_both(ask: Ask) -> None:
    two = plan("two", [point("5", "Ten, and ports are open.", "quota ports", ["one/1", "one/2"], "changed")])
    found = compare(ask(ONE, two), ["one", "two"])
    assert marks(found) == {"1": ("base", "join"), "2": ("base", "join")}
    assert [heading.id for heading in found.rows[0].also_under] == ["ports"]


def test_nothing_is_moved_that_nobody_marked_so(ask: Ask) -> None:
    two = plan("two", [point("5", "Ten, in open ports.", "quota ports", ["one/1"], "changed")])
    three = plan("three", [point("6", "Nine.", "quota", ["two/5"], "changed")])
    found = compare(ask(ONE, two, three), ["one", "two", "three"])
    assert marks(found) == {"1": ("base", "changed", "changed"), "2": ("base", "apart", "silent")}
    assert found.numbers_under("ports", 1) == ["5"]


def test_a_third_plan_that_joins_points_changes_no_mark_between_two(ask: Ask) -> None:
    two = plan("two", [point("9", "Take ten.", derives=["one/1"], relation="same")])
    three = plan("three", [point("1", "Take ten in open ports.", derives=["one/1", "one/2"], relation="join")])
    store = ask(ONE, two, three)
    assert marks(compare(store, ["one", "two"])) == {"1": ("base", "same"), "2": ("base", "silent")}
    assert marks(compare(store, ["one", "two", "three"])) == {"1": ("base", "same", "join"), "2": ("base", "silent", "join")}


def test_points_of_two_plans_that_the_first_is_a_stranger_to_stand_together_and_neither_is_its_own_beside_descent(ask: Ask) -> None:
    two = plan("two", [point("3", "Take nothing.")])
    three = plan("three", [point("3", "Take one.", derives=["two/3"], relation="changed")])
    found = compare(ask(ONE, two, three), ["one", "two", "three"])
    assert [row.numbers for row in found.rows] == [(("1",), (), ()), ((), ("3",), ("3",)), (("2",), (), ())]
    assert marks(found)["+3"] == ("apart", "own", "own")
    assert "derived from none" not in why_absent("own", None)


def test_two_printings_of_a_split_keep_their_own_counterparts(ask: Ask) -> None:
    two = plan("two", [point("1", "Ten", derives=["one/1"], relation="split"), point("2", "fish.", derives=["one/1"], relation="split")])
    three = plan("three", [point("1", "Ten", derives=["two/1"], relation="same"), point("2", "fish.", derives=["two/2"], relation="same")])
    assert marks(compare(ask(ONE, two, three), ["two", "three"])) == {"1": ("base", "same"), "2": ("base", "same")}


def test_a_plan_that_has_other_points_on_an_issue_is_not_called_silent_on_it(ask: Ask) -> None:
    one = plan("one", [point("1", "Take ten."), point("2", "Count the boats.")])
    two = plan("two", [point("1", "Take ten.", derives=["one/1"], relation="same")])
    assert marks(compare(ask(one, two), ["one", "two"])) == {"1": ("base", "same"), "2": ("base", "apart")}


def test_texts_written_apart_stand_on_rows_of_their_own_below_one_issue(ask: Ask) -> None:
    two = plan("two", [point("9", "Take nothing.")])
    found = compare(ask(ONE, two), ["one", "two"])
    assert marks(found) == {"1": ("base", "apart"), "+9": ("apart", "own"), "2": ("base", "silent")}


def test_texts_written_apart_keep_their_rows_where_one_has_several_points(ask: Ask) -> None:
    two = plan("two", [point("8", "Take nothing."), point("9", "Ever.")])
    found = compare(ask(ONE, two), ["one", "two"])
    assert marks(found) == {"1": ("base", "apart"), "+8": ("apart", "own"), "+9": ("apart", "own"), "2": ("base", "silent")}


def test_what_the_first_plan_is_known_not_to_say_is_new(ask: Ask) -> None:
    two = plan("two", [point("1", "Take ten.", derives=["one/1"], relation="same"), point("3", "No whaling.", "whales", relation="new")])
    found = compare(ask(ONE, two), ["one", "two"])
    assert marks(found)["+3"] == ("silent", "new")


def test_an_issue_nobody_touches_is_a_row_of_its_own_apart_from_the_aligned_ones(ask: Ask) -> None:
    found = compare(ask(ONE, plan("two", text="none")), ["one", "two"])
    assert [(row.issue.id, [mark.word for mark in row.marks]) for row in found.issues] == [
        ("quota", ["stated", "not public"]),
        ("ports", ["stated", "not public"]),
        ("whales", ["silent", "not public"]),
    ]
    assert [row.key for row in found.lines()] == ["one/1", "one/2", "whales"]


def test_one_issue_can_be_asked_for(ask: Ask) -> None:
    store = ask(ONE, plan("two", text="none"))
    assert [row.number for row in compare(store, ["one", "two"], "ports").rows] == ["2"]
    assert [row.key for row in compare(store, ["one", "two"], "whales").lines()] == ["whales"]
    with pytest.raises(NoSuchRecord, match="no issue 'port'; the nearest is 'ports'"):
        compare(store, ["one", "two"], "port")


def test_the_status_of_the_issue_stands_on_the_row_and_an_open_one_is_contested(ask: Ask) -> None:
    quota, ports = compare(ask(ONE, plan("two", text="none")), ["one", "two"]).rows
    assert str(quota.status) == "O open, political"
    assert (quota.open, quota.contested) == (True, True)
    assert (ports.status, ports.open, ports.contested) == (None, False, False)


STATED = """
[[issue.status]]
letter = "A"
texts = ["three"]
between = ["north", "south"]
ground = "Northland says that both want it."
mode = "stated"
said_by = "north"
known_from = "2031-05-12"
sources = ["gazette"]
"""


def test_a_status_of_other_texts_is_said_to_be_of_others_and_neither_opens_nor_agrees_a_row(ask: Ask) -> None:
    issue = '[[issue]]\nid = "tolls"\nname = "Tolls"\nsources = ["gazette"]\nmode = "judgement"\n'
    older = STATED.replace('letter = "A"', 'letter = "O"').replace("05-12", "05-10").replace('["three"]', '["one", "two"]')
    one, two = plan("one", [point("1", "A toll.", "tolls")]), plan("two", [point("1", "No toll.", "tolls")])
    store = ask(issue + older + STATED, one, two, plan("three", [point("1", "Some toll.", "tolls")]))
    row = compare(store, ["one", "two"]).rows[0]
    assert row.status
    assert row.status_of_others
    assert row.status.full == "O open between Northland and Southland, on ONE and TWO"
    assert row.status_of_others.of_others == "on THREE: aim agreed between Northland and Southland, by Northland's account, 12 May 2031"
    assert row.open
    alone = compare(store, ["one", "three"]).rows[0]
    assert (alone.status and alone.status.letter, alone.status_of_others, alone.open) == ("A", None, False)


@pytest.mark.parametrize(
    ("texts", "between", "plans", "parties", "wanted"),
    [
        (("d",), ("n", "s"), {"d": ("n",), "b": ("s",)}, (), True),
        (("d",), ("n", "s"), {"a": ("n",), "b": ("s",)}, (), False),
        (("a", "d"), (), {"a": ("n",), "b": ("s",)}, (), False),
        (("a", "b", "d"), (), {"a": ("n",), "b": ("s",)}, (), True),
        ((), ("n", "s"), {"a": ("n",), "b": ("s",)}, (), True),
        ((), ("n", "s"), {"a": ("n",), "b": ("e",)}, (), False),
        ((), ("n",), {"a": ("n",), "b": ("e",)}, (), True),
        (("d",), ("n", "s"), {}, ("n", "s"), True),
        (("d",), ("n", "s"), {}, ("n", "e"), False),
        ((), (), {"a": ("n",)}, (), True),
    ],
)
def test_whether_a_status_bears_on_what_is_compared(
    texts: tuple[str, ...], between: tuple[str, ...], plans: dict[str, tuple[str, ...]], parties: tuple[str, ...], wanted: bool
) -> None:
    assert bears(RowStatus(letter="O", ground="x", texts=texts, between=between), plans, parties) is wanted


def test_that_only_one_side_has_put_a_text_is_not_said_where_another_text_stands_beside_it() -> None:
    status = RowStatus(letter="W", ground="x", texts=("a",), between=("n",))
    assert not bears(status, {"a": ("n",), "b": ("s",)})
    assert bears(status, {"a": ("n",)}, ("s",))


def test_a_point_that_two_parties_cannot_accept_is_contested(ask: Ask) -> None:
    point_ = point("1", "Take ten.", "ports", more=touch("north-cap", "strained") + touch("south-cap", "crossed"))
    row = compare(ask(plan("one", [point_]), plan("two")), ["one", "two"]).rows[0]
    assert (row.against, row.contested) == (((("crossed", 1), ("strained", 1)), ()), True)


def test_a_point_that_is_not_agreed_is_open(ask: Ask) -> None:
    version = '[[plan.point.version]]\nparty = "north"\ntext = "Twelve."\nmode = "document"\nsources = ["gazette"]\n'
    store = ask(plan("one", [point("2", issue="ports", more="agreed = false\n" + version)]), plan("two"))
    found = compare(store, ["one", "two"])
    assert found.rows[0].open
    assert found.rows[0].marks[0].word == "base"
    assert whole_text(cells(store, found, found.rows[0])[0]) == "Northland: Twelve."


def test_a_party_can_be_a_column_with_its_red_lines(ask: Ask) -> None:
    store = ask(ONE)
    found = compare(store, ["one", "party:north"])
    assert marks(found) == {"1": ("base", "stated"), "2": ("base", "no statement")}
    assert cells(store, found, found.rows[0])[1].statements[0].text == "No cap on the northern catch."


def test_a_row_of_an_issue_has_every_point_that_names_it_also_of_texts_written_apart_and_what_a_party_says(ask: Ask) -> None:
    two = plan(
        "two", [point("5", "Ten in open ports.", "quota ports"), point("6", "Whales live.", "whales", more=touch("south-whales", "met"))]
    )
    store = ask(ONE, two)
    found = compare(store, ["two", "one", "party:south"])
    assert {row.key: row.numbers for row in found.issues} == {
        "quota": (("5",), ("1",), ()),
        "ports": (("5",), ("2",), ()),
        "whales": (("6",), (), ()),
    }
    ports, whales = found.row("ports"), found.row("whales")
    assert ports
    assert whales
    assert [whole_text(cell) for cell in cells(store, found, ports)] == ["Ten in open ports.", "Ports are open.", ""]
    assert [whole_text(cell) for cell in cells(store, found, whales)] == ["Whales live.", "", "No whale is taken."]
    assert (whales.worst, [mark.word for mark in whales.marks]) == (("met", None, None), ["stated", "silent", "stated"])
    assert "see row 5" in " ".join(plain(row_page(found, ports, cells(store, found, ports))).split())


def test_a_line_is_counted_for_the_text_that_touches_it_and_a_row_that_touches_one_is_never_plain(ask: Ask) -> None:
    one = plan("one", [point("1", "Open.", "ports", more=touch("north-cap", "crossed")), point("2", "Shut.", "ports")])
    same = [point("1", "Open.", "ports", ["one/1"], "same"), point("2", "Shut.", "ports", ["one/2"], "same")]
    rows = compare(ask(one, plan("two", same)), ["one", "two"]).rows
    assert [(row.against, row.identical, row.plain) for row in rows] == [(((("crossed", 1),), ()), True, False), (((), ()), True, True)]


MOVED = """
[[red_line]]
id = "north-whales"
party = "north"
issue = "whales"
short = "Whaling"
statement = "The northern whalers sail."
firmness = "said once"
basis = "custom"
mode = "stated"
said_by = "north"
said_on = "2031-05-01"
sources = ["gazette"]
[[red_line.movement]]
direction = "softened"
date = "2031-05-06"
statement = "The whalers sail in spring alone."
mode = "reported"
said_by = "The Gazette"
sources = ["gazette"]
[[red_line.movement]]
direction = "hardened"
date = "2031-05-12"
statement = "The whalers sail all year."
mode = "stated"
said_by = "north"
sources = ["gazette"]
"""


def test_a_party_says_its_latest_word_on_a_line_first_and_none_that_came_after_the_day(ask: Ask) -> None:
    def texts(store: Store) -> tuple[str, ...]:
        found = compare(store, ["party:north", "party:south"])
        row = found.row("whales")
        assert row
        return cells(store, found, row)[0].statements[0].texts

    first, spring, year = "The northern whalers sail.", "The whalers sail in spring alone.", "The whalers sail all year."
    assert texts(ask(MOVED)) == (year, spring, first)
    assert texts(ask(MOVED, as_at="2031-05-08")) == (spring, first)
    assert texts(ask(MOVED, as_at="2031-05-02")) == (first,)


def test_a_join_names_all_the_points_it_comes_from_and_a_change_the_first(ask: Ask) -> None:
    two = plan("two", [point("1", "Ten, and ports are open.", derives=["one/1", "one/2"], relation="join")])
    three = plan(
        "three",
        [
            point("1", "Nine.", derives=["two/1", "one/1"], relation="changed"),
            point("2", "A.", derives=["one/2", "two/1"], relation="join"),
        ],
    )
    store = ask(ONE, two, three)
    named = [found.changed_from for found in (passage(store, *of) for of in (("two", "1"), ("three", "1"), ("three", "2"))) if found]
    assert named == ["ONE points 1 and 2", "TWO point 1", "ONE point 2 and TWO point 1"]


def test_two_parties_can_be_compared_on_the_issues_they_speak_on(ask: Ask) -> None:
    found = compare(ask(), ["party:north", "party:south"])
    assert {row.key: [mark.word for mark in row.marks] for row in found.issues} == {
        "quota": ["stated", "stated"],
        "ports": ["no statement", "no statement"],
        "whales": ["no statement", "stated"],
    }


def test_a_plan_without_points_is_a_column_of_silence(ask: Ask) -> None:
    found = compare(ask(plan("one"), plan("two", text="none")), ["one", "two"])
    assert found.rows == ()
    assert [row.key for row in found.lines()] == ["quota", "ports", "whales"]


@pytest.mark.parametrize(
    ("ids", "says"),
    [
        ([], "two plans at least; none were named"),
        (["one"], "two plans at least; one was named. Known plans: one"),
        (["one", "one"], "named twice"),
        (["one", "ONE"], "named twice"),
        (["one"] * 5, "five|5 were named"),
    ],
)
def test_what_makes_no_comparison_gets_a_sentence(ask: Ask, ids: list[str], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        compare(ask(ONE), ids)


def test_an_unknown_plan_names_the_nearest_and_the_known_ones(ask: Ask) -> None:
    with pytest.raises(NoSuchRecord, match="no plan 'oen'; the nearest is 'one'; there are one, two"):
        compare(ask(ONE, plan("two")), ["oen", "two"])
    with pytest.raises(NoSuchRecord, match="no party 'nroth'; the nearest is 'north'"):
        compare(ask(ONE), ["one", "party:nroth"])


def test_rows_are_found_by_number_by_point_and_by_issue(ask: Ask) -> None:
    two = plan("two", [point("1", "Take ten.", derives=["one/1"], relation="same"), point("3", "No whaling.", "whales", relation="new")])
    found = compare(ask(ONE, two), ["one", "two"])
    assert [found.row(wanted) for wanted in ("2", "two/1", "+3", "3", "quota", "nothing")] == [
        found.rows[1],
        found.rows[0],
        found.rows[2],
        found.rows[2],
        found.issues[0],
        None,
    ]


def test_text_from_right_to_left_and_in_cyrillic_comes_through_word_for_word(ask: Ask) -> None:
    words = "שלום 600,000 וגם військо; Ґанок"
    store = ask(plan("one", [point("1", words)]), plan("two"))
    found = compare(store, ["one", "two"])
    assert cells(store, found, found.rows[0])[0].passages[0].record.text == words
