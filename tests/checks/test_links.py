"""Every reference leads to a record of the right kind, and none back to itself."""

from pathlib import Path

import pytest
from border_talks import FRAME, faults, findings, write

RECORD = 'mode = "document"\nsources = ["herald"]\n'


def judgement(*rests_on: str) -> str:
    """A judgement that rests on these."""
    listed = ", ".join(f'"{one}"' for one in rests_on)
    return (
        f'[[judgement]]\nid = "one"\nstatement = "Yes."\nby = "desk"\ndate = "2030-02-01"\nmode = "judgement"\n'
        f'rests_on = [{listed}]\nsources = ["herald"]\n'
    )


def plan(keys: str = "", point: str = "", name: str = "second") -> str:
    """A plan with one point, both with further keys."""
    return (
        f'[[plan]]\nid = "{name}"\nname = "Second"\nshort = "Second"\ntext = "partial"\nmade_public = "2030-02-01"\n{keys}{RECORD}'
        f'[[plan.point]]\nnumber = "1"\nissues = ["border"]\ntext = "A line is drawn."\n{point}'
    )


def party(keys: str, name: str = "league") -> str:
    """A party with further keys."""
    return f'[[party]]\nid = "{name}"\nname = "The league"\n{keys}{RECORD}'


def test_every_field_that_names_a_record_is_followed(tmp_path: Path) -> None:
    text = (
        plan(
            'authors = ["a1"]\nbased_on = "a2"\n',
            'derives = ["draft/9"]\nrelation = "changed"\n'
            'clause = [{ letter = "a", text = "x", derives = ["draft/2c"] }]\n'
            'version = [{ party = "a3", text = "x" }]\n'
            'touches = [{ red_line = "a4", verdict = "met", why = "x", by = "desk", sources = ["a5"] }]\n'
            'reading = [{ text = "x", witness = "x", sources = [{ id = "a6" }] }]\n',
        )
        + party('members = ["a7", "south"]\n')
        + '[[position]]\nid = "p"\nparty = "a8"\nperson = "a9"\nguarantee = "b1"\nstatement = "x"\n'
        + RECORD
        + '[[figure]]\nid = "f"\nname = "x"\nvalue = 1\nunit = "x"\nperiod = "x"\nconflicts_with = ["b2"]\n'
        + RECORD
        + judgement("judgement/b3", "plan/draft/3")
    )
    found = findings(write(tmp_path, text))
    assert {one.code for one in found} == {"E301"}
    wanted = ["a1", "a2", "draft' has no point '9", "draft' has no point '2c", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b1", "b2", "b3"]
    for name, one in zip([*wanted, "draft' has no point '3"], found, strict=False):
        assert any(f"{name}'" in other.message for other in found), (name, one.message)
    assert len(found) == 15


def test_the_manifest_is_followed_too(tmp_path: Path) -> None:
    found = findings(
        write(tmp_path, manifest='title = "x"\nas_of = "2030-03-01"\nhandling = "x"\ndesk = "x"\ncompare = ["draft", "drift"]\n')
    )
    assert [(one.code, one.where.line, one.where.column, one.fix) for one in found] == [("E301", 5, 21, 'write "draft"')]


@pytest.mark.parametrize(
    ("wrong", "fix"),
    [
        ('members = ["nort"]', 'write "north"'),
        ('members = ["zzzzzzzz"]', "add this party, or name one that is there"),
        ('members = ["party/north"]', 'the kind is known here, so write only the id: "north"'),
    ],
)
def test_an_unknown_id_is_told_with_the_nearest_one(wrong: str, fix: str, tmp_path: Path) -> None:
    (found,) = findings(write(tmp_path, party(f"{wrong}\n")))
    assert (found.where.line, found.where.column, found.fix) == (4, 12, fix)


def test_a_record_of_another_kind_is_told_as_such(tmp_path: Path) -> None:
    (found,) = findings(write(tmp_path, party('members = ["border"]\n')))
    assert (found.code, found.message) == ("E302", "'border' is an issue, and a party is meant here")


@pytest.mark.parametrize("speaker", ["ann", "south", "the mayor", "Reuters", "Ann"])
def test_a_speaker_is_a_person_a_party_or_free_words(speaker: str, tmp_path: Path) -> None:
    assert faults(tmp_path, party(f'said_by = "{speaker}"\n')) == []


def test_a_speaker_that_looks_like_an_id_must_be_one(tmp_path: Path) -> None:
    found = findings(write(tmp_path, party('said_by = "anm"\n')))
    assert [(one.code, one.message, one.fix) for one in found] == [("E301", "there is no person or party 'anm'", 'write "ann"')]
    assert faults(tmp_path, party('said_by = "border"\n')) == ["b.toml:4:11 E302"]


@pytest.mark.parametrize("target", ["draft/1", "draft/2", "draft/2a", "draft/2b"])
def test_a_point_or_its_clause_can_be_referred_to(target: str, tmp_path: Path) -> None:
    assert faults(tmp_path, plan(point=f'derives = ["{target}"]\nrelation = "same"\n')) == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("draft/3", "E301"),
        ("draft/2z", "E301"),
        ("drift/1", "E301"),
        ("border/1", "E302"),
        ("draft", "E303"),
        ("draft/", "E303"),
        ("/1", "E303"),
    ],
)
def test_a_point_that_is_not_there_or_is_written_otherwise_is_told(target: str, code: str, tmp_path: Path) -> None:
    assert faults(tmp_path, plan(point=f'derives = ["{target}"]\nrelation = "same"\n')) == [f"b.toml:13:12 {code}"]


@pytest.mark.parametrize(
    "target", ["party/north", "person/ann", "red_line/north-river", "plan/draft", "plan/draft/1", "plan/draft/2b", "source/herald"]
)
def test_any_record_can_carry_a_judgement(target: str, tmp_path: Path) -> None:
    assert faults(tmp_path, judgement(target)) == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("party/nort", "E301"),
        ("party/border", "E302"),
        ("plan/draft/7", "E301"),
        ("north", "E303"),
        ("parti/north", "E303"),
        ("party/north/1", "E303"),
        ("plan/draft/1/a", "E303"),
        ("plan//1", "E303"),
        ("/", "E303"),
    ],
)
def test_what_carries_a_judgement_must_be_there(target: str, code: str, tmp_path: Path) -> None:
    assert faults(tmp_path, judgement(target)) == [f"b.toml:7:13 {code}"]


def test_references_of_a_faulty_record_are_checked_as_well(tmp_path: Path) -> None:
    assert faults(tmp_path, party('short = 5\nmembers = ["nort"]\n')) == ["b.toml:4:9 E204", "b.toml:5:12 E301"]


def test_nothing_names_itself(tmp_path: Path) -> None:
    assert faults(tmp_path, plan(point='derives = ["second/1"]\nrelation = "same"\n')) == ["b.toml:13:12 E304"]
    assert faults(tmp_path, plan('based_on = "second"\n')) == ["b.toml:7:12 E304"]
    assert faults(tmp_path, judgement("judgement/one")) == ["b.toml:7:13 E304"]


def test_a_party_may_speak_for_itself(tmp_path: Path) -> None:
    assert faults(tmp_path, party('said_by = "league"\n')) == []


def test_a_circle_is_told_once_with_its_steps(tmp_path: Path) -> None:
    text = plan('based_on = "third"\n') + plan('based_on = "fourth"\n', name="third") + plan('based_on = "second"\n', name="fourth")
    (found,) = findings(write(tmp_path, text))
    assert (found.code, found.message) == ("E305", "`based_on` leads in a circle: second -> third -> fourth -> second")


def test_members_and_points_can_lead_in_circles_too(tmp_path: Path) -> None:
    assert [one.code for one in findings(write(tmp_path, party('members = ["b"]\n', "a") + party('members = ["a"]\n', "b")))] == ["E305"]
    one = plan(point='derives = ["third/1"]\nrelation = "same"\n')
    two = plan(point='derives = ["second/1"]\nrelation = "same"\n', name="third")
    assert [one.code for one in findings(write(tmp_path, one + two))] == ["E305"]


def test_two_ways_to_the_same_plan_are_no_circle(tmp_path: Path) -> None:
    assert (
        faults(
            tmp_path, plan('based_on = "draft"\n') + plan('based_on = "draft"\n', 'derives = ["second/1"]\nrelation = "same"\n', "third")
        )
        == []
    )


def test_a_chain_of_any_length_is_followed(tmp_path: Path) -> None:
    chain = "".join(party(f'members = ["p{number + 1}"]\n', f"p{number}") for number in range(1100)) + party("", "p1100")
    assert faults(tmp_path, chain) == []
    assert [one.code for one in findings(write(tmp_path, chain + party('members = ["p0"]\n', "p1101")))] == []


def test_a_name_that_serves_two_kinds_leads_to_the_one_that_is_meant(tmp_path: Path) -> None:
    assert faults(tmp_path, party('members = ["draft"]\n') + party("", "draft"), frame=FRAME) == []
