"""Publishing into a folder: what may go there, what stays there, and what a reader sees meanwhile."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from commanded import Said, commanded
from desk import SECOND, Desk, desk_in, key
from forked import run
from session import BRIEFING, Session, environment

from tui.travel.edition import Edition, parted, read_edition


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_in(tmp_path)


@pytest.fixture
def web(tmp_path: Path) -> Path:
    return tmp_path / "web"


def edition(web: Path) -> Edition:
    return read_edition(parted((web / "edition.signed").read_bytes())[0])


def stores(web: Path) -> set[str]:
    return {path.name for path in web.glob("*.db.gz")}


def test_a_publication_is_a_store_an_edition_and_a_ceiling_and_nothing_else(desk: Desk, web: Path) -> None:
    said = desk.publish(web)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"{web}: version 1 as of 20 May 2031, ")
    now = edition(web)
    assert {path.name for path in web.iterdir()} == {"edition.signed", "ceiling", now.now.file}
    assert (now.title, now.now.handling, now.now.as_of, now.now.format) == ("The herring talks", "TLP:GREEN", "2031-05-20", 1)
    assert (web / now.now.file).stat().st_size == now.now.packed
    assert all(path.stat().st_mode & 0o444 == 0o444 for path in web.iterdir())  # who serves it may be another account


def test_publishing_the_same_again_does_nothing(desk: Desk, web: Path) -> None:
    desk.publish(web)
    before = (web / "edition.signed").read_bytes()
    said = desk.publish(web)
    assert (said.code, said.out) == (0, f"{web}: version 1 as of 20 May 2031 stands already, and nothing has changed since\n")
    assert (web / "edition.signed").read_bytes() == before


def test_what_fails_the_check_is_not_published(desk: Desk, web: Path) -> None:
    desk.publish(web)
    before = (web / "edition.signed").read_bytes()
    data = desk.folder / "data" / "all.toml"
    data.write_text(data.read_text().replace('party = "north"', 'party = "nobody"'))
    said = desk.publish(web)
    assert (said.code, said.out) == (1, "")
    assert "error" in said.err
    assert (web / "edition.signed").read_bytes() == before


def test_what_is_above_the_ceiling_is_not_published(desk: Desk, web: Path) -> None:
    desk.handling = "TLP:AMBER"
    desk.write()
    said = desk.publish(web)
    assert (said.code, said.out) == (1, "")
    assert f"the briefing is marked TLP:AMBER, and {web} takes TLP:GREEN and nothing above" in said.err
    assert not web.exists()


def test_the_ceiling_is_said_once_and_kept_at_the_destination(desk: Desk, web: Path) -> None:
    said = desk.publish(web, ceiling=False)
    assert (said.code, "say by --ceiling" in said.err) == (2, True)
    assert desk.publish(web).code == 0
    assert desk.publish(web, ceiling=False, text="The catch is open.").code == 0
    desk.handling = "TLP:RED"
    desk.write()
    assert desk.publish(web, "--ceiling", "TLP:RED", ceiling=False).code == 1  # a wish does not lift what stands there
    (web / "ceiling").write_text("TLP:RED\n")
    assert desk.publish(web, ceiling=False).code == 0


def test_a_wish_may_be_lower_than_the_ceiling_that_is_kept(desk: Desk, web: Path) -> None:
    desk.publish(web)
    said = desk.publish(web, "--ceiling", "TLP:CLEAR", ceiling=False, text="The catch is open.")
    assert (said.code, "the ceiling that was asked for takes TLP:CLEAR" in said.err) == (1, True)


def test_old_versions_are_kept_as_many_as_were_asked_for(desk: Desk, web: Path) -> None:
    for number in range(4):
        assert desk.publish(web, "--keep", "2", text=f"The catch is {number} tonnes.").code == 0
    now = edition(web)
    assert [one.version for one in now.versions] == [4, 3, 2]
    assert stores(web) == {one.file for one in now.versions}


def test_a_desk_goes_back_to_a_version_that_is_kept(desk: Desk, web: Path) -> None:
    for day, text in (("2031-05-20", "The catch is right."), ("2031-05-21", "The catch is wrong.")):
        desk.day = day
        assert desk.publish(web, text=text).code == 0
    assert commanded("trust", f"{desk.key}.pub").code == 0
    address = web.as_uri()
    commanded("pull", address)
    said = desk.publish(web, "--back-to", "1")
    assert (said.code, said.out.split(",")[0]) == (0, f"{web}: version 3 as of 20 May 2031")
    assert edition(web).takes_back
    assert commanded("pull", address).out == f"{address}/: Version 3 as of 20 May 2031 has come\n"
    assert "The catch is right." in commanded("--briefing", address, "show", "plan/one/1", "--plain").out
    assert "keeps 2" in desk.publish(web, "--back-to", "7").err
    stands = read_edition(parted((web / "edition.signed").read_bytes())[0])
    (web / stands.earlier[0].file).write_bytes(b"")
    said = desk.publish(web, "--back-to", str(stands.earlier[0].version))
    assert (said.code, said.out, "lies at" in said.err) == (2, "", True)
    assert (web / "edition.signed").read_bytes().startswith(stands.text())


def test_an_older_day_is_published_only_where_it_is_meant(desk: Desk, web: Path) -> None:
    desk.publish(web)
    desk.day = "2031-05-02"
    said = desk.publish(web, text="The catch is open.")
    assert (said.code, "unless --takes-back says that it is meant" in said.err) == (1, True)
    assert desk.publish(web, "--takes-back").code == 0


def test_what_a_stranger_put_there_is_not_continued(desk: Desk, web: Path, tmp_path: Path) -> None:
    """Or the desk would sign the stranger's list of earlier versions."""
    stranger = Desk(desk.folder, key(tmp_path, "stranger"))
    stranger.publish(web)
    said = desk.publish(web, text="The catch is open.")
    assert (said.code, "is not continued" in said.err, "--anew begins another series" in said.err) == (1, True, True)
    series = edition(web).series
    assert desk.publish(web, "--anew").code == 0
    assert edition(web).series != series
    assert not edition(web).earlier


def test_what_a_desk_that_was_killed_left_goes_also_when_it_publishes_something_else(desk: Desk, web: Path) -> None:
    desk.publish(web)
    (web / f".{'a' * 64}.db.gz.part").write_bytes(b"half of a store")
    assert desk.publish(web, text="The catch is open.").code == 0
    assert not [path for path in web.iterdir() if path.name.endswith(".part")]


def test_a_store_that_a_killed_desk_left_whole_goes_when_it_publishes_something_else(desk: Desk, web: Path) -> None:
    desk.publish(web)
    (web / f"{'0' * 64}.db.gz").write_bytes(b"a store whose edition never came")
    (web / "mine.db.gz").write_bytes(b"somebody else's")
    assert desk.publish(web, text=SECOND).code == 0
    assert stores(web) == {"mine.db.gz", *(one.file for one in edition(web).versions)}


def test_what_finds_no_room_for_its_edition_leaves_the_destination_as_it_was(desk: Desk, web: Path) -> None:
    in_the_way = web / ".edition.signed.part"
    in_the_way.mkdir(parents=True)  # nothing can be written there
    assert "cannot write to" in desk.publish(web).err
    assert list(web.iterdir()) == [in_the_way]
    in_the_way.rmdir()
    assert desk.publish(web).code == 0
    before = {path.name: path.read_bytes() for path in web.iterdir()}
    in_the_way.mkdir()
    assert desk.publish(web, text=SECOND).code == 3
    assert {path.name: path.read_bytes() for path in web.iterdir() if path != in_the_way} == before


def test_a_second_author_goes_on_where_the_desk_trusts_the_first(desk: Desk, web: Path, tmp_path: Path) -> None:
    desk.publish(web)
    second = Desk(desk.folder, key(tmp_path, "second"))
    assert second.publish(web, text="The catch is open.").code == 1
    assert commanded("trust", f"{desk.key}.pub").code == 0
    assert second.publish(web).code == 0
    assert [one.version for one in edition(web).versions] == [2, 1]


def test_an_unsigned_publication_is_for_who_asks_for_it(desk: Desk, web: Path) -> None:
    said = commanded("publish", web, "--briefing", desk.folder, "--unsigned", "--ceiling", "TLP:GREEN")
    assert said.code == 0
    assert commanded("--briefing", web.as_uri(), "--plain").code == 1
    assert commanded("--briefing", web.as_uri(), "--plain", "--unverified").code == 0


def test_nothing_of_the_private_key_goes_anywhere(desk: Desk, web: Path, tmp_path: Path) -> None:
    secret = desk.key.read_bytes().splitlines()[2]
    desk.publish(web)
    commanded("trust", f"{desk.key}.pub")
    commanded("pull", web.as_uri())
    held = [path for folder in (web, Path(os.environ["HOME"])) for path in folder.rglob("*") if path.is_file()]
    assert held
    assert not [path for path in held if secret in path.read_bytes() or b"PRIVATE" in path.read_bytes()]
    said = commanded("trust", desk.key)
    assert (said.code, "is a private key, which goes nowhere" in said.err) == (2, True)


@contextmanager
def agent(of: Path) -> Iterator[None]:
    """A real ssh-agent with one key."""
    told = subprocess.run(["ssh-agent", "-s"], capture_output=True, text=True, check=True).stdout
    held = dict(part.split("=", 1) for part in told.replace("\n", ";").split(";") if "=" in part)
    os.environ["SSH_AUTH_SOCK"] = held["SSH_AUTH_SOCK"]
    try:
        subprocess.run(["ssh-add", "-q", str(of)], check=True)
        yield
    finally:
        os.kill(int(held["SSH_AGENT_PID"]), 15)


def test_the_agent_signs_when_only_the_public_key_is_here(desk: Desk, web: Path) -> None:
    with agent(desk.key):
        desk.key.unlink()
        assert desk.publish(web).code == 0
    assert desk.publish(web, text="The catch is open.").code == 3  # the agent is gone


def test_a_passphrase_is_asked_for_on_the_terminal(desk: Desk, web: Path, tmp_path: Path) -> None:
    locked = key(tmp_path, "locked", "-t", "ed25519", "-N", "open sesame")
    words = ["publish", str(web), "--briefing", str(desk.folder), "--key", str(locked), "--ceiling", "TLP:GREEN"]
    with Session([*BRIEFING, *words], env=environment(HOME=os.environ["HOME"])) as session:
        session.until("Enter passphrase")
        session.type(b"open")
        os.kill(session.process.pid, signal.SIGTERM)
        assert session.wait() == 128 + signal.SIGTERM
        assert session.modes() == session.modes_before  # what is typed next is seen
    with Session([*BRIEFING, *words], env=environment(HOME=os.environ["HOME"])) as session:
        session.until("Enter passphrase")
        session.type(b"open sesame\n")
        session.until("0 earlier kept")
        assert session.wait() == 0


def test_the_key_that_ssh_would_take_signs_where_none_is_named(desk: Desk, web: Path) -> None:
    words = ("publish", web, "--briefing", desk.folder, "--ceiling", "TLP:GREEN")
    said = commanded(*words)
    assert (said.code, "ssh-keygen -t ed25519" in said.err) == (2, True)
    folder = Path(os.environ["HOME"]) / ".ssh"
    folder.mkdir()
    desk.key.rename(folder / "id_ed25519")
    assert commanded(*words).code == 0


def test_two_desks_at_once_both_publish(desk: Desk, web: Path, tmp_path: Path) -> None:
    second = Desk(tmp_path / "second", desk.key)
    second.write("The catch is open.")
    words = [
        [*BRIEFING, "publish", str(web), "--briefing", str(of.folder), "--key", str(desk.key), "--ceiling", "TLP:GREEN"]
        for of in (desk, second)
    ]
    with ThreadPoolExecutor() as pool:
        done = list(pool.map(lambda one: run(one, env=environment()), words))
    assert [one.returncode for one in done] == [0, 0]
    now = edition(web)
    assert [one.version for one in now.versions] == [2, 1]
    assert stores(web) == {one.file for one in now.versions}


def test_a_desk_that_hangs_keeps_another_waiting_for_a_while_and_not_for_ever(
    desk: Desk, web: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.publish(web)
    monkeypatch.setattr("tui.travel.destination.PATIENCE", 0.1)
    held = os.open(web, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    said = desk.publish(web, text=SECOND)
    os.close(held)
    assert (said.code, f"another publication to {web} is under way" in said.err) == (3, True)
    assert desk.publish(web).code == 0


def test_a_destination_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    said = desk.publish(tmp_path / "file" / "web")
    assert (said.code, said.out, "cannot" in said.err) == (3, "", True)


def listed(*words: object) -> Said:
    return commanded("trust", *words)


def test_where_there_is_no_place_for_temporary_files_that_is_told(desk: Desk, web: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.publish(web)
    monkeypatch.setattr(tempfile, "tempdir", str(desk.folder / "gone"))
    for words in ((), ("--back-to", "1")):
        said = desk.publish(web, *words)
        assert (said.code, said.out) == (3, "")
        assert said.err == "briefing: there is no place for a temporary file (TMPDIR names one): No such file or directory\n"


def test_trust_tells_whom_it_trusts_and_under_which_name(desk: Desk) -> None:
    assert listed().err == "nobody is trusted yet; `briefing trust KEY` says whose briefings are opened\n"
    public = Path(f"{desk.key}.pub").read_text()
    assert listed(public.strip()).out.startswith("desk@example.org  SHA256:")
    assert listed(f"{desk.key}.pub", "--as", "herring-desk").code == 0
    assert [one["name"] for one in listed("--json").data] == ["desk@example.org", "herring-desk"]
    assert listed("--no-more", "herring-desk").code == 0
    assert [one["name"] for one in listed("--json").data] == ["desk@example.org"]


@pytest.mark.parametrize("given", ["/dev/null", "no-such-file", "ssh-ed25519 AAAA", "ssh-ed25519 AAAA\n* ssh-ed25519 BBBB"])
def test_what_is_no_key_is_not_trusted(given: str) -> None:
    assert listed(given).code == 2
    assert listed("--json").data == []


def test_a_name_cannot_bring_options_into_the_file(desk: Desk) -> None:
    assert listed(f"{desk.key}.pub", "--as", "x cert-authority").code == 2
    assert listed(f"{desk.key}.pub", "--as", "x,*").code == 2
