"""Issues down, parties across: a cell is empty only where nothing of the party's own in this briefing deals with the issue."""

from __future__ import annotations

from invented import Ask, plan, point

from tui.render.plain import plain
from tui.views.blocks import words
from tui.views.parties.by_issue import by_issue, cell, cell_page, holding

DRAFT = plan("draft", [point("1", "Four ports.", issue="ports"), point("2", issue="whales", more='absent = "not recorded"\n')])
ON_A_POINT = (
    '[[position]]\nid = "p"\nparty = "south"\npoint = "draft/1"\nstance = "rejects"\nstatement = "Not four."\nmode = "stated"\n'
    'said_by = "south"\nsaid_on = "2031-05-03"\nsources = ["gazette"]\n'
)


def test_a_party_whose_text_deals_with_an_issue_is_not_silent_on_it(ask: Ask) -> None:
    store = ask(DRAFT)
    row, held, name = holding(store, "ports", "north")
    assert words(cell(held)) == "text"
    assert "Its texts  DRAFT 1" in plain(cell_page(row, "north", name, held))
    _, held, _ = holding(store, "whales", "north")  # a point without words says nothing
    assert held is None


def test_a_stance_on_a_point_stands_under_the_issues_of_the_point(ask: Ask) -> None:
    table = by_issue(ask(DRAFT + ON_A_POINT))
    held = table.at("ports", "south")
    assert held is not None
    assert words(cell(held)) == "rejects"
    assert table.at("quota", "south") is not None  # a line of its own


def test_an_empty_cell_says_what_it_is_the_absence_of(ask: Ask) -> None:
    store = ask(DRAFT)
    row, held, name = holding(store, "ports", "south")
    assert words(cell(held)) == ""
    assert "no line, no stance and no text of its own in this briefing" in " ".join(plain(cell_page(row, "south", name, held)).split())
