"""Fetching from a server that behaves, and from one that does not: each fault ends in a sentence and the last good briefing."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from commanded import Said, commanded
from desk import FIRST, SECOND, Desk, Fault, FaultyServer, faulty, serve
from forked import PROGRAM, run
from full_disk import no_room_for
from session import environment

from tui.errors import MachineError
from tui.store.read import Store
from tui.travel import asking, pulling
from tui.travel.arriving import arrive, vouching
from tui.travel.deadline import Deadline
from tui.travel.destination import Folder
from tui.travel.edition import Edition, StoreVersion, parted, read_edition
from tui.travel.kept import HERE, KeptFolder, Known
from tui.travel.packed import measure, pack
from tui.travel.signing import sign
from tui.travel.trusted import own_file


@pytest.fixture(scope="session")
def server(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FaultyServer]:
    """One server for all tests, so that what a reader of it has can be copied."""
    with faulty(tmp_path_factory.mktemp("server") / "web") as made:
        yield made


@pytest.fixture(scope="session")
def read_first(server: FaultyServer, published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of somebody who trusts the desk and has fetched its first version."""
    folder = tmp_path_factory.mktemp("read_first")
    shutil.copytree(published / "first", server.folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        assert commanded("trust", published / "desk.pub").code == 0
        assert commanded("pull", server.address).code == 0
    return folder


@dataclass
class Reader:
    """A reader of a server that had the first version, and has the second now."""

    server: FaultyServer
    web: Path
    desk: Path

    def pull(self, *options: str) -> Said:
        return commanded("pull", self.server.address, *options)

    def text(self, *options: str) -> Said:
        """The point, as the reader's program prints it."""
        return commanded("--briefing", self.server.address, *options, "show", "plan/one/1", "--plain")

    def goes_on(self) -> None:
        """The desk's second version is there now."""
        for path in (self.desk / "web").iterdir():
            shutil.copy(path, self.web)

    def sign(self, edition: Edition, name: str = "desk") -> None:
        """Let the server have an edition, signed by a key."""
        text = edition.text()
        (self.web / "edition.signed").write_bytes(text + sign(text, self.desk / name))

    @property
    def edition(self) -> Edition:
        return read_edition(parted((self.web / "edition.signed").read_bytes())[0])

    @property
    def store(self) -> Path:
        return self.web / self.edition.now.file


@pytest.fixture
def reader(home: Path, server: FaultyServer, published: Path, read_first: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """A reader who has fetched the first version, and asks again at every start."""
    monkeypatch.setattr("tui.travel.arriving.EVERY", 0.0)
    monkeypatch.setattr(asking, "SILENCE", 0.4)
    for patience in ("FULL", "AT_A_START"):
        monkeypatch.setattr(pulling, patience, pulling.Patience(10, 0.8))
    shutil.rmtree(server.folder)
    shutil.copytree(published / "first", server.folder)
    shutil.copytree(read_first, home, dirs_exist_ok=True)
    kept = KeptFolder(next((home / ".cache").rglob("known.json")).parent)
    kept.note(answered=time.time())
    kept.store.unlink()
    kept.store.hardlink_to(next((kept.folder / "versions").iterdir()))  # as a pull does
    server.faults.clear()
    server.asked.clear()
    return Reader(server, server.folder, published)


def test_what_is_new_is_fetched_and_what_is_not_costs_a_question(reader: Reader) -> None:
    assert reader.pull() == Said(0, "", "")
    assert [path for path, tag, _ in reader.server.asked if tag] == ["/edition.signed"]
    reader.goes_on()
    said = reader.pull()
    assert (said.code, said.out) == (0, f"{reader.server.address}: Version 2 as of 20 May 2031 has come\n")
    assert SECOND in reader.text().out


def test_a_briefing_is_opened_by_its_address_alone(reader: Reader) -> None:
    reader.goes_on()
    said = reader.text()
    assert (said.code, said.err) == (0, "")
    assert SECOND in said.out


def stalls(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    time.sleep(1.5)


def drips(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    """One byte at a time, so that no silence is ever long."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for _number in range(20):
        handler.wfile.write(b"X")
        handler.wfile.flush()
        time.sleep(0.1)


def endless(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _number in range(4000):
        handler.wfile.write(b"x" * 65536)


def sends_on(to: str) -> Fault:
    def fault(handler: BaseHTTPRequestHandler, _: bytes) -> None:
        handler.send_response(302)
        handler.send_header("Location", to)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return fault


def answers(code: int) -> Fault:
    return lambda handler, _: handler.send_error(code)


def packs(handler: BaseHTTPRequestHandler, data: bytes) -> None:
    handler.send_response(200)
    handler.send_header("Content-Encoding", "br")
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


def speaks_no_http(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    handler.wfile.write(b"220 mail.example.org ESMTP\r\n\x00\xff" * 20)


EDITION_FAULTS: dict[str, tuple[Fault, int, str]] = {
    "stalls": (stalls, 3, "it does not answer"),
    "drips": (drips, 3, "it took too long"),
    "is cut": (lambda handler, data: serve(handler, data, most=100), 3, "broke off after 100 of"),
    "is cut in the middle of the signature": (lambda handler, data: serve(handler, data[:-60]), 1, "does not fit"),
    "lies about its length": (lambda handler, data: serve(handler, data, told=10_000_000_000), 1, "10,000,000,000 bytes"),
    "never ends": (endless, 1, "more than 262,144 bytes came"),
    "sends on elsewhere": (sends_on("https://elsewhere.example.org/edition.signed"), 1, "sends on to https://elsewhere.example.org"),
    "sends on to another port": (sends_on("http://127.0.0.1:1/edition.signed"), 1, "which was not asked for"),
    "sends on to no address": (sends_on("http://[::1"), 1, "sends on to http://[::1"),
    "sends on to letters that no path has": (sends_on("/\xe9"), 1, "which was not asked for"),
    "sends on to a file": (sends_on("file:///etc/passwd"), 1, "sends on to file:///etc/passwd"),
    "sends on in a circle": (sends_on("/edition.signed"), 1, "sends on and on"),
    "is not there": (answers(404), 3, "has no edition.signed"),
    "is forbidden": (answers(403), 3, "answers with 403"),
    "fails": (answers(503), 3, "answers with 503"),
    "is packed": (packs, 3, "packed in a way"),
    "is no web server": (speaks_no_http, 3, "cannot be reached"),
    "is another page": (lambda handler, _: serve(handler, b"<html>Log in to the network</html>"), 1, "it is not signed"),
    "is empty": (lambda handler, _: serve(handler, b""), 1, "it is not signed"),
    "is noise": (lambda handler, _: serve(handler, b"\xff\n-----BEGIN SSH SIGNATURE-----\n\xff"), 1, "does not fit"),
}
STORE_FAULTS: dict[str, tuple[Fault, int, str]] = {
    "stalls": (stalls, 3, "it does not answer"),
    "is cut": (lambda handler, data: serve(handler, data, most=3000), 3, "broke off after 3,000 of"),
    "is cut and says so": (lambda handler, data: serve(handler, data[:3000]), 3, "the next pull asks for the rest"),
    "lies about its length": (lambda handler, data: serve(handler, data, told=10_000_000_000), 1, "10,000,000,000 bytes"),
    "never ends": (endless, 1, "bytes came for"),
    "is another": (lambda handler, data: serve(handler, bytes(len(data))), 1, "not the one that the edition names"),
    "is damaged": (lambda handler, data: serve(handler, data[:2000] + b"?" + data[2001:]), 1, "not the one that the edition names"),
    "is not there": (answers(404), 3, "has no "),
    "sends on elsewhere": (sends_on("//elsewhere.example.org/x"), 1, "which was not asked for"),
}


@pytest.mark.parametrize("name", EDITION_FAULTS)
def test_an_edition_at_fault_ends_in_a_sentence_and_the_last_good_briefing(reader: Reader, name: str) -> None:
    fault, code, sentence = EDITION_FAULTS[name]
    assert_survives(reader, "edition.signed", fault, code, sentence)


@pytest.mark.parametrize("name", STORE_FAULTS)
def test_a_store_at_fault_ends_in_a_sentence_and_the_last_good_briefing(reader: Reader, name: str) -> None:
    fault, code, sentence = STORE_FAULTS[name]
    assert_survives(reader, ".db.gz", fault, code, sentence)
    reader.server.faults.clear()
    assert reader.pull().out == f"{reader.server.address}: Version 2 as of 20 May 2031 has come\n"


def assert_survives(reader: Reader, end: str, fault: Fault, code: int, sentence: str) -> None:
    reader.goes_on()
    reader.server.faults[end] = fault
    said = reader.pull()
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err
    assert said.err.startswith("briefing: ")
    assert said.err.count("\n") == 1
    shown = reader.text()
    assert shown.code == 0
    assert FIRST in shown.out
    assert sentence in shown.err
    assert "This is as fetched just now." in shown.err


def test_a_server_that_is_gone_leaves_the_last_good_briefing_with_its_age(reader: Reader, tmp_path: Path) -> None:
    reader.server.faults[""] = stalls
    known = next((Path(os.environ["HOME"]) / ".cache").rglob("known.json"))
    known.write_text(json.dumps(json.loads(known.read_text()) | {"answered": time.time() - 3 * 3600 - 5}))
    shown = reader.text()
    assert shown.code == 0
    assert "This is as fetched 3 hours ago." in shown.err


def test_a_server_that_stands_still_is_told_by_when_the_desk_published_last(reader: Reader) -> None:
    """It answers, with a good signature: only the signed minute tells that nothing has come for days."""
    reader.goes_on()
    minute = datetime.fromtimestamp(time.time() - 9 * 86400 - 120, UTC).strftime("%Y-%m-%dT%H:%MZ")
    reader.sign(replace(reader.edition, now=replace(reader.edition.now, minute=minute)))
    session = arrive(reader.server.address, vouching(unverified=False), unverified=False)
    assert (session.look().said, session.note()) == ("", "published 9 days ago")
    told = commanded("--briefing", reader.server.address, "versions", "--plain").out
    assert "The desk published last 9 days ago." in " ".join(told.split())
    reader.server.faults[""] = answers(503)
    assert session.look().note == "fetched just now"


def test_what_broke_off_goes_on_where_it_broke_off(reader: Reader) -> None:
    reader.goes_on()
    reader.server.faults[".db.gz"] = lambda handler, data: serve(handler, data, most=3000)
    reader.pull()
    reader.server.faults.clear()
    reader.server.asked.clear()
    assert reader.pull().code == 0
    assert [part for path, _, part in reader.server.asked if path.endswith(".db.gz")] == ["bytes=3000-"]


def test_a_server_that_knows_no_parts_sends_it_all_again(reader: Reader) -> None:
    reader.goes_on()
    reader.server.faults[".db.gz"] = lambda handler, data: serve(handler, data, most=3000)
    reader.pull()

    def whole(handler: BaseHTTPRequestHandler, data: bytes) -> None:
        del handler.headers["Range"]
        serve(handler, data)

    reader.server.faults[".db.gz"] = whole
    assert reader.pull().code == 0
    assert SECOND in reader.text().out


def test_the_same_server_may_send_on(reader: Reader) -> None:
    reader.goes_on()
    shutil.copy(reader.web / "edition.signed", reader.web / "moved.signed")
    reader.server.faults["edition.signed"] = sends_on("/moved.signed")
    assert reader.pull().code == 0


def older(reader: Reader) -> None:
    reader.goes_on()
    assert reader.pull().code == 0
    shutil.copy(reader.desk / "first" / "edition.signed", reader.web)


def older_day(reader: Reader) -> None:
    reader.goes_on()
    reader.sign(replace(reader.edition, now=replace(reader.edition.now, as_of="2031-05-01")))


def foreign(reader: Reader) -> None:
    reader.goes_on()
    reader.sign(replace(reader.edition, series="f" * 32, title="The whale talks"))


def two_of_one_name(reader: Reader) -> None:
    reader.goes_on()
    reader.sign(replace(reader.edition, now=replace(reader.edition.now, version=1), earlier=()))


def by_a_stranger(reader: Reader) -> None:
    reader.goes_on()
    reader.sign(reader.edition, "stranger")


def changed(reader: Reader) -> None:
    reader.goes_on()
    path = reader.web / "edition.signed"
    path.write_bytes(path.read_bytes().replace(b"herring", b"whaling"))


def unsigned(reader: Reader) -> None:
    reader.goes_on()
    path = reader.web / "edition.signed"
    path.write_bytes(parted(path.read_bytes())[0])


def signed_for_a_mail(reader: Reader) -> None:
    reader.goes_on()
    text = reader.edition.text()
    words = ["ssh-keygen", "-Y", "sign", "-q", "-n", "mail", "-f", str(reader.desk / "desk")]
    done = subprocess.run(words, input=text, capture_output=True, check=True)
    (reader.web / "edition.signed").write_bytes(text + done.stdout)


def of_ten_gigabytes(reader: Reader) -> None:
    reader.goes_on()
    reader.sign(replace(reader.edition, now=replace(reader.edition.now, size=10_000_000_000, packed=10_000_000_000)))


def that_unpacks_to_more(reader: Reader) -> None:
    reader.goes_on()
    reader.sign(replace(reader.edition, now=replace(reader.edition.now, size=1000)))


def of_a_newer_format(reader: Reader) -> None:
    reader.goes_on()
    reader.sign(replace(reader.edition, now=replace(reader.edition.now, format=99, digest="e" * 64)))


def of_another_program(reader: Reader) -> None:
    """Of the same format, but without a table that this program reads."""
    reader.goes_on()
    store = reader.web / "store.db"
    store.write_bytes(gzip.decompress(reader.store.read_bytes()))
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("DROP TABLE plan_authors")
        connection.commit()
    found = measure(store)
    packed = pack(store, reader.web / f"{found.digest}.db.gz")
    reader.sign(replace(reader.edition, now=replace(reader.edition.now, digest=found.digest, size=found.size, packed=packed)))


def of_another_mark(reader: Reader) -> None:
    reader.goes_on()
    reader.sign(replace(reader.edition, now=replace(reader.edition.now, handling="TLP:CLEAR")))


REFUSED: dict[Callable[[Reader], None], str] = {
    older: "goes back to version 1 as of 20 May 2031; version 2 as of 20 May 2031 was there before, and stands",
    older_day: "is an older day than",
    foreign: "now has another briefing, 'The whale talks' in the place of 'The herring talks'",
    two_of_one_name: "two stores that are called version 1",
    by_a_stranger: "which is not trusted here",
    changed: "does not fit what it says",
    unsigned: "it is not signed",
    signed_for_a_mail: "signed for something else",
    of_ten_gigabytes: "has 10.0 GB, more than the 1.1 GB that are taken",
    that_unpacks_to_more: "not the one that the edition names",
    of_a_newer_format: "a newer program is needed here",
    of_another_program: "was made by another version of this program: update the older one of the two",
    of_another_mark: "another handling mark than its edition",
}


@pytest.mark.parametrize("happens", REFUSED, ids=lambda happens: happens.__name__)
def test_an_edition_that_may_not_follow_is_refused_and_said(reader: Reader, happens: Callable[[Reader], None]) -> None:
    happens(reader)
    said = reader.pull()
    assert (said.code, said.out) == (1, "")
    assert REFUSED[happens] in said.err
    shown = reader.text()
    assert shown.code == 0
    assert (SECOND if happens is older else FIRST) in shown.out
    assert REFUSED[happens] in shown.err


def test_ten_gigabytes_are_not_even_asked_for(reader: Reader) -> None:
    of_ten_gigabytes(reader)
    reader.pull()
    assert [path for path, _, _ in reader.server.asked] == ["/edition.signed"]


def test_an_older_day_that_the_desk_means_is_taken(reader: Reader) -> None:
    reader.goes_on()
    now: StoreVersion = replace(reader.edition.now, handling="TLP:GREEN")
    reader.sign(replace(reader.edition, takes_back=True, now=replace(now, version=9)))
    assert reader.pull().code == 0


def test_another_briefing_is_taken_when_the_one_before_is_forgotten(reader: Reader) -> None:
    foreign(reader)
    assert reader.pull().code == 1
    assert reader.pull("--forget").code == 0
    assert reader.pull().code == 0
    assert SECOND in reader.text().out


def test_what_is_forgotten_while_it_is_read_is_told(reader: Reader) -> None:
    """Another terminal forgets it just when `versions` has arrived."""
    arrival = arrive(reader.server.address, vouching(unverified=False), unverified=False)
    assert reader.pull("--forget").code == 0
    with pytest.raises(MachineError, match="has just been taken away"):
        arrival.version(1)


def test_what_nobody_vouches_for_is_opened_only_on_request_and_never_passes_for_the_other(reader: Reader) -> None:
    by_a_stranger(reader)
    shown = reader.text("--unverified")
    assert shown.code == 0
    assert SECOND in shown.out
    assert FIRST in reader.text().out


def test_who_is_trusted_no_more_is_not_opened_from_what_was_kept_either(reader: Reader) -> None:
    assert commanded("trust", "--no-more", "desk@example.org").code == 0
    shown = reader.text()
    assert (shown.code, shown.out) == (1, "")
    assert "which is not trusted here" in shown.err
    assert "--unverified opens it all the same" in shown.err


def test_the_administrator_s_signers_count_as_the_reader_s_own(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Path(os.environ["HOME"]) / ".config" / "briefing" / "allowed_signers"
    own.rename(tmp_path / "allowed_signers")
    monkeypatch.setattr("tui.travel.trusted.ADMINISTRATORS", tmp_path / "allowed_signers")
    assert FIRST in reader.text().out
    said = commanded("trust", "--no-more", "desk@example.org")
    assert (said.code, "is the administrator's" in said.err) == (2, True)


def test_two_pulls_at_once_fetch_one_store(reader: Reader) -> None:
    reader.goes_on()

    def slowly(handler: BaseHTTPRequestHandler, data: bytes) -> None:
        time.sleep(0.2)
        serve(handler, data)

    reader.server.faults[".db.gz"] = slowly
    words = [*PROGRAM, "pull", reader.server.address]
    with ThreadPoolExecutor() as pool:
        pulls = list(pool.map(lambda _: run(words, env=environment(HOME=os.environ["HOME"])), range(2)))
    assert [pull.returncode for pull in pulls] == [0, 0]
    assert sorted(bool(pull.stdout) for pull in pulls) == [False, True]
    assert len([path for path, _, _ in reader.server.asked if path.endswith(".db.gz")]) == 1
    assert SECOND in reader.text().out


def test_a_start_waits_neither_for_a_slow_store_nor_for_another_pull(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulling, "FULL", pulling.Patience(10, 5))
    monkeypatch.setattr(asking, "SILENCE", 5.0)  # a busy machine is silent for longer than the other tests allow
    reader.goes_on()

    def slowly(handler: BaseHTTPRequestHandler, data: bytes) -> None:
        half = len(data) // 2 if "Range" not in handler.headers else len(data)
        serve(handler, data, most=half)
        handler.wfile.flush()
        time.sleep(3 if half < len(data) else 0)

    reader.server.faults[".db.gz"] = slowly
    folder = next((Path(os.environ["HOME"]) / ".cache").rglob("known.json")).parent
    for seconds in (0.3, 0.6, 1.2, 2.4):  # until the half has come by then, on a busy machine too
        monkeypatch.setattr(pulling, "AT_A_START", pulling.Patience(0.2, 5, seconds))
        shown = reader.text()
        assert (shown.code, FIRST in shown.out, "it took too long" in shown.err) == (0, True, True)
        if any(part.stat().st_size for part in (folder / "arriving").iterdir()):
            break
    with KeptFolder(folder).held():
        shown = reader.text()
        assert (shown.code, FIRST in shown.out, "is under way" in shown.err) == (0, True, True)
    reader.server.asked.clear()
    assert reader.pull().code == 0
    assert next(part for path, _, part in reader.server.asked if path.endswith(".db.gz")).startswith("bytes=")


def test_one_command_asks_the_server_once_and_tells_once(reader: Reader, tmp_path: Path) -> None:
    reader.server.faults[""] = answers(503)
    said = commanded("--briefing", reader.server.address, "export", "md", "-o", tmp_path / "talks.md")
    assert said.code == 0
    assert said.err.count("answers with 503") == 1
    assert len(reader.server.asked) == 1


def test_a_key_that_is_trusted_for_something_else_is_not_trusted_for_a_briefing(reader: Reader) -> None:
    own = Path(os.environ["HOME"]) / ".config" / "briefing" / "allowed_signers"
    own.write_text(own.read_text().replace('namespaces="briefing"', 'namespaces="git"'))
    shown = reader.text()
    assert (shown.code, "which is not trusted here" in shown.err) == (1, True)


def test_a_disk_that_fills_while_pulling_leaves_the_last_good_briefing(reader: Reader) -> None:
    reader.goes_on()
    with no_room_for(3000):  # less than a store has, more than what is known of it
        said = reader.pull()
    assert (said.code, said.out) == (3, "")
    assert "cannot write to" in said.err
    assert "File too large" in said.err
    reader.server.faults[".db.gz"] = answers(503)
    assert FIRST in reader.text().out
    reader.server.faults.clear()
    assert reader.pull().code == 0
    assert SECOND in reader.text().out


@pytest.mark.parametrize("room", [0, 100])
def test_a_first_pull_into_a_folder_that_found_no_room_is_made_good_by_the_next(reader: Reader, tmp_path: Path, room: int) -> None:
    into = tmp_path / "talks"
    with no_room_for(room):
        said = reader.pull("--into", str(into))
    assert (said.code, "File too large" in said.err) == (3, True)
    assert reader.pull("--into", str(into)).code == 0
    assert FIRST in commanded("--briefing", into, "show", "plan/one/1", "--plain").out


@pytest.mark.parametrize("room", [0, 100])
def test_whom_no_room_lets_trust_leaves_the_file_as_it_was_and_none_beside_it(reader: Reader, room: int) -> None:
    before = {path: path.read_bytes() for path in own_file().parent.iterdir()}
    with no_room_for(room):
        said = commanded("trust", reader.desk / "stranger.pub")
    assert (said.code, "cannot write" in said.err) == (3, True)
    assert {path: path.read_bytes() for path in own_file().parent.iterdir()} == before


def test_a_folder_of_somebody_s_that_has_such_names_is_left_alone(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "versions").mkdir()
    (tmp_path / "versions" / "mine.txt").write_text("mine")
    assert "holds something else" in reader.pull("--into", str(tmp_path)).err
    (tmp_path / "versions" / "mine.txt").rename(tmp_path / "mine.txt")
    (tmp_path / "lock").touch()
    assert "holds something else" in reader.pull("--into", str(tmp_path)).err


def test_a_folder_into_which_nothing_has_come_whole_says_what_the_pull_said(reader: Reader, tmp_path: Path) -> None:
    reader.server.faults["edition.signed"] = answers(503)
    assert reader.pull("--into", str(tmp_path / "talks")).code == 3
    said = commanded("--briefing", tmp_path / "talks", "--plain")
    assert (said.code, said.out, said.err.count("\n")) == (3, "", 1)
    assert "holds no whole edition; `briefing pull` fetches it again, and said last: " in said.err
    assert "answers with 503" in said.err
    assert commanded("--briefing", tmp_path / "talks", "open", "--kiosk").err.count("is not ready") == 1


def test_a_cache_that_cannot_be_written_is_told(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    said = reader.text()
    assert (said.code, said.out) == (3, "")
    assert "cannot write to" in said.err


def test_a_damaged_note_of_what_is_known_costs_one_whole_answer(reader: Reader) -> None:
    known = next((Path(os.environ["HOME"]) / ".cache").rglob("known.json"))
    times = [f'{{"answered": {told}}}' for told in ("NaN", "-Infinity", "Infinity", "9" * 400)]
    for damage in ('{"tag": [], "answered": "x", "chosen": "y"}', "{", "[]", "", *times):
        known.write_text(damage)
        assert FIRST in reader.text().out


@pytest.mark.parametrize("place", [8, 60, 120], ids=["its header", "its format", "its schema"])
def test_a_store_that_the_disk_has_damaged_is_fetched_again(reader: Reader, tmp_path: Path, place: int) -> None:
    into = ("--into", str(tmp_path / "talks"))
    reader.pull(*into)
    with (tmp_path / "talks" / "store.db").open("r+b") as file:
        file.seek(place)
        file.write(b"\xff" * 4_000)
    shown = commanded("--briefing", tmp_path / "talks", "show", "plan/one/1")
    assert (shown.code, shown.out) == (3, "")
    assert "is damaged on this disk; `briefing pull` fetches it again" in shown.err
    assert reader.pull(*into).code == 0
    assert FIRST in commanded("--briefing", tmp_path / "talks", "show", "plan/one/1").out


def test_no_pipe_and_no_device_in_a_kept_folder_is_waited_for(tmp_path: Path) -> None:
    kept = KeptFolder(tmp_path)
    (tmp_path / "known.json").symlink_to("/dev/zero")
    for name in ("edition.signed", "lock"):
        os.mkfifo(tmp_path / name)
    assert (kept.known(), kept.raw()) == (Known(), b"")
    with pytest.raises(MachineError, match="cannot write to"), kept.held():
        pass
    with pytest.raises(MachineError, match="no plain file"):
        Folder(tmp_path).read(["edition.signed"], 1)


def test_the_folder_keeps_a_few_stores_and_no_litter(reader: Reader, published: Path, tmp_path: Path) -> None:
    reader.goes_on()
    desk = Desk(tmp_path / "talks", published / "desk")
    for number in range(HERE + 1):
        assert desk.publish(reader.web, text=f"The catch is {number} tonnes.").code == 0
        assert reader.pull().code == 0
    kept = next((Path(os.environ["HOME"]) / ".cache").rglob("versions"))
    assert len(list(kept.iterdir())) == HERE + 1
    assert not list((kept.parent / "arriving").iterdir())
    with Store.open(kept.parent / "store.db") as store:
        assert store.point("one", "1").text == f"The catch is {HERE} tonnes."  # type: ignore[union-attr]


def test_a_slow_reader_in_a_thread_is_not_waited_for(reader: Reader) -> None:
    """The deadline's thread ends with the question."""
    before = threading.active_count()
    reader.pull()
    assert threading.active_count() <= before + 1


def test_a_connection_that_is_made_after_the_end_is_cut_at_once() -> None:
    """As to a host of two addresses, of which the first was silent for so long."""
    ours, theirs = socket.socketpair()
    with ours, theirs, Deadline(0.0) as deadline:
        ours.settimeout(5)
        deadline.watch(ours)
        assert ours.recv(1) == b""


def test_a_file_for_the_keys_of_tls_that_cannot_be_written_is_not_called_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", "/none/of/these")
    said = commanded("pull", "https://localhost:1/")
    assert (said.code, said.err) == (3, "briefing: TLS is not to be had here: /none/of/these: No such file or directory\n")


def test_what_an_older_program_had_fetched_is_told_when_this_one_cannot_read_it(reader: Reader) -> None:
    kept = next((Path(os.environ["HOME"]) / ".cache").rglob("store.db"))
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("DROP TABLE plan_authors")
        connection.commit()
    reader.server.faults[""] = answers(503)
    shown = reader.text()
    assert (shown.code, shown.out) == (3, "")
    assert "which was fetched before, was made by another version of this program" in shown.err


def test_what_is_new_since_the_reader_last_read_is_known_across_versions(reader: Reader) -> None:
    first = commanded("--briefing", reader.server.address, "since")
    assert first.code == 0
    reader.goes_on()
    said = commanded("--briefing", reader.server.address, "since")
    assert said.code == 0
    assert "ONE point 1" in said.out
    assert "600,000 -> 800,000" in said.out


def test_an_open_session_says_each_fault_once_and_hears_of_the_next_version_when_it_is_mended(reader: Reader) -> None:
    session = arrive(reader.server.address, vouching(unverified=False), unverified=False)
    reader.goes_on()
    for name, (fault, _, sentence) in EDITION_FAULTS.items():
        reader.server.faults["edition.signed"] = fault
        if name in ("stalls", "drips", "never ends", "is empty"):
            continue  # the first three take their seconds, the last ends in the sentence of the one before
        heard = session.look()
        assert (sentence in heard.said, heard.after, heard.note) == (True, None, "fetched just now"), name
        assert session.look().said == ""
    reader.server.faults.clear()
    heard = session.look()
    assert (heard.said, heard.after, heard.note) == ("Version 2 as of 20 May 2031 has come", session.store, "")
    assert heard.before is not None
    assert session.look().said == ""
