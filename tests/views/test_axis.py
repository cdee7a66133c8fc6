"""One axis across the options: what is said, what is said to be none, and what is unsaid are three things."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented import PROVENANCE, Ask, store_of

from tui.cli.ending import run
from tui.errors import BadInput
from tui.render.plain import plain
from tui.store.read import Store
from tui.views.guarantees.options import axis_of, guarantees, on_axis, questions
from tui.views.guarantees.page import axis_page, glance_page, grid_page, option_page
from tui.views.guarantees.view import options_data, table


def option(name: str, trigger: str = "", more: str = "") -> str:
    told = f'trigger = {{ text = "{trigger}", said_by = "north", mode = "stated", sources = ["gazette"]{more} }}\n' if trigger else ""
    return f'[[guarantee]]\nid = "{name}"\nname = "Option {name}"\nguarantor = "Southland"\n{told}{PROVENANCE}'


THREE = (option("named", "A boat is boarded."), option("without", "Nothing sets it off.", ", none = true"), option("open"))


def three(ask: Ask) -> Store:
    return ask(*THREE)


def test_the_options_fall_into_those_that_say_one_those_that_say_none_and_those_that_say_nothing(ask: Ask) -> None:
    answer = on_axis(guarantees(three(ask)), axis_of("trigger"))
    assert [[one.id for one in found] for found in (answer.said, answer.none, answer.unsaid)] == [["named"], ["without"], ["open"]]


def test_the_page_of_an_axis_has_the_words_and_who_says_so(ask: Ask) -> None:
    text = plain(axis_page(on_axis(guarantees(three(ask)), axis_of("trigger"))))
    assert "V said -- 1 say something" in text
    assert "- 1 Option named: [said] A boat is boarded. -- Northland said (The Gazette)" in text
    assert "0 none -- 1 say that there is none" in text
    assert "- 2 Option without: 0 none: [said] Nothing sets it off." in text
    assert "_ unsaid -- 1 leave it unsaid" in text
    assert "To ask: What sets it off" in text


def test_what_is_said_to_be_none_is_neither_said_nor_asked_about(ask: Ask) -> None:
    options = guarantees(three(ask))
    assert {question.option for question in questions(options) if question.axis == "Trigger"} == {"open"}
    assert "Option without  V  _  _  0  _" in plain(glance_page(options))
    assert "0 none: [said] Nothing sets it off. -- Northland said" in " ".join(plain(option_page(options[1])).split())
    assert "there is none, as somebody says" in plain(grid_page(options))


def test_exports_tell_the_three_apart(ask: Ask) -> None:
    store = three(ask)
    trigger = next(row for row in table(store, ()).rows if row[0] == "Trigger")
    assert trigger[1:] == ("A boat is boarded.", "none: Nothing sets it off.", "unsaid")
    named, without, unsaid = options_data(guarantees(store))
    assert (named["axes"]["trigger"]["none"], without["axes"]["trigger"]["none"], unsaid["axes"]["trigger"]) == (False, True, None)
    assert (without["none"], "trigger" in unsaid["unsaid"]) == (["trigger"], True)


@pytest.mark.parametrize("name", ["paid_by", "Paid by", "paid-by", "PAID_BY"])
def test_an_axis_is_found_by_its_key_and_by_its_title(name: str) -> None:
    assert axis_of(name).field == "paid_by"
    assert axis_of("automatic").title == axis_of("Automatic").title == "Automatic?"


def test_an_unknown_axis_gets_the_nearest_and_all_that_there_are() -> None:
    with pytest.raises(BadInput, match="the nearest is 'trigger'; the axes are guarantor, form"):
        axis_of("triger")


def test_one_command_answers_which_options_name_a_trigger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store_of(tmp_path, *THREE).close()
    assert run(["--briefing", str(tmp_path), "guarantees", "--axis", "trigger"]) == 0
    assert "0 none -- 1 say that there is none" in capsys.readouterr().out
