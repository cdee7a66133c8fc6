"""The text that the talks are about is that of the day looked at."""

from __future__ import annotations

import pytest
from invented import Ask, plan, point

from tui.render.plain import plain
from tui.views.issue.page import page as issue_page
from tui.views.issue.question import dispute as issue
from tui.views.plans import in_order, living
from tui.views.record.question import record

TEXTS = (
    plan("old", [point("1", "Four.")], public="2031-05-02", more="living = true\n")
    + plan("rival", [point("1", "Six.")], public="2031-05-03", more='based_on = "old"\n')
    + plan("new", [point("1", "Five.")], public="2031-05-06", more='known_from = "2031-05-04"\nbased_on = "old"\nliving = true\n')
)


@pytest.mark.parametrize(
    ("day", "chief"),
    [
        ("2031-05-02", "old"),
        ("2031-05-03", "old"),
        ("2031-05-04", "new"),
        ("2031-05-05", "new"),
        ("2031-05-06", "new"),
        ("2031-05-20", "new"),
    ],
)
def test_the_living_text_is_the_one_that_was_so_on_the_day(day: str, chief: str, ask: Ask) -> None:
    store = ask(TEXTS, as_at=day)
    found = living(store)
    assert found is not None
    assert found.id == chief
    assert in_order(store)[0].id == chief


@pytest.mark.parametrize(("day", "chief"), [("2031-05-03", "old"), ("2031-05-20", "new")])
def test_only_the_living_text_of_the_day_is_called_so(day: str, chief: str, ask: Ask) -> None:
    store = ask(TEXTS, as_at=day)
    assert [one.plan for one in issue(store, "quota").texts if one.living] == [chief]
    assert plain(issue_page(issue(store, "quota"))).count("the living text") == 1
    called = [one.id for one in in_order(store) if any(of.name == "living" for of in record(store, "plan", one.id).fields)]
    assert called == [chief]


def test_without_a_mark_the_latest_of_a_line_comes_first_and_none_is_called_living(ask: Ask) -> None:
    store = ask(TEXTS.replace("living = true\n", ""))
    assert in_order(store)[0].id == "new"
    assert [one.plan for one in issue(store, "quota").texts if one.living] == []
