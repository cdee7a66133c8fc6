"""What a good briefing has: points that say something, numbers without holes, grounds, short quotations."""

from pathlib import Path

import pytest
from border_talks import FRAME, faults, findings, write


def plan(points: str, keys: str = 'text = "partial"\n') -> str:
    """A plan of these points; its keys begin in line 5."""
    return (
        f'[[plan]]\nid = "second"\nname = "Second"\nshort = "Second"\n{keys}made_public = "2030-02-01"\nmode = "document"\n'
        f'sources = ["herald"]\n{points}'
    )


def point(number: str, keys: str = 'text = "A line is drawn."\n') -> str:
    """A point with these keys."""
    return f'[[plan.point]]\nnumber = "{number}"\nissues = ["border"]\n{keys}'


def term(text: str) -> str:
    """A term with this text, in line 4."""
    return f'[[term]]\nid = "t"\nname = "t"\ntext = {text}\nmode = "document"\nsources = ["herald"]\n'


@pytest.mark.parametrize(
    "keys",
    [
        'text = "x"\n',
        'absent = "not public"\n',
        'absent = "not recorded"\n',
        'relation = "dropped"\nderives = ["draft/1"]\n',
        'version = [{ party = "north", text = "x" }]\nagreed = false\n',
        'clause = [{ letter = "a", text = "x" }]\n',
        'absent = "not recorded"\nderives = ["draft/1"]\n',
    ],
)
def test_a_point_says_something_or_tells_why_not(keys: str, tmp_path: Path) -> None:
    assert faults(tmp_path, plan(point("1", keys))) == []


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("", "b.toml:9:1 E210"),
        ('short = "x"\n', "b.toml:9:1 E210"),
        ('relation = "changed"\nderives = ["draft/1"]\n', "b.toml:9:1 E210"),
        ('text = "x"\nabsent = "not public"\n', "b.toml:13:10 E211"),
        ('text = "x"\nrelation = "dropped"\nderives = ["draft/1"]\n', "b.toml:13:12 E211"),
        ('absent = "not public"\nclause = [{ letter = "a", text = "x" }]\n', "b.toml:12:10 E211"),
    ],
)
def test_a_point_that_says_nothing_or_two_things_is_told(keys: str, told: str, tmp_path: Path) -> None:
    assert faults(tmp_path, plan(point("1", keys))) == [told]


@pytest.mark.parametrize(
    "part",
    [
        "numbers = [{ value = 1, unit = 'x', what = 'x', clause = 'b' }]",
        "reading = [{ text = 'x', witness = 'x', clause = 'b' }]",
        "touches = [{ red_line = 'north-river', verdict = 'met', why = 'x', by = 'desk', clause = 'b' }]",
    ],
)
def test_what_belongs_to_a_clause_names_one_of_its_point(part: str, tmp_path: Path) -> None:
    clauses = 'clause = [{ letter = "a", text = "one x" }, { letter = "b", text = "x" }]\n'
    assert faults(tmp_path, plan(point("1", f"{clauses}{part}\n"))) == []
    (found,) = findings(write(tmp_path, plan(point("1", clauses.replace('"b"', '"c"') + f"{part}\n"))))
    assert (found.code, found.fix, found.where.column) == ("E306", "its clauses are: a, c", part.index("'b'") + 1)


def test_a_point_under_no_issue_is_told(tmp_path: Path) -> None:
    assert faults(tmp_path, plan(point("1").replace('issues = ["border"]\n', ""))) == ["b.toml:9:1 W701"]
    assert faults(tmp_path, plan(point("1").replace('["border"]', "[]"))) == ["b.toml:11:10 W701"]


def test_a_point_whose_words_are_absent_needs_no_issue(tmp_path: Path) -> None:
    absent = point("1", 'absent = "not recorded"\n').replace('issues = ["border"]\n', "")
    assert faults(tmp_path, plan("\n".join(line for line in absent.split("\n") if not line.startswith("text ")))) == []


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        ("1 2 3", ""),
        ("2 3", ""),
        ("S1 S9", ""),
        ("3 1 2", ""),
        ("1 2a 3", "2"),
        ("1 4", "2, 3"),
        ("1 9", "2, 3, 4, 5, 6 and 2 more"),
        ("1 999999999", "2, 3"),
    ],
)
def test_gaps_between_whole_numbers_are_told(numbers: str, missing: str, tmp_path: Path) -> None:
    found = findings(write(tmp_path, plan("".join(map(point, numbers.split())))))
    assert [one.code for one in found] == ["W702"] * bool(missing)
    assert not missing or found[0].message.startswith(f"second has no point {missing}")


def test_gaps_that_are_explained_are_none(tmp_path: Path) -> None:
    explained = 'text = "partial"\ngaps = [{ numbers = ["2", "3"], why = "Struck out." }]\n'
    assert faults(tmp_path, plan(point("1") + point("4"), explained)) == []
    assert faults(tmp_path, plan(point("1") + point("5"), explained)) == ["b.toml:10:1 W702"]


@pytest.mark.parametrize(
    ("text", "count", "codes"), [("full", 2, []), ("full", 3, ["W703"]), ("full", 1, ["W703"]), ("partial", 3, []), ("described", 20, [])]
)
def test_the_count_of_a_plan_whose_text_is_at_hand_must_be_right(text: str, count: int, codes: list[str], tmp_path: Path) -> None:
    found = findings(write(tmp_path, plan(point("1") + point("2"), f'text = "{text}"\ncount = {count}\n')))
    assert [one.code for one in found] == codes


SOURCE = '[[source]]\nid = "gazette"\ntitle = "x"\ntype = "news"\n'


@pytest.mark.parametrize(
    "cited",
    [
        term('"x"').replace('["herald"]', '["gazette"]'),
        plan(point("1", 'text = "x"\nsources = [{ id = "gazette", at = "page 1" }]\n')),
        '[[judgement]]\nid = "j"\nstatement = "x"\nby = "desk"\ndate = "2030-02-01"\nmode = "judgement"\nrests_on = ["source/gazette"]\n',
    ],
    ids=["a record", "a part", "a judgement"],
)
def test_a_source_that_anything_cites_is_cited(cited: str, tmp_path: Path) -> None:
    assert faults(tmp_path, SOURCE) == ["b.toml:2:6 W704"]
    assert faults(tmp_path, SOURCE + cited) == []


def test_a_source_is_not_called_uncited_while_records_are_lost_to_faults(tmp_path: Path) -> None:
    assert faults(tmp_path, SOURCE + term("5")) == ["b.toml:8:8 E204"]
    assert faults(tmp_path, SOURCE, c="[[") == ["c.toml:1:3 E101"]


def test_a_red_line_needs_a_basis_and_firmness(tmp_path: Path) -> None:
    frame = FRAME.replace('basis = "The treaty of the river."\n', "").replace('firmness = "said without exception"\n', "")
    assert [one.code for one in findings(write(tmp_path, frame=frame))] == ["W501", "W502"]


def words(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"'It says \"{words(14)}\" and more.'", []),
        (f"'It says \"{words(15)}\" and more.'", ["W503"]),
        (f"'It says “{words(15)}” and more.'", ["W503"]),
        (f"'It says „{words(15)}“ and more.'", ["W503"]),
        (f"'It says «{words(15)}» and more.'", ["W503"]),
        (f'\'It says "{words(8)}" and {words(9)} "{words(8)}".\'', []),
        (f"'It says that {words(40)}.'", []),
        (f"'It says \"{words(10)} don’t {words(3)}\".'", []),
        ("'A river is 30\" wide.'", []),
    ],
)
def test_a_quotation_of_fifteen_words_is_too_long(text: str, codes: list[str], tmp_path: Path) -> None:
    assert [one.code for one in findings(write(tmp_path, term(text)))] == codes


@pytest.mark.parametrize(("count", "codes"), [(14, []), (15, ["W503"])])
def test_a_quotation_in_a_citation_is_counted_too(count: int, codes: list[str], tmp_path: Path) -> None:
    text = term('"x"').replace('["herald"]', f'[{{ id = "herald", quote = "{words(count)}" }}]')
    found = findings(write(tmp_path, text))
    assert [one.code for one in found] == codes
    assert all((one.where.line, one.where.column) == (6, text.split("\n")[5].index('"word') + 1) for one in found)


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ('derives = ["draft/1"]\nrelation = "same"\n', []),
        ('relation = "new"\n', []),
        ("", []),
        ('relation = "same"\n', ["W505"]),
        ('derives = ["draft/1"]\n', ["W506"]),
        ('relation = "split"\nclause = [{ letter = "a", text = "x", derives = ["draft/1"] }]\n', []),
    ],
)
def test_relation_and_derives_go_together(keys: str, codes: list[str], tmp_path: Path) -> None:
    assert [one.code for one in findings(write(tmp_path, plan(point("1", f'text = "x"\n{keys}'))))] == codes


@pytest.mark.parametrize(
    ("targets", "codes"),
    [
        ('issue = "border"', []),
        ('plan = "draft"', []),
        ('point = "draft/1"', []),
        ("", ["W508"]),
        ('issue = "border"\nplan = "draft"', ["W508"]),
    ],
)
def test_a_position_is_about_one_thing(targets: str, codes: list[str], tmp_path: Path) -> None:
    text = f'[[position]]\nid = "p"\nparty = "south"\nstatement = "x"\nsaid_on = "2030-02-01"\n{targets}\n'
    text += 'mode = "document"\nsources = ["herald"]\n'
    assert [one.code for one in findings(write(tmp_path, text))] == codes


@pytest.mark.parametrize(
    ("text", "codes"), [("é – “x” … €", []), ("北京 Київ", []), ("👍🏽", ["W507"]), ("🇺🇦", ["W507"]), ("😀", ["W507"]), ("1️⃣", ["W507"])]
)
def test_characters_of_uncertain_width_are_told(text: str, codes: list[str], tmp_path: Path) -> None:
    assert [one.code for one in findings(write(tmp_path, term(f'"{text}"')))] == codes


@pytest.mark.parametrize(
    ("letter", "between", "codes"),
    [
        ("A", "", ["W509"]),
        ("T", ', between = ["north"]', ["W509"]),
        ("T", ', between = ["north", "south"]', []),
        ("A", ', between = ["north", "south"]', []),
        ("O", "", []),
        ("W", "", []),
    ],
)
def test_an_agreement_names_those_who_agree(letter: str, between: str, codes: list[str], tmp_path: Path) -> None:
    status = f'[{{ letter = "{letter}"{between}, ground = "x", by = "desk", mode = "judgement", sources = ["herald"] }}]'
    text = f'[[issue]]\nid = "x"\nname = "x"\nmode = "judgement"\nsources = ["herald"]\nstatus = {status}\n'
    assert [one.code for one in findings(write(tmp_path, text))] == codes
