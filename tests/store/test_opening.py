"""A file that is no store, or no longer one, gets a sentence."""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.errors import Exit, MachineError
from tui.model import KINDS
from tui.store.examining import examine, fits
from tui.store.inputs import inputs_of
from tui.store.opening import is_store
from tui.store.patch import OldStore
from tui.store.read import Store
from tui.store.schema import VERSION


def read_all(path: Path) -> None:
    inputs_of(path)
    with Store.open(path) as store:
        for kind in KINDS:
            store.all(kind)
            store.ids(kind)
            store.count(kind)
            store.later(kind)
            store.refs_to(kind, "draft")
        store.point("draft", "1")
        store.search("fence")


def sentence(path: Path) -> str:
    with pytest.raises(MachineError) as caught:
        read_all(path)
    assert caught.value.code is Exit.MACHINE
    return str(caught.value)


def patched(path: Path, offset: int, content: bytes) -> Path:
    whole = path.read_bytes()
    path.write_bytes(whole[:offset] + content + whole[offset + len(content) :])
    return path


def test_another_database_is_not_a_store(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert sentence(tmp_path / "other.db").endswith("is not a briefing store")


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00", b"\x00" * 5000])
def test_another_file_is_not_a_store(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file.db").write_bytes(content)
    assert sentence(tmp_path / "file.db").endswith("is not a briefing store")


def test_nothing_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert sentence(tmp_path / "none.db") == f"there is no store at {tmp_path / 'none.db'}"
    assert sentence(tmp_path).startswith(f"cannot read {tmp_path}: ")
    (tmp_path / "file").touch()
    assert sentence(tmp_path / "file" / "store.db").startswith("cannot read ")


def test_a_pipe_or_a_device_is_no_store_and_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        assert sentence(path) == f"cannot read {path}: it is no plain file"
        assert not is_store(path)


def test_a_newer_format_needs_a_newer_program(harbour: Path) -> None:
    assert f"has format {VERSION + 1} and this program reads format {VERSION}: a newer program is needed" in sentence(
        patched(harbour, 60, (VERSION + 1).to_bytes(4, "big"))
    )


def test_an_older_format_is_to_be_built_again(harbour: Path) -> None:
    assert "briefing build" in sentence(patched(harbour, 60, (0).to_bytes(4, "big")))


@pytest.mark.parametrize("keep", [100, 4096, 40_000, -1])
def test_a_store_cut_short_is_damaged(harbour: Path, keep: int) -> None:
    harbour.write_bytes(harbour.read_bytes()[:keep])
    assert "is damaged" in sentence(harbour)


def damages(whole: bytes) -> Iterator[bytes]:
    """Every page lost or noise, the first in each way, and single bytes changed here and there."""
    chance = random.Random(20251209)
    for number, start in enumerate((0, 0, *range(0, len(whole), 4096))):
        junk = (b"\xff" * 4096, b"\x00" * 4096, chance.randbytes(4096))[number % 3]
        kept = 100 if start == 0 else 0
        yield whole[: start + kept] + junk[kept:] + whole[start + 4096 :]
    used = [place for place in range(100, len(whole)) if whole[place]]
    for count in (1, 3, 30, 300) * 25:
        changed = bytearray(whole)
        for place in chance.sample(used, count):
            changed[place] = chance.randrange(256)
        yield bytes(changed)


@pytest.mark.sweep
def test_no_damage_makes_a_traceback(harbour: Path) -> None:
    told = 0
    for content in damages(harbour.read_bytes()):
        harbour.write_bytes(content)
        try:
            read_all(harbour)
        except MachineError:
            told += 1
    assert told > 100


def open_files() -> list[str]:
    return sorted(path.name for path in Path("/dev/fd").iterdir())


@pytest.mark.parametrize("opening", [Store.open, lambda path: OldStore(path, ()), inputs_of, examine, fits])
def test_a_damaged_store_is_let_go_of_by_whoever_tried_to_read_it(harbour: Path, opening: Callable[[Path], object]) -> None:
    patched(harbour, 100, bytes(harbour.stat().st_size - 100))
    before = open_files()
    caught = None
    try:
        opening(harbour)
    except MachineError as error:
        caught = error  # kept, with all that it holds on to
    assert open_files() == before
    assert caught or opening is fits


def test_a_store_damaged_after_it_was_opened_has_no_twin_that_stays_open(harbour: Path) -> None:
    with Store.open(harbour) as store:
        was = harbour.stat()
        with harbour.open("r+b") as file:
            file.seek(100)
            file.write(bytes(was.st_size - 100))
        os.utime(harbour, ns=(was.st_atime_ns, was.st_mtime_ns))
        before = open_files()
        with pytest.raises(MachineError) as caught:
            store.twin()
        assert open_files() == before, caught


def test_a_store_that_lacks_a_column_says_who_made_it(harbour: Path) -> None:
    connection = sqlite3.connect(harbour)
    connection.execute("ALTER TABLE plan RENAME COLUMN how_in_words TO words")
    connection.close()
    assert "was made by another version of this program, or by another program" in sentence(harbour)


def test_a_path_with_signs_that_mean_something_in_an_address_opens(harbour: Path) -> None:
    odd = harbour.with_name("100% ?mode=rw #1 ü.db")
    harbour.rename(odd)
    with Store.open(odd) as store:
        assert store.count("plan") == 2


def test_a_store_that_nobody_may_write_opens(harbour: Path) -> None:
    harbour.chmod(0o444)
    harbour.parent.chmod(0o555)
    try:
        with Store.open(harbour) as store:
            assert store.search("fence")
    finally:
        harbour.parent.chmod(0o755)
    assert list(harbour.parent.iterdir()) == [harbour]


def test_reading_imports_nothing_heavy(harbour: Path) -> None:
    code = f"""
import sys
from collections.abc import Iterator
from pathlib import Path
from tui.store.read import Store
with Store.open(Path({str(harbour)!r})) as store:
    store.all("plan"), store.get("issue", "quay"), store.search("fence"), store.later("source")
    store.refs_to("plan", "draft")
heavy = "sqlite_utils pydantic tomli tomllib click textual rich asyncio tree_sitter platformdirs"
print(sorted({{name.split(".")[0] for name in sys.modules}} & set(heavy.split())))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
