"""Some work of the program, killed at each of its steps in turn. Run by itself: it forks, and has no threads.

    python killed.py pull ADDRESS FOLDER BEFORE BEFORE
    python killed.py publish STORE FOLDER BEFORE

Nothing is signed here: what a killed ssh-keygen leaves is its own temporary file. Prints, for each step, what a reader then has;
the tests say what that may be.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tui.travel.addresses import upstream
from tui.travel.arriving import vouching
from tui.travel.destination import Folder
from tui.travel.kept import KeptFolder
from tui.travel.publishing import Facts, Wish, publish
from tui.travel.pulling import pull

# What changes something that others see, or that is there afterwards.
STEPS = ("open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.truncate", "os.rmdir", "os.chmod", "fcntl.flock")


def digest(path: Path) -> str:
    """What is in a file, in short; - where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8] if path.exists() else "-"


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do some work in a process of its own, which is killed when it comes to this step; False when it came to its end before."""
    child = os.fork()
    if child == 0:
        left = step

        def hook(event: str, given: tuple[object, ...]) -> None:
            nonlocal left
            if event in STEPS and (event != "open" or (isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR))):
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
                left -= 1

        sys.addaudithook(hook)
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def files_in(folder: Path) -> dict[str, str]:
    """What a kill has left: where it is as after the kill before, what follows would be the same, and is not done again."""
    return {str(path.relative_to(folder)): digest(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def anew(folder: Path, before: Path) -> None:
    """The folder as it was before."""
    shutil.rmtree(folder, ignore_errors=True)
    if before.exists():
        shutil.copytree(before, folder)


def kills(folder: Path, before: Path, work: Callable[[], object]) -> Iterator[int]:
    """Kill the work at each step in turn, and tell those steps after which the folder is another than after the one before; last, none."""
    step, on = -1, True
    left = left_before = {"": ""}
    while on:
        step += 1
        anew(folder, before)
        on = killed_at(step, work)
        if on and (left := files_in(folder)) == left_before:
            continue
        left_before = left
        yield step


def pulls(address: str, folder: Path, before: Path) -> None:
    """Tell the store in force after a kill, and after the pull that follows; and what lies about then."""
    vouch = vouching(unverified=True)
    kept = KeptFolder(folder)

    def work() -> None:
        pull(upstream(address), kept, vouch)

    for step in kills(folder, before, work):
        then = digest(kept.store)
        work()
        litter = [path for path in folder.rglob("*") if ".part" in path.name or path.name.startswith(".") or "unpack" in path.name]
        litter += (folder / "arriving").iterdir()
        print(step, then, digest(kept.store), len(litter))


def publishes(store: Path, folder: Path, before: Path) -> None:
    """Tell what a reader of the destination fetches after a kill, and after the desk has published again."""
    vouch = vouching(unverified=True)
    facts = Facts(title="The herring talks", as_of="2031-05-20", handling="TLP:GREEN", format=1)
    wish = Wish(sign=lambda _: b"", vouched=vouch, keep=0)
    kept = KeptFolder(folder.with_name("reader"))

    def work() -> None:
        publish(store, facts, Folder(folder), wish)

    def read() -> str:
        shutil.rmtree(kept.folder, ignore_errors=True)
        pull(upstream(folder.as_uri()), kept, vouch)
        return digest(kept.store)

    for step in kills(folder, before, work):
        then = read()
        work()
        print(step, then, read(), len([path for path in folder.iterdir() if path.name.endswith(".part")]))


if __name__ == "__main__":
    words = sys.argv[2:]
    if sys.argv[1] == "pull":
        pulls(words[0], Path(words[1]), Path(words[2]))
        print("anew")
        pulls(words[0], Path(words[1]), Path(words[3]))
    else:
        publishes(Path(words[0]), Path(words[1]), Path(words[2]))
