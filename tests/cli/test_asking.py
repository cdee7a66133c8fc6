"""The three questions and the export on the command line, on an invented briefing: words, data, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from commanded import Command, Said
from invented import PROVENANCE, plan, point, store_of, touch

from tui.cli.ending import run
from tui.hostile import bad_characters

NUMBERS = 'numbers = [{{ value = {}, unit = "tonnes", what = "cap" }}]\n'
PLANS = (
    plan(
        "one",
        [
            point("1", "The catch is 600,000 tonnes.", more=NUMBERS.format(600000) + touch("north-cap", "crossed")),
            point("2", "Ports.", "ports"),
        ],
    ),
    plan(
        "two",
        [
            point("1", "The catch is 800,000 tonnes.", "quota", ["one/1"], "changed", NUMBERS.format(800000)),
            point("2", None, "ports", ["one/2"], "dropped"),
        ],
    ),
    plan("three", text="none"),
    plan("four"),
    plan("five"),
)
GUARANTEE = (
    '[[guarantee]]\nid = "escort"\nname = "Escort of boats"\nguarantor = "Southland"\nopen_questions = ["How many boats?"]\n' + PROVENANCE
)


@pytest.fixture
def ask_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    store_of(tmp_path, *PLANS, GUARANTEE).close()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1936000000")

    def call(*words: str) -> Said:
        code = run(["--briefing", str(tmp_path / "store.db"), *words])
        held = capsys.readouterr()
        assert not bad_characters(held.out + held.err)
        return Said(code, held.out, held.err)

    return call


def test_a_row_with_its_difference_names_the_changed_number_first(ask_line: Command) -> None:
    said = ask_line("compare", "one", "two", "--row", "1", "--diff")
    assert said.code == 0
    assert said.out.index("600,000 -> 800,000 tonnes") < said.out.index("[-600,000-] [+800,000+]")


def test_the_whole_comparison_has_the_ladder_the_legend_and_every_row(ask_line: Command) -> None:
    out = ask_line("compare", "one", "two").out
    assert "- dropped" in out
    assert "# 600,000 -- ONE " in out
    assert " 800,000 -- TWO (tonnes)" in out
    assert max(map(len, out.splitlines())) <= 80


def test_the_comparison_as_data_has_the_issues_and_their_rows_those_without_a_point_as_well(ask_line: Command) -> None:
    data = ask_line("compare", "one", "two", "--json").data
    assert [row["number"] for row in data["rows"]] == ["1", "2", ""]
    assert [row["numbers"] for row in data["issues"]] == [[["1"], ["1"]], [["2"], ["2"]], [[], []]]
    assert [mark["word"] for mark in data["rows"][1]["marks"]] == ["base", "dropped"]
    assert data["rows"][0]["cells"][1]["passages"][0]["text"] == "The catch is 800,000 tonnes."
    assert data["rows"][2]["issue"]["id"] == "whales"


def test_the_difference_as_data_has_facts_and_segments(ask_line: Command) -> None:
    (row,) = ask_line("compare", "one", "two", "--row", "1", "--diff", "--json").data
    (found,) = row["differences"]
    (fact,) = found["facts"]
    assert fact | {"kind": "number", "what": "tonnes", "before": "600,000", "after": "800,000", "of_after": "cap"} == fact
    (wording,) = found["wordings"]
    assert "".join(segment["after"] for segment in wording["segments"]) == wording["after"]["text"]
    assert (found["before"], found["after"]) == ("one", "two")


def test_one_issue_and_one_row_can_be_asked_for(ask_line: Command) -> None:
    assert "Quota" not in ask_line("compare", "one", "two", "--issue", "ports").out
    assert ask_line("compare", "one", "two", "--row", "two/2", "--json").data["key"] == "one/2"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["compare", "one"], 2, "two plans at least"),
        (["compare", "one", "one"], 2, "named twice"),
        (["compare", "one", "two", "three", "four", "five"], 2, "at most four"),
        (["compare", "one", "twoo"], 1, "no plan 'twoo'; the nearest is 'two'"),
        (["compare", "one", "two", "--issue", "port"], 1, "the nearest is 'ports'"),
        (["compare", "one", "two", "--row", "99"], 1, "no row '99'; rows: 1"),
        (["red-lines", "--plan", "uno"], 1, "no plan 'uno'"),
        (["red-lines", "--party", "nroth"], 1, "the nearest is 'north'"),
        (["guarantees", "escrot"], 1, "the nearest is 'escort'"),
        (["export", "csv"], 2, "say into which folder"),
        (["export", "pdf"], 2, "pdf"),
        (["export", "md", "--what", "compare", "--plans", "one"], 2, "two plans at least"),
    ],
)
def test_bad_input_gets_one_sentence_and_an_exit_code(ask_line: Command, words: list[str], code: int, says: str) -> None:
    said = ask_line(*words)
    assert (said.code, said.out) == (code, "")
    assert says in said.err
    assert said.err.startswith("briefing: ")
    assert len(said.err.splitlines()) == 1


def test_without_a_name_the_plans_that_the_app_shows_first_are_compared(ask_line: Command) -> None:
    assert ask_line("compare").out.splitlines()[0] == ask_line("open", "compare").out.splitlines()[0] == "Comparison: ONE / TWO"


def test_plans_without_points_are_compared_in_silence(ask_line: Command) -> None:
    said = ask_line("compare", "three", "four")
    assert said.code == 0
    assert "n not public" in said.out
    assert ". silent" in said.out


def test_the_grid_with_a_plan_has_both_wordings_the_reason_and_the_sources(ask_line: Command) -> None:
    out = ask_line("red-lines", "--plan", "one", "--party", "north").out
    for words in (
        "X crossed",
        "No cap on the northern catch.",
        "The catch is 600,000 tonnes.",
        "It touches the line.",
        "judgement of this desk",
        "The Gazette",
    ):
        assert words in out
    assert "No whale is taken." not in out


def test_the_grid_as_data_has_verdicts_touches_and_counts(ask_line: Command) -> None:
    data = ask_line("red-lines", "--plan", "one", "--json").data
    line = next(row for row in data["rows"] if row["id"] == "north-cap")
    assert (line["kind"], line["cells"][0]["word"], line["cells"][0]["touches"][0]["number"]) == ("red_line", "crossed", "1")
    assert {count["word"]: count["lines"] for count in data["counts"]["one"]} == {"crossed": 1, "not judged": 1, "silent": 1}


def test_the_lines_themselves_can_be_asked_for(ask_line: Command) -> None:
    said = ask_line("red-lines", "--lines")
    assert "said without exception" in said.out
    assert "the party does not call it a red line" in said.out


def test_guarantees_show_what_is_unsaid_and_ask_for_it(ask_line: Command) -> None:
    assert "_ unsaid" in ask_line("guarantees").out
    assert "How many boats?" in ask_line("guarantees", "--questions").out
    (option,) = ask_line("guarantees", "escort", "--json").data
    assert option["axes"]["guarantor"]["text"] == "Southland"
    assert option["axes"]["trigger"] is None
    assert "trigger" in option["unsaid"]


def test_an_export_goes_to_a_file_or_out(ask_line: Command, tmp_path: Path) -> None:
    out = tmp_path / "compare.html"
    assert ask_line("export", "html", "--what", "compare", "--plans", "one,two", "-o", str(out)).out == ""
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert ask_line("export", "md", "--what", "guarantees").out.startswith("**TLP:GREEN**")
    assert ask_line("export", "md", "-o", str(tmp_path / "nowhere" / "file.md")).code == 3
