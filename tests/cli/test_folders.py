"""Folders that may not be entered, belong to others, lead elsewhere, or are full: an answer or a sentence, and no file lost."""

from __future__ import annotations

import errno
import io
import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from full_disk import no_room_for

import tui
from tui.cli.delivering import deliver
from tui.cli.ending import run
from tui.cli.new import write_new
from tui.compile import files
from tui.compile.build import ready
from tui.errors import BadInput, MachineError
from tui.folders import file_address, temporary_folder
from tui.locate import find, store_beside

COMMANDS = (["check"], ["build"], ["list", "figure"], ["show", "overview"], ["paths"], ["explain", "E201"], ["--plain"])
DENIED = ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "TMPDIR", "data", ".briefing", ".")


def denying(patch: pytest.MonkeyPatch, shut: Path) -> None:
    """Let nobody look at, list, make or open what lies in a folder, as when another user shut it."""

    def guarded(of: Callable[..., object], *, itself: bool) -> Callable[..., object]:
        def call(path: object = ".", *more: object, **named: object) -> object:
            if isinstance(path, str | Path):
                full = Path(os.path.abspath(path))  # noqa: PTH100
                if shut in full.parents or (itself and full == shut):
                    if of.__name__ == "access":
                        return False
                    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return of(path, *more, **named)

        return call

    for name, itself in (("stat", False), ("lstat", False), ("scandir", True), ("listdir", True), ("mkdir", True), ("open", False)):
        patch.setattr(os, name, guarded(getattr(os, name), itself=itself))
    patch.setattr(os, "access", guarded(os.access, itself=True))
    patch.setattr(io, "open", guarded(io.open, itself=False))


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    talks = tmp_path / "talks"
    write_new(talks, "")
    for name in DENIED[:5]:
        (tmp_path / name / "x").mkdir(parents=True)
        monkeypatch.setenv(name, str(tmp_path / name / "x"))
    monkeypatch.chdir(talks)
    return talks


@pytest.mark.sweep
@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("shut", DENIED)
def test_a_folder_that_may_not_be_entered_is_no_fault_of_the_program(
    place: Path, ferry: Path, tmp_path: Path, shut: str, named: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ferry.parent, place / ".briefing")  # as it was built of the same
    for command in COMMANDS:
        with pytest.MonkeyPatch.context() as patch:
            denying(patch, tmp_path / shut if shut.isupper() else Path(os.path.normpath(place / shut)))
            code = run([*(["--briefing", str(place)] if named else []), *command])
        told = capsys.readouterr()
        assert "fault of its own" not in told.err, told.err
        assert code in ((0, 1, 2, 3) if shut in (".", "data") else (0,)), (command, told.err)


def test_a_folder_to_pull_into_that_may_not_be_looked_into_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "readers").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        denying(patch, tmp_path / "readers")
        assert run(["pull", "--into", str(tmp_path / "readers"), tmp_path.as_uri()]) == 3
    assert f"cannot look into {tmp_path / 'readers'}: Permission denied" in capsys.readouterr().err


def test_the_file_system_is_asked_in_one_place() -> None:
    question = re.compile(r"\w+\.(?:exists|is_dir|is_file|is_symlink|is_mount|isdir|isfile|expanduser)\b")
    asked = {path.name: found for path in Path(tui.__file__).parent.rglob("*.py") if (found := question.findall(path.read_text()))}
    assert asked.pop("folders.py") == ["path.expanduser", "Path.expanduser"], "the second one in the reason why not"
    assert asked == {"new.py": ["entry.is_dir"], "origin.py": ["entry.is_dir"]}, "of what a folder has just listed"


def test_a_path_becomes_an_address_without_loading_what_fetches_from_the_web() -> None:
    for name in ("/plain/store.db", "/a b/50 %?/#1&c.db", "/Київ/\udcff.db", "below", "//two"):
        assert file_address(Path(name)) == Path(name).absolute().as_uri()
    asking = [path.name for path in Path(tui.__file__).parent.rglob("*.py") if ".as_uri(" in path.read_text()]
    assert not asking, "from Python 3.14 on, as_uri loads urllib.request, and that http, email and tempfile"


def test_the_home_of_nobody_is_a_name_like_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["trust", "~nobody-of-this-name/key.pub"]) == 2
    assert capsys.readouterr().err == "briefing: cannot read the key ~nobody-of-this-name/key.pub: No such file or directory\n"


def test_a_key_is_not_waited_for_at_a_pipe_to_which_nobody_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "key.pub")
    assert run(["trust", str(tmp_path / "key.pub")]) == 2
    assert "key.pub: it is no plain file" in capsys.readouterr().err


def test_a_manifest_that_somebody_else_put_above_is_taken_only_when_named(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = place / "data" / "deep"
    deep.mkdir()
    assert find(start=deep) == place / "briefing.toml"
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    if os.getuid() == 0:  # what is root's is trusted: here it is to be a stranger's
        for path in (place, place / "briefing.toml"):
            os.chown(path, 4711, 4711)
    with pytest.raises(BadInput, match=r"belongs to somebody else.*--briefing"):
        find(start=deep)
    assert find(place) == place / "briefing.toml"


def test_a_link_in_the_place_of_the_store_s_folder_is_not_followed(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    store_beside(place / "briefing.toml").parent.symlink_to(elsewhere)
    assert run(["build"]) == 0
    assert list(elsewhere.iterdir()) == []
    assert "is a link, so the store is" in capsys.readouterr().err


def test_a_store_of_a_stranger_beside_the_sources_is_not_taken_for_what_they_say(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names the sources as they are, so that only its owner tells it from ours."""
    run(["build"])
    store = store_beside(place / "briefing.toml")
    with sqlite3.connect(store) as forged:
        forged.execute("UPDATE party SET short = 'Nobody said this'")
    forged.close()
    real = os.stat, os.lstat
    mine, theirs = os.geteuid() + 7, 4711  # nobody here is root
    owners = {place / "briefing.toml": mine, store: theirs}

    def told(ask: Callable[..., os.stat_result]) -> Callable[..., os.stat_result]:
        def call(path: object, *more: object, **named: object) -> os.stat_result:
            found = ask(path, *more, **named)
            owner = owners.get(Path(path)) if isinstance(path, str | Path) else None
            return found if owner is None else os.stat_result((*found[:4], owner, *found[5:]))

        return call

    for name, ask in zip(("stat", "lstat"), real, strict=True):
        monkeypatch.setattr(os, name, told(ask))
    monkeypatch.setattr(os, "geteuid", lambda: mine)
    capsys.readouterr()
    for owners[store], forged_is_shown in ((theirs, False), (mine, True), (0, True)):
        assert run(["list", "party"]) == 0
        assert ("Nobody said this" in capsys.readouterr().out) is forged_is_shown
    owners[place / "briefing.toml"] = owners[store] = theirs
    assert run(["--briefing", str(place), "list", "party"]) == 0
    assert "Nobody said this" in capsys.readouterr().out


@pytest.mark.parametrize("data", ["/", "..", "../..", "."])
def test_a_data_folder_above_the_manifest_is_refused(place: Path, data: str, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = place / "briefing.toml"
    text = manifest.read_text()
    assert 'data = "data"' in text or "data =" not in text
    manifest.write_text(f'data = "{data}"\n' + text.replace('data = "data"', ""))
    code = run(["check"])
    assert (code, "is above this manifest" in capsys.readouterr().out) == ((1, True) if data != "." else (0, False))


def test_a_link_that_leads_to_far_more_files_than_a_briefing_has_is_told(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(files, "_MOST_ENTRIES", 5)
    assert run(["check"]) == 1
    assert "holds more than 5 files" in capsys.readouterr().out
    assert run(["build"]) == 1


def test_a_build_beside_the_manifest_is_made_there_once_it_can_be(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beside = store_beside(place / "briefing.toml")
    with pytest.MonkeyPatch.context() as patch:
        denying(patch, place / ".briefing")
        assert run(["build"]) == 0
    assert "cannot be written, so the store is" in capsys.readouterr().err
    assert not beside.exists()
    assert run(["build"]) == 0
    assert beside.exists()
    assert capsys.readouterr().err == ""


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let the disk be full from when it is called."""

    def fill() -> None:
        def sync(_: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "fsync", sync)

    return fill


@pytest.mark.parametrize("made", ["new text", b"new bytes", {"one.csv": "new"}])
def test_an_export_to_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, full: Callable[[], None], made: str) -> None:
    out = tmp_path / "out"
    old = out / "one.csv" if isinstance(made, dict) else out
    old.parent.mkdir(exist_ok=True)
    old.write_text("old")
    old.chmod(0o640)
    deliver(made, str(out))
    assert "new" in old.read_text()
    assert old.stat().st_mode & 0o777 == 0o640
    old.write_text("old")
    full()
    with pytest.raises(MachineError, match="No space left"):
        deliver(made, str(out))
    assert old.read_text() == "old"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [old]


def test_a_pipe_and_a_link_are_written_to_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    deliver("new", str(tmp_path / "link"))
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"
    deliver("new", os.devnull)
    assert Path(os.devnull).is_char_device()


def test_a_stale_store_on_a_full_disk_is_shown_with_a_sentence(
    place: Path, full: Callable[[], None], capsys: pytest.CaptureFixture[str]
) -> None:
    ready(place)
    with (place / "briefing.toml").open("a") as file:
        file.write("\n# changed\n")
    full()
    assert run(["list", "party"]) == 0
    told = capsys.readouterr()
    assert told.out
    assert "may be out of date" in told.err


def test_a_temporary_folder_says_which_file_found_no_room_and_is_gone_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    full = rf"cannot work with {tmp_path}/briefing-\w+: File too large"
    with pytest.raises(MachineError, match=full), temporary_folder() as folder, no_room_for(10):
        (folder / "store").write_bytes(b"x" * 100)
    with pytest.raises(MachineError, match=r"cannot work with .*/nothing: No such file"), temporary_folder() as folder:
        (folder / "nothing").chmod(0o644)
    assert list(tmp_path.iterdir()) == []
