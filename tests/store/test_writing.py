"""A store is written whole or not at all, whatever happens to who writes it."""

import itertools
import os
import random
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import FrameType

import pytest
from harbour import DIGESTS, DRAFT, MANIFEST, RECORDS

from tui.errors import MachineError
from tui.model import KINDS, Manifest, RedLine
from tui.store.read import Store
from tui.store.write import write

MANY = [*RECORDS, *(replace(DRAFT, id=f"draft-{number}") for number in range(60))]


def in_a_child(work: Callable[[], object]) -> int:
    """Run `work` in a fork of this process; it ends without a word to pytest."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return pid


def titles(path: Path) -> str:
    with Store.open(path) as store:
        for kind in KINDS:
            store.all(kind)
        return store.manifest.title


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_two_builds_of_the_same_input_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.db", "folder/two.db"):
        write(tmp_path / name, MANIFEST, MANY, DIGESTS)
    write(tmp_path / "three.db", MANIFEST, list(MANY), dict(reversed(DIGESTS.items())))
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "folder/two.db").read_bytes() == (tmp_path / "three.db").read_bytes()


def test_the_same_input_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    write(tmp_path / "one.db", MANIFEST, RECORDS, DIGESTS)
    code = f"""
import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from harbour import DIGESTS, MANIFEST, RECORDS
from tui.store.write import write
write(Path({str(tmp_path / "two.db")!r}), MANIFEST, RECORDS, DIGESTS)
"""
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONHASHSEED": "77"})
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def at_call(number: int, then: Callable[[], object]) -> Callable[[FrameType, str, object], None]:
    """Make a profiler that does something at the call of this number: how far work has come is no question of how busy the machine is."""
    calls = itertools.count()

    def seen(frame: FrameType, event: str, argument: object) -> None:
        if next(calls) == number:
            then()

    return seen


def test_killed_at_any_moment_it_loses_nothing_and_the_next_build_clears_up(tmp_path: Path) -> None:
    path, chance, rounds = tmp_path / "store.db", random.Random(9), 40
    calls = itertools.count()
    sys.setprofile(lambda *_: next(calls))
    write(path, MANIFEST, MANY, DIGESTS)
    sys.setprofile(None)
    total, littered = next(calls), 0

    def killed(new: Manifest, moment: int, delay: float) -> None:
        """Die at that call, or a moment later in whatever is done then."""
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        die = (lambda: signal.setitimer(signal.ITIMER_REAL, delay)) if delay else (lambda: os.kill(os.getpid(), signal.SIGKILL))
        sys.setprofile(at_call(moment, die))
        write(path, new, MANY, DIGESTS)
        signal.pause()

    for round_ in range(rounds):
        new, before = replace(MANIFEST, title=f"round {round_}"), titles(path)
        moment, delay = total * round_ // rounds, chance.uniform(0.0001, 0.002) if round_ % 2 else 0
        child = in_a_child(lambda new=new, moment=moment, delay=delay: killed(new, moment, delay))  # type: ignore[misc]
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == (-signal.SIGALRM if delay else -signal.SIGKILL)
        assert titles(path) in (before, new.title)
        litter = [name for name in names_in(tmp_path) if name != "store.db"]
        assert len(litter) <= 1
        littered += len(litter)
    assert littered > rounds / 2
    write(path, MANIFEST, MANY, DIGESTS)
    assert names_in(tmp_path) == ["store.db"]
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_every_table_is_strict_and_every_id_that_names_one_kind_leads_to_its_table(tmp_path: Path) -> None:
    write(tmp_path / "store.db", MANIFEST, RECORDS, DIGESTS)
    connection = sqlite3.connect(tmp_path / "store.db")
    listed = connection.execute("PRAGMA table_list")
    tables = {name: strict for _, name, type_, _, _, strict in listed if type_ == "table" and not name.startswith("sqlite_")}
    assert KINDS.keys() <= tables.keys()
    assert all(tables.values())
    for table, column, kind in (("position", "party", "party"), ("point_issues", "value", "issue"), ("point_citation", "id", "source")):
        keys = {(row[3], row[2], row[4]) for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
        assert (column, kind, "id") in keys
    needed = {row[1] for row in connection.execute("PRAGMA table_info(red_line)") if row[3]}
    assert {"id", "party", "issue", "statement"} <= needed
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        connection.execute("INSERT INTO term (id, name, text, _known) SELECT id, name, text, _known FROM term")
    connection.close()


def test_an_interrupted_build_clears_up_after_itself(tmp_path: Path) -> None:
    write(tmp_path / "store.db", MANIFEST, RECORDS, DIGESTS)
    before = (tmp_path / "store.db").read_bytes()

    def interrupt(what: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "store.db", MANIFEST, MANY, DIGESTS, interrupt)
    assert (tmp_path / "store.db").read_bytes() == before
    assert names_in(tmp_path) == ["store.db"]


def test_what_others_are_writing_is_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    child = in_a_child(lambda: time.sleep(60))
    host = os.uname().nodename
    mine = "".join(letter for letter in host if letter.isascii() and letter.isalnum())[:32]
    living, dead = (
        path.with_name(f"store.db.building-{child}-{mine}-00000000"),
        path.with_name(f"store.db.building-999999999-{mine}-00000000"),
    )
    abroad, forgotten = (path.with_name(f"store.db.building-1-elsewhere{number}-00000000") for number in (1, 2))
    other = path.with_name("other.db.building-999999999-x-00000000")
    for left in (living, dead, abroad, forgotten, other):
        left.touch()
    os.utime(forgotten, (0, 0))
    try:
        write(path, MANIFEST, RECORDS, DIGESTS)
        assert set(tmp_path.iterdir()) == {path, living, abroad, other}
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def test_builds_at_the_same_time_do_not_hurt_each_other(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    children = [
        in_a_child(lambda: [write(path, MANIFEST, MANY, DIGESTS) for _ in range(4)]),
        in_a_child(lambda: [write(path, MANIFEST, MANY, DIGESTS) for _ in range(4)]),
    ]
    failed: list[Exception] = []

    def in_a_thread() -> None:
        try:
            write(path, MANIFEST, MANY, DIGESTS)
        except MachineError as error:
            failed.append(error)

    threads = [threading.Thread(target=in_a_thread) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    assert not failed
    assert titles(path) == MANIFEST.title
    assert names_in(tmp_path) == ["store.db"]


def test_a_reader_keeps_what_it_opened_while_the_store_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    write(path, MANIFEST, MANY, DIGESTS)
    with Store.open(path) as old:
        write(path, replace(MANIFEST, title="new"), RECORDS, DIGESTS)
        assert old.count("plan") == len(old.all("plan")) == 62
        assert len(old.search("fence", limit=100).hits) > 60
        with Store.open(path) as new:
            assert (new.manifest.title, new.count("plan")) == ("new", 2)


def test_readers_opening_all_the_time_never_see_half_a_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    write(path, MANIFEST, RECORDS, DIGESTS)
    child = in_a_child(lambda: [write(path, MANIFEST, MANY if number % 2 else RECORDS, DIGESTS) for number in range(20)])
    seen = set()
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        with Store.open(path) as store:
            seen.add((store.count("plan"), len(store.all("plan"))))
    assert seen <= {(2, 2), (62, 62)}
    assert seen


def test_a_full_disk_is_a_sentence_and_leaves_the_old_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    write(path, MANIFEST, RECORDS, DIGESTS)
    before = path.read_bytes()

    def with_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
        with suppress(MachineError):
            write(path, MANIFEST, MANY, DIGESTS)
            os._exit(2)

    assert os.waitpid(in_a_child(with_little_room), 0)[1] == 0
    assert path.read_bytes() == before
    assert names_in(tmp_path) == ["store.db"]


def test_a_folder_that_cannot_be_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(MachineError, match=r"cannot write .*store\.db: "):
        write(tmp_path / "file" / "store.db", MANIFEST, RECORDS, DIGESTS)
    (tmp_path / "store.db").mkdir()
    with pytest.raises(MachineError, match=r"cannot write .*store\.db: Is a directory"):
        write(tmp_path / "store.db", MANIFEST, RECORDS, DIGESTS)
    with pytest.raises(MachineError, match="cannot write /proc/store"):
        write(Path("/proc/store"), MANIFEST, RECORDS, DIGESTS)


def test_a_reference_to_nothing_is_never_written(tmp_path: Path) -> None:
    loose = RedLine(id="loose", party="nobody", issue="quay", statement="x")
    with pytest.raises(MachineError, match="a row of red_line refers to a party that is not there"):
        write(tmp_path / "store.db", MANIFEST, [*RECORDS, loose], DIGESTS)
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o644)])
def test_others_may_read_the_store_as_the_umask_allows(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        write(tmp_path / "store.db", MANIFEST, RECORDS, DIGESTS)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "store.db").stat().st_mode) == mode


def test_progress_goes_up_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write(
        tmp_path / "store.db",
        MANIFEST,
        [*RECORDS, *(replace(DRAFT, id=f"d{n}", point=()) for n in range(1200))],
        DIGESTS,
        lambda _, done, total: told.append((done, total)),
    )
    assert told == sorted(told)
    assert told[-1] == (len(RECORDS) + 1200, len(RECORDS) + 1200)
    assert len(told) > 2


def test_the_tables_are_strict_and_the_file_says_what_it_is(harbour: Path) -> None:
    with sqlite3.connect(harbour) as connection:
        loose = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict").fetchall()
        assert {name for (name,) in loose} == {"sqlite_schema"}
        assert connection.execute("PRAGMA application_id").fetchone() == (0x42524946,)
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        keys = connection.execute("SELECT \"table\" FROM pragma_foreign_key_list('red_line')").fetchall()
        assert {name for (name,) in keys} == {"party", "issue", "file"}
    connection.close()
