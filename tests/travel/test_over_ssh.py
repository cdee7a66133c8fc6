"""Publishing over ssh to a real sshd: by sftp, by rsync where there is no sftp, and to another account."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from commanded import Said, commanded
from desk import Desk, desk_in
from second_account import SFTP, host
from session import BRIEFING, environment
from sshd import free_port

from tui.travel import sftp
from tui.travel.destination import TURNS, host_of, theirs_stands, turn_of
from tui.travel.edition import parted, read_edition
from tui.travel.sftp import Sftp
from tui.travel.ssh_destination import SshDestination


@pytest.mark.parametrize("config", [SFTP, ""], ids=["sftp", "rsync"])
def test_a_desk_publishes_to_another_account_and_readers_never_see_half(tmp_path: Path, config: str) -> None:
    desk = desk_in(tmp_path / "desk")
    with host(config) as (where, client, home):
        web = home / "www" / "the talks"
        destination = f"{where}:{web}"
        web.mkdir(parents=True)
        home.joinpath("www").chmod(0o777)
        web.chmod(0o777)
        for number in range(2):
            if config:  # of a desk that was killed, maybe of another account
                (web / ".edition.signed.part").write_bytes(b"{")
                (web / ".edition.signed.part").chmod(0)
            said = desk.publish(destination, "--keep", "0", "--ssh-config", client, text=f"The catch is {number} tonnes.")
            assert said.err == ""
            assert said.code == 0
            assert said.out.startswith(f"{destination}: version {number + 1} as of")
        now = read_edition(parted((web / "edition.signed").read_bytes())[0])
        assert {path.name for path in web.iterdir()} == {
            "edition.signed",
            "ceiling",
            *((TURNS, turn_of((web / "edition.signed").read_bytes())) if config else ()),
            *(one.file for one in now.versions),
        }
        assert [one.version for one in now.versions] == [2]
        there = host_of(destination)
        assert there is not None
        place = SshDestination(there, client)
        sizes = (now.now.packed, now.now.packed + 1)
        assert [place.has(name, size) for name in (now.now.file, "none") for size in sizes] == [True, False, False, False]
        assert all(path.stat().st_mode & 0o044 == 0o044 for path in web.iterdir())
        for name, long in (
            ("edition.signed", 0),
            ("ceiling", 0),
            ("ceiling", 300_000),
            ("edition.signed", 1 << 40),
        ):  # it is there, and what it says is not known
            held = (web / name).read_bytes()
            (web / name).write_bytes(held)
            os.truncate(web / name, len(held) + long)
            (web / name).chmod(0o644 if long else 0)
            said = desk.publish(destination, "--ssh-config", client, text="Another catch.")
            assert (said.out, name in said.err) == ("", True)
            assert said.code in (1, 3)
            (web / name).chmod(0o644)
            (web / name).write_bytes(held)
            assert (web / "edition.signed").read_bytes().startswith(now.text())
        desk.write("The catch is 1 tonnes.")
        if config:  # what is published where is not for either way to say
            desk.handling = "TLP:RED"
            desk.write()
            said = desk.publish(destination, "--ssh-config", client, ceiling=False)
            assert (said.code, f"{destination} takes TLP:GREEN and nothing above" in said.err) == (1, True)
            said = desk.publish(f"{where}:/usr/talks", "--ssh-config", client, "--ceiling", "TLP:RED", ceiling=False)
            assert (said.code, said.out, said.err[:10]) == (
                3,
                "",
                "briefing: ",
            ) or os.geteuid()  # our own account may write wherever the test may
            assert not Path("/usr/talks").exists()
        assert commanded("trust", f"{desk.key}.pub").code == 0
        shown = commanded("--briefing", web.as_uri(), "show", "plan/one/1", "--plain")
    assert "The catch is 1 tonnes." in shown.out


def test_a_host_that_is_not_there_and_one_that_refuses_end_in_a_sentence(tmp_path: Path) -> None:
    desk = desk_in(tmp_path / "desk")
    with host(SFTP) as (where, client, home):
        (home.parent / "server" / "authorized").write_text("")
        said = desk.publish(f"{where}:web", "--ssh-config", client)
        assert "Permission denied" in said.err
        assert (said.code, said.out) == (3, "")
        assert said.err.count("\n") == 1
        free = (client.parent / "gone").with_suffix("")
        free.write_text(f"Host host\nHostname 127.0.0.1\nPort {free_port()}\n")
        said = desk.publish(f"{where}:web", "--ssh-config", free)
    assert (said.code, said.out, "refused" in said.err) == (3, "", True)
    assert said.err.count("\n") == 1


def test_a_configuration_that_is_not_there_is_told(tmp_path: Path) -> None:
    desk = desk_in(tmp_path / "desk")
    said = desk.publish("host:web", "--ssh-config", tmp_path / "none")
    assert (said.code, "there is no ssh configuration" in said.err) == (2, True)


def test_the_desk_keeps_its_own_words_beside(tmp_path: Path) -> None:
    """A desk's folder with a blank and a quotation mark in its name is nobody's command."""
    desk = desk_in(tmp_path / 'a "desk" $(touch x)')
    assert isinstance(desk, Desk)
    assert desk.publish(tmp_path / "web; touch y").code == 0
    assert not (tmp_path / "x").exists()
    assert not Path("x").exists()


def test_what_could_not_be_put_there_is_taken_away_again(tmp_path: Path) -> None:
    """Half of a store would keep a full disk full, also for those that are smaller."""
    desk = desk_in(tmp_path / "desk")
    with host(SFTP) as (where, client, home):
        authorized = home.parent / "server" / "authorized"
        held = authorized.read_text()
        full = "trap '' XFSZ; ulimit -f 8; exec $(ls /usr/lib/openssh/sftp-server /usr/libexec/openssh/sftp-server 2>/dev/null)"
        authorized.write_text(held.replace("internal-sftp", full))
        said = desk.publish(f"{where}:web", "--ssh-config", client)
        assert (said.code, said.out, said.err.count("\n")) == (3, "", 1)
        assert list((home / "web").iterdir()) == []
        authorized.write_text(held)
        assert desk.publish(f"{where}:web", "--ssh-config", client).code == 0


def files(folder: Path) -> dict[str, bytes]:
    """What lies in a folder; None for a folder."""
    return {path.name: path.read_bytes() if path.is_file() else b"" for path in folder.iterdir()}


def test_of_two_desks_at_once_one_publishes_and_the_other_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one has read the edition, and is about to put its own, when the other publishes."""
    one, other = desk_in(tmp_path / "one"), desk_in(tmp_path / "other")
    other.key = one.key
    put = Sftp.put
    with host(SFTP) as (where, client, home):
        web = home / "web"

        def meanwhile(quick: Callable[[], Said], text: str) -> Said:
            """What the slow desk is told."""

            def late(*given: Any) -> None:
                monkeypatch.setattr(Sftp, "put", put)
                said = quick()
                assert (said.code, said.err) == (0, "")
                held.update(files(web))
                put(*given)

            held: dict[str, bytes] = {}
            monkeypatch.setattr(Sftp, "put", late)
            said = one.publish(f"{where}:web", "--ssh-config", client, text=text)
            assert files(web) == held
            return said

        def quick() -> Said:
            return other.publish(f"{where}:web", "--ssh-config", client, text=f"The catch is {len(list(home.glob('web/*.gz')))} tonnes.")

        def in_the_folder() -> Said:
            return other.publish(web, text="The catch is 77 tonnes.")

        late = [meanwhile(quick, "First?"), meanwhile(quick, "Second?"), meanwhile(in_the_folder, "Third?")]
        for path in web.glob(".edition*"):  # as a desk left it that kept no turns
            path.rmdir()
        late.append(meanwhile(quick, "Fourth?"))
        for said in late:
            assert said == Said(
                3, "", f"briefing: somebody else published at {where}:web at the same time, and theirs stands; publish again\n"
            )
        said = one.publish(f"{where}:web", "--ssh-config", client, text="Fifth!")
        assert (said.code, "version 5 as of" in said.out, said.err) == (0, True, "")


def test_a_desk_that_was_killed_in_its_turn_is_waited_for_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desk_in(tmp_path / "desk")
    monkeypatch.setattr(sftp, "PAUSES", (0, 0.01))
    with host(SFTP) as (where, client, home):
        assert desk.publish(f"{where}:web", "--ssh-config", client).code == 0
        [turn] = home.glob("web/.edition.*.turn")
        for number, left in enumerate((turn.with_name(turn_of(b"another")), None)):
            turn.rename(left) if left else turn.rmdir()
            said = desk.publish(f"{where}:web", "--ssh-config", client, text=f"The catch is {number} tonnes.")
            assert (said.code, said.err.count("\n")) == (0, 1)
            assert f"another publication to {where}:web began" in said.err
            raw = (home / "web" / "edition.signed").read_bytes()
            assert {path.name for path in home.glob("web/.edition*turn")} == {TURNS, turn_of(raw)}
            turn = home / "web" / turn_of(raw)
        look = Sftp._turn_after_all

        def third(way: Sftp, stood: bytes | None, ours: str) -> list[str]:
            """Another desk that waited takes the turn just before."""
            found = look(way, stood, ours)
            turn.with_name(turn_of(b"dead")).rename(turn.with_name(turn_of(b"third")))
            return found

        turn.rename(turn.with_name(turn_of(b"dead")))
        monkeypatch.setattr(Sftp, "_turn_after_all", third)
        said = desk.publish(f"{where}:web", "--ssh-config", client, text="Another catch.")
        assert (said.code, said.err.splitlines()[1:]) == (3, [f"briefing: {theirs_stands(f'{where}:web')}"])
        turn.with_name(turn_of(b"third")).rename(turn)
        put = Sftp.put

        def hindered(way: Sftp, files: Sequence[Path], stale: Sequence[str], stood: bytes | None) -> None:
            """Put where a folder is in the way of the store."""
            (home / "web" / files[0].name).mkdir()
            put(way, files, stale, stood)

        monkeypatch.setattr(Sftp, "put", hindered)
        assert desk.publish(f"{where}:web", "--ssh-config", client, text="Another catch.").code == 3
        assert {path.name for path in home.glob("web/.*")} == {TURNS, turn.name}  # the turn was given back


@pytest.mark.process
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_during_a_stalled_login_leaves_nothing_behind(tmp_path: Path, number: signal.Signals) -> None:
    desk = desk_in(tmp_path / "desk")
    (tmp_path / "temporary").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        config = tmp_path / "config"
        config.write_text(f"Host host\nHostname 127.0.0.1\nPort {silent.getsockname()[1]}\n")
        words = ["publish", "host:web", "--briefing", desk.folder, "--key", desk.key, "--ssh-config", config]
        env = environment(HOME=os.environ["HOME"], TMPDIR=str(tmp_path / "temporary"))
        with subprocess.Popen([*BRIEFING, *map(str, words)], env=env, stderr=subprocess.PIPE) as process:
            with silent.accept()[0]:
                process.send_signal(number)
                assert process.wait(10) == 128 + number
            assert process.stderr is not None
            assert process.stderr.read() == b""
    assert list((tmp_path / "temporary").iterdir()) == []
