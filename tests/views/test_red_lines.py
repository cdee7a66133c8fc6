"""The grid red line by plan: worst verdict first, silence told apart, the words on both sides."""

from __future__ import annotations

import pytest
from invented import Ask, plan, point, touch

from tui.errors import BadInput, NoSuchRecord
from tui.render.plain import plain
from tui.views.red_lines.line_grid import grid
from tui.views.red_lines.lines import red_line, red_lines, touches
from tui.views.red_lines.view import table as red_lines_table
from tui.views.search.question import search
from tui.views.subject import page_at
from tui.views.titles import title_of


def test_lines_stand_by_party_and_by_issue_with_their_words(ask: Ask) -> None:
    lines = red_lines(ask())
    assert [(line.record.party, line.record.issue) for line in lines] == [("north", "quota"), ("south", "quota"), ("south", "whales")]
    assert lines[0].record.statement == "No cap on the northern catch."
    assert (lines[0].record.firmness, lines[0].record.basis, lines[0].record.called) == (
        "said without exception",
        "the fishing act",
        "red line",
    )
    assert lines[0].attribution.who == "Northland"


def test_the_lines_of_one_party_can_be_asked_for(ask: Ask) -> None:
    store = ask()
    assert {line.record.party for line in red_lines(store, ["south"])} == {"south"}
    with pytest.raises(NoSuchRecord, match="nearest is 'south'"):
        red_lines(store, ["suoth"])
    with pytest.raises(NoSuchRecord, match="no red line "):
        red_line(store, "nothing")


def test_the_worst_verdict_shows_and_every_touch_is_listed(ask: Ask) -> None:
    one = plan("one", [point("1", "Take ten.", more=touch("north-cap", "met")), point("2", "No more.", more=touch("north-cap", "crossed"))])
    store = ask(one)
    cell = grid(store, ["one"]).cell("north-cap", "one")
    assert cell
    assert (cell.word, cell.sign, cell.points) == ("crossed", "X", ("1", "2"))
    assert [(under.sign, under.points) for under in cell.verdicts] == [("X", ("2",)), ("M", ("1",))]
    found = touches(store, "one", "north-cap")
    assert [(touch.label, touch.verdict, touch.words) for touch in found] == [("2", "crossed", "No more."), ("1", "met", "Take ten.")]
    assert (found[0].record.by, found[0].record.basis) == ("desk", "judged")


def test_a_touch_of_a_clause_shows_the_clause(ask: Ask) -> None:
    clause = '[[plan.point.clause]]\nletter = "a"\ntext = "Herring: ten."\n'
    touched = touch("north-cap", "strained", "number") + 'clause = "a"\n'
    store = ask(plan("one", [point("1", "A cap.", more=clause + touched)]))
    (found,) = touches(store, "one", "north-cap")
    assert (found.label, found.words, found.record.basis) == ("1a", "Herring: ten.", "number")


def test_what_only_appears_to_cross_a_line_is_never_said_to_cross_it(ask: Ask) -> None:
    hedged = touch("north-cap", "crossed").replace("It touches", "It appears to touch").replace("verdict =", "appears = true\nverdict =")
    store = ask(plan("one", [point("1", "Ten.", more=hedged), point("2", "No.", more=touch("south-cap", "crossed"))]))
    found = grid(store, ["one"])
    assert [(cell.word, cell.sign) for row in found.rows if (cell := row.cells[0]).points] == [("appears crossed", "x"), ("crossed", "X")]
    assert {count.word: count.lines for count in found.counts[0]} == {"crossed": 1, "appears crossed": 1, "silent": 1}
    (touched,) = touches(store, "one", "north-cap")
    assert touched.verdict == "appears crossed"
    (row,) = [row for row in red_lines_table(store, ["one"]).rows if row[0] == "north-cap"]
    assert row[-2:] == ("appears crossed", "appears crossed: 1")


def test_a_plan_that_speaks_on_the_issue_without_a_judgement_is_neither_silent_nor_met(ask: Ask) -> None:
    cell = grid(ask(plan("one", [point("1", "Take ten.")])), ["one"]).cell("north-cap", "one")
    assert cell
    assert cell.word == "not judged"


@pytest.mark.parametrize(
    ("text", "word"), [("full", "silent"), ("partial", "not recorded"), ("described", "not public"), ("none", "not public")]
)
def test_where_a_plan_has_no_point_the_grid_says_why(ask: Ask, text: str, word: str) -> None:
    cells = {cell.word for row in grid(ask(plan("one", text=text)), ["one"]).rows for cell in row.cells}
    assert cells == {word}


def test_a_point_whose_words_are_not_recorded_leaves_the_line_not_recorded(ask: Ask) -> None:
    cell = grid(ask(plan("one", [point("1", more='absent = "not recorded"\n')])), ["one"]).cell("north-cap", "one")
    assert cell
    assert cell.word == "not recorded"


def test_the_counts_of_a_plan_add_up_to_its_lines(ask: Ask) -> None:
    found = grid(ask(plan("one", [point("1", "Ten.", more=touch("north-cap", "crossed") + touch("south-cap", "met"))])), ["one"])
    assert {count.word: count.lines for count in found.counts[0]} == {"crossed": 1, "met": 1, "silent": 1}


def test_without_names_the_grid_has_every_plan_but_the_later_ones(ask: Ask) -> None:
    store = ask(plan("one"), plan("two"), plan("after", more="later = true\n"))
    assert [head.id for head in grid(store).columns] == ["one", "two"]


def test_a_plan_named_twice_or_unknown_gets_a_sentence(ask: Ask) -> None:
    store = ask(plan("one"))
    with pytest.raises(BadInput, match="named twice"):
        grid(store, ["one", "one"])
    with pytest.raises(NoSuchRecord, match="nearest is 'one'"):
        grid(store, ["onne"])


def test_a_verdict_given_later_is_not_shown_before(ask: Ask) -> None:
    store = ask(plan("one", [point("1", "Take ten.", more=touch("north-cap", "crossed"))]), as_at="2031-05-02")
    cell = grid(store, ["one"]).cell("north-cap", "one")
    assert cell
    assert cell.word == "not judged"


def test_lines_and_points_are_counted_apart(ask: Ask) -> None:
    both = touch("north-cap", "crossed") + touch("south-cap", "crossed")
    one = plan(
        "one", [point("1", "Ten.", more=both + touch("south-whales", "strained")), point("2", "No.", more=touch("north-cap", "strained"))]
    )
    counts = {count.word: (count.lines, count.points) for count in grid(ask(one), ["one"]).counts[0]}
    assert counts == {"crossed": (2, 1), "strained": (1, 2)}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("full", "the whole text is public and says nothing on this"),
        ("partial", "the text is public; this briefing has only a part of it, and not this"),
        ("described", "the text was described and not released; as described, it says nothing known on this"),
        ("none", "no text was released by this date"),
    ],
)
def test_an_empty_cell_says_why_as_is_true_of_what_is_at_hand(ask: Ask, text: str, why: str) -> None:
    cells = {cell.why for row in grid(ask(plan("one", text=text)), ["one"]).rows for cell in row.cells}
    assert cells == {why}


def test_outside_the_list_of_its_party_a_line_stands_with_its_party(ask: Ask) -> None:
    store = ask(plan("one", [point("1", "Ten.", more=touch("north-cap", "crossed"))]))
    line = store.get("red_line", "north-cap")
    assert line
    assert title_of(store, line) == "Northland: No cap"
    assert {hit.title for hit in search(store, "cap northern").hits if hit.id == "north-cap"} == {"Northland: No cap"}
    named = plain(page_at(store, "plan/one/1")[1])
    assert "Northland: No cap" in named
