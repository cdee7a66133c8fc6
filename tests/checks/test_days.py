"""Days that cannot be true: later facts in undated texts, words said after they were printed, records that nobody will see."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from border_talks import faults, findings, write

LATE = '[[source]]\nid = "late"\ntitle = "Late"\ntype = "news"\ndate = "2030-02-01"\n'


def position(keys: str, statement: str = "No.") -> str:
    """A position said on 10 January; its statement stands in line 5, further keys begin in line 7."""
    return (
        f'[[position]]\nid = "p"\nparty = "south"\nissue = "border"\nstatement = "{statement}"\nmode = "stated"\n{keys}'
        'said_by = "south"\nsources = ["herald", "late"]\n'
    )


SAID = 'said_on = "2030-01-10"\n'


@pytest.mark.parametrize("day", ["20 Jan 2030", "20 January 2030", "2030-01-20"])
def test_a_text_that_tells_of_a_later_day_is_told_where_a_source_is_as_late(day: str, tmp_path: Path) -> None:
    assert faults(tmp_path, position(SAID, f"It was drawn anew on {day}."), c=LATE) == ["b.toml:5:13 W608"]


@pytest.mark.parametrize(
    "text", ["It is due by 20 Jan 2030.", "It was drawn on 2 Jan 2030.", "It is to be drawn on 20 Jan 2035.", "On 40 Jan 2030x."]
)
def test_what_is_awaited_earlier_or_beyond_all_sources_is_no_later_fact(text: str, tmp_path: Path) -> None:
    assert faults(tmp_path, position(SAID, text), c=LATE) == []


KNOWN = 'known_from = "2030-01-10"\n'


def test_what_is_of_no_day_and_cites_a_later_source_is_told_at_the_citation(tmp_path: Path) -> None:
    assert faults(tmp_path, position(KNOWN), c=LATE) == ["b.toml:9:22 W608"]
    assert faults(tmp_path, position(SAID + KNOWN), c=LATE) == []  # said on a day, and printed again later
    assert faults(tmp_path, position(KNOWN).replace('"stated"', '"document"').replace('said_by = "south"\n', ""), c=LATE) == []


@pytest.mark.parametrize(("printed", "found"), [("2030-01-11", []), ("2030-01-12", ["b.toml:9:22 W608"]), ("2030-01", [])])
def test_what_is_said_today_may_stand_in_a_paper_of_tomorrow(printed: str, found: list[str], tmp_path: Path) -> None:
    assert faults(tmp_path, position(KNOWN), c=LATE.replace("2030-02-01", printed)) == found


def test_the_last_day_of_the_calendar_has_no_morrow_and_is_a_day_like_others(tmp_path: Path) -> None:
    assert faults(tmp_path, position('known_from = "9999-12-31"\n'), c=LATE) == ["b.toml:7:14 W610"]


def test_a_record_with_parts_of_later_days_cites_their_sources_too(tmp_path: Path) -> None:
    line = (
        '[[red_line]]\nid = "r"\nparty = "south"\nissue = "border"\nstatement = "No."\nbasis = "Law."\nfirmness = "firm"\nmode = "stated"\n'
        'said_by = "south"\nknown_from = "2030-01-10"\nsources = ["herald", "late"]\n'
    )
    assert faults(tmp_path, line, c=LATE) == ["b.toml:11:22 W608"]
    later = '[[red_line.movement]]\ndirection = "restated"\ndate = "2030-02-01"\nstatement = "Still no."\n'
    later += 'mode = "stated"\nsaid_by = "south"\nsources = ["late"]\n'
    assert faults(tmp_path, line + later, c=LATE) == []


def test_a_part_with_a_day_of_its_own_may_tell_of_it(tmp_path: Path) -> None:
    event = (
        '[[event]]\nid = "e"\ndate = "2030-01-10"\ntitle = "x"\nmode = "reported"\nsaid_by = "The Herald"\nsources = ["herald", "late"]\n'
        'outcome = [{ text = "Drawn anew on 20 Jan 2030.", known_from = "2030-01-20", sources = ["late"], mode = "document" }]\n'
    )
    assert faults(tmp_path, event, c=LATE) == ["b.toml:8:88 E605"]
    assert faults(tmp_path, event.replace('known_from = "2030-01-20"', 'known_from = "2030-02-01"'), c=LATE) == []


def test_an_event_after_its_last_source_is_expected_or_has_an_outcome(tmp_path: Path) -> None:
    event = '[[event]]\nid = "e"\ndate = "2031-01-10"\ntitle = "x"\nknown_from = "2030-02-01"\nmode = "document"\nsources = ["late"]\n'
    assert faults(tmp_path, event, c=LATE) == ["b.toml:3:8 W609"]
    assert faults(tmp_path, event + "expected = true\n", c=LATE) == []


def test_a_slip_in_the_year_hides_a_record_and_is_told(tmp_path: Path) -> None:
    assert faults(tmp_path, position(SAID + 'known_from = "2052-01-10"\n'), c=LATE) == ["b.toml:8:14 W610"]


def known_from(fix: str) -> str:
    """The day that a mend proposes."""
    (day,) = re.findall(r'known_from = "([^"]+)"', fix)
    return str(day)


def test_one_mend_answers_for_the_references_and_for_the_sources(tmp_path: Path) -> None:
    head = '[[plan]]\nid = "far"\nname = "Far"\nshort = "Far"\ntext = "none"\n'
    plan = head + 'made_public = "2030-02-10"\nmode = "document"\nsources = ["late"]\n'
    early = '[[event]]\nid = "e"\ndate = "2030-01-01"\ntitle = "x"\nplans = ["far"]\nmode = "document"\nsources = ["late"]\n'
    told = findings(write(tmp_path, plan + early, c=LATE))
    assert sorted(one.code for one in told) == ["E604", "E605"]
    days = {known_from(one.fix) for one in told}
    assert days == {"2030-02-10"}
    assert faults(tmp_path, plan + early + f'known_from = "{days.pop()}"\n', c=LATE) == []


def test_of_two_figures_that_conflict_the_later_names_the_earlier_and_no_day_is_falsified(tmp_path: Path) -> None:
    figure = (
        '[[figure]]\nid = "{}"\nname = "Guards"\nvalue = {}\nunit = "guards"\nperiod = "{}"\n'
        'mode = "document"\nsources = ["{}"]\nknown_from = "{}"\n'
    )
    a = figure.format("a", 1, "x", "herald", "2030-01-10")
    b = figure.format("b", 2, "y", "late", "2030-02-01")
    (found,) = findings(write(tmp_path, a + 'conflicts_with = ["b"]\n' + b, c=LATE))
    assert found.code == "E604"
    assert "known_from" not in found.fix
    assert "conflicts_with" in found.fix
    assert faults(tmp_path, a + b + 'conflicts_with = ["a"]\n', c=LATE) == []
