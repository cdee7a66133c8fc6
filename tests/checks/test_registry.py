"""CHECKS and ACROSS are the lists of checks, and their order changes nothing."""

from pathlib import Path

from border_talks import findings, write

from tui.checks import ACROSS, CHECKS, Briefing, run_checks
from tui.checks.codes import codes
from tui.compile import load

EVERYTHING = "\n".join(code.example_wrong for code in codes().values() if code.code[1] in "3567" and "[[" in code.example_wrong)


def test_every_check_is_listed_once_and_says_what_it_looks_for() -> None:
    assert len({*CHECKS, *ACROSS}) == len(CHECKS) + len(ACROSS)
    assert all(check.__doc__ for check in (*CHECKS, *ACROSS))


def test_a_check_of_an_empty_briefing_finds_nothing(tmp_path: Path) -> None:
    briefing = Briefing(load(tmp_path))
    assert [finding for check in (*CHECKS, *ACROSS) for finding in check(briefing)] == []


def test_each_record_is_looked_at_by_itself_and_the_rest_is_asked_of_the_whole(tmp_path: Path) -> None:
    briefing = Briefing(load(write(tmp_path)))
    ones = list(briefing.each())
    assert [record for one in ones for record in one.records] == briefing.records
    assert [link for one in ones for link in one.links] == briefing.links
    assert all(len(one.records) <= 1 and one.speaking == briefing.speaking for one in ones)
    assert briefing.kept == Briefing(load(tmp_path)).kept


def test_findings_of_loader_and_checks_come_in_one_order(tmp_path: Path) -> None:
    found = findings(write(tmp_path, EVERYTHING))
    assert len(found) > 20
    places = [(one.where.path, one.where.line, one.where.column) for one in found]
    assert places == sorted(places)


def test_a_check_can_locate_any_key_or_value(tmp_path: Path) -> None:
    briefing = Briefing(load(write(tmp_path)))
    (draft,) = (record for record in briefing.records if record.kind == "plan")
    value, key = (
        briefing.locate(draft, "point", 1, "numbers", 0, "unit"),
        briefing.locate(draft, "point", 1, "numbers", 0, "unit", key=True),
    )
    line = (tmp_path / "data" / "a.toml").read_text().split("\n")[value.line - 1]
    assert line[value.column - 1 :].startswith('"guards"')
    assert line[key.column - 1 :].startswith("unit =")


def test_running_twice_gives_the_same(tmp_path: Path) -> None:
    loaded = load(write(tmp_path, EVERYTHING))
    assert run_checks(loaded) == run_checks(loaded)
