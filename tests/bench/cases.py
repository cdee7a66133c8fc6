"""CASES: what is measured. Each gives one pair of ours and the base a time it is asked, in whatever unit."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import tomli
from rapidfuzz.distance import Levenshtein
from session import BRIEFING, environment

from bench.large import grow, text, write_briefing
from bench.terminal import HERE, Timed
from tui.compile.build import build, ready
from tui.locate import shipped
from tui.store.read import Store

HELLO = [sys.executable, "-m", "bench.bare"]
NOTHING = [sys.executable, "-c", "pass"]
Pair = tuple[float, float]


class Ground:
    """What is measured on, made when it is first needed, in a folder of its own."""

    def __init__(self, folder: Path, *, quick: bool) -> None:
        self.folder = folder
        self.points = 5_000 if quick else 20_000
        self.searched = 50_000 if quick else 1_000_000
        self.large_points = 50_000 if quick else 200_000

    @cached_property
    def store(self) -> Path:
        """The shipped briefing."""
        return build(shipped(), self.folder / "shipped.db").path

    @cached_property
    def large(self) -> Path:
        """The same with very many points."""
        grow(self.store, self.folder / "large.db", self.large_points, "us-28")
        return self.folder / "large.db"

    @cached_property
    def searched_store(self) -> Path:
        """The same with as many as are searched."""
        grow(self.store, self.folder / "searched.db", self.searched, "us-28")
        return self.folder / "searched.db"

    @cached_property
    def manifest(self) -> Path:
        """A briefing in a hundred and one files."""
        return write_briefing(self.folder / "many", self.points)

    @cached_property
    def long_plans(self) -> Path:
        """Four plans of three thousand points."""
        return self._plans(3_000)

    @cached_property
    def short_plans(self) -> Path:
        """Four plans of three hundred."""
        return self._plans(300)

    def _plans(self, points: int) -> Path:
        return build(write_briefing(self.folder / f"plans{points}", 4 * points, 4)).path

    @cached_property
    def start(self) -> list[str]:
        """The command that opens the shipped briefing, whose store is fresh."""
        ready(shipped())
        return BRIEFING

    def app(self, store: Path, address: str = "overview") -> list[str]:
        """The command that opens the app."""
        return [*BRIEFING, "--briefing", str(store), "open", address]


@dataclass(frozen=True)
class Case:
    """`goal` is the highest ratio of ours to the base, or with `exact` the highest number of ours."""

    name: str
    goal: float
    measure: Callable[[Ground], Pair]
    exact: bool = False
    rounds: int = 5


def timed(action: Callable[[], object]) -> float:
    """Seconds it takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def first_paint(command: list[str], text: bytes) -> float:
    with Timed(command) as session:
        return session.shows(text)


def first_open(ground: Ground, store: Path | None = None) -> float:
    """Seconds until the overview of a store is there; without one that of the shipped briefing, as people start it."""
    return first_paint(ground.app(store) if store else ground.start, b"What divides")


def first_comparison(ground: Ground, store: Path) -> float:
    """Seconds until the comparison of four plans is there."""
    return first_paint(ground.app(store, "compare/p0+p1+p2+p3"), b"P0 / P1 / P2 / P3")


def key(press: str, base: str, address: str = "overview", before: str = "") -> Callable[[Ground], Pair]:
    """Seconds from a key to its last byte, beside the bare app's for a key that changes as many rows."""

    def measure(ground: Ground) -> Pair:
        with Timed(ground.app(ground.store, address)) as ours, Timed(HELLO) as bare:
            ours.shows(b"\x1b[?2004")
            bare.shows(b"Hello")
            ours.quieted()
            bare.quieted()
            for one in before:
                ours.answer(one)
            return ours.answer(press)[0], bare.answer(base)[0]

    return measure


def key_bytes(press: str, address: str, before: str = "") -> Callable[[Ground], Pair]:
    """Bytes that a key costs."""

    def measure(ground: Ground) -> Pair:
        with Timed(ground.app(ground.store, address)) as session:
            session.shows(b"\x1b[?2004")
            session.quieted()
            for one in before:
                session.answer(one)
            return session.answer(press)[1], 0

    return measure


def start_bytes(ground: Ground) -> Pair:
    """Bytes until it is quiet."""
    with Timed(ground.app(ground.store)) as session:
        session.shows(b"\x1b[?2004")
        return len(session.quieted().raw), 0


def memory(command: Callable[[Ground], list[str]], sessions: int = 1) -> Callable[[Ground], Pair]:
    """Memory of each of so many sessions, beside one bare app's."""

    def measure(ground: Ground) -> Pair:
        many = [Timed(command(ground)) for _ in range(sessions)]
        try:
            for session in many:
                session.shows(b"\x1b[?2004")
                session.quieted()
            with Timed(HELLO) as bare:
                bare.shows(b"Hello")
                return sum(session.memory() for session in many) / sessions, bare.quieted().memory()
        finally:
            for session in many:
                session.__exit__(None, None, None)

    return measure


def command_line(*arguments: str) -> Callable[[Ground], Pair]:
    """A command on a fresh store beside an interpreter that does nothing."""

    def measure(ground: Ground) -> Pair:
        command = [*BRIEFING, *(str(ground.store) if one == "STORE" else one for one in arguments)]
        ours, base = (
            timed(lambda line=line: subprocess.run(line, check=True, capture_output=True, env=environment()))  # type: ignore[misc]
            for line in (command, NOTHING)
        )
        return ours, base

    return measure


def floor(ground: Ground) -> float:
    """Parsing the files, one insert a point, and waiting for the disk: nothing can be quicker."""

    def run() -> None:
        out = ground.folder / "floor.db"
        connection = sqlite3.connect(out, isolation_level=None)
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE t (a, b, c, d, e, f); BEGIN")
        for path in sorted((ground.manifest.parent / "data").glob("plan*.toml")):
            points = tomli.loads(path.read_text(encoding="utf-8"))["plan"][0]["point"]
            rows = [
                (one["number"], one["short"], one["text"], *map(str, (one["issues"], one["sources"], one.get("derives")))) for one in points
            ]
            connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", rows)
        connection.execute("COMMIT")
        connection.close()
        descriptor = os.open(out, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)
        out.unlink()

    return timed(run)


def whole_build(ground: Ground) -> float:
    """A build of everything."""
    shutil.rmtree(ground.manifest.parent / ".briefing", ignore_errors=True)
    return timed(lambda: build(ground.manifest))


def changed_build(ground: Ground) -> Pair:
    """One word changed in one file of a hundred, beside a build of everything."""
    whole = whole_build(ground)
    path = ground.manifest.parent / "data" / "plan050.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("Point 7", "Point 7 again", 1), encoding="utf-8")
    return timed(lambda: build(ground.manifest)), whole


def unchanged_build(ground: Ground) -> Pair:
    """Nothing changed, beside a build of everything."""
    whole = whole_build(ground)
    return timed(lambda: build(ground.manifest)), whole


def searching(words: str) -> Callable[[Ground], Pair]:
    """The first hits, beside the same rows of the same index without a word of ours."""

    def measure(ground: Ground) -> Pair:
        query = " AND ".join(f'"{word}"' for word in words.split()) + " *"
        statement = "SELECT kind, id, number, passage.title, passage.body FROM passage_words JOIN passage ON _row = passage_words.rowid"
        statement += " WHERE passage_words MATCH ? ORDER BY passage_words.rowid LIMIT 51"
        connection = sqlite3.connect(f"file:{ground.searched_store}?mode=ro&immutable=1", uri=True)
        with Store.open(ground.searched_store) as store:
            store.search(words, 51, 0)
            base = min(timed(lambda: connection.execute(statement, (query,)).fetchall()) for _ in range(5))
            ours = min(timed(lambda: store.search(words, 51, 0)) for _ in range(5))
        connection.close()
        return ours, base

    return measure


def differing(one: list[str], two: list[str]) -> Pair:
    """The difference of two texts, beside rapidfuzz's own time for their words."""
    from tui.views.compare.difference import difference

    before, after = " ".join(one), " ".join(two)
    ours = min(timed(lambda: difference(before, after)) for _ in range(5))
    return ours, min(timed(lambda: Levenshtein.opcodes(one, two)) for _ in range(5))


def dense(ground: Ground) -> Pair:
    """Two texts of two thousand words, of which every third is a number or lays down a duty."""
    del ground
    words = ["must", "not", "600,000", "boats", "leave", "the", "port", "before", "noon"]
    one, two = ([words[n * step % 9] for n in range(2000)] for step in (7, 5))
    return differing(one, two)


def edited(ground: Ground) -> Pair:
    """Two texts of two thousand words, of which every tenth is another."""
    del ground
    chance = random.Random(3)
    one = " ".join(text(chance) for _ in range(100)).split()[:2000]
    return differing(one, [chance.choice(one) if chance.random() < 0.1 else word for word in one])


def beside(name: str) -> Callable[[Ground], Pair]:
    """How long a peer takes for its first paint of the same text, beside the bare app."""

    def measure(ground: Ground) -> Pair:
        text = ground.folder / "overview.txt"
        text.write_text("Hello overview\n" * 200, encoding="utf-8")
        commands = {
            "less": ["less", str(text)],
            "sqlite3": ["sqlite3", str(ground.store), "SELECT 'Hello'"],
            "vd": ["vd", str(ground.store)],
            "tig": ["tig", "--", str(HERE)],
            "frogmouth": ["frogmouth", str(text)],
            "harlequin": ["harlequin", "-a", "sqlite", str(ground.store)],
        }
        marks = {"less": b"Hello", "sqlite3": b"Hello", "frogmouth": b"Hello", "vd": b"passage", "tig": b"[", "harlequin": b"Data Catalog"}
        return first_paint(commands[name], marks[name]), first_paint(HELLO, b"Hello")

    return measure


PEERS = ("less", "tig", "vd", "harlequin", "frogmouth", "sqlite3")
CASES: tuple[Case, ...] = (
    Case("first paint", 1.0, lambda ground: (first_open(ground), first_paint(HELLO, b"Hello"))),
    Case("first paint, large store", 1.05, lambda ground: (first_open(ground, ground.large), first_open(ground, ground.store))),
    Case("bytes of a start", 9_000, start_bytes, exact=True, rounds=1),
    Case("bytes of a row", 600, key_bytes("j", "compare", "j"), exact=True, rounds=1),
    Case("bytes of a row that scrolls", 700, key_bytes("j", "sources", "j" * 38), exact=True, rounds=1),
    Case("bytes of a page", 6_000, key_bytes("\x1b[6~", "sources"), exact=True, rounds=1),
    Case("bytes of a pane", 6_000, key_bytes("5", "overview"), exact=True, rounds=1),
    Case("time of a row", 1.5, key("j", "k", "sources", "j")),
    Case("time of a page", 1.5, key("\x1b[6~", "k", "sources")),
    Case("time of a pane", 1.5, key("5", "k", "overview", "51")),
    Case("memory", 1.15, memory(lambda ground: ground.start), rounds=3),
    Case("memory, large store", 1.15, memory(lambda ground: ground.app(ground.large)), rounds=3),
    Case("memory, each of four sessions", 1.15, memory(lambda ground: ground.start, 4), rounds=1),
    Case("build beside the floor", 1.6, lambda ground: (whole_build(ground), floor(ground)), rounds=3),
    Case("build, nothing changed", 0.10, unchanged_build, rounds=3),
    Case("build, one file of a hundred", 0.15, changed_build, rounds=3),
    Case("search, three letters", 2.0, searching("sec"), rounds=3),
    Case("search, a common word", 2.0, searching("security"), rounds=3),
    Case("search, two words", 2.0, searching("security the"), rounds=3),
    Case("difference of 2,000 words", 1.5, dense),
    Case("difference, one word in ten", 1.5, edited),
    Case(
        "compare, 3,000 points a plan",
        1.5,
        lambda ground: (first_comparison(ground, ground.long_plans), first_comparison(ground, ground.short_plans)),
    ),
    Case("briefing --version", 2.0, command_line("--version")),
    Case("briefing --help", 2.0, command_line("--help")),
    Case("briefing show", 3.0, command_line("--briefing", "STORE", "show", "party/ukraine")),
    Case("briefing list", 3.0, command_line("--briefing", "STORE", "list", "plans")),
    *(Case(f"peer: {name}", float("inf"), beside(name), rounds=3) for name in PEERS if shutil.which(name)),
)
