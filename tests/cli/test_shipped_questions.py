"""What people come for, on the shipped briefing, each with one command."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.cli.ending import run
from tui.model import Plan
from tui.store.read import Store
from tui.views.compare.comparison import compare
from tui.views.compare.row_cells import cells

Line = Callable[..., str]
pytestmark = pytest.mark.usefixtures("kept_open")


@pytest.fixture
def line(shipped: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    """The text that a command prints about the shipped briefing."""

    def call(*words: str) -> str:
        assert run(["--briefing", str(shipped), *words]) == 0
        return " ".join(capsys.readouterr().out.split())

    return call


def data(text: str) -> Any:
    return json.loads(text)


def test_the_us_and_the_european_text_have_28_aligned_rows_with_dropped_and_unrecorded_told_apart(line: Line) -> None:
    rows = data(line("compare", "us-28", "e3", "--json"))["rows"]
    assert sorted(int(row["number"]) for row in rows) == list(range(1, 29))
    marks = {row["number"]: row["marks"][1]["word"] for row in rows}
    assert marks["3"] == "dropped"
    assert {number for number, word in marks.items() if word == "not recorded"} >= {"15", "17", "18", "20", "23", "27"}
    assert all(row["numbers"][0] == row["numbers"][1] for row in rows)


def test_how_the_european_text_changes_point_6_and_by_which_number(line: Line) -> None:
    text = line("compare", "us-28", "e3", "--row", "6", "--diff")
    for words in (
        "600,000 -> 800,000 personnel",
        "leaked 20 Nov 2025",
        "World Journal / CNA",
        "published 23 Nov 2025",
        "The Straits Times",
    ):
        assert words in text


def test_a_plan_is_shown_with_its_name_first_and_the_remarks_on_it_after_its_fields(line: Line) -> None:
    text = line("show", "plan", "e3")
    assert text.index("Name European counter-proposal") < text.index("Authorship") < text.index("Note Most reports speak of 28")


def test_points_that_are_not_agreed_are_compared_by_their_versions(line: Line) -> None:
    for row in ("19", "21"):
        text = line("compare", "us-28", "draft-20", "--row", row, "--diff")
        assert "is not agreed: " in text
        assert "US version: " in text
        assert "Ukraine version: " in text
        assert "no agreed text+]" not in text


def test_which_points_of_the_us_plan_touch_a_ukrainian_line_with_both_wordings_and_sources(line: Line) -> None:
    found = data(line("red-lines", "--plan", "us-28", "--party", "ukraine", "--json"))
    touched = {
        row["id"]: row for row in found["rows"] if row["cells"][0]["word"] in ("crossed", "appears crossed", "strained", "appears strained")
    }
    assert {"ua-territory", "ua-recognition", "ua-army", "ua-alliances"} <= touched.keys()
    for row in touched.values():
        assert row["statement"]
        assert row["attribution"]["cited"]
        for touch in row["cells"][0]["touches"]:
            assert touch["words"]
            assert touch["point_attribution"]["cited"]
            assert touch["by"] == "desk"


def test_what_the_twenty_points_say_on_territory_that_the_us_plan_does_not(line: Line) -> None:
    text = line("compare", "us-28", "draft-20", "--issue", "territory")
    assert "International forces stand along the line." in text


def test_which_guarantees_name_a_trigger_and_which_leave_it_unsaid(line: Line) -> None:
    options = data(line("guarantees", "--json"))
    unsaid = {option["id"] for option in options if option["axes"]["trigger"] is None}
    assert "eu-membership" in unsaid
    assert {"us-congress", "article-5-like"}.isdisjoint(unsaid)


def test_a_point_that_is_rewritten_throughout_is_called_so(line: Line) -> None:
    text = line("compare", "us-28", "draft-20", "--row", "21", "--diff")
    assert "Rewritten: the two texts share few words, so read both in full." in text
    assert "[-" not in text
    assert "No number" not in text
    assert "Rewritten" not in line("compare", "us-28", "e3", "--row", "6", "--diff")


def test_one_command_lists_what_was_not_yet_public_on_the_ninth_of_december(line: Line) -> None:
    text = line("later", "--as-at", "2025-12-09")
    plans, _, rest = text.partition("Points of plans -")
    assert "Draft 20: text not public at this date; 24 Dec 2025: described, no text released Volodymyr Zelensky said" in plans
    assert "US December: not known at this date; 11 Dec 2025: described, no text released reported by ZN.UA" in plans
    assert "US 28" not in plans
    assert "US 28: whole text public" in rest.partition("as they are now")[2]
    assert "24 Dec 2025 Draft 20 point 14: Territory" in rest
    assert "15 Dec 2025" in rest
    assert rest.index("Statements -") < rest.index("After 24 Dec 2025, the day of this briefing:") < rest.index("Paris point 1")


def test_what_became_known_between_two_days_is_the_same_list_bounded(line: Line) -> None:
    text = line("later", "--as-at", "2025-11-20", "--until", "2025-11-24")
    assert "E3: not known at this date; 23 Nov 2025: text public, recorded here in part" in text
    assert "Draft 20" not in text
    assert line("open", "later/2025-11-20/2025-11-24") == text


def test_what_was_not_yet_public_on_the_ninth_of_december(line: Line) -> None:
    found = data(line("compare", "us-28", "draft-20", "--as-at", "2025-12-09", "--json"))
    assert {row["marks"][1]["word"] for row in found["rows"]} == {"not public"}
    assert "text not public at this date" in line("compare", "us-28", "draft-20", "--as-at", "2025-12-09")


@pytest.mark.parametrize(
    ("day", "plan", "said"),
    [
        ("2025-12-09", "draft-20", "text not public at this date"),
        ("2025-12-24", "draft-20", "described, no text released"),
        ("2025-12-09", "us-28", "whole text public"),
        ("2025-12-09", "e3", "text public, recorded here in part"),
    ],
)
def test_the_list_the_record_and_the_comparison_say_the_same_of_how_public_a_text_was(line: Line, day: str, plan: str, said: str) -> None:
    other = "eu-24"
    assert re.search(rf"{plan} (\d+ \w+ \d+; )?(\d+ points; )?{said}", line("list", "plan", "--as-at", day))
    assert f"Text {said}" in line("show", "plan", plan, "--as-at", day)
    assert f": {said}" in line("compare", plan, other, "--as-at", day)


def test_a_text_of_which_no_point_is_printed_yet_is_never_called_silent(line: Line) -> None:
    text = line("compare", "us-28", "ru-2025", "--as-at", "2025-11-20")
    assert "US-drafted plan of 28 points, 20 Nov 2025: text public, recorded here in part" in text
    assert "silent" not in text
    assert "- not recorded: US 28" in line("open", "issue/territory", "--as-at", "2025-11-20")
    assert "US 28, leaked 20 Nov 2025, text public, recorded here in part" in line("open", "lineage", "--as-at", "2025-11-20")
    assert "US 28: text public, recorded here in part; 21 Nov 2025: whole text public" in line("later", "--as-at", "2025-11-20")


def test_on_the_twenty_second_of_november_only_the_leaked_plan_has_words(line: Line) -> None:
    found = data(line("compare", "us-28", "e3", "draft-20", "--as-at", "2025-11-22", "--json"))
    assert len(found["rows"]) == 28
    assert {mark["word"] for row in found["rows"] for mark in row["marks"][1:]} == {"not public"}


@pytest.mark.sweep
def test_every_pair_of_shipped_plans_is_compared_without_losing_a_point_or_a_word(shipped: Path) -> None:
    with Store.open(shipped) as store:
        plans = {plan.id: plan for plan in store.all("plan") if isinstance(plan, Plan)}
        for first in plans:
            for second in plans:
                if first == second:
                    continue
                found = compare(store, [first, second])
                for index, id_ in enumerate((first, second)):
                    stood = {number for row in found.rows for number in row.numbers[index]}
                    assert stood == {point.number for point in plans[id_].point}
        found = compare(store, ["us-28", "e3", "eu-24", "draft-20"])
        for row in found.rows:
            for cell in cells(store, found, row):
                for passage in cell.passages:
                    point = store.point(passage.plan, passage.record.number)
                    assert point
                    assert passage.record.text == point.text
