"""A slip is told once, where it is: what is only missing because of it, elsewhere, is no fault of those who name it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from border_talks import FRAME, MANIFEST, findings, told, write

# Names everything in the frame; each of these would be called unknown, or mended into another, by a slip in what it names.
CITING = """\
[[judgement]]
id = "divided"
date = "2030-02-10"
statement = "Both want the river."
by = "herald"
rests_on = [
  "source/herald", "party/north", "person/ann", "issue/border", "red_line/north-river", "plan/draft", "plan/draft/1", "plan/draft/2b",
]
mode = "judgement"
sources = ["herald"]
[[judgement]]
id = "signed"
date = "2030-02-10"
statement = "Both want guards."
by = "ann"
rests_on = ["party/south"]
mode = "judgement"
sources = ["herald"]
[[plan]]
id = "second"
name = "Second draft"
short = "Second"
text = "partial"
made_public = "2030-02-01"
based_on = "draft"
mode = "document"
sources = ["herald"]
[[plan.point]]
number = "1"
issues = ["border"]
text = "A line is drawn."
derives = ["draft/1"]
relation = "changed"
[[plan.point]]
number = "2"
issues = ["border"]
text = "South keeps guards."
derives = ["draft/2b"]
relation = "split"
"""
GROUND = 'mode = "stated"\nsaid_by = "ann"\nsources = ["herald"]\n'
RECORDS = re.split(r"\n(?=\[\[\w+\]\]\n)", FRAME)  # each with its parts
NAMING = MANIFEST + 'compare = ["draft", "second"]\nbottom_line = ["divided"]\n'

Slip = Callable[[str], str | bytes]


def instead(pattern: str, by: str) -> Slip:
    """The first match of a pattern, written otherwise."""
    return lambda text: re.sub(pattern, by, text, count=1, flags=re.MULTILINE)


ID = r'^id = "(.*)"$'
IN_A_RECORD: dict[str, Slip] = {
    "an id that is a number": instead(ID, "id = 303"),
    "an id in capitals": lambda text: re.sub(ID, lambda match: match[0].upper().replace("ID", "id"), text, count=1, flags=re.MULTILINE),
    "an id with a space": instead(ID, r'id = "the \1"'),
    "no id": instead(ID + "\n", ""),
    "an empty id": instead(ID, 'id = ""'),
    "a misspelt key": instead("^id =", "idd ="),
    "the id of another": instead(ID, 'id = "taken"'),
    "a misspelt kind": instead(r"^\[\[(\w+)\w\]\]", r"[[\1]]"),
    "a kind that there is not": instead(r"^\[\[\w+\]\]", "[[bridge]]"),
    "no header": instead(r"^\[\[\w+\]\]\n", ""),
    "a record in single brackets": instead(r"^\[\[(\w+)\]\]", r"[\1]"),
}
IN_A_PLAN: dict[str, Slip] = {
    "a number that is a number": instead('^number = "1"', "number = 1"),
    "no number": instead('^number = "1"\n', ""),
    "a number with a dot behind it": instead('^number = "1"', 'number = "1."'),
    "the number of another point": instead('^number = "1"', 'number = "2"'),
    "a misspelt key of a number": instead('^number = "1"', 'nubmer = "1"'),
    "a misspelt part": instead(r"^\[\[plan\.point\]\]", "[[plan.pont]]"),
    "a letter that is a number": instead('letter = "b"', "letter = 2"),
    "the letter of another clause": instead('letter = "b"', 'letter = "a"'),
    "clauses under another name": instead("^clause =", "clauses ="),
}
IN_A_FILE: dict[str, Slip] = {
    "no TOML at its end": lambda text: text + "= 3\n",
    "no TOML in its first line": lambda text: "<<<<<<< HEAD\n" + text,
    "a colon for an equals sign": instead("^id =", "id:"),
    "a quotation mark too few": instead(ID, r'id = "\1'),
    "a bracket too few": instead(r"\]\]", "]"),
    "a key twice": instead(ID, r'id = "\1"' + "\n" + r'id = "\1"'),
    "tables written short": lambda text: f"a = [{{{text.partition('id')[0]}}}]\n" + text,
    "another coding": lambda text: text.encode() + b"# caf\xe9\n",
    "UTF-16 as a text editor may save it": lambda text: text.encode("utf-16"),
    "UTF-16 the other way round": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "nothing but carriage returns": lambda text: text.replace("\n", "\r"),
    "too many brackets": lambda text: f"x = {'[' * 3000}\n" + text,
}


@pytest.mark.parametrize("slip", [*IN_A_RECORD, *IN_A_PLAN, *IN_A_FILE])
def test_a_slip_in_one_record_is_told_in_its_file_and_nowhere_else(slip: str, tmp_path: Path) -> None:
    change = (IN_A_RECORD | IN_A_PLAN | IN_A_FILE)[slip]
    broken = [text for text in RECORDS if slip not in IN_A_PLAN or "[[plan]]" in text]
    assert len(broken) in (1, 7)
    for text in broken:
        rest = "\n".join(other for other in RECORDS if other is not text)
        taken = re.sub(ID, 'id = "taken"', text, count=1, flags=re.MULTILINE) if slip == "the id of another" else ""
        write(tmp_path, CITING, frame=rest, manifest=NAMING, c=taken)
        (tmp_path / "data" / "d.toml").write_bytes(wrong if isinstance(wrong := change(text), bytes) else wrong.encode())
        found = told(findings(tmp_path))
        assert {one.partition(":")[0] for one in found} == {"d.toml"}, text
        assert len(found) == 1, (text, found)
        (tmp_path / "data" / "c.toml").unlink(missing_ok=True)


def test_a_record_under_the_header_of_another_kind_is_told_there_and_not_where_it_is_named(tmp_path: Path) -> None:
    for text in RECORDS:
        rest = "\n".join(other for other in RECORDS if other is not text)
        write(tmp_path, CITING, frame=rest, manifest=NAMING, d=re.sub(r"^\[\[\w+\]\]", "[[term]]", text))
        found = told(findings(tmp_path))
        assert {one.partition(":")[0] for one in found} == {"d.toml"}, found


@pytest.mark.parametrize("lost", range(len(RECORDS)))
def test_a_header_lost_behind_the_part_of_another_record_is_told_once(lost: int, tmp_path: Path) -> None:
    """Its keys are then those of that part; nobody who names it is wrong."""
    issue = f'[[issue]]\nid = "hills"\nname = "Hills"\n{GROUND}[[issue.status]]\nletter = "O"\nground = "Both have words."\n'
    rest = "\n".join(text for place, text in enumerate(RECORDS) if place != lost)
    headless = RECORDS[lost].partition("\n")[2]
    write(tmp_path, CITING, frame=rest, manifest=NAMING, d=issue + headless)
    (found,) = findings(tmp_path)
    assert (found.code, found.where.line) == ("E202", 10)
    assert found.fix == "write the header of its record above it, [[issue]] or what it is: a part has no id"


def test_a_manifest_that_hides_where_the_records_are_is_told_alone(tmp_path: Path) -> None:
    (write(tmp_path, CITING).joinpath("data")).rename(tmp_path / "records")
    for line in ('data = "records', 'dta = "records"', "data = 5", "data == 'records'"):
        (tmp_path / "briefing.toml").write_text(f"{NAMING}{line}\n", encoding="utf-8")
        assert [one.rpartition(":")[0] for one in told(findings(tmp_path))] == ["briefing.toml:7"], line


def test_a_folder_that_is_not_there_is_told_and_not_each_record_that_would_be_in_it(tmp_path: Path) -> None:
    write(tmp_path, CITING, manifest=NAMING + 'data = "nowhere"\n')
    assert [one.partition(" ")[2] for one in told(findings(tmp_path))] == ["E105"]


def test_a_slip_in_a_citation_does_not_make_the_source_one_that_nothing_cites(tmp_path: Path) -> None:
    source = '[[source]]\nid = "gazette"\ntitle = "Guards"\ntype = "news"\ndate = "2030"\n'
    event = '[[event]]\nid = "talks"\ndate = "2030"\ntitle = "Talks"\nmode = "document"\nsources = ["gazete"]\n'
    (found,) = findings(write(tmp_path, source + event))
    assert (found.code, found.fix) == ("E301", 'write "gazette"')


def test_what_is_wrong_by_itself_is_told_beside_the_slip(tmp_path: Path) -> None:
    """Only what the slip may explain is kept back: another kind, another plan, a name that no lost file holds."""
    number = FRAME.replace('number = "1"', "number = 1")
    assert [one.split()[1] for one in told(findings(write(tmp_path, CITING.replace("party/north", "party/nort"), frame=number)))] == [
        "E204",
        "E301",
    ]
    lost = {"c": "[[source]\n" + RECORDS[0].partition("\n")[2]}
    write(tmp_path, CITING.replace('"herald"]\n[[judgement]]', '"herold"]\n[[judgement]]'), frame="\n".join(RECORDS[1:]), **lost)
    assert [one.split()[1] for one in told(findings(tmp_path))] == ["E301", "E101"]


@pytest.mark.parametrize(
    ("header", "short"),
    [("plan.point", "point"), ("plan.point.clause", "clause"), ("plan.accounts", "accounts"), ("red_line.movement", "movement")],
)
def test_a_part_without_the_name_of_its_record_is_told_alone_with_its_whole_header(header: str, short: str, tmp_path: Path) -> None:
    parts = {
        "plan.point": 'number = "2"\nissues = ["border"]\ntext = "Guards."\n',
        "plan.point.clause": 'letter = "a"\ntext = "Few."\n',
        "plan.accounts": 'text = "A basis."\n',
        "red_line.movement": 'direction = "softened"\ndate = "2030-01-20"\nstatement = "Less."\n',
    }
    line = '[[red_line]]\nid = "south-river"\nparty = "south"\nissue = "border"\nstatement = "No."\n'
    line += f'basis = "None."\nfirmness = "Firm."\n{GROUND}'
    plan = f'[[plan]]\nid = "third"\nname = "Third"\nshort = "3rd"\ntext = "full"\nmade_public = "2030-01-05"\ncount = 3\n{GROUND}'
    points = "".join(f'[[plan.point]]\nnumber = "{number}"\nissues = ["border"]\ntext = "A line."\n' for number in (1, 3))
    held = plan + f"[[{header}]]\n{parts[header]}" + points if header.startswith("plan") else f"{line}[[{header}]]\n{parts[header]}"
    naming = '[[judgement]]\nid = "view"\ndate = "2030-02-10"\nstatement = "So."\nby = "desk"\nmode = "judgement"\nsources = ["herald"]\n'
    naming += 'rests_on = ["plan/third/2"]\n' if header == "plan.point" else 'rests_on = ["party/north"]\n'
    if header == "plan.point.clause":
        held = f"{plan}{points}[[{header}]]\n{parts[header]}"
    (found,) = findings(write(tmp_path, held.replace(f"[[{header}]]\n{parts[header]}", f"[[{short}]]\n{parts[header]}"), c=naming))
    assert (found.code, found.fix) == ("E201", f"write [[{header}]]")
