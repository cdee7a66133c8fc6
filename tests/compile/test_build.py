"""Load, check, write; when a store is stale, and where it goes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest
from full_disk import no_room_for

from tui import locate
from tui.compile import build as building
from tui.compile.build import build, check, ready, stale
from tui.compile.loading import load
from tui.errors import BadInput, MachineError
from tui.findings import HasFindings
from tui.locate import store_beside
from tui.model import KINDS, Term
from tui.store.read import Store

MANIFEST = """
title = "The harbour talks"
as_of = "2030-06-01"
handling = "public"
desk = "harbour desk"
data = "data"
"""
SOURCES = """
[[source]]
id = "gazette"
title = "Talks go on"
type = "news"
date = "2030-05-01"
address = "https://example.org/gazette"
"""
TERMS = """
[[term]]
id = "fence"
name = "fence"
text = "A row of posts."
sources = ["gazette"]
mode = "reported"
said_by = "the gazette"
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path))
    return Path(platformdirs.user_cache_path("briefing"))


@pytest.fixture
def manifest(tmp_path: Path, cache: Path) -> Path:
    folder = tmp_path / "talks"
    (folder / "data").mkdir(parents=True)
    (folder / "briefing.toml").write_text(MANIFEST, encoding="utf-8")
    (folder / "data" / "sources.toml").write_text(SOURCES, encoding="utf-8")
    (folder / "data" / "terms.toml").write_text(TERMS, encoding="utf-8")
    return folder / "briefing.toml"


@pytest.fixture
def no_room_beside(manifest: Path) -> Path:
    """A manifest at whose side no folder can be made: a file is in its place, so that this holds for root too."""
    (manifest.parent / ".briefing").touch()
    return manifest


@pytest.fixture
def no_room_at_all(no_room_beside: Path, cache: Path) -> Iterator[Path]:
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.touch()
    yield no_room_beside
    for store in building._PRIVATE.values():
        shutil.rmtree(store.parent)
    building._PRIVATE.clear()


def meaning(store: Path) -> str:
    with Store.open(store) as opened:
        term = opened.get("term", "fence")
        assert isinstance(term, Term)
        return term.text


def change(manifest: Path, text: str = "Planks.") -> None:
    (manifest.parent / "data" / "terms.toml").write_text(TERMS.replace("A row of posts.", text), encoding="utf-8")


def test_the_invented_briefing_is_well(manifest: Path) -> None:
    assert [finding for finding in check(manifest) if finding.severity == "error"] == []


def test_a_store_is_built_beside_the_manifest_and_hidden_from_git(manifest: Path) -> None:
    built = build(manifest)
    assert built.path == manifest.parent / ".briefing" / "store.db"
    assert (built.counts["term"], built.counts["source"]) == (1, 1)
    assert meaning(built.path) == "A row of posts."
    assert (built.path.parent / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_full_disk_leaves_no_half_of_what_hides_the_store_from_git(manifest: Path) -> None:
    with no_room_for(0), pytest.raises(MachineError, match="cannot write"):
        build(manifest)
    assert (build(manifest).path.parent / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_errors_prevent_a_build_and_are_all_told(manifest: Path) -> None:
    (manifest.parent / "data" / "sources.toml").write_text('[[source]]\nid = "gazette"\n', encoding="utf-8")
    (manifest.parent / "data" / "terms.toml").write_text("[[term\n", encoding="utf-8")
    with pytest.raises(HasFindings) as caught:
        build(manifest)
    assert {Path(finding.where.path).name for finding in caught.value.findings} == {"sources.toml", "terms.toml"}
    assert not store_beside(manifest).exists()


def test_an_old_store_stays_when_the_sources_have_errors_but_is_not_given_out(manifest: Path) -> None:
    before = build(manifest).path.read_bytes()
    (manifest.parent / "data" / "terms.toml").write_text("[[term\n", encoding="utf-8")
    with pytest.raises(HasFindings):
        ready(manifest)
    assert store_beside(manifest).read_bytes() == before


@pytest.mark.parametrize("form", ["folder", "manifest", "store"])
def test_a_fresh_store_is_given_for_a_folder_a_manifest_or_the_store_itself(manifest: Path, form: str) -> None:
    named = {"folder": manifest.parent, "manifest": manifest, "store": store_beside(manifest)}[form]
    if form == "store":
        build(manifest)
        change(manifest)
    assert ready(named) == store_beside(manifest)
    assert meaning(ready(named)) == ("Planks." if form == "store" else "A row of posts.")


def written(store: Path) -> tuple[int, int]:
    """Which file it is, and when it was written last; that it is read changes nothing here."""
    told = store.stat()
    return told.st_ino, told.st_mtime_ns


def test_a_fresh_store_is_not_built_again(manifest: Path) -> None:
    store = ready(manifest)
    before = written(store)
    assert ready(manifest) == ready(store) == ready(manifest.parent) == store
    assert written(store) == before


def test_what_makes_a_store_stale(manifest: Path) -> None:
    data = manifest.parent / "data"
    store = build(manifest).path

    def is_stale() -> bool:
        before = stale(manifest, store)
        build(manifest)
        assert not stale(manifest, store)
        return before

    assert not is_stale()
    (data / "new").mkdir()
    (data / "new" / "more.toml").write_text(TERMS.replace("fence", "post"), encoding="utf-8")
    assert is_stale(), "a file more"
    (data / "new" / "more.toml").rename(data / "moved.toml")
    assert is_stale(), "a file renamed"
    (data / "moved.toml").unlink()
    assert is_stale(), "a file less"
    change(manifest, "A row of pots.")
    assert is_stale(), "a letter less"
    times = (data / "terms.toml").stat()
    change(manifest, "A row of pits.")
    os.utime(data / "terms.toml", ns=(times.st_atime_ns, times.st_mtime_ns))
    assert is_stale(), "another letter, of the same size and time"
    manifest.write_text(MANIFEST + 'subtitle = "more"\n', encoding="utf-8")
    assert is_stale(), "another manifest"
    data.rename(manifest.parent / "elsewhere")
    assert stale(manifest, store), "no data"
    manifest.write_text(MANIFEST.replace('"data"', '"elsewhere"'), encoding="utf-8")
    assert is_stale(), "data in another folder"
    (manifest.parent / "elsewhere" / "notes.txt").touch()
    (manifest.parent / "elsewhere" / ".#terms.toml").touch()
    assert not is_stale(), "files that are no data"


def test_a_store_of_another_program_is_stale(manifest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = build(manifest).path
    monkeypatch.setattr(building, "program", lambda: "9.9.9 abc")
    assert stale(manifest, store)


@pytest.mark.parametrize("content", [b"", b"not a store", b"SQLite format 3\x00" + b"\x00" * 5000, None])
def test_what_cannot_be_read_is_built_again_when_the_sources_are_there(manifest: Path, content: bytes | None) -> None:
    store = build(manifest).path
    store.write_bytes(store.read_bytes()[:5000] if content is None else content)
    assert meaning(ready(store)) == "A row of posts."


def test_what_cannot_be_read_is_told_when_the_sources_are_not_there(manifest: Path, tmp_path: Path) -> None:
    lone = tmp_path / "lone.db"
    shutil.copy(build(manifest).path, lone)
    assert ready(lone) == lone
    lone.write_bytes(lone.read_bytes()[:5000])
    with pytest.raises(MachineError, match="is damaged"):
        Store.open(ready(lone))


def test_a_byte_that_went_wrong_in_a_text_is_mended_by_a_build_of_the_whole(manifest: Path) -> None:
    store = build(manifest).path
    store.write_bytes(store.read_bytes().replace(b"A row of posts.", b"A row of po\xffts."))
    with pytest.raises(MachineError, match="briefing build --whole"):
        meaning(store)
    build(manifest, whole=True)
    assert meaning(store) == "A row of posts."


def test_a_named_file_is_written_when_nothing_but_a_store_is_lost(manifest: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "my.db"
    assert build(manifest, out).path == out
    assert build(manifest, out).path == out
    assert not store_beside(manifest).exists()
    (tmp_path / "link.db").symlink_to(out)
    assert build(manifest, tmp_path / "link.db").path == out
    for precious in (tmp_path / "thesis.txt", manifest):
        precious.write_text("years of work", encoding="utf-8")
        with pytest.raises(BadInput, match="is not a briefing store, so it is not overwritten"):
            build(manifest, precious)
        assert precious.read_text(encoding="utf-8") == "years of work"
    with pytest.raises(BadInput, match="is a folder"):
        build(manifest, tmp_path)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(MachineError, match="cannot write"):
        build(manifest, tmp_path / "loop")


def test_without_room_beside_it_goes_to_the_cache(no_room_beside: Path, cache: Path) -> None:
    store = ready(no_room_beside)
    assert store.is_relative_to(cache)
    before = written(store)
    assert ready(no_room_beside) == store
    assert written(store) == before
    change(no_room_beside)
    assert meaning(ready(no_room_beside)) == "Planks."


def test_two_briefings_in_the_cache_do_not_meet(no_room_beside: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(no_room_beside.parent, other)
    change(other / "briefing.toml")
    assert (meaning(ready(no_room_beside)), meaning(ready(other))) == ("A row of posts.", "Planks.")
    assert meaning(ready(no_room_beside)) == "A row of posts."


def test_an_installed_briefing_leaves_its_folder_alone(manifest: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locate, "_INSTALLED", manifest)
    assert ready(manifest).is_relative_to(cache)
    assert sorted(path.name for path in manifest.parent.iterdir()) == ["briefing.toml", "data"]


def test_without_room_anywhere_it_is_built_once_for_this_process(no_room_at_all: Path, cache: Path) -> None:
    store = ready(no_room_at_all)
    before = written(store)
    assert not store.is_relative_to(cache)
    assert store.parent.stat().st_mode & 0o077 == 0
    assert ready(no_room_at_all) == store
    assert written(store) == before


def test_a_store_of_this_process_alone_is_gone_when_it_ends(no_room_at_all: Path) -> None:
    code = f"""
from pathlib import Path
from tui.compile.build import ready
store = ready(Path({str(no_room_at_all)!r}))
assert store.exists()
print(store)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not Path(done.stdout.strip()).parent.exists()


def test_without_even_a_temporary_folder_it_is_a_sentence(no_room_at_all: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(no_room_at_all))
    with pytest.raises(MachineError, match="there is no place where the store could be written"):
        ready(no_room_at_all)


def test_a_user_without_a_home_gets_no_folder_called_tilde(no_room_beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda _: Path("~/.cache/briefing"))
    assert all(store.is_absolute() for store in building.stores_of(no_room_beside))


def test_progress_is_told(manifest: Path) -> None:
    told: list[str] = []
    build(manifest, progress=lambda what, _done, _total: told.append(what))
    assert list(dict.fromkeys(told)) == ["reading", "writing"]


def test_a_fresh_store_is_had_without_importing_what_builds_it(manifest: Path) -> None:
    ready(manifest)
    code = f"""
import sys
from pathlib import Path
from tui.compile.build import ready
ready(Path({str(manifest)!r}))
heavy = "sqlite_utils pydantic tomli tomllib click textual rich asyncio tree_sitter platformdirs tempfile shutil"
print(sorted({{name.split(".")[0] for name in sys.modules}} & set(heavy.split())))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.sweep
def test_the_shipped_briefing_comes_back_as_it_was_loaded(tmp_path: Path) -> None:
    loaded = load(locate.shipped())
    with Store.open(build(locate.shipped(), tmp_path / "store.db").path, "9999-12-31") as store:
        assert store.manifest == loaded.manifest
        for kind in KINDS:
            assert [(record, record.where) for record in store.all(kind)] == [
                (record, record.where) for record in loaded.records if record.kind == kind
            ]
