"""CHECKS is the one list of checks, and their order changes nothing."""

from pathlib import Path

from border_talks import findings, write

from tui.checks import CHECKS, Briefing, run_checks
from tui.codes import CODES
from tui.source import load

EVERYTHING = "\n".join(code.example_wrong for code in CODES.values() if code.code[1] in "3567" and "[[" in code.example_wrong)


def test_every_check_is_listed_once_and_says_what_it_looks_for() -> None:
    assert len(set(CHECKS)) == len(CHECKS)
    assert all(check.__doc__ for check in CHECKS)


def test_a_check_of_an_empty_briefing_finds_nothing(tmp_path: Path) -> None:
    briefing = Briefing(load(tmp_path))
    assert [list(check(briefing)) for check in CHECKS] == [[] for _ in CHECKS]


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
