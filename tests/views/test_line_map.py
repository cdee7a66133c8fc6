"""The map of red lines: all texts at once, the living one first, with what each comes to on the lines of a party."""

from __future__ import annotations

import pytest
from invented import Ask, plan, point, touch

from tui.errors import NoSuchRecord
from tui.render.ascii import in_ascii
from tui.render.plain import plain
from tui.store.read import Store
from tui.views.blocks import words
from tui.views.red_lines.line_grid import LineMap, line_map
from tui.views.red_lines.map_page import map_cell, map_page, total_cell
from tui.views.subject import page_at
from tui.views.titles import codes

HEDGED = touch("north-cap", "crossed").replace("It touches", "It appears to touch").replace("verdict =", "appears = true\nverdict =")


def store(ask: Ask) -> Store:
    old = plan("old", [point("1", "Ten.", more=touch("north-cap", "crossed") + touch("south-cap", "strained"))], public="2031-05-01")
    new = plan("new", [point("1", "Five.", more=HEDGED)], public="2031-05-04", more='based_on = "old"\nliving = true\n')
    other = plan("other", text="none", public="2031-05-09")
    return ask(old, other, new)


def signs(of: LineMap) -> dict[str, list[str]]:
    return {row.line.record.id: [words(map_cell(cell)) for cell in row.cells] for party in of.parties for row in party.rows}


def test_all_texts_stand_side_by_side_and_the_living_one_first(ask: Ask) -> None:
    found = line_map(store(ask))
    assert [head.id for head in found.columns] == ["new", "old", "other"]
    assert signs(found) == {"north-cap": ["x▓▓", "X██", "n"], "south-cap": ["", "S▒▒", "n"], "south-whales": [".", ".", "n"]}


def test_what_nobody_has_judged_is_blank_and_what_no_text_tells_is_not(ask: Ask) -> None:
    text = plain(map_page(line_map(store(ask))))
    assert "(blank) not judged" in text
    assert "n not public" in text


def test_each_party_has_the_number_of_its_lines_that_a_text_crosses_or_appears_to(ask: Ask) -> None:
    found = line_map(store(ask))
    totals = {party.party: [words(total_cell(one)) for one in party.totals] for party in found.parties}
    assert totals == {"north": ["x1", "X1", ""], "south": ["", "S1", ""]}


def test_it_can_be_kept_to_a_party_and_to_an_issue_by_its_address(ask: Ask) -> None:
    held = store(ask)
    assert signs(line_map(held, "south")).keys() == {"south-cap", "south-whales"}
    assert signs(line_map(held, None, "quota")).keys() == {"north-cap", "south-cap"}
    for address, shown, not_shown in (
        ("red-lines/map/south", "No whaling", "No cap"),
        ("red-lines/map/quota", "No cap", "No whaling"),
        ("red-lines/map/south/quota", "A cap", "No whaling"),
    ):
        text = plain(page_at(held, address)[1])
        assert shown in text
        assert not_shown not in text
        assert page_at(held, address)[1].address == address
    with pytest.raises(NoSuchRecord, match="nearest is 'south'"):
        page_at(held, "red-lines/map/suoth")
    with pytest.raises(NoSuchRecord, match="nearest is 'quota'"):
        page_at(held, "red-lines/map/south/qouta")


def test_in_ascii_no_two_verdicts_look_alike(ask: Ask) -> None:
    drawn = [in_ascii(one) for row in signs(line_map(store(ask))).values() for one in row]
    assert all(one.isascii() for one in drawn)
    assert {one for one in drawn if one} == {"x%%", "X##", "S++", "n", "."}


def test_no_two_texts_have_one_code() -> None:
    names = ["Draft 20", "US 28", "US December", "Russia 2025", "Russia 2024", "E3", "Geneva", "Generals", "Ten parties of the east"]
    made = codes(names, 4)
    assert made[:7] == ["Dr20", "US28", "USDe", "Ru25", "Ru24", "E3", "Gene"]
    assert len(set(made)) == len(names)
    assert max(map(len, made)) == 4
