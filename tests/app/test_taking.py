"""Taking a view along as a file, and opening its source in an editor."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from session import BRIEFING, Session, environment

from tui.app.editing import command, editable
from tui.app.place import Place
from tui.app.writing import made, proposed, write_new
from tui.cli.new import write_new as write_template
from tui.errors import BadInput, MachineError
from tui.model import Where
from tui.origin import Sources
from tui.render.formats import export
from tui.store.read import Store
from tui.views import TABS
from tui.views.signs import MARKS
from tui.views.subject import pane_at

WHERE = Where("data/a.toml", 12, 3)


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """A briefing of the reader's own, as `briefing new` writes it."""
    folder = tmp_path / "talks"
    folder.mkdir()
    write_template(folder, None)
    return folder


@pytest.fixture
def editor(tmp_path: Path) -> Callable[[str], str]:
    """An editor that notes how it was called and then does this with the file that it is given last."""

    def make(does: str) -> str:
        path = tmp_path / "my editor"
        path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/called"\nfor file; do :; done\n{does}\n')
        path.chmod(0o755)
        return f"'{path}' -x"

    return make


def launch(talks: Path, address: str, **env: str | None) -> Session:
    command = [*BRIEFING, "--briefing", str(talks), "open", address]
    return Session(command, columns=100, lines=30, cwd=talks.parent, env=environment(**env))


def test_a_view_goes_into_a_new_file_whole_and_with_who_said_it(shipped: Path, tmp_path: Path) -> None:
    with Session([*BRIEFING, "--briefing", str(shipped), "open", "red-lines/ua-army"], cwd=tmp_path) as session:
        session.until("Firmness")
        session.press("e")
        session.until("write to: red-lines-ua-army.txt")
        session.press("enter")
        session.until("Written to")
        text = (tmp_path / "red-lines-ua-army.txt").read_text()
        for told in ("Talks on ending the war", "24 Dec 2025", "TLP:CLEAR", "red-lines/ua-army", "https://"):
            assert told in text
        assert text.count("|") > 20, "the whole list, not only the lines on the screen"
        assert max(map(len, text.split("\n"))) <= 200
        assert stat.S_IMODE((tmp_path / "red-lines-ua-army.txt").stat().st_mode) & 0o600 == 0o600


def test_a_file_that_is_there_is_never_overwritten(shipped: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("dear to me")
    with Session([*BRIEFING, "--briefing", str(shipped), "open"], cwd=tmp_path) as session:
        session.until("What divides")
        session.press("e", "\x15", *"mine.txt", "enter")
        session.until("is not overwritten")
        session.press("e", "\x15", *"no/such/folder.txt", "enter")
        session.until("Not written: cannot write")
        session.press("e", "esc")
        session.press("Q")
        assert session.wait() == 0
    assert (tmp_path / "mine.txt").read_text() == "dear to me"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".txt"] == ["mine.txt"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("compare/us-28+e3/territory", "compare-us-28+e3-territory.txt"),
        ("../../etc/passwd", "etc-passwd.txt"),
        ("\x1b]0;x\x07", "0-x.txt"),
        ("-rf", "rf.txt"),
        ("", "briefing.txt"),
    ],
)
def test_a_proposed_name_is_plain_and_stays_in_the_folder(tmp_path: Path, address: str, name: str) -> None:
    assert proposed(address, tmp_path) == name


def test_a_second_file_of_a_place_gets_another_name(tmp_path: Path) -> None:
    (tmp_path / "parties.txt").touch()
    assert proposed("parties", tmp_path) == "parties-2.txt"


def test_a_name_is_proposed_for_the_longest_address_and_in_a_folder_that_is_gone(tmp_path: Path) -> None:
    assert len(proposed("a" * 1000, tmp_path)) < 255
    assert proposed("parties", tmp_path / ("a" * 1000)) == "parties.txt"


@pytest.mark.parametrize("name", ["a\x1b[2Jb", "a\u202eb", "a\0b"])
def test_a_name_that_would_act_on_a_terminal_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput):
        write_new(str(tmp_path / name), "text")


def test_a_link_is_not_followed_to_a_file_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BadInput):
        write_new(str(tmp_path / "link"), "text")
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises((BadInput, MachineError)):
        write_new(str(tmp_path), "text")


def test_the_source_opens_at_its_line_and_the_place_shows_what_was_written(talks: Path, editor: Callable[[str], str]) -> None:
    does = editor('sed -i "s/Arden/Ardenia/" "$file"')
    with launch(talks, "parties/arden", EDITOR=does, VISUAL=None) as session:
        session.until("Arden")
        session.press("E")
        session.until("Ardenia")
        called = (talks.parent / "called").read_text().split("\n")
        assert called[0] == "-x"
        line, path = called[1], Path(called[2])
        assert path.is_relative_to(talks)
        assert "[[party]]" in path.read_text().split("\n")[int(line.removeprefix("+")) - 1]
        assert "2 Parties" in session.text()
        session.press("Q")
        assert session.wait() == 0


def test_an_edit_that_breaks_something_is_told_and_the_place_stays(talks: Path, editor: Callable[[str], str]) -> None:
    with launch(talks, "parties/arden", EDITOR=editor('printf "\\nnonsense = 1\\n" >> "$file"'), VISUAL=None) as session:
        session.until("Arden")
        session.press("E")
        session.until("unknown key `nonsense`")
        session.until("Mend")
        assert "1 error since" in session.text()
        session.press("E")
        assert (talks.parent / "called").read_text().split("\n")[1].startswith("+"), "the line at fault is opened"
        session.press("q", "q")
        session.until("Arden")
        session.press("Q")
        assert session.wait() == 0


def test_an_editor_that_changes_nothing_leaves_everything(talks: Path, editor: Callable[[str], str]) -> None:
    with launch(talks, "parties", EDITOR=editor("true"), VISUAL=None) as session:
        session.until("Arden")
        session.press("j", "/", *"bell", "enter")
        session.until("1 match")
        session.press("E")
        session.until("1 match")
        session.press("Q", "Q")
        assert session.wait() == 0


def test_after_two_edits_all_else_still_works(talks: Path, editor: Callable[[str], str]) -> None:
    with launch(talks, "parties", EDITOR=editor('echo "# $1" >> "$file"'), VISUAL=None) as session:
        session.until("Arden")
        for _ in range(2):
            session.press("E")
            session.until("Arden")
        session.press("F", *"bell")
        session.until("bell")
        session.press("esc", "esc", "5")
        session.until("Compare")
        session.press("Q")
        assert session.wait() == 0


def test_an_interrupt_and_a_stop_are_the_editors_while_it_runs(talks: Path, editor: Callable[[str], str]) -> None:
    with launch(
        talks, "parties", EDITOR=editor('trap "echo interrupted" INT; echo; echo editing; read line; echo still; read line'), VISUAL=None
    ) as session:
        session.until("Arden")
        session.press("E")
        session.until("editing")
        session.press("\x03")
        session.until("interrupted")
        session.until("still")
        session.press("\x1a")
        session.press("enter")
        session.press("1")
        session.until("What divides")
        session.press("Q")
        assert session.wait() == 0


def test_without_an_editor_or_a_source_it_says_so(talks: Path, shipped: Path) -> None:
    with launch(talks, "parties", EDITOR=None, VISUAL=None) as session:
        session.until("Arden")
        session.press("E")
        session.until("Set EDITOR to open data/")
    with launch(talks, "parties", EDITOR="no-such-editor", VISUAL=None) as session:
        session.until("Arden")
        session.press("E")
        session.until("which is not there")
    with Session([*BRIEFING, "--briefing", str(shipped), "open", "parties"], env=environment(EDITOR="vi")) as session:
        session.until("Must ratify")
        session.press("E")
        session.until("not at hand")


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("vi", ["+12", "FILE"]),
        ("vi -u NONE", ["-u", "NONE", "+12", "FILE"]),
        ("code --new-window", ["--new-window", "--wait", "--goto", "FILE:12:3"]),
        ("hx", ["FILE:12:3"]),
        ("ed", ["FILE"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, words: list[str]) -> None:
    program = tmp_path / named.split()[0]
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "-a $(touch x).toml"
    assert command({"EDITOR": named}, path, WHERE) == [str(program), *(word.replace("FILE", str(path)) for word in words)]


def test_visual_comes_before_editor_and_no_shell_reads_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert command({"VISUAL": "one '$(reboot); x'", "EDITOR": "two"}, tmp_path, WHERE)[:2] == [str(tmp_path / "one"), "$(reboot); x"]
    with pytest.raises(BadInput):
        command({"EDITOR": "one '"}, tmp_path, WHERE)


def test_what_is_gone_or_another_s_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="not there any more"):
        editable(Sources(tmp_path, lambda: tmp_path), WHERE)
    with pytest.raises(BadInput, match="not at hand"):
        editable(None, WHERE)


@pytest.mark.parametrize("ending", ["md", "html", "docx", "csv", "xlsx", "json"])
def test_a_pane_is_written_as_export_makes_it(ferry: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1936000000")
    with Store.open(ferry) as store:
        place = Place(TABS["parties"].load().pane(store, ""))
        told = made(store, place, f"talks.{ending}", rows=True, detail=True)
        assert told == export(store, store.files(), ending, "parties")


def test_a_page_that_is_a_part_is_written_as_export_makes_it(ferry: Path) -> None:
    with Store.open(ferry) as store:
        place = Place(pane_at(store, "sums"))
        place.load()
        assert made(store, place, "sums.csv", rows=False, detail=True) == export(store, store.files(), "csv", "sums")


def test_a_page_is_written_as_a_document_and_is_no_grid(ferry: Path) -> None:
    with Store.open(ferry) as store:
        place = Place(pane_at(store, "brief"))
        assert "To ask" in str(made(store, place, "brief.html", rows=False, detail=True))
        with pytest.raises(BadInput, match="no grid"):
            made(store, place, "brief.xlsx", rows=False, detail=True)


def test_a_text_explains_the_signs_of_its_list_and_a_grid_begins_with_the_mark_of_utf_8(ferry: Path, tmp_path: Path) -> None:
    with Store.open(ferry) as store:
        place = Place(TABS["compare"].load().pane(store, ""))
        place.load()
        text = str(made(store, place, "compare.txt", rows=True, detail=False))
        assert [one.word for one in MARKS if one.means not in " ".join(text.split())] == []
        path = write_new(str(tmp_path / "compare.csv"), made(store, place, "compare.csv", rows=True, detail=False))
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
