"""Files that are odd, hostile or not there: each is told, none stops the others from being read."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from border_talks import FRAME, MANIFEST, faults, findings, told, write

from tui.compile import data_files, load

PARTY = '[[party]]\nid = "{id}"\nname = "{id}"\nmode = "document"\nsources = ["herald"]\n'


def test_a_folder_without_a_manifest_is_told_with_how_to_begin_one(tmp_path: Path) -> None:
    (found,) = findings(tmp_path)
    assert (found.code, Path(found.where.path).name, found.excerpt) == ("E104", "briefing.toml", "")
    assert "briefing new" in found.fix


def test_a_manifest_that_is_named_and_not_there_is_told(tmp_path: Path) -> None:
    assert told(findings(tmp_path / "no" / "such.toml")) == ["such.toml:1:1 E104"]


def test_a_manifest_can_have_any_name(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "briefing.toml").rename(tmp_path / "other.toml")
    assert findings(tmp_path / "other.toml") == []


@pytest.mark.parametrize("name", ["dta", "briefing.toml", "data/a.toml", "x" * 5000, "../../../../no"])
def test_data_that_are_not_where_the_manifest_says_are_told_at_that_key(name: str, tmp_path: Path) -> None:
    write(tmp_path, manifest=f'{MANIFEST}data = "{name}"\n')
    assert told(findings(tmp_path)) == ["briefing.toml:5:8 E105"]


def test_a_folder_with_no_data_file_in_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "README.md").write_text("how to write data")
    (tmp_path / "briefing.toml").write_text(MANIFEST)
    assert told(findings(tmp_path)) == ["briefing.toml:1:1 E105"]


@pytest.mark.parametrize("name", ["", " ", "a\\u0000b", "a\\nb"])
def test_a_data_folder_whose_name_is_no_name_is_told_once(name: str, tmp_path: Path) -> None:
    write(tmp_path, manifest=f'{MANIFEST}data = "{name}"\n')
    assert [one.code for one in findings(tmp_path)] in (["E403"], ["E404"])


def test_data_files_are_read_in_the_order_of_their_paths_at_any_depth(tmp_path: Path) -> None:
    write(tmp_path, z=PARTY.format(id="last"))
    deep = tmp_path / "data" / "m" / "deeper"
    deep.mkdir(parents=True)
    (deep / "x.toml").write_text(PARTY.format(id="middle"))
    loaded = load(tmp_path)
    assert [record.id for record in loaded.records if record.kind == "party"] == ["north", "south", "middle", "last"]
    assert list(loaded.digests) == ["briefing.toml", "data/a.toml", "data/m/deeper/x.toml", "data/z.toml"]
    assert [str(record.where) for record in loaded.records if record.kind == "party"][2:] == ["data/m/deeper/x.toml:1", "data/z.toml:1"]


def test_the_manifest_is_no_data_file_where_the_data_stand_beside_it(tmp_path: Path) -> None:
    (tmp_path / "briefing.toml").write_text(f'{MANIFEST}data = "."\n')
    (tmp_path / "all.toml").write_text(FRAME)
    assert findings(tmp_path) == []


def test_the_locks_and_backups_of_editors_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "data" / ".#a.toml").symlink_to("nobody@nowhere.1234")
    (tmp_path / "data" / "a.toml~").write_text("[[")
    (tmp_path / "data" / ".hidden").mkdir()
    (tmp_path / "data" / ".hidden" / "x.toml").write_text("[[")
    assert findings(tmp_path) == []


def test_links_to_folders_are_followed_once(tmp_path: Path) -> None:
    write(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "x.toml").write_text(PARTY.format(id="east"))
    (tmp_path / "data" / "linked").symlink_to(elsewhere)
    (elsewhere / "back").symlink_to(tmp_path / "data")
    assert findings(tmp_path) == []
    assert [path.name for path in data_files(tmp_path / "data")] == ["a.toml", "x.toml"]


@pytest.mark.parametrize("odd", ["folder", "pipe", "dangling", "loop", "device"])
def test_what_is_named_like_a_data_file_and_is_none_is_told_and_the_rest_is_read(odd: str, tmp_path: Path) -> None:
    write(tmp_path, z='[[party]]\nid = "east"\n')
    path = tmp_path / "data" / "odd.toml"
    if odd == "folder":
        path.mkdir()
    elif odd == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to({"dangling": "nowhere", "loop": "odd.toml", "device": "/dev/zero"}[odd])
    assert told(findings(tmp_path)) == ["odd.toml:1:1 E103", "z.toml:1:1 E203"]


def test_a_file_that_this_user_may_not_read_is_told(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "data" / "a.toml").chmod(0)
    reader = os.fork()
    if reader == 0:  # root may read everything, so a child that is nobody looks
        with suppress(BaseException):
            if os.geteuid() == 0:
                for folder in (tmp_path, *tmp_path.parents[:3]):
                    folder.chmod(folder.stat().st_mode | 0o055)
                os.setgroups([])
                os.setresgid(65534, 65534, 65534)
                os.setresuid(65534, 65534, 65534)
            os._exit(0 if told(findings(tmp_path)) == ["a.toml:1:1 E103"] else 1)
        os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(reader, 0)[1]) == 0


def test_a_manifest_that_is_a_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "briefing.toml")
    assert told(findings(tmp_path)) == ["briefing.toml:1:1 E103"]


@pytest.mark.parametrize("name", ["briefing.toml", "data/a.toml"])
def test_a_file_of_gigabytes_is_told_and_not_read(name: str, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / name).touch()
    os.truncate(tmp_path / name, 3 << 30)
    (found, *_) = findings(tmp_path)
    assert (found.code, "larger than" in found.message) == ("E103", True)


def test_an_id_is_not_called_unknown_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    write(tmp_path, '[[person]]\nid = "bo"\nname = "Bo"\nparty = "east"\nmode = "document"\nsources = ["herald"]\n')
    (tmp_path / "data" / "c.toml").mkdir()
    assert told(findings(tmp_path)) == ["c.toml:1:1 E103"]


@pytest.mark.parametrize("name", ["two\nlines.toml", "esc\x1b[31m.toml", "right\u202eleft.toml", os.fsdecode(b"\xff.toml")])
def test_a_file_name_that_cannot_be_shown_is_told_without_showing_it(name: str, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "data" / name).write_text("")
    (found,) = findings(tmp_path)
    assert found.code == "E106"
    assert str(found).isprintable() or "\x1b" not in str(found)
    str(found).encode()


def test_what_is_not_utf8_is_told_by_its_byte_and_its_ids_still_count(tmp_path: Path) -> None:
    east = PARTY.format(id="east").encode() + "\n# é".encode("latin-1")
    bo = '[[person]]\nid = "bo"\nname = "Bo"\nparty = "east"\nmode = "document"\nsources = ["herald"]\n'
    (found,) = findings(write(tmp_path, bo, c=east))
    assert told([found]) == ["c.toml:7:3 E102"]
    assert f"byte 0xE9 at offset {len(east) - 1}" in found.message
    assert found.excerpt.endswith("  ^")


@pytest.mark.parametrize("data", [FRAME.encode("utf-16"), b"\x00" * 40, b"\xff\xfe", b"\xed\xa0\x80", b'a = "\x00"'])
def test_bytes_that_are_no_text_give_one_finding(data: bytes, tmp_path: Path) -> None:
    assert len(findings(write(tmp_path, c=data))) == 1


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 5000, "a = " + "{b=" * 5000, "a = " + "[" * 600 + "]" * 600, ".".join("a" * 3000) + " = 1", f"a = {'9' * 5000}"],
    ids=["open lists", "open tables", "closed lists", "dotted key", "long number"],
)
def test_what_no_parser_should_be_asked_to_read_is_told(text: str, tmp_path: Path) -> None:
    assert [one.code for one in findings(write(tmp_path, text))] == ["E107"]


def test_a_syntax_error_is_told_where_it_is_and_other_files_are_checked(tmp_path: Path) -> None:
    write(tmp_path, '[[party]]\nid = "east"\nname = = "East"\n', c='[[party]]\nid = "west"\n')
    assert told(findings(tmp_path)) == ["b.toml:3:8 E101", "c.toml:1:1 E203"]


def test_ids_and_points_of_a_file_with_a_syntax_error_still_count(tmp_path: Path) -> None:
    broken = FRAME.replace('name = "Northland"', 'name = "Northland')
    text = (
        '[[judgement]]\nid = "one"\nstatement = "Yes."\nby = "desk"\ndate = "2030-02-01"\nmode = "judgement"\n'
        'rests_on = ["plan/draft/2a", "party/south", "party/nobody"]\nsources = ["herald"]\n'
    )
    assert faults(tmp_path, text, frame=broken) == ["a.toml:10:18 E101", "b.toml:7:45 E301"]


@pytest.mark.sweep
def test_one_character_lost_from_a_file_gives_one_finding_whatever_refers_to_it(tmp_path: Path) -> None:
    text = (
        '[[judgement]]\nid = "one"\nstatement = "Yes."\nby = "desk"\ndate = "2030-02-01"\nmode = "judgement"\nsources = ["herald"]\n'
        'rests_on = ["plan/draft/1", "plan/draft/2a", "party/south", "party/north", "person/ann", "issue/border", "red_line/north-river"]\n'
    )
    lost = [place for place, character in enumerate(FRAME) if character in '[]"={}']
    assert len(lost) > 100
    for place in lost:
        write(tmp_path, text, frame=FRAME[:place] + FRAME[place + 1 :])
        codes = [one.code for one in findings(tmp_path)]
        assert "E101" not in codes or codes == ["E101"], FRAME[place - 20 : place + 20]


def test_a_manifest_with_faults_does_not_hide_those_of_the_data(tmp_path: Path) -> None:
    write(tmp_path, '[[party]]\nid = "west"\n', manifest=MANIFEST.replace("desk =", "dest ="))
    found = findings(tmp_path)
    assert told(found) == ["briefing.toml:4:1 E202", "b.toml:1:1 E203"]
    assert found[0].fix == "write `desk`"
    assert load(tmp_path).manifest is None


def test_a_manifest_that_is_not_toml_is_told_and_the_usual_data_folder_is_checked(tmp_path: Path) -> None:
    write(tmp_path, '[[party]]\nid = "west"\n', manifest="title = \n")
    assert told(findings(tmp_path)) == ["briefing.toml:1:9 E101", "b.toml:1:1 E203"]


def test_records_in_the_manifest_are_sent_to_the_data(tmp_path: Path) -> None:
    (found,) = findings(write(tmp_path, manifest=MANIFEST + '[[party]]\nid = "west"\n'))
    assert (found.code, found.where.line, found.where.column) == ("E202", 5, 3)
    assert "data folder" in found.fix


def test_a_path_is_shown_as_the_user_can_open_it_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, '[[party]]\nid = "west"\n')
    monkeypatch.chdir(tmp_path)
    assert findings(Path())[0].where.path == "data/b.toml"
    monkeypatch.chdir(tmp_path / "data")
    assert findings(Path(".."))[0].where.path == "b.toml"
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert findings(Path(".."))[0].where.path == str(tmp_path / "data" / "b.toml")


def test_a_working_folder_that_was_taken_away_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert findings(tmp_path) == []


def test_a_data_file_may_have_its_ending_in_capitals(tmp_path: Path) -> None:
    """As a stick or a share of another system gives it: its records are not lost, nor called unknown where others name them."""
    (write(tmp_path, PARTY.format(id="west")) / "data" / "a.toml").rename(tmp_path / "data" / "A.TOML")
    assert findings(tmp_path) == []
    assert {one.id for one in load(tmp_path).records} >= {"west", "north"}
