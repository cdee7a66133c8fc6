"""The recipes of docs/deploy.md, taken out of the page and run."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from urllib.request import urlopen

import pytest
from commanded import Said, commanded
from desk import Desk, desk_in, nginx
from session import BRIEFING, ROOT, Session, environment
from sshd import installed, serving

from tui.cli.words import COMMANDS

PAGE = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
URL, FOLDER = "https://web.example.org/talks/", "/var/lib/briefing/talks"


def block(kind: str, holding: str = "") -> str:
    """The block of this kind that holds these words."""
    found = [text for name, text in re.findall(r"^```(.+?)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL) if name == kind and holding in text]
    assert len(found) == 1, (kind, holding, len(found))
    return str(found[0])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_in(tmp_path)
    assert commanded("trust", f"{made.key}.pub").code == 0
    return made


@pytest.fixture
def program(tmp_path: Path) -> dict[str, str]:
    """An environment in which `briefing` is a program, as when it is installed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "briefing").write_text(f'#!/bin/sh\nexec {shlex.join(BRIEFING)} "$@"\n')
    (folder / "briefing").chmod(0o755)
    return environment(HOME=os.environ["HOME"], PATH=f"{folder}:{os.environ['PATH']}")


def test_every_command_that_the_page_names_takes_what_it_is_given() -> None:
    lines = re.findall(r"^(?:    |\* \* \* \* \* briefing |ExecStart=)(briefing .+?)(?: +#.*)?$", PAGE, re.MULTILINE)
    assert len(lines) > 15
    for line in lines:
        words = shlex.split(line)[1:]
        while words and words[0] in ("--briefing",):
            words = words[2:]
        if not words or words[0].startswith("--"):
            continue
        assert words[0] in COMMANDS, line
        told = commanded(words[0], "--help").out
        for option in (word for word in words[1:] if word.startswith("--")):
            assert option in told, f"{line}: {option}"


def test_the_kiosk_shows_what_a_pull_has_put_there_and_hears_of_what_comes(desk: Desk, tmp_path: Path, program: dict[str, str]) -> None:
    forced = re.findall(r"ForceCommand (.+)", block("sshd"))[0]
    desk.publish(tmp_path / "web")
    address = (tmp_path / "web").as_uri()
    assert commanded("pull", address, "--into", tmp_path / "readers").code == 0
    python = str(installed(tmp_path / "env"))
    command = forced.replace("/opt/briefing/bin/python", python).replace(FOLDER, str(tmp_path / "readers")) + " --every 1"
    own = " ".join(f"{name}={value}" for name, value in environment().items() if name not in ("TERM", "PATH"))
    guest = f'restrict,pty,command="{command.replace("exec ", f"exec env {own} ")}"'
    before = sorted((tmp_path / "readers").rglob("*"))
    with serving(tmp_path, key=guest) as server, Session(server.login(), columns=100) as session:
        session.until("The herring talks")
        assert sorted((tmp_path / "readers").rglob("*")) == before
        desk.publish(tmp_path / "web", text="The catch is 800,000 tonnes.")
        assert commanded("pull", "--into", tmp_path / "readers").code == 0
        session.until("Version 2 as of 20 May 2031 has come: 1 changed: ONE point 1")
        session.press("Q")
        assert session.wait(10) == 0


def test_a_kiosk_fetches_nothing_and_names_no_path(desk: Desk, tmp_path: Path) -> None:
    desk.publish(tmp_path / "web")
    for named in ((tmp_path / "web").as_uri(), tmp_path / "web", "https://127.0.0.1:1/"):
        said = commanded("--briefing", named, "open", "--kiosk")
        assert (said.code, said.out, said.err) == (3, "", "briefing: the briefing is not ready; tell whoever runs this server\n")


def test_the_service_fills_a_folder_for_every_account(desk: Desk, tmp_path: Path, program: dict[str, str]) -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.read_string(block("systemd", "ExecStart"))
    desk.publish(tmp_path / "web")
    line = unit["Service"]["ExecStart"].replace(FOLDER, str(tmp_path / "readers")).replace(URL, (tmp_path / "web").as_uri())
    umask = int(unit["Service"]["UMask"], 8)
    done = subprocess.run(shlex.split(line), env=program, umask=umask, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(path.stat().st_mode & 0o044 == 0o044 for path in (tmp_path / "readers").rglob("*"))
    assert commanded(*shlex.split(line)[1:]) == Said(0, "", "")
    cron = block("cron").split(None, 6)[6].strip()
    assert line.endswith(
        cron.replace(FOLDER, str(tmp_path / "readers")).replace(URL, (tmp_path / "web").as_uri()).removeprefix("briefing ")
    )
    shown = commanded("--briefing", tmp_path / "readers", "show", "plan/one/1", "--plain")
    assert (shown.code, shown.err, "600,000" in shown.out) == (0, "", True)


def test_systemd_finds_no_fault_in_the_units(tmp_path: Path) -> None:
    for name, holding in (("briefing-pull.service", "ExecStart"), ("briefing-pull.timer", "OnBootSec")):
        (tmp_path / name).write_text(
            block("systemd", holding).replace("ExecStart=briefing", "ExecStart=/bin/true").replace("User=briefing\n", "")
        )
    verifier = shutil.which("systemd-analyze")
    assert verifier, "systemd-analyze is not here (Debian: systemd)"
    done = subprocess.run(
        [verifier, "verify", "--man=no", *map(str, tmp_path.glob("briefing-pull.*"))], capture_output=True, text=True, check=False
    )
    assert not [line for line in done.stderr.splitlines() if "briefing-pull" in line], done.stderr


def test_nginx_serves_it_as_the_page_says_also_over_tls(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.publish(tmp_path / "www" / "talks")
    with nginx(tmp_path / "nginx", tmp_path / "www", block("nginx")) as web:
        with urlopen(f"{web.address}talks/edition.signed") as answer:
            assert answer.headers["Cache-Control"] == "no-cache"
        store = next((tmp_path / "www" / "talks").glob("*.db.gz")).name
        with urlopen(f"{web.address}talks/{store}") as answer:
            assert "immutable" in answer.headers["Cache-Control"]
        secure = f"{web.secure}talks/"
        said = commanded("pull", secure)
        assert (said.code, "its certificate is not trusted" in said.err) == (3, True)
        monkeypatch.setenv("SSL_CERT_FILE", str(web.certificate))
        assert commanded("pull", secure).code == 0
        assert commanded("pull", secure).out == ""
        said = commanded("pull", secure.replace("localhost", "127.0.0.1"))
        assert (said.code, "its certificate is not trusted" in said.err) == (3, True)


def test_a_mirror_is_copied_stores_first_and_edition_last(desk: Desk, tmp_path: Path, program: dict[str, str]) -> None:
    desk.publish(tmp_path / "www")
    (tmp_path / "mirror").mkdir()
    lines = block("sh", "--ignore-existing").replace("/srv/www/talks", str(tmp_path / "www"))
    assert lines.index(".db.gz") < lines.index("edition.signed")
    subprocess.run(["sh", "-ec", lines.replace("mirror.example.org:talks", str(tmp_path / "mirror"))], env=program, check=True)
    assert commanded("pull", (tmp_path / "mirror").as_uri()).code == 0


def git(folder: Path, *words: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A command of git, by an author of its own."""
    named = {f"GIT_{who}_{what}": "author@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return subprocess.run(["git", "-C", str(folder), *words], env=env | named, capture_output=True, text=True, check=False)


def test_several_authors_push_what_passes_the_check_and_it_is_published(desk: Desk, tmp_path: Path, program: dict[str, str]) -> None:
    web = tmp_path / "www"
    bare, second = tmp_path / "talks.git", tmp_path / "second"

    def commit(folder: Path) -> subprocess.CompletedProcess[str]:
        git(folder, "add", "-A", env=program)
        assert git(folder, "commit", "-q", "-m", "Say it", env=program).returncode == 0
        return git(folder, "push", "-q", str(bare), "main", env=program)

    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(bare)], check=True)
    git(desk.folder, "init", "-q", "-b", "main", env=program)
    assert commit(desk.folder).returncode == 0
    subprocess.run(["git", "clone", "-q", str(bare), str(second)], check=True, env=program)
    theirs = second / "data" / "all.toml"
    theirs.write_text(theirs.read_text().replace('name = "Southland"', 'name = "The South"'))
    assert commit(second).returncode == 0
    for name in ("pre-receive", "post-receive"):
        text = block(f"sh {name}").replace("/srv/www/talks", str(web)).replace("/etc/briefing/desk", str(desk.key))
        (bare / "hooks" / name).write_text(text.replace(str(web), f"{web} --ceiling TLP:GREEN") if name == "post-receive" else text)
        (bare / "hooks" / name).chmod(0o755)
    desk.write("The catch is 800,000 tonnes.")  # the other author changes another record of the same file
    assert commit(desk.folder).returncode != 0  # behind
    assert git(desk.folder, "pull", "-q", "--no-rebase", "--no-edit", str(bare), "main", env=program).returncode == 0
    assert "The South" in (desk.folder / "data" / "all.toml").read_text()
    done = git(desk.folder, "push", "-q", str(bare), "main", env=program)
    assert done.returncode == 0, done.stderr
    assert "version 1 as of 20 May 2031" in done.stderr
    shown = commanded("--briefing", web.as_uri(), "show", "plan/one/1", "--plain")
    assert "800,000" in shown.out
    before = (web / "edition.signed").read_bytes()
    broken = desk.folder / "data" / "all.toml"
    broken.write_text(broken.read_text().replace('party = "north"', 'party = "nobody"'))
    done = commit(desk.folder)
    assert done.returncode != 0
    assert "data/all.toml:" in done.stderr
    assert "nobody" in done.stderr
    assert (web / "edition.signed").read_bytes() == before


def test_what_the_container_runs_needs_no_home_and_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    lines = (ROOT / "docs" / "Containerfile").read_text(encoding="utf-8")
    words = [
        word
        for kind in ("ENTRYPOINT", "CMD")
        for word in shlex.split(re.findall(rf"^{kind} \[(.+)\]", lines, re.MULTILINE)[0].replace(",", " "))
    ]
    assert words[:1] == ["briefing"]
    assert "BRIEFING_KIOSK=1" in block("sh container")
    desk.publish(tmp_path / "web")
    assert commanded("pull", (tmp_path / "web").as_uri(), "--into", tmp_path / "readers").code == 0
    command = [*BRIEFING, *(str(tmp_path / "readers") if word == "/talks" else word for word in words[1:])]
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    with Session(command, env=environment(HOME="/nonexistent", BRIEFING_KIOSK="1")) as session:
        session.until("The herring talks")
        session.press("Q")
        assert session.wait(10) == 0
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert not Path("/nonexistent").exists()
