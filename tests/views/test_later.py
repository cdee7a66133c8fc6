"""What was not yet public on a day, of an invented briefing with something later at every level."""

from pathlib import Path

import pytest

from tui.errors import BadInput
from tui.model import KINDS
from tui.store.read import EVER, Store
from tui.views.later.question import Later, between, later


def titles(of: Later) -> dict[str, list[str]]:
    return {group.title: sorted(one.title for one in group.news) for group in of.groups}


def test_what_came_to_known_records_is_told_with_what_is_new(harbour: Path) -> None:
    with Store.open(harbour, "2030-06-01") as store:
        found = later(store)
    assert titles(found) == {
        "Points of plans": ["Counter point 1", "Draft point 2: another printing", "Draft point 3"],
        "Where issues stand": ["The quay: T text agreed"],
        "Security guarantees": ["Pilots aboard: form", "Pilots aboard: status"],
        "Red lines": ["The Island: red line on The quay: movement"],
        "Verdicts on red lines": ["Draft point 1 and the line The Island: red line on The quay: met"],
        "Events": ["First meeting: what came of it"],
        "Judgements of this desk": ["Judgement of desk, 1 Jul 2030"],
        "Sources": ["How it really went"],
    }
    assert {one.on.lower for group in found.groups for one in group.news} == {"2030-07-01"}
    assert all(group.late for group in found.groups)


def test_a_plan_tells_how_public_it_was_on_the_day_and_what_it_became(harbour: Path) -> None:
    with Store.open(harbour, "2030-06-01") as store:
        counter, draft = later(store).plans  # what changed comes first
        (whole,) = (plan for plan in later(store, "2030-01-01").plans if plan.record.id == "counter")
    assert (counter.record.id, counter.then) == ("counter", "text not public at this date")
    assert [(str(day), words) for day, words in counter.became] == [("2030-07-01", "text public, recorded here in part")]
    assert (draft.record.id, draft.then) == ("draft", "text public, recorded here in part")
    assert [(str(day), words) for day, words in draft.became] == [("2030-07-01", "whole text public")]
    assert whole.then is None
    assert [words for _, words in whole.became] == ["text not public at this date", "text public, recorded here in part"]


def test_between_two_days_only_what_became_known_in_between_is_told(harbour: Path) -> None:
    with Store.open(harbour, "2030-06-01") as store:
        assert later(store, "2030-05-01", "2030-06-30").count == 0
        early = later(store, "2030-04-30", "2030-06-30")
        assert "Judgements of this desk" in titles(early)
        assert "Judgement of desk, 1 Jul 2030" not in titles(early)["Judgements of this desk"]


def test_every_record_that_a_reader_of_the_day_does_not_have_is_told(harbour: Path) -> None:
    for day in ("2030-04-30", "2030-05-01", "2030-06-30"):
        with Store.open(harbour, day) as store:
            found = later(store)
            told = {one.address for group in found.groups for one in group.news} | {plan.address for plan in found.plans if plan.became}
            for kind in KINDS:
                missing = {f"{kind}/{id_}" for id_ in store.at(EVER).ids(kind)} - {f"{kind}/{id_}" for id_ in store.ids(kind)}
                assert missing <= told


def test_days_may_be_written_as_people_write_them_and_must_stand_in_their_order(harbour: Path) -> None:
    assert between("2030-06/2030-07-01") == ("2030-06-30", "2030-07-01")
    assert between("") == (None, None)
    with pytest.raises(BadInput, match="is no date"):
        between("soon")
    with Store.open(harbour) as store, pytest.raises(BadInput, match="earlier day first"):
        later(store, "2030-06-01", "2030-05-01")
