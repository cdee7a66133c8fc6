"""The commands on the briefing that `briefing new` writes: what they print, as text and as data, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commanded import Command, Said, commanded

from tui.checks.codes import codes
from tui.cli.ending import run
from tui.cli.words import COMMANDS
from tui.hostile import bad_characters
from tui.model import KINDS
from tui.views import TABS


@pytest.fixture
def briefing(ferry: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def call(*words: str, place: Path | None = None) -> Said:
        code = run(["--briefing", str(place or ferry), *words])
        held = capsys.readouterr()
        assert not bad_characters(held.out + held.err)
        return Said(code, held.out, held.err)

    return call


def test_every_command_has_help_and_stands_in_the_table(briefing: Command) -> None:
    listed = briefing("--help").out
    for name in COMMANDS:
        assert f"  {name}" in listed
        said = briefing(name, "--help")
        assert said.code == 0
        assert "--as-at DATE" in said.out


def test_options_may_stand_before_the_command_or_after(briefing: Command) -> None:
    before, after = briefing("--as-at", "2031-03-12", "--json", "list", "plan"), briefing("list", "plan", "--as-at", "2031-03-12", "--json")
    assert before.out == after.out
    assert [plan["id"] for plan in before.data] == ["arden-draft"]
    assert len(briefing("--as-at", "2031-03-12", "list", "plan", "--as-at", "2031-03-20", "--json").data) == 2


@pytest.mark.parametrize(("asked", "plans"), [("2031-03-12", 1), ("2031-03", 2), ("2031", 2), ("2030", 0)])
def test_a_month_or_a_year_means_its_last_day(briefing: Command, asked: str, plans: int) -> None:
    assert len(briefing("list", "plan", "--as-at", asked, "--json").data) == plans


@pytest.mark.parametrize("text", ["", "yesterday", "2031-13", "2031-02-30", "12.13.2031", "2031-03-14/2031-03-12"])
def test_what_is_no_date_is_wrong_usage_and_never_overlooked(briefing: Command, text: str) -> None:
    said = briefing("list", "plan", "--as-at", text)
    assert (said.code, said.out) == (2, "")
    assert f"--as-at {text!r} is no date" in said.err


@pytest.mark.parametrize("before", [True, False])
def test_a_day_without_its_year_is_of_the_briefing_s_year(shipped: Path, before: bool) -> None:
    day = ("--as-at", "9 dec")
    said = commanded("--briefing", shipped, *(day if before else ()), "show", "overview", *(() if before else day))
    assert "as at    9 Dec 2025" in said.out
    assert commanded("--briefing", shipped, "later", "--as-at", "24 nov", "--until", "9 dec").out.startswith(
        "Became known after 24 Nov 2025, up to 9 Dec 2025"
    )


def test_an_empty_place_is_wrong_usage_and_no_other_briefing_is_shown_instead(briefing: Command) -> None:
    said = briefing("list", "plan", "--briefing", "")
    assert (said.code, said.out) == (2, "")
    assert "--briefing is empty" in said.err


def test_every_kind_is_listed_with_a_line_and_with_an_object_a_record(briefing: Command) -> None:
    for kind in KINDS:
        lines, data = briefing("list", kind).out.splitlines(), briefing("list", kind, "--json").data
        assert [line.split()[0] for line in lines] == [one["id"] for one in data]
        for one in data:
            assert one["kind"] == kind
            file, _, line = one["where"].partition(":")
            assert file.startswith("data/")
            assert int(line) > 0
            assert None not in one.values()


@pytest.mark.parametrize("name", ["red_line", "red-line", "red-lines", "red_lines", "Red-Lines"])
def test_a_kind_may_be_written_as_people_write_it(briefing: Command, name: str) -> None:
    assert briefing("list", name).out == (
        "arden-ferry    arden / ferry     [said]  The ferry does not stop before the bridge is open.\n"
        "bellmoor-toll  bellmoor / money  [said]  Nobody pays to cross the bridge.\n"
    )


def test_a_record_as_data_has_the_names_of_the_source_file_and_who_says_so(briefing: Command) -> None:
    data = briefing("show", "red-line", "arden-ferry", "--json").data
    assert list(data)[:2] == ["kind", "id"]
    assert data["sources"] == [{"id": "echo-0303", "quote": "not one day without a boat", "at": "first paragraph"}]
    assert data["said_on"] == "2031-03-03"
    assert data["where"].startswith("data/red-lines.toml:")
    assert data["provenance"]["who"] == "Ruth Calder"
    assert "plan/arden-draft/1" in data["referred_to_by"]


@pytest.mark.parametrize("words", [("plan", "arden-draft/2"), ("plan/arden-draft/2",), ("plans", "arden-draft/2")])
def test_a_point_is_shown_by_its_address(briefing: Command, words: tuple[str, ...]) -> None:
    data = briefing("show", *words, "--json").data
    assert (data["kind"], data["id"], data["number"]) == ("point", "arden-draft/2", "2")
    assert briefing("show", *words).out.startswith("Arden point 2")


@pytest.mark.parametrize("place", TABS)
def test_every_pane_is_data_too(briefing: Command, place: str) -> None:
    assert briefing("open", place, "--json").data


def test_a_comparison_as_data_has_its_columns_issues_and_rows(briefing: Command) -> None:
    data = briefing("open", "compare", "--json").data
    assert set(data) == {"columns", "issues", "rows"}
    assert all(len(row["marks"]) == len(data["columns"]) for row in data["rows"])


def test_an_address_alone_prints_its_text_and_is_the_same_as_open(briefing: Command) -> None:
    assert briefing("parties/arden").out == briefing("open", "parties/arden").out == briefing("--plain", "parties/arden").out
    assert briefing().out == briefing("overview").out == briefing("open").out


def test_search_is_ranked_with_excerpts_and_places(briefing: Command) -> None:
    data = briefing("search", "lodge", "bond", "--json").data
    assert data[0]["id"] == "council-bond"
    assert {"kind", "id", "title", "excerpt", "when", "who", "partial", "mode", "where"} == data[0].keys()
    assert "position/council-bond  [reported]" in briefing("search", "lodge bond").out


def test_a_search_without_a_hit_has_no_data_and_ends_with_one(briefing: Command) -> None:
    said = briefing("search", "submarine")
    assert (said.code, said.out, said.err) == (1, "", "briefing: nothing holds submarine; try fewer words, or the beginning of one\n")
    said = briefing("search", "submarine", "--json")
    assert (said.code, said.data) == (1, [])


def test_what_is_typed_never_reaches_the_terminal_as_it_is(briefing: Command) -> None:
    said = briefing("search", "\x1b]52;c;aGk=\x07x\x1b[2J\u202e")
    assert "\x1b" not in said.out + said.err
    said = briefing("show", "party", "\x1b[31mred")
    assert (said.code, "\x1b" in said.err) == (1, False)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("show", "party", "ardne"), 1, "no party 'ardne'; the nearest is 'arden'"),
        (("show", "prty", "x"), 2, "there is no kind 'prty'; the nearest is 'party'"),
        (("show", "party"), 2, "name the party too"),
        (("show", "plan/arden-draft/99"), 1, "has no point '99'"),
        (("list", "boat"), 2, "there is no kind 'boat'. Kinds: source"),
        (("lst",), 2, "there is no command 'lst'; the nearest is 'list'"),
        (("qqqq",), 2, "there is no command 'qqqq'; briefing --help"),
        (("boats/x",), 2, "'boats/x' is no address"),
        (("timeline/first-tlak",), 1, "no event 'first-tlak'; the nearest is 'first-talk'"),
        (("sources/x",), 1, "no source 'x'; there are"),
        (
            ("compare/arden-draft+bellmoor-counter/nowhere",),
            1,
            "no row 'nowhere'; rows: 1",
        ),
        (("compare", "--as-at", "2031-03-12"), 1, "as at 12 Mar 2031 there are no two plans to compare; known: arden-draft"),
        (("open", "compare", "--as-at", "2031-03-12"), 1, "as at 12 Mar 2031 there are no two plans to compare; known: arden-draft"),
        (("explain", "E31"), 1, "there is no code 'E31'; the nearest is 'E301'"),
        (("list", "plan", "--no-such"), 2, "No such option"),
    ],
)
def test_what_cannot_be_had_gets_one_sentence_and_an_exit_code(briefing: Command, words: tuple[str, ...], code: int, says: str) -> None:
    said = briefing(*words)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith("briefing: ")
    assert says in said.err
    assert len(said.err.splitlines()) == 1


def test_the_briefing_s_own_day_shows_the_same_asked_for_or_not_and_another_day_nothing_later(shipped: Path, briefing: Command) -> None:
    unasked = briefing("timeline", place=shipped).out
    assert "(later)" in unasked
    day = json.loads(briefing("overview", "--json", place=shipped).out)["as_at"]
    assert briefing("timeline", "--as-at", day, place=shipped).out == unasked
    assert "(later)" not in briefing("timeline", "--as-at", "2025-12-09", place=shipped).out


def test_every_code_is_explained_in_text_and_as_data(briefing: Command) -> None:
    assert [line.split()[0] for line in briefing("explain").out.splitlines()] == list(codes())
    assert [one["code"] for one in briefing("explain", "--json").data] == list(codes())
    assert "Wrong" in briefing("explain", "e301").out


def test_a_schema_and_the_keys_can_be_printed(briefing: Command) -> None:
    assert "red_line" in briefing("schema").data["properties"]
    assert "Move" in briefing("keys").out
    assert {"keys", "text"} <= briefing("keys", "--json").data[0].keys()


def test_paths_are_told_whole_a_line_each_and_as_data(briefing: Command, tmp_path: Path) -> None:
    long = tmp_path / ("deep-" * 30)
    assert briefing("new", str(long)).code == 0
    assert f"manifest  {long / 'briefing.toml'}\n" in briefing("paths", place=long).out
    assert briefing("paths", "--json", place=long).data["manifest"] == str(long / "briefing.toml")
    assert not (long / ".briefing").exists()


def test_a_new_briefing_checks_clean_builds_silently_and_opens(briefing: Command, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    assert briefing("new", str(folder)) == Said(0, "", "")
    assert briefing("check", "--strict", place=folder) == Said(0, "", "")
    assert briefing("build", place=folder) == Said(0, "", "")
    assert briefing(place=folder).out.startswith("The Lode crossing")
    json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    refused = briefing("new", str(folder))
    assert (refused.code, refused.out) == (2, "")
    assert "is not empty" in refused.err


def test_findings_are_data_of_check_and_remarks_of_every_other_command(briefing: Command, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    briefing("new", str(folder))
    parties = folder / "data" / "parties.toml"
    parties.write_text(parties.read_text(encoding="utf-8").replace('party = "arden"', 'party = "ardne"'), encoding="utf-8")
    checked = briefing("check", place=folder)
    assert (checked.code, checked.err) == (1, "")
    assert "error E301" in checked.out
    (one, *_) = briefing("check", "--json", place=folder).data
    assert one["code"] == "E301"
    assert one["where"].keys() == {"path", "line", "column"}
    listed = briefing("list", "plan", place=folder)
    assert (listed.code, listed.out) == (1, "")
    assert "briefing explain CODE" in listed.err


def test_a_warning_is_a_fault_only_to_the_strict(briefing: Command, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    briefing("new", str(folder))
    sources = folder / "data" / "sources.toml"
    unused = '\n[[source]]\nid = "unused"\ntitle = "Cited by nothing"\ntype = "news"\ndate = "2031-03-01"\n'
    sources.write_text(sources.read_text(encoding="utf-8") + unused, encoding="utf-8")
    assert "warning" in briefing("check", place=folder).out
    assert briefing("check", place=folder).code == 0
    assert briefing("check", "--strict", place=folder).code == 1


def test_a_store_without_its_sources_can_be_read_but_neither_checked_nor_built(briefing: Command, ferry: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone.db"
    alone.write_bytes(ferry.read_bytes())
    assert briefing("list", "plan", place=alone).code == 0
    for name in ("check", "build"):
        said = briefing(name, place=alone)
        assert (said.code, said.out) == (2, "")
        assert "without its sources" in said.err


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("plan", "us-28 20 Nov 2025; 28 points; whole text public [document] US 28"),
        ("person", "zelensky ukraine [reported] Volodymyr Zelensky"),
        ("guarantee", "purl PURL "),
        ("figure", "15,000,000,000 USD, a year [reported] What Kyiv needs for PURL"),
        ("judgement", "bottom-line-1209 9 Dec 2025 [judgement: desk] By Zelensky's account"),
    ],
)
def test_a_list_tells_of_each_record_what_it_is_looked_for_by(shipped: Path, briefing: Command, kind: str, row: str) -> None:
    assert row in " ".join(briefing("list", kind, place=shipped).out.split())


@pytest.mark.parametrize("address", ["red-lines/map", "red-lines/grid", "guarantees/glance", "parties/issues"])
def test_show_has_the_views_of_a_pane_as_plain_has(briefing: Command, address: str) -> None:
    assert briefing("show", address).out == briefing("--plain", address).out
    assert briefing("show", address).code == 0


@pytest.mark.parametrize("option", ["--fresh", "--kiosk"])
def test_an_option_of_open_alone_opens(briefing: Command, option: str) -> None:
    assert briefing(option).out == briefing("open", option).out != ""
    assert briefing(option, "parties").out == briefing("open", option, "parties").out == briefing("parties", option).out != ""
