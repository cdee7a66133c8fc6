"""Numbers stand in their words and are the same where it is said to be; nothing is agreed, withdrawn or judged by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from border_talks import faults, findings, write

from tui.checks.numbers import values


def plan(words: str, value: str, keys: str = "", unit: str = "hours", what: str = "until talks") -> str:
    return (
        '[[plan]]\nid = "second"\nname = "Second"\nshort = "Second"\ntext = "full"\nmade_public = "2030-02-01"\nmode = "document"\n'
        f'sources = ["herald"]\n[[plan.point]]\nnumber = "1"\nissues = ["border"]\n{words}\n{keys}'
        f'numbers = [{{ value = {value}, unit = "{unit}", what = "{what}" }}]\n'
    )


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("A cap of 600,000 men.", "600000"),
        ("A cap of 600 000 men.", "600000"),
        ("A cap of 600\u202f000 men.", "600000"),
        ("A cap of 600.000 men.", "600000"),
        ("A cap of 0.8 million men.", "800000"),
        ("A cap of 0,8 million men.", "800000"),
        ("A fund of $100bn.", "100000000000"),
        ("A fund of 15-billion crowns.", "15000000000"),
        ("Twelve months.", "12"),
        ("A hundred days.", "100"),
        ("A ratio of 50:50.", "50"),
        ("Half of the catch.", "50"),
        ("For 7.5 years.", "7.5"),
    ],
)
def test_a_number_stands_in_its_words_in_any_common_form(words: str, value: str, tmp_path: Path) -> None:
    assert faults(tmp_path, plan(f'text = "{words}"', value)) == []
    assert [one.code for one in findings(write(tmp_path, plan(f'text = "{words}"', "27")))] == ["W513"]


def test_the_words_may_be_those_of_a_clause_or_of_a_version_and_where_there_are_none_nothing_is_said(tmp_path: Path) -> None:
    assert faults(tmp_path, plan('clause = [{ letter = "a", text = "Within 72 hours." }]', "72")) == []
    assert faults(tmp_path, plan('agreed = false\nversion = [{ party = "north", text = "Within 72 hours." }]', "72")) == []
    assert faults(tmp_path, plan('absent = "not recorded"', "72")) == []


def test_thirteen_in_a_word_is_not_read_and_a_part_of_a_number_is_no_other_number() -> None:
    assert 13 not in values("thirteen")
    assert 6 not in values("600 men")


@pytest.mark.parametrize(
    ("value", "what", "codes"),
    [("400", "on each bank", []), ("300", "on each bank", ["W512"]), ("300", "guards allowed", ["W512"])],
)
def test_what_is_the_same_has_the_same_numbers(value: str, what: str, codes: list[str], tmp_path: Path) -> None:
    text = plan(f'text = "Guards: {value}."', value, 'derives = ["draft/2"]\nrelation = "same"\n', "guards", what)
    assert [one.code for one in findings(write(tmp_path, text))] == codes
    changed = text.replace('"same"', '"changed"')
    assert faults(tmp_path, changed) == []


def test_what_is_new_derives_from_nothing(tmp_path: Path) -> None:
    text = plan('text = "72 hours."', "72", 'derives = ["draft/1"]\nrelation = "new"\n')
    assert [one.code for one in findings(write(tmp_path, text))] == ["W511"]


@pytest.mark.parametrize(
    ("by", "codes"),
    [("desk", []), ("Border desk", []), ("ann", []), ("north", []), ("herald", []), ("The Gazette", []), ("dsek", ["W514"])],
)
def test_a_judgement_is_signed_by_somebody(by: str, codes: list[str], tmp_path: Path) -> None:
    text = (
        '[[judgement]]\nid = "j"\nstatement = "It holds."\ndate = "2030-02-01"\nmode = "judgement"\nsources = ["herald"]\n'
        f'rests_on = ["plan/draft"]\nby = "{by}"\n'
    )
    assert [one.code for one in findings(write(tmp_path, text))] == codes


@pytest.mark.parametrize(
    ("status", "codes"),
    [
        ('letter = "A", between = ["north", "south"], ground = "x", mode = "judgement", sources = ["herald"]', []),
        ('known_from = "2030-02-01", letter = "A", texts = ["draft", "draft"], ground = "x", mode = "judgement", sources = ["herald"]', []),
        ('known_from = "2030-02-01", letter = "A", texts = ["draft"], ground = "x", mode = "judgement", sources = ["herald"]', ["W509"]),
        ('letter = "T", between = ["north", "south"], ground = "x"', ["W515"]),
        ('letter = "T", between = ["north", "south"], ground = "x", mode = "stated", said_by = "ann", sources = ["herald"]', []),
        ('letter = "Z", ground = "x", mode = "judgement", sources = ["herald"]', ["W516"]),
        ('letter = "Z", between = ["north"], ground = "x", mode = "judgement", sources = ["herald"]', []),
        ('letter = "O", ground = "x"', []),
    ],
)
def test_nothing_is_agreed_or_withdrawn_by_nobody(status: str, codes: list[str], tmp_path: Path) -> None:
    text = f'[[issue]]\nid = "i"\nname = "i"\nmode = "document"\nsources = ["herald"]\nstatus = [{{ {status} }}]\n'
    assert [one.code for one in findings(write(tmp_path, text))] == codes
