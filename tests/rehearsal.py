"""One desk, many servers, for real on this machine: what `docs/deploy.md` says, tried and measured.

    cd tests && PYTHONPATH=.. python -m rehearsal 20           twenty readers, each with a session of its own
    cd tests && PYTHONPATH=.. python -m rehearsal 20 --load    and how many requests a second nginx answers (needs ab)

A desk publishes over ssh to another account (where we may make one), nginx serves it, readers pull and open it, the desk publishes a
change, the server goes and comes back. Everything listens on 127.0.0.1 alone, and is gone afterwards.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

from commanded import commanded
from desk import Desk, Web, desk_in, nginx
from second_account import SFTP, host
from session import BRIEFING, ROOT, Session, environment

EVERY = 2.0  # seconds between two questions of a session


@dataclass
class Rehearsal:
    """What was seen: seconds until each session said it, kilobytes of memory of each, and the screens at each moment."""

    published: str = ""
    idle: bytes = b""  # what a session wrote while it asked and nothing was new
    noticed: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    screens: dict[str, list[str]] = field(default_factory=dict)
    load: list[str] = field(default_factory=list)


def rehearse(readers: int, *, load: bool = False) -> Rehearsal:
    """Do all of it, with so many readers."""
    seen = Rehearsal()
    with ExitStack() as held:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="briefing-rehearsal-")))
        folder.chmod(0o755)
        desk = desk_in(folder / "desk")
        where, client, home = held.enter_context(host(SFTP))
        destination = f"{where}:www/talks"

        def publish(text: str) -> str:
            said = desk.publish(destination, "--ssh-config", client, text=text)
            assert said.code == 0, said.err
            return said.out.strip()

        seen.published = publish("The catch is 600,000 tonnes.")
        server = held.enter_context(ExitStack())
        web = server.enter_context(nginx(folder / "nginx", home / "www"))
        address = f"{web.address}talks/"
        sessions = [held.enter_context(_reader(folder / str(number), desk, address)) for number in range(readers)]
        for session in sessions:
            session.until("The herring talks", 60)
            session.settle()
        seen.memory = [_memory(session.process.pid) for session in sessions]
        seen.idle = sessions[0].read(EVERY * 1.5)
        began = time.monotonic()
        publish("The catch is 800,000 tonnes.")
        put = time.monotonic()
        waiting = list(sessions)
        while waiting and time.monotonic() < began + 60:
            for session in list(waiting):
                session.read(0.01)
                if "Version 2 as of 20 May 2031 has come" in session.text():
                    seen.noticed.append(time.monotonic() - put)
                    waiting.remove(session)
        seen.screens["changed"] = [session.text() for session in sessions]
        if load:
            seen.load = _load(web, home / "www" / "talks")
        server.close()
        for session in sessions:
            session.until("fetched just now", 30)
        seen.screens["gone"] = [session.text() for session in sessions]
        for session in sessions:
            session.press("q", "q")
            assert session.wait(20) == 0
    return seen


def _reader(home: Path, desk: Desk, address: str) -> Session:
    """Somebody who trusts the desk and opens the briefing, in a home of their own."""
    home.mkdir(parents=True)
    own = environment(HOME=str(home))
    before = dict(os.environ)
    os.environ["HOME"] = str(home)
    try:
        assert commanded("trust", f"{desk.key}.pub").code == 0
        assert commanded("pull", address).code == 0
    finally:
        os.environ.clear()
        os.environ.update(before)
    return Session([*BRIEFING, "--briefing", address, "open", "--every", str(EVERY)], columns=100, env=own)


def _memory(process: int) -> int:
    """The memory that a process has for itself, in kB: what it shares with its like is counted by parts."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text()
    return int(re.findall(r"^Pss: +(\d+)", text, re.MULTILINE)[0])


REQUESTS = 20_000


def _load(web: Web, folder: Path) -> list[str]:
    """What ab measures, each request on a connection of its own: the edition whole, the edition unchanged, a store; and over TLS."""
    with urlopen(f"{web.address}talks/edition.signed") as answer:
        tag = answer.headers["ETag"]
    store = next(folder.glob("*.db.gz")).name
    unchanged = ["-H", f"If-None-Match: {tag}"]
    return [
        _rate("edition, changed", f"{web.address}talks/edition.signed"),
        _rate("edition, unchanged", f"{web.address}talks/edition.signed", *unchanged),
        _rate("store", f"{web.address}talks/{store}"),
        _rate("edition, unchanged, over TLS", f"{web.secure}talks/edition.signed", *unchanged, requests=REQUESTS // 10),
    ]


def _rate(what: str, address: str, *more: str, requests: int = REQUESTS) -> str:
    words = ["ab", "-q", "-n", str(requests), "-c", "50", *more, address]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    rate, sent, slow = (
        re.findall(pattern, told)[0] for pattern in (r"Requests per second: +([\d.]+)", r"Total transferred: +(\d+)", r" 99% +(\d+)")
    )
    return f"{what}: {float(rate):,.0f} a second, {int(sent) // requests:,} bytes each, 99 in 100 within {slow} ms"


def main() -> None:
    """Tell what was seen."""
    readers = int(sys.argv[1]) if sys.argv[1:] else 20
    os.chdir(ROOT)
    found = rehearse(readers, load="--load" in sys.argv)
    print(found.published)
    print(f"{len(found.noticed)} of {readers} sessions said what is new, after {min(found.noticed):.1f} to {max(found.noticed):.1f} s")
    print(f"memory of a session: {sum(found.memory) // len(found.memory):,} kB")
    print(*found.load, sep="\n")
    print(found.screens["changed"][0], found.screens["gone"][0], sep="\n")


if __name__ == "__main__":
    main()
