"""A mend that quotes a text mends: put in, the finding at that place is gone, and none has come."""

import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Literal

import pytest
from border_talks import FIGURE, findings, write

from tui.checks.codes import Code, codes
from tui.findings import Finding
from tui.model import KINDS, Date, Ref
from tui.shapes import Shape, shapes

# What a mend quotes: a text, a number, a key, a header; or a key with its value, for the table of the finding.
IN_PLACE = re.compile(r'(?:^write |quotes: |the id: )"([^"]*)"')
NUMBER = re.compile(r"^write (-?[\d.]+), without quotes")
KEY = re.compile(r"^write `(\w+)`(?!, and)")
HEADER = re.compile(r"^write (\[\[\w+\]\])")
SETTING = re.compile(r'(?:^add|^write|\bset) (\w+) = ("[^"]*"|\[[^\]]*\]|true)(?! to)')
SLOT = "# room for a key"


def mended(lines: list[str], found: Finding) -> bool:
    """Do in these lines what a finding says; False where its mend quotes nothing that could be put in."""
    at, column = found.where.line - 1, found.where.column - 1
    line, end = lines[at], column + found.excerpt.rpartition("| ")[2].count("^")
    if setting := SETTING.search(found.fix):
        return not re.search(r"\.\.\.|[A-Z]/", setting[2]) and "{" not in line and put(lines, at, *setting.groups())
    if header := HEADER.search(found.fix):
        lines[at] = header[1]
    elif match := IN_PLACE.search(found.fix):
        lines[at] = f'{line[:column]}"{match[1]}"{line[end:]}'
    elif match := NUMBER.search(found.fix) or KEY.search(found.fix):
        lines[at] = line[:column] + match[1] + line[end:]
    return bool(header or match)


def put(lines: list[str], at: int, key: str, value: str) -> bool:
    """Give a key this value in the table in which a line stands."""
    start = max(place for place in range(at + 1) if lines[place].startswith("[["))
    end = next((place for place in range(start + 1, len(lines)) if lines[place].startswith("[[")), len(lines))
    place = next((place for place in range(start, end) if lines[place].startswith(f"{key} =")), None)
    lines[lines.index(SLOT, start, end) if place is None else place] = f"{key} = {value}"
    return True


def hold(folder: Path, text: str, among: str = "EW", **more: str) -> int:
    """Put every mend into a text, and see that no error and no warning, or what is `among` these, came by it; how many were put in."""
    before = [one for one in findings(write(folder, text, **more)) if one.where.path.endswith("b.toml")]
    lines = text.split("\n")
    done = [one for one in sorted(before, key=lambda one: -one.where.column) if mended(lines, one)]  # from the right, so that columns hold
    kept = {(one.code, one.where.line) for one in before if one not in done}
    after = findings(write(folder, "\n".join(lines), **more))
    mends = {one.where.line: one.fix for one in done}
    new = [one for one in after if (one.code, one.where.line) not in kept and one.code[0] in among]
    assert [f"{mends.get(one.where.line)} gives {one}" for one in new] == []
    return len(done)


@pytest.mark.parametrize("code", [code for code in codes().values() if "[[" in code.example_wrong], ids=lambda code: code.code)
def test_the_mend_of_every_example_mends_it(code: Code, tmp_path: Path) -> None:
    hold(tmp_path, re.sub(r"^(\[\[.*\]\])$", rf"\1\n{SLOT}", code.example_wrong, flags=re.MULTILINE))


# A record of each kind that others refer to and the frame has not.
MORE = f"""\
{FIGURE}[[guarantee]]
id = "watch"
name = "A watch"
mode = "document"
sources = ["herald"]
[[judgement]]
id = "view"
statement = "Both want it."
by = "desk"
date = "2030-02-01"
rests_on = ["party/north"]
mode = "judgement"
sources = ["herald"]
"""
NAMED = {"source": "herald", "party": "north", "person": "ann", "issue": "border", "red_line": "north-river", "plan": "draft"}
NAMED |= {"figure": "guards", "guarantee": "watch", "judgement": "view", "point": "draft/1", "any": "party/north", "speaker": "ann"}
PLAIN = {str: '"2"', int: "1", float: "1", bool: "true", Date: '"2030-01-05"'}


def right(shape: Shape) -> str:
    """What may stand in a field."""
    if isinstance(shape.marker, Ref):
        one = f'"{NAMED[shape.marker.kind]}"'
    elif shape.base is Literal:
        one = f'"{shape.allowed[0]}"'
    elif shape.table:
        one = f"{{ {', '.join(f'{key} = {right(inner)}' for key, inner in needed(shape.table).items())} }}"
    else:
        one = PLAIN[shape.base]
    return f"[{one}]" if shape.many else one


def needed(cls: type) -> dict[str, Shape]:
    """The fields that a table of a class must have."""
    must = {one.name for one in fields(cls) if one.default is MISSING and one.default_factory is MISSING}
    return {key: shape for key, shape in shapes(cls).items() if key in must}


def wrong(shape: Shape) -> Iterator[str]:
    """What may not stand in a field, as people write it."""
    yield from ("true", "5", "-0.50", "2030-01-12", "2030-01-05T10:00:00Z", "10:00:00", "inf", "0x7EE")
    if isinstance(shape.marker, Ref):
        name = NAMED[shape.marker.kind]
        yield from (
            f'"{one}"' for one in (f"{name}x", name.upper(), name[1:], f"{shape.marker.kind}/{name}", f"{shape.marker.kind}/{name}x")
        )
    elif shape.base is Literal:
        word = shape.allowed[:3][-1]
        yield from (f'"{one}"' for one in (word + "x", word.title(), "of no kind"))
    elif shape.base in (int, float):
        yield from (f'"{one}"' for one in ("400", "4,200,000", " 7 ", "1.5", "-7", "007", "4 million", "1e5", "1 000", "9" * 20))
    elif shape.base is bool:
        yield from ('"true"', '"no"')


@pytest.mark.parametrize("kind", KINDS)
def test_the_mend_of_every_wrong_value_of_every_field_mends_it(kind: str, tmp_path: Path) -> None:
    cls: type = KINDS[kind]
    records: list[str] = []
    for key, shape in shapes(cls).items():
        if shape.table:
            continue  # told within
        for value in wrong(shape):
            record = {"mode": '"document"', "said_by": '"ann"', "sources": '["herald"]'} if kind != "source" else {}
            record |= {name: right(one) for name, one in needed(cls).items()} | {"id": f'"no-{len(records)}"'}
            record[key] = f"[{value}]" if shape.many else value
            if key != "id":
                records.append("\n".join((f"[[{kind}]]", SLOT, *(f"{name} = {held}" for name, held in record.items()))))
    assert hold(tmp_path, "\n".join(records), "E", more=MORE) > len(records) / 6, "many faults have a mend"


FEW = 'mode = "document"\nsources = ["herald"]\n'


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ('[[party]]\nid = "west"\nname = "West"\nmembers = ["wes"]\n' + FEW, "add this party, or name one that is there"),  # not itself
        ('[[party]]\nid = "west"\nname = "West"\nnam = "Westland"\n' + FEW, "the keys here are: "),  # it has a name
        (  # a draft of 4 January is not what was meant on the 2nd
            '[[event]]\nid = "talks"\ndate = "2030-01-02"\nexpected = true\ntitle = "Talks"\nplans = ["draf"]\n'
            'known_from = "2030-01-02"\n' + FEW,
            "add this plan, or name one that is there",
        ),
        ('[[person]]\nid = "bob"\nname = "Bob"\nparty = "party/nort"\n' + FEW, 'the kind is known here, so write only the id: "north"'),
        (  # years of three digits
            '[[source]]\nid = "roll"\ntitle = "Roll"\ntype = "other"\ndate = 0999-01-05T10:00:00Z\n',
            'put the day in quotes: "0999-01-05"',
        ),
        ('[[person]]\nid = "bob"\nname = "Bob"\nparty = "party/nowhere"\n' + FEW, "the kind is known here, so write only the id"),
    ],
)
def test_no_mend_leads_into_the_next_fault(text: str, fix: str, tmp_path: Path) -> None:
    (found,) = findings(write(tmp_path, text))
    assert found.fix == fix or (fix.endswith(": ") and found.fix.startswith(fix))


def test_the_folder_that_a_manifest_is_told_to_name_holds_records(tmp_path: Path) -> None:
    (write(tmp_path) / "data").rename(tmp_path / "records")
    (found,) = findings(tmp_path)
    assert (found.code, found.fix) == ("E105", 'write data = "records"')
    (tmp_path / "records" / "a.toml").unlink()
    assert findings(tmp_path)[0].fix == "name the folder that holds the records, counted from the manifest"


@pytest.mark.parametrize(
    "text",
    [
        '[[issue]]\nid = "toll"\nname = "Toll"\n' + FEW + '[[issue.status]]\nletter = "X"\nground = "North says so."\n' + FEW,  # not T
        '[[source]]\nid = "roll"\ntitle = "Roll"\ntype = "other"\nreliability = "G"\n',  # not A
        '[[source]]\nid = "roll"\ntitle = "Roll"\ntype = "other"\ncredibility = "7"\n',  # not 1
        '[[judgement]]\nid = "view"\nstatement = "So."\nby = "desk"\ndate = "2030-02-01"\nrests_on = ["plan/draft/9"]\n' + FEW,  # not 1
        '[[judgement]]\nid = "view"\nstatement = "So."\nby = "desk"\ndate = "2030-02-01"\nrests_on = ["plan/draft/2c"]\n' + FEW,  # not 2a
        '[[term]]\nid = "bank"\nname = "Bank"\ntext = "A side."\nmode = "document"\nsources = ["echo-0318"]\n',  # not echo-0303
    ],
)
def test_no_mend_takes_one_letter_or_number_for_another(text: str, tmp_path: Path) -> None:
    echo = '[[source]]\nid = "echo-0303"\ntitle = "Echo"\ntype = "news"\n'
    (found,) = (one for one in findings(write(tmp_path, text, c=echo)) if one.severity == "error")
    assert not found.fix.startswith("write ")


@pytest.mark.parametrize(
    ("reference", "fix"), [("draft/2A", "draft/2a"), ("draft/02", "draft/2"), ("draft/2.", "draft/2"), ("draft/2 b", "draft/2b")]
)
def test_a_number_written_otherwise_is_mended(reference: str, fix: str, tmp_path: Path) -> None:
    text = f'[[position]]\nid = "view"\nparty = "north"\npoint = "{reference}"\nstatement = "So."\nknown_from = "2030-02-01"\n'
    (found,) = (one for one in findings(write(tmp_path, text + FEW)) if one.severity == "error")
    assert found.fix == f'write "{fix}"'


@pytest.mark.parametrize(
    ("header", "fix"),
    [
        ("plan.account", "write `accounts`"),
        ("plan.ACCOUNTS", "write `accounts`"),
        ("plan.pont", "write `point`"),
        ("plan.point.versions", "write `version`"),
    ],
)
def test_a_misspelt_part_is_told_by_the_name_of_a_part_also_where_there_are_such(header: str, fix: str, tmp_path: Path) -> None:
    """Not by that of a key that holds no tables, such as `count`."""
    part = 'text = "North calls it a basis."\nparty = "north"\n' + FEW
    plan = (
        f'[[plan]]\nid = "second"\nname = "Second"\nshort = "2nd"\ntext = "full"\n{FEW}[[plan.accounts]]\n{part.replace("party = ", "#")}'
    )
    point = f'[[plan.point]]\nnumber = "1"\nissues = ["border"]\ntext = "A line."\n[[plan.point.version]]\n{part}'
    (found,) = (one for one in findings(write(tmp_path, f"{plan}{point}[[{header}]]\n{part}")) if one.code == "E202")
    assert found.fix == fix


@pytest.mark.parametrize(
    ("kind", "key", "fix"),
    [
        ("event", 'issue = "border"', "write `issues`, and put it in brackets: issues = [...]"),
        ("position", 'issues = ["border"]', "write `issue`, and write text"),
        ("event", 'issuse = ["border"]', "write `issues`"),
    ],
)
def test_a_key_that_is_nearly_that_of_a_list_is_told_with_its_brackets(kind: str, key: str, fix: str, tmp_path: Path) -> None:
    held = {"event": 'date = "2030-01-05"\ntitle = "Talks"', "position": 'party = "north"\nstatement = "So."'}[kind]
    (found,) = (one for one in findings(write(tmp_path, f'[[{kind}]]\nid = "one"\n{held}\n{key}\n{FEW}')) if one.severity == "error")
    assert (found.code, found.fix) == ("E202", fix)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        # A key that stands below a header too late is spelt right, however near another is.
        (
            '[[guarantee]]\nid = "pact"\nname = "Pact"\n' + FEW + '[[guarantee.status]]\ntext = "Asked for."\npaid_by = "North."\n',
            "it is a key of [[guarantee]]: move it there",
        ),
        (
            '[[plan]]\nid = "second"\nname = "Second"\nshort = "2nd"\ntext = "full"\n' + FEW + '[[plan.point]]\nnumber = "1"\n'
            'issues = ["border"]\ntext = "A line."\n[[plan.point.clause]]\nletter = "a"\ntext = "Drawn."\nshort = "A line"\n',
            "it is a key of [[plan.point]]: move it there",
        ),
        # A key written as a header is no kind, and no kind is meant by it.
        (
            '[[term]]\nid = "bank"\nname = "Bank"\ntext = "A side."\n[sources]\nherald = "yes"\n',
            "it is a key of [[term]]: write sources = ",
        ),
        ('[[person]]\nid = "bob"\nname = "Bob"\n[[role]]\nsources = ["herald"]\n', "it is a key of [[person]]: write role = "),
        ('[[terms]]\nid = "bank"\nname = "Bank"\ntext = "A side."\n' + FEW, "write [[term]]"),
    ],
)
def test_a_key_in_the_wrong_place_is_not_taken_for_another_name(text: str, fix: str, tmp_path: Path) -> None:
    (found,) = (one for one in findings(write(tmp_path, text)) if one.code in ("E201", "E202"))
    assert found.fix.startswith(fix)
