"""Every fault of every file in one pass, each at its exact place: TOML in, findings out."""

from pathlib import Path

import pytest
from border_talks import FRAME, MANIFEST, faults, findings, told, write

from tui.compile import load
from tui.model import Citation, Date, Guarantee, Plan, RedLine, Where

TERM = """\
[[term]]
id = "buffer"
name = "buffer"
text = "Land that neither side holds."
mode = "document"
sources = ["herald"]
"""
FIGURE = """\
[[figure]]
id = "guards"
name = "Guards"
value = 400
unit = "guards"
period = "in peace"
mode = "document"
sources = ["herald"]
"""


def test_a_briefing_without_faults_gives_its_records_in_the_order_of_the_files(tmp_path: Path) -> None:
    loaded = load(write(tmp_path, TERM + FIGURE))
    assert loaded.findings == []
    assert loaded.manifest is not None
    assert loaded.manifest.as_of == Date("2030-03-01", "2030-03-01", "2030-03-01")
    assert [record.id for record in loaded.records] == [
        "herald",
        "north",
        "south",
        "ann",
        "border",
        "north-river",
        "draft",
        "buffer",
        "guards",
    ]
    assert loaded.root == tmp_path


def test_what_is_written_short_is_written_out(tmp_path: Path) -> None:
    text = """\
[[guarantee]]
id = "watch"
name = "A watch on the river"
form = "A treaty."
trigger = { text = "A crossing.", sources = [{ id = "herald", quote = "any crossing" }] }
status = ["proposed"]
mode = "document"
sources = ["herald"]
"""
    (watch,) = [record for record in load(write(tmp_path, text)).records if isinstance(record, Guarantee)]
    assert watch.sources == (Citation(id="herald"),)
    assert watch.form is not None
    assert watch.form.text == "A treaty."
    assert watch.trigger is not None
    assert watch.trigger.sources == (Citation(id="herald", quote="any crossing"),)
    assert [cell.text for cell in watch.status] == ["proposed"]


def test_records_and_points_know_where_they_begin(tmp_path: Path) -> None:
    frame = FRAME.replace('[[plan.point]]\nnumber = "2"', '  [[ plan . point ]] # "[[plan]]"\nnumber = "2"')
    loaded = load(write(tmp_path, frame=frame))
    (draft,) = [record for record in loaded.records if isinstance(record, Plan)]
    lines = frame.split("\n")
    assert draft.where == Where("data/a.toml", lines.index("[[plan]]") + 1)
    assert [point.where for point in draft.point] == [
        Where("data/a.toml", lines.index("[[plan.point]]") + 1),
        Where("data/a.toml", lines.index('number = "2"'), 3),
    ]


def test_records_that_are_not_written_as_headers_know_where_they_begin_too(tmp_path: Path) -> None:
    text = """\
plan = [
  { id = "second", name = "Second", short = "Second", text = "partial", mode = "document", sources = ["herald"], point = [
    { number = "1", text = "A line is drawn.", issues = ["border"] },
  ] },
]
[["term"]]
id = "buffer"
name = "buffer"
text = "Land that neither side holds."
mode = "document"
sources = ["herald"]
"""
    loaded = load(write(tmp_path, text))
    assert loaded.findings == []
    second, term = loaded.records[-2:]
    assert isinstance(second, Plan)
    assert (second.where, second.point[0].where, term.where) == tuple(Where("data/b.toml", *place) for place in ((2, 3), (3, 5), (6, 1)))


def test_one_id_one_date_one_type_and_one_bracket_in_four_files_give_four_findings(tmp_path: Path) -> None:
    red_line = FRAME[FRAME.index("[[red_line]]") : FRAME.index("[[plan]]")]
    write(
        tmp_path,
        frame=FRAME.replace(red_line, ""),
        c=red_line.replace('party = "north"', 'party = "nort"'),
        d=TERM.replace("[[term]]", "[[term]"),
        e=FIGURE.replace("400", '"400"'),
        f='[[event]]\nid = "talks"\ndate = "2030-02-31"\ntitle = "Talks"\nmode = "document"\nsources = ["herald"]\n',
    )
    assert told(findings(tmp_path)) == ["c.toml:3:9 E301", "d.toml:1:7 E101", "e.toml:4:9 E204", "f.toml:3:8 E401"]


def test_every_fault_of_one_record_is_told_at_once(tmp_path: Path) -> None:
    text = """\
[[red_line]]
id = "South Border"
party = "nort"
issue = 5
statement = ""
firmnes = "very"
basis = "An oath.\\u0007"
called = "redline"
said_on = 2030-01-12
said_by = "ann"
mode = "stated"
sources = ["herold", { id = "herald", page = 5 }]
[[red_line.movement]]
direction = "stated"
date = "2030-13"
"""
    found = findings(write(tmp_path, text))
    assert told(found) == [
        "b.toml:2:6 E206",
        "b.toml:3:9 E301",
        "b.toml:4:9 E204",
        "b.toml:5:13 E403",
        "b.toml:6:1 E202",
        "b.toml:7:9 E404",
        "b.toml:8:10 E205",
        "b.toml:9:11 E204",
        "b.toml:12:12 E301",
        "b.toml:12:39 E202",
        "b.toml:13:1 E203",
        "b.toml:15:8 E401",
    ]
    fixes = {one.code: one.fix for one in found if one.where.line in (6, 8, 9)}
    assert fixes["E202"] == "write `firmness`"
    assert fixes["E205"].startswith('write "red line"')
    assert fixes["E204"] == 'put it in quotes: "2030-01-12"'


@pytest.mark.parametrize(
    ("line", "message", "fix"),
    [
        ("value = '400'", "`value` must be a number, and is text", "write 400, without quotes"),
        ("value = '4,200,000'", "`value` must be a number, and is text", "write 4200000, without quotes"),
        ("value = '-4 200.5'", "`value` must be a number, and is text", "write -4200.5, without quotes"),
        ("value = '4 million'", "`value` must be a number, and is text", "write a number in digits"),
        ("value = '4.200.000'", "`value` must be a number, and is text", "write a number in digits"),
        ("name = 4.20", "`name` must be text, and is a number", "put it in quotes, as it is written here"),
        ("said_on = 2031-03-03T10:00:00Z", "`said_on` must be text, and is a date of TOML", 'put the day in quotes: "2031-03-03"'),
        ("said_on = 10:00:00", "`said_on` must be a date in quotes", "write a day, a month or a year"),
        ("said_on = 2030", "`said_on` must be a date in quotes", 'put it in quotes: "2030"'),
        ("value = true", "`value` must be a number, and is true or false", "write a number"),
        ("value = [400]", "`value` must be a number, and is a list", "write a number"),
        ("name = 5", "`name` must be text, and is a number", 'put it in quotes: "5"'),
        ("name = 2030-01-12", "`name` must be text, and is a date of TOML", 'put it in quotes: "2030-01-12"'),
        ("name = { text = 'Guards' }", "`name` must be text, and is a table", "write text"),
        ("about = 1", "`about` must be true or false, and is a number", "write true or false, without quotes"),
        ("about = 'true'", "`about` must be true or false, and is text", "write true or false, without quotes"),
        ("sources = 'herald'", "`sources` must be a list, and is text", "put it in brackets: sources = [...]"),
        ("sources = [5]", "this must be a table, and is a number", "write a table"),
        (
            "mode = 5",
            '`mode` must be one of the words "stated", "reported", "document", "judgement", and is a number',
            'allowed: "stated", "reported", "document", "judgement"',
        ),
        ("conflicts_with = [5]", "this must be text, and is a number", "write the id of a record, in quotes"),
        ("said_on = 5", "`said_on` must be a date in quotes", ""),
        ("said_on = { text = 'x', lower = 'x', upper = 'x' }", "`said_on` must be a date in quotes", ""),
        ("value = 0x" + "F" * 6000, "`value` does not fit into 64 bits", ""),
        ("unit = 'gu\\nards'", "`unit` holds a control character", ""),
    ],
)
def test_a_wrong_type_is_told_with_what_to_write_instead(line: str, message: str, fix: str, tmp_path: Path) -> None:
    key = line.partition(" ")[0]
    kept = [one for one in FIGURE.splitlines() if not one.startswith(f"{key} =")]
    line = line.replace("'gu\\nards'", '"gu\\nards"')
    (found,) = findings(write(tmp_path, "\n".join([*kept, line])))
    assert found.message == message.replace("a control character", "a line break")
    assert found.fix.startswith(fix)
    assert (found.where.line, found.where.column) == (len(kept) + 1, line.index("[5]") + 2 if "[5]" in line else line.index("=") + 3)


def test_a_kind_or_a_part_that_is_written_with_single_brackets_is_told(tmp_path: Path) -> None:
    found = findings(write(tmp_path, TERM.replace("[[term]]", "[term]")))
    assert [(one.code, one.where.line, one.where.column, one.fix) for one in found] == [
        ("E204", 1, 2, "write its header in double brackets: [[term]]")
    ]
    plan = (
        '[[plan]]\nid = "x"\nname = "X"\nshort = "X"\ntext = "none"\nmode = "document"\nsources = ["herald"]\n[plan.point]\nnumber = "1"\n'
    )
    (one,) = findings(write(tmp_path, plan))
    assert (one.code, one.where.line, one.fix) == ("E204", 8, "write its header in double brackets: [[...]]")


def test_a_misspelt_kind_is_told_with_the_nearest_one_and_a_key_of_the_manifest_is_sent_there(tmp_path: Path) -> None:
    found = findings(write(tmp_path, 'as_of = "2030"\n[[red_lines]]\nid = "x"\n[[zzzzzzzz]]\n'))
    assert told(found) == ["b.toml:1:1 E201", "b.toml:2:3 E201", "b.toml:4:3 E201"]
    assert [one.fix for one in found[:2]] == ["move it to briefing.toml", "write [[red_line]]"]
    assert found[2].fix.startswith("the kinds are: source, party")


def test_keys_whose_header_is_lost_are_told_once_and_as_such(tmp_path: Path) -> None:
    """A key is no kind: to `reason` no `[[person]]` is near, and a title of a record belongs into no manifest."""
    lost = 'id = "x"\ntitle = "X"\nreason = "It is."\nparty = "north"\nsources = [{ id = "herald" }]\n'
    (found,) = findings(write(tmp_path, lost))
    assert (found.where.line, found.where.column) == (1, 1)
    assert found.message == "`id` and 4 more stand above the first header of this file, so in no record"
    (found,) = findings(write(tmp_path, '[[RED_LINE.MOVEMENT]]\ndate = "2030"\n'))
    assert found.fix == "write `red_line`", "and keep what stands behind it"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("\ufeff[[term]]\n", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),  # behind the one that editors write
        ("\u00a0[[term]]\n", "U+00A0 NO-BREAK SPACE"),
        ("[[term]]\nid\u200b = 'x'\n", "U+200B ZERO WIDTH SPACE"),
        ("\0\0", "U+0000 control character"),
    ],
)
def test_what_nobody_can_see_in_a_file_that_is_not_toml_is_named(text: str, name: str, tmp_path: Path) -> None:
    (found,) = findings(write(tmp_path, "\ufeff" + text))
    assert (found.code, found.message) == ("E101", f"this is not TOML: {name} stands here")
    assert found.fix == "take the character away, or write a space for it"


def test_a_text_written_short_is_told_by_the_key_that_was_written(tmp_path: Path) -> None:
    (found,) = findings(write(tmp_path, '[[guarantee]]\nid = "g"\nname = "G"\ntrigger = " "\nmode = "document"\nsources = ["herald"]\n'))
    assert found.message == "`trigger` is empty"


@pytest.mark.parametrize(("key", "value"), [("id", "bob"), ("name", "Bob"), ("note", "A mayor.")])
def test_nobody_is_told_to_take_away_what_must_be_there(key: str, value: str, tmp_path: Path) -> None:
    person = 'id = "bob"\nname = "Bob"\nnote = "A mayor."\nmode = "document"\nsources = ["herald"]\n'
    (found,) = findings(write(tmp_path, "[[person]]\n" + person.replace(f'"{value}"', '" "')))
    assert (found.code, "take the key away" in found.fix) == ("E403", key == "note")


def test_a_name_of_any_length_is_near_only_to_what_looks_like_it(tmp_path: Path) -> None:
    (found,) = findings(write(tmp_path, f'[[{"q" * 900}]]\nid = "x"\n'))
    assert found.fix.startswith("the kinds are: source, party")


def test_an_id_given_twice_is_told_with_both_places(tmp_path: Path) -> None:
    (found,) = findings(write(tmp_path, c=TERM, d=TERM.replace("[[term]]", "# again\n[[term]]")))
    assert (found.code, Path(found.where.path).name, found.where.line, found.where.column) == ("E207", "d.toml", 3, 6)
    assert found.message.startswith("term 'buffer' is already at ")
    assert found.message.endswith("data/c.toml:1")


def test_one_id_may_serve_records_of_two_kinds(tmp_path: Path) -> None:
    assert faults(tmp_path, TERM.replace('"buffer"', '"border"', 1)) == []


def test_a_point_number_given_twice_is_told_with_the_first(tmp_path: Path) -> None:
    frame = FRAME.replace('number = "2"', 'number = "1"')
    (found,) = findings(write(tmp_path, frame=frame))
    first = frame.split("\n").index('number = "1"') + 1
    assert (found.code, found.message) == ("E208", f"point 1 stands in this plan twice, first in line {first}")


def test_a_point_that_is_numbered_like_the_clause_of_another_is_told(tmp_path: Path) -> None:
    frame = FRAME.replace('number = "1"', 'number = "2a"')
    assert [one.code for one in findings(write(tmp_path, frame=frame))] == ["E209"]


def test_a_faulty_record_is_left_out_and_what_refers_to_it_is_not_called_wrong(tmp_path: Path) -> None:
    frame = FRAME.replace('name = "First draft"', "name = 1")
    text = '[[event]]\nid = "talks"\ndate = "2030-02-01"\ntitle = "Talks"\nplans = ["draft"]\nmode = "document"\nsources = ["herald"]\n'
    write(tmp_path, text, frame=frame)
    assert [one.code for one in findings(tmp_path)] == ["E204"]
    loaded = load(tmp_path)
    assert "draft" not in {record.id for record in loaded.records}
    assert loaded.known.has_point("draft", "2a")


def test_the_key_where_belongs_to_the_program(tmp_path: Path) -> None:
    (found,) = findings(write(tmp_path, TERM + 'where = "here"\n'))
    assert (found.code, found.where.line) == ("E202", 7)


def test_texts_may_have_many_lines_of_any_ending_but_no_control_characters(tmp_path: Path) -> None:
    text = TERM.replace('"Land that neither side holds."', '"""\nLand.\n\nMore land.\n"""')
    assert faults(tmp_path, text) == []
    assert faults(tmp_path, text.replace("\n", "\r\n")) == []
    assert faults(tmp_path, text.replace("More", "More\\t")) == ["b.toml:4:8 E404"]


def test_letters_of_any_script_are_welcome(tmp_path: Path) -> None:
    assert faults(tmp_path, TERM.replace('"buffer"\ntext', '"Київ, 北京, Ünïcödé, כן"\ntext')) == []


def test_letters_on_whose_width_terminals_disagree_are_warned_of_alone(tmp_path: Path) -> None:
    assert faults(tmp_path, TERM.replace('"buffer"\ntext', '"می\u200cخواهم"\ntext')) == ["b.toml:3:8 W507"]


def test_findings_come_in_the_order_of_places(tmp_path: Path) -> None:
    write(tmp_path, TERM.replace("name =", "nam ="), c=FIGURE.replace('unit = "guards"', ""), manifest=MANIFEST + "x = 1\n")
    found = findings(tmp_path)
    assert told(found) == ["briefing.toml:5:1 E202", "b.toml:3:1 E202", "c.toml:1:1 E203"]


def test_loading_twice_gives_the_same(tmp_path: Path) -> None:
    write(tmp_path, TERM + FIGURE.replace("400", "true"))
    one, two = load(tmp_path), load(tmp_path)
    assert (one.records, one.findings, one.digests) == (two.records, two.findings, two.digests)


def test_a_red_line_keeps_what_it_says_in_every_field(tmp_path: Path) -> None:
    (line,) = [record for record in load(write(tmp_path)).records if isinstance(record, RedLine)]
    assert line == RedLine(
        id="north-river",
        party="north",
        issue="border",
        statement="The river stays open.",
        basis="The treaty of the river.",
        firmness="said without exception",
        mode="stated",
        said_by="ann",
        said_on=Date("2030-01-03", "2030-01-03", "2030-01-03"),
        sources=(Citation(id="herald"),),
    )
