"""Who says so is on every record, and nothing rests on what was known only later."""

from pathlib import Path

import pytest
from border_talks import MANIFEST, faults, findings, write

SOURCES = """\
[[source]]
id = "early"
title = "Early"
type = "news"
date = "2030-01-01"
[[source]]
id = "late"
title = "Late"
type = "news"
date = "2030-02-01"
[[source]]
id = "undated"
title = "Undated"
type = "other"
[[term]]
id = "all"
name = "all"
text = "Cites them all."
mode = "document"
sources = ["early", "late", "undated"]
"""


def position(keys: str) -> str:
    """A position with further keys, of which the first is in line 5."""
    return f'[[position]]\nid = "p"\nparty = "south"\nstatement = "No."\n{keys}'


def test_every_kind_but_source_needs_sources_and_a_mode(tmp_path: Path) -> None:
    text = (
        '[[source]]\nid = "x"\ntitle = "x"\ntype = "news"\n[[party]]\nid = "x"\nname = "x"\n[[person]]\nid = "x"\nname = "x"\n'
        '[[issue]]\nid = "x"\nname = "x"\n[[term]]\nid = "x"\nname = "x"\ntext = "x"\nsources = ["x"]\nmode = "document"\n'
        '[[event]]\nid = "x"\ndate = "2030"\ntitle = "x"\n'
    )
    codes = [one.code for one in findings(write(tmp_path, text))]
    assert codes == ["E601", "E603"] * 4


def test_a_judgement_may_rest_on_records_instead_of_sources(tmp_path: Path) -> None:
    text = '[[judgement]]\nid = "j"\nstatement = "x"\nby = "desk"\ndate = "2030-02-01"\nmode = "judgement"\nrests_on = ["plan/draft"]\n'
    assert faults(tmp_path, text) == []
    assert faults(tmp_path, text.replace('rests_on = ["plan/draft"]\n', "")) == ["b.toml:1:1 E601", "b.toml:1:1 W504"]


@pytest.mark.parametrize("mode", ["stated", "reported"])
def test_what_was_said_needs_a_speaker(mode: str, tmp_path: Path) -> None:
    keys = f'issue = "border"\nmode = "{mode}"\nsources = ["herald"]\n'
    assert faults(tmp_path, position(keys)) == ["b.toml:6:8 E602"]
    assert faults(tmp_path, position(f'{keys}said_by = "The Herald"\n')) == []


@pytest.mark.parametrize("mode", ["document", "judgement"])
def test_a_document_and_a_judgement_need_none(mode: str, tmp_path: Path) -> None:
    assert faults(tmp_path, position(f'issue = "border"\nmode = "{mode}"\nsources = ["herald"]\n')) == []


MOVED = (
    '[[red_line]]\nid = "x"\nparty = "south"\nissue = "border"\nstatement = "x"\nbasis = "x"\nfirmness = "x"\n'
    'mode = "stated"\nsaid_by = "south"\nsources = ["herald"]\n'
    'movement = [{{ direction = "stated", date = "2030-01-05", statement = "x"{} }}]\n'
)


def test_a_part_that_says_nothing_of_its_own_was_said_as_its_record_was(tmp_path: Path) -> None:
    assert faults(tmp_path, MOVED.format("")) == []


def test_a_part_that_speaks_for_itself_needs_a_speaker_of_its_own(tmp_path: Path) -> None:
    assert faults(tmp_path, MOVED.format(', mode = "stated"')) == ["b.toml:11:82 E602"]
    assert faults(tmp_path, MOVED.format(', sources = ["herald"]')) == ["b.toml:11:85 E602"]
    assert faults(tmp_path, MOVED.format(', mode = "stated", said_by = "ann"')) == []
    assert faults(tmp_path, MOVED.format(', sources = ["herald"], said_by = "ann"')) == []
    assert faults(tmp_path, MOVED.format(', mode = "document"')) == []


@pytest.mark.parametrize("name", ["ann", "north", "The Herald"])
def test_a_judgement_is_the_desks_and_nobody_elses(name: str, tmp_path: Path) -> None:
    keys = f'issue = "border"\nmode = "judgement"\nsources = ["herald"]\nsaid_by = "{name}"\n'
    assert faults(tmp_path, position(keys)) == ["b.toml:8:11 E606"]
    assert faults(tmp_path, MOVED.format(f', mode = "judgement", said_by = "{name}"')) == ["b.toml:11:105 E606"]
    assert faults(tmp_path, MOVED.format(', mode = "judgement"')) == []


@pytest.mark.parametrize(
    ("name", "found"), [("ann", ["b.toml:8:11 W607"]), ("north", ["b.toml:8:11 W607"]), ("The Herald", []), ("post", [])]
)
def test_nobody_reports_their_own_words(name: str, found: list[str], tmp_path: Path) -> None:
    post = '[[party]]\nid = "post"\nname = "The Post"\ntype = "outlet"\nmode = "document"\nsources = ["herald"]\n'
    keys = f'issue = "border"\nmode = "reported"\nsources = ["herald"]\nsaid_by = "{name}"\n'
    assert faults(tmp_path, position(keys) + post) == found


def event(known: str, plan: str = "draft") -> str:
    """An event that names a plan, with further keys."""
    return f'[[event]]\nid = "e"\ndate = "2030-02-15"\ntitle = "x"\nplans = ["{plan}"]\nmode = "document"\nsources = ["herald"]\n{known}'


def test_a_record_may_refer_to_what_was_known_on_its_day(tmp_path: Path) -> None:
    assert faults(tmp_path, event('known_from = "2030-01-04"\n')) == []
    assert faults(tmp_path, event("")) == []


def test_a_record_may_not_refer_to_what_was_known_only_later(tmp_path: Path) -> None:
    (found,) = findings(write(tmp_path, event('known_from = "2030-01-03"\n')))
    assert (found.code, found.where.line, found.where.column) == ("E604", 5, 10)
    assert found.message == "'draft' is known only from 4 Jan 2030, and what refers to it was known from 3 Jan 2030"


def test_what_was_always_known_may_not_refer_to_what_was_not(tmp_path: Path) -> None:
    assert faults(tmp_path, event("expected = true\n")) == ["b.toml:5:10 E604"]


def test_a_point_is_known_when_its_plan_is_made_public_unless_it_says_otherwise(tmp_path: Path) -> None:
    plan = (
        '[[plan]]\nid = "second"\nname = "x"\nshort = "x"\ntext = "partial"\nknown_from = "2030-01-02"\nmade_public = "2030-02-01"\n'
        'mode = "document"\nsources = ["herald"]\n[[plan.point]]\nnumber = "1"\nissues = ["border"]\ntext = "x"\n{}'
    )
    derives = 'derives = ["draft/1"]\nrelation = "same"\n'
    assert faults(tmp_path, plan.format(derives)) == []
    assert faults(tmp_path, plan.format(derives + 'known_from = "2030-01-03"\n')) == ["b.toml:14:12 E604"]


def test_a_plan_without_a_day_is_told_once_whatever_it_names(tmp_path: Path) -> None:
    """As where a comment swallows the line of `made_public`: no reference of it is wrong."""
    plan = '[[plan]]\nid = "second"\nname = "x"\nshort = "x"\ntext = "partial"  # made_public = "2030-02-01"\nbased_on = "draft"\n'
    plan += 'mode = "document"\nsources = ["herald"]\n'
    for number in ("1", "2"):
        plan += (
            f'[[plan.point]]\nnumber = "{number}"\nissues = ["border"]\ntext = "x"\nderives = ["draft/{number}"]\nrelation = "changed"\n'
        )
    (found,) = findings(write(tmp_path, plan))
    assert (found.code, found.where.line) == ("E604", 6)
    assert found.message.endswith("has no day from which it was known; so it is with 3 references of plan 'second'")
    assert found.fix == 'say from which day it was known: made_public, or set known_from = "2030-01-04" if that was not before'


def test_a_guarantee_may_list_points_of_plans_that_came_later(tmp_path: Path) -> None:
    text = '[[guarantee]]\nid = "g"\nname = "x"\nknown_from = "2030-01-02"\nmode = "document"\nsources = ["herald"]\n'
    text += 'carried_by = ["draft/1"]\n'
    assert faults(tmp_path, text) == []


def test_the_manifest_may_not_put_in_front_what_is_known_only_after_its_day(tmp_path: Path) -> None:
    manifest = MANIFEST.replace("2030-03-01", "2030-01-03") + 'compare = ["draft"]\n'
    assert faults(tmp_path, "", manifest=manifest) == ["briefing.toml:5:12 E604"]


@pytest.mark.parametrize("sources", ['["early"]', '["late", "early"]', '["undated"]', '["undated", "late"]'])
def test_one_source_that_was_there_is_enough(sources: str, tmp_path: Path) -> None:
    keys = f'issue = "border"\nmode = "document"\nsaid_on = "2030-01-01"\nknown_from = "2030-01-10"\nsources = {sources}\n'
    assert faults(tmp_path, position(keys), c=SOURCES) == []


def test_without_any_source_that_was_there_a_record_is_told(tmp_path: Path) -> None:
    keys = 'issue = "border"\nmode = "document"\nsources = ["late"]\n'
    (found,) = findings(write(tmp_path, position(f'{keys}said_on = "2030-01-10"\n'), c=SOURCES))
    assert (found.code, found.where.line, found.where.column) == ("E605", 7, 11)
    assert found.fix == 'cite a source that was there, or set known_from = "2030-02-01" if this was not known before'
    assert faults(tmp_path, position(f'{keys}said_on = "2030-01-10"\nknown_from = "2030-02-01"\n'), c=SOURCES) == []
    assert faults(tmp_path, position(keys), c=SOURCES) == []


def test_a_part_with_sources_of_its_own_is_held_to_the_day_it_was_known(tmp_path: Path) -> None:
    text = position(
        'issue = "border"\nmode = "document"\nsources = ["herald"]\n'
        '[[guarantee]]\nid = "g"\nname = "x"\nmode = "document"\nsources = ["early"]\n'
        'known_from = "2030-01-02"\nform = {{ text = "x", sources = ["late"]{} }}\n'
    )
    assert faults(tmp_path, text.format(""), c=SOURCES) == ["b.toml:14:32 E605"]
    assert faults(tmp_path, text.format(', known_from = "2030-02-01"'), c=SOURCES) == []
