"""A kiosk: a guest reads this briefing, and whatever is typed or asked of ssh, the server does nothing else."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
from forked import READ_AT_START
from session import BRIEFING, ROOT, Session, environment, state_of
from sshd import forced, installed, kiosk, serving
from watching import Watch

from tui.app.panes.help import Help
from tui.app.panes.palette import Palette
from tui.cli.new import write_new as write_template
from tui.compile.build import build
from tui.errors import Exit
from tui.keys import KEYS
from tui.store.read import Store

AT_ONCE = 0.02  # seconds without work after which the next keys are typed
LEAVES = "qQйЙ\x03\x11"  # at the top, or anywhere, these end the session, and are tried one by one
SEQUENCES = [
    *(f"\x1b{letter}" for letter in "abcdefxvoO!|:1~"),  # Alt, or Esc and a key in one packet
    *(f"\x1bO{letter}" for letter in "PQRSABCDHFM"),
    *(f"\x1b[{number}~" for number in (*range(1, 9), *range(11, 35))),
    *(f"\x1b[1;{modifier}{letter}" for modifier in (2, 3, 5, 6) for letter in "ABCDHF"),
    "\x1b[Z", "\x1b[M !!", "\x1b[<0;5;5M", "\x1b[<0;5;5m", "\x1b[I", "\x1b[O", "\x1b[200~:!sh\r/etc/passwd\r\x1b[201~",
]  # fmt: skip
EVERY = [
    *(chr(code) for code in range(1, 127) if chr(code) not in LEAVES),
    *"абвгдежзиіїєклмнопрстуфхцчшщьюяАБВГДЕЖЗИІЇЄКЛМНОПРСТУФХЦЧШЩЬЮЯ",
]
NAMES = [
    "/etc/passwd",
    "../../../etc/passwd",
    "!sh",
    "~/.ssh/id",
    "file:///etc/passwd",
    "$(touch owned)",
    "plan/../../x",
    "https://example.org/",
]
PROMPTS = ["/", ":", "F", "a"]
GUEST = {
    "BRIEFING_KIOSK": "0",
    "EDITOR": "touch owned",
    "VISUAL": "touch owned",
    "PAGER": "touch owned",
    "LESS": "-o owned",
    "BROWSER": "touch owned",
    "SHELL": "/bin/sh",
    "TEXTUAL_LOG": "owned.log",
    "TEXTUAL_DRIVER": "antigravity:Driver",
    "TEXTUAL_PRESS": "Q",
    "TEXTUAL_SCREENSHOT": "1",
    "COLUMNS": "7",
    "LINES": "3",
    "SSH_ORIGINAL_COMMAND": "touch owned",
    "TMUX": "/tmp/owned,1,0",
}


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    return Watch(tmp_path / "watch")


NO_FILE = (":memory:",)  # where a search asks SQLite for the stems of words; the folder of the watch is looked through for a library


def watched(watch: Watch) -> str:
    return f"{watch.folder}:{ROOT}"


def launch(store: Path, watch: Watch, *flags: str, cwd: Path, told: dict[str, str] | None = None) -> Session:
    homes = {f"XDG_{name}_HOME": str(watch.folder / f"owned-{name}") for name in ("STATE", "CACHE")}
    env = environment(**{**(told or {}), **homes, "PYTHONPATH": watched(watch), "PYTHONDONTWRITEBYTECODE": "1"})
    return Session([*BRIEFING, "--briefing", str(store), "open", *flags], columns=70, lines=16, env=env, cwd=cwd)


def pound(session: Session, keys: Sequence[str]) -> None:
    """Type keys as fast as the app takes them."""
    for at in range(0, len(keys), 24):
        session.type("".join(keys[at : at + 24]).encode())
        session.settle(AT_ONCE, 3)


@pytest.fixture
def small(ferry: Path, tmp_path: Path) -> Path:
    """The store of the template by itself: what a key does is the same whatever is read, and this is drawn sooner."""
    path = tmp_path / "small" / "store.db"
    path.parent.mkdir()
    path.write_bytes(ferry.read_bytes())
    return path


def settled(session: Session) -> None:
    """Out of whatever prompt and filter the keys have led to, and to the first pane."""
    for _ in range(3):
        session.press("\x1b")
    session.press("1")
    session.until("The Lode crossing")


@pytest.mark.parametrize(("where", "turn"), [("1", 0), ("5", 1), (":", 0), ("F", 1)])
def test_no_key_anywhere_starts_writes_reads_or_stops_anything(small: Path, watch: Watch, tmp_path: Path, where: str, turn: int) -> None:
    """Each key in one pane and at one prompt: what it does hangs on the key, or on whether words are asked for."""
    (tmp_path / "home").mkdir()
    told = {name: value for name, value in GUEST.items() if where == "1" or not name.startswith(READ_AT_START)}  # for those it is started
    with launch(small, watch, "--kiosk", cwd=tmp_path / "home", told=told) as session:
        session.until("What divides")
        session.press("?", "\x1b")
        watch.forget()
        session.press(*where)
        pound(session, EVERY[turn::2])
        settled(session)
        session.press(*where)
        sequences = SEQUENCES[turn::2]
        for at in range(0, len(sequences), 4):
            session.type("".join(sequences[at : at + 4]).encode())
            session.settle(AT_ONCE, 1)
        session.press("y", "Y", "e", "\r", "E", "\r", "Z")
        settled(session)
        assert state_of(session.process.pid) in ("S", "R"), "it was not stopped"
        session.press("Q")
        assert session.wait() == 0
    assert watch.programs() == []
    assert watch.written() == []
    read = {small.absolute().as_uri() + "?mode=ro&immutable=1", str(small), "/proc/self/environ", *NO_FILE, str(watch.folder)}
    assert set(watch.read()) <= read
    assert list((tmp_path / "home").iterdir()) == []


@pytest.mark.parametrize("prompts", [PROMPTS[:2], PROMPTS[2:]])
def test_what_is_entered_at_a_prompt_is_never_a_path_or_a_program(small: Path, watch: Watch, tmp_path: Path, prompts: list[str]) -> None:
    """Each name is pasted, which enters it at one go; what each letter does by itself is tried above."""
    with launch(small, watch, "--kiosk", cwd=tmp_path) as session:
        session.until("What divides")
        watch.forget()
        for at, prompt in enumerate(prompts):
            for name in NAMES[at % 2 :: 2]:  # each name at two of the prompts
                session.press(f"2{prompt}\x15\x1b[200~{name}\x1b[201~")
                assert name[:4] in session.text() or name[-4:] in session.text(), "it stands in the prompt"
                session.press("\r", "\x1b")
            settled(session)
        session.press("Q")
        assert session.wait() == 0
    assert watch.programs() == []
    assert watch.written() == []
    assert not [
        name
        for name in watch.read()
        if name not in (str(small), small.absolute().as_uri() + "?mode=ro&immutable=1") and name not in (*NO_FILE, str(watch.folder))
    ]


def test_what_a_kiosk_refuses_works_elsewhere_and_is_seen_by_this_watch(shipped: Path, watch: Watch, tmp_path: Path) -> None:
    """The other side of the tests above: what they look for is seen when it happens."""
    with Session([*BRIEFING, "--briefing", str(shipped), "open"], cwd=tmp_path, env=environment(PYTHONPATH=watched(watch))) as session:
        session.until("What divides")
        session.press("e", "enter")
        session.until("Written to")
        assert any("overview" in name for name in watch.written())


def test_a_key_that_is_off_says_so(shipped: Path, watch: Watch, tmp_path: Path) -> None:
    with launch(shipped, watch, "--kiosk", cwd=tmp_path) as session:
        session.until("What divides")
        for key in ("e", "E", "Z", "\x1a", "У", "Я"):
            session.press(key)
            session.until("this is a kiosk")
            session.press("j")
            assert "this is a kiosk" not in session.text()
        session.press("Q")
        assert session.wait() == 0


def test_the_variable_makes_a_kiosk_as_the_option_does(shipped: Path, tmp_path: Path) -> None:
    with Session([*BRIEFING, "--briefing", str(shipped), "open"], cwd=tmp_path, env=environment(BRIEFING_KIOSK="1")) as session:
        session.until("What divides")
        session.press("e")
        session.until("this is a kiosk")


@pytest.mark.parametrize("how", [["open"], ["open", "--plain"]])
def test_without_a_store_it_builds_none_and_tells_no_path(tmp_path: Path, how: list[str]) -> None:
    talks = tmp_path / "talks"
    write_template(talks, None)
    (talks / "data" / "broken.toml").write_text("secret = not toml")
    before = sorted(talks.rglob("*"))
    env = environment(BRIEFING_KIOSK="1", XDG_CACHE_HOME=str(tmp_path / "cache"))
    with Session([*BRIEFING, "--briefing", str(talks), *how], cwd=tmp_path, env=env) as session:
        assert session.wait() == Exit.MACHINE
        text = session.text()
    assert "the briefing is not ready; tell whoever runs this server" in text
    assert "talks" not in text
    assert "secret" not in text
    assert sorted(talks.rglob("*")) == before
    assert not (tmp_path / "cache").exists()


def test_a_store_older_than_its_sources_is_shown_as_it_stands(tmp_path: Path) -> None:
    talks = tmp_path / "talks"
    write_template(talks, None)
    store = build(talks / "briefing.toml").path
    before = store.read_bytes()
    (talks / "data" / "broken.toml").write_text("secret = not toml")
    with Session([*BRIEFING, "--briefing", str(talks), "open", "--kiosk"], cwd=tmp_path) as session:
        session.until("State")
        session.press("Q")
        assert session.wait() == 0
    assert store.read_bytes() == before


def test_help_and_palette_offer_no_key_that_is_off(shipped: Path) -> None:
    off = {key.name for key in KEYS if not key.kiosk}
    assert off == {"write", "edit", "stop", "errors", "news", "bookmark", "bookmarks", "note", "gather", "basket"}
    with Store.open(shipped) as store:
        for kiosk_here in (True, False):
            panes = (Help(store, "overview", (), kiosk=kiosk_here), Palette(store, "overview", kiosk=kiosk_here))
            offered = {row.key.removeprefix("command/") for pane in panes for row in pane.rows()}
            assert bool(offered & off) is not kiosk_here


@pytest.mark.parametrize(
    ("options", "command"),
    [
        (("-tt",), ("touch", "OWNED", ";", "sh", "-c", "'touch OWNED'")),
        (
            ("-tt", "-o", "SetEnv=EDITOR=touch BRIEFING_KIOSK=0 TEXTUAL_LOG=OWNED PAGER=touch LESS=-oOWNED XDG_STATE_HOME=OWNED"),
            ("--briefing", "/etc/passwd", ";", "touch", "OWNED"),
        ),
    ],
)
def test_what_a_guest_asks_of_ssh_changes_nothing(
    shipped: Path, tmp_path: Path, options: tuple[str, ...], command: tuple[str, ...]
) -> None:
    owned = tmp_path / "owned"
    named = [part.replace("OWNED", str(owned)) for part in (*options, "|", *command)]
    at = named.index("|")
    with serving(tmp_path, key=forced(kiosk(shipped)), config="AcceptEnv *\n") as server:
        with Session(server.login(*named[at + 1 :], options=tuple(named[:at]))) as session:
            session.until("What divides")
            session.press("e")
            session.until("this is a kiosk")
            session.press("Q")
            assert session.wait(20) == 0
        assert not owned.exists()


@pytest.mark.parametrize("options", [("-T",), ("-s", "-T"), ("-N", "-T", "-L", "0:127.0.0.1:1"), ("-W", "127.0.0.1:1")])
def test_without_a_terminal_a_guest_gets_the_text_or_nothing(shipped: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    with serving(tmp_path, key=forced(kiosk(shipped))) as server:
        asked = ("sftp",) if "-s" in options else ()
        process = subprocess.Popen(
            server.login(*asked, options=options), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
        )
        try:
            out, _ = process.communicate(b"ls\n!sh\n", timeout=4 if "-N" in options else 30)
        except subprocess.TimeoutExpired:
            process.kill()
            out, _ = process.communicate()
        assert b"\x1b" not in out
        assert not out or out.startswith(b"Talks on ending the war")


@pytest.mark.parametrize(("columns", "lines"), [(20, 5), (80, 24), (200, 60), (400, 120), (1, 1)])
def test_a_guest_s_terminal_may_have_any_size(shipped: Path, tmp_path: Path, columns: int, lines: int) -> None:
    kiosk_here = [*BRIEFING, "--briefing", str(shipped), "open", "--kiosk"]
    with ExitStack() as stack:
        over_ssh = columns == 1  # what ssh says of it is as the kernel says it elsewhere, so once will do
        login = stack.enter_context(serving(tmp_path, key=forced(kiosk(shipped)))).login() if over_ssh else kiosk_here
        session = stack.enter_context(Session(login, columns=columns, lines=lines))
        session.until("T" if columns > 1 else "…", 30)
        session.resize(90, 28)
        session.press("5")
        session.until("US 28", 30)
        session.press("Q")
        assert session.wait(20) == 0


README = (ROOT / "README.md").read_text(encoding="utf-8")
FORCED = "/opt/briefing/bin/python -I -m tui.cli --briefing /srv/talks open --kiosk"


def ready(line: str, store: Path, folder: Path) -> str:
    """A line of the README as it is for a program that is installed here."""
    assert FORCED in line
    return line.replace("/opt/briefing/bin/python", str(installed(folder / "env"))).replace("/srv/talks", str(store))


def test_the_lines_of_the_readme_make_a_kiosk(shipped: Path, tmp_path: Path) -> None:
    """Whatever the server accepts elsewhere: of a guest's variables those that Python and the shell act on reach neither."""
    found = re.search(r"    Match User reader\n(?:        .*\n)+", README)
    assert found
    lines = ready(found.group().replace("Match User reader", "Match all"), shipped, tmp_path)
    sent = "-o", f"SetEnv={own_python(tmp_path)} BASH_ENV=$(touch${{IFS}}{tmp_path}/owned)"
    with serving(tmp_path, config=f"AcceptEnv *\n{lines}") as server:
        assert_only_read(server.login("touch", str(tmp_path / "owned"), options=("-tt", *sent)), tmp_path)
        denied = subprocess.run(
            server.login(options=("-W", "127.0.0.1:22")),
            capture_output=True,
            env=environment(),
            check=False,
            timeout=30,
            stdin=subprocess.DEVNULL,
        )
        assert denied.returncode != 0
    assert not (tmp_path / "owned").exists()


def test_the_key_of_the_readme_makes_a_kiosk_where_every_variable_is_accepted(shipped: Path, tmp_path: Path) -> None:
    found = re.search(r"    (restrict,.+?) ssh-ed25519", README)
    assert found
    with serving(tmp_path, key=ready(found[1], shipped, tmp_path), config="AcceptEnv *\n") as server:
        assert_only_read(server.login(options=("-tt", "-o", f"SetEnv={own_python(tmp_path)}")), tmp_path)


def own_python(folder: Path) -> str:
    """What has a Python that heeds variables run a program of the guest, before ours and after it, or tell paths."""
    (folder / "sitecustomize.py").write_text(f"import pathlib\npathlib.Path({str(folder / 'owned')!r}).touch()\n")
    told = {"PATH": folder, "INSPECT": 1, "WARNINGS": "all:0:antigravity.x:0:0", "VERBOSE": 1, "BREAKPOINT": "os.system", "HASHSEED": "no"}
    return " ".join([f"PYTHON{name}={value}" for name, value in told.items()] + [f"BROWSER=touch${{IFS}}{folder}/owned"])


def assert_only_read(login: list[str], folder: Path) -> None:
    """The guest reads, leaves, and has done nothing else."""
    with Session(login) as session:
        session.until("What divides", 30)
        session.press("e")
        session.until("this is a kiosk")
        session.press("Q")
        assert session.wait(20) == 0
        assert b">>>" not in session.raw
        assert str(folder).encode() not in session.raw
    assert not (folder / "owned").exists()


def test_a_kiosk_ends_where_python_was_told_to_go_on(shipped: Path, tmp_path: Path) -> None:
    """As with an older line in `authorized_keys`, by which Python heeds the guest's variables."""
    with Session([*BRIEFING, "--briefing", str(shipped), "open", "--kiosk"], env=environment(PYTHONINSPECT="1"), cwd=tmp_path) as session:
        session.until("What divides")
        session.press("Q")
        assert session.wait() == 0
        assert b">>>" not in session.raw


@pytest.mark.parametrize("moment", [0.01, 0.03, 0.06, 0.2])
def test_ctrl_c_at_any_moment_of_a_kiosk_s_start_tells_no_path(shipped: Path, tmp_path: Path, moment: float) -> None:
    found = re.search(r'command="(.+?)"', README)
    assert found
    with Session(["sh", "-c", ready(found[1], shipped, tmp_path)], cwd=tmp_path) as session:
        time.sleep(moment)
        for _ in range(3):
            session.type(b"\x03")
            time.sleep(0.005)
        session.settle(most=3)
        session.type(b"Q")
        session.wait(10)
        assert b"Traceback" not in session.raw
        assert b'File "' not in session.raw
        assert session.modes() == session.modes_before


def test_a_dropped_connection_leaves_no_process_behind(shipped: Path, tmp_path: Path) -> None:
    store = tmp_path / "own.db"
    store.write_bytes(shipped.read_bytes())

    def guests() -> list[str]:
        found = subprocess.run(["pgrep", "-f", f"tui.cli --briefing {store} open"], capture_output=True, text=True, check=False)
        return found.stdout.split()

    with serving(tmp_path, key=forced(kiosk(store))) as server, Session(server.login()) as session:
        session.until("What divides", 30)
        assert guests()
        session.process.kill()
        deadline = time.monotonic() + 10
        while guests() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not guests()
