"""Large stores and briefings to measure on: stores grown by SQL in seconds, and source files of points of two hundred characters."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path

from tui.store.passages import in_index

WORDS = [
    "the", "of", "and", "to", "a", "in", "security", "forces", "shall", "be", "territory", "guarantees", "border",
    "council", "parties", "agree", "ceasefire", "monitors", "withdraw", "days", "months", "within", "each", "side", "commission", "water",
    "bridge", "ferry", "toll", "port", "harbour", "boats", "fishing", "rights", "licence", "money", "bond", "pays",
]  # fmt: skip
RARE = 20_000  # words that stand in a few points each
LENGTH = 200  # characters of a point


def text(chance: random.Random) -> str:
    """A point's text: mostly common words, some that are rare."""
    words: list[str] = []
    while sum(map(len, words)) + len(words) < LENGTH:
        words.append(chance.choice(WORDS) if chance.random() < 0.8 else f"w{chance.randrange(RARE)}")
    return " ".join(words)[:LENGTH].strip()


def grow(store: Path, out: Path, points: int, plan: str) -> None:
    """A copy of a store in which one plan has that many points more, each of them searchable."""
    shutil.copyfile(store, out)
    chance = random.Random(5)
    texts = [text(chance) for _ in range(min(points, 50_000))]
    connection = sqlite3.connect(out)
    connection.execute("PRAGMA synchronous = OFF")
    (owner,) = connection.execute("SELECT _row FROM plan WHERE id = ?", (plan,)).fetchone()
    (last,) = connection.execute("SELECT max(_row) FROM point").fetchone()
    (passage,) = connection.execute("SELECT max(_row) FROM passage WHERE kind = 'plan'").fetchone()
    (position,) = connection.execute("SELECT max(_position) FROM point WHERE _owner = ?", (owner,)).fetchone()
    numbers = range(1, points + 1)
    connection.executemany(
        "INSERT INTO point (_row, _owner, _position, _known, number, short, text) VALUES (?, ?, ?, '', ?, ?, ?)",
        ((last + n, owner, position + n, f"x{n}", f"Point {n}", texts[n % len(texts)]) for n in numbers),
    )
    connection.executemany(
        "INSERT INTO passage (_row, kind, id, number, title, names, body, also, _known, _until)"
        " VALUES (?, 'plan', ?, ?, ?, ?, ?, ?, '', '~')",
        ((passage + n, plan, f"x{n}", f"{plan} {n}", f"Point {n}", texts[n % len(texts)], f"point x{n}") for n in numbers),
    )
    connection.executemany(
        "INSERT INTO passage_words (rowid, title, body, also) VALUES (?, ?, ?, ?)",
        ((passage + n, *in_index(f"{plan} {n}", f"Point {n}", texts[n % len(texts)], f"point x{n}")) for n in numbers),
    )
    connection.execute("INSERT INTO passage_words (passage_words) VALUES ('optimize')")
    connection.execute("UPDATE meta SET value = CAST(value AS INTEGER) + ? WHERE key = 'count:point'", (points,))
    connection.commit()
    connection.close()


def write_briefing(folder: Path, points: int, files: int = 100) -> Path:
    """The source files of a briefing of many points, in plans that derive from each other; its manifest."""
    chance = random.Random(1)
    data = folder / "data"
    data.mkdir(parents=True)
    manifest = folder / "briefing.toml"
    manifest.write_text('title = "T"\nas_of = "2030-06-01"\nhandling = "public"\ndesk = "d"\n', encoding="utf-8")
    made = 'sources = ["s1"]\nmode = "document"\n'
    head = [f'[[source]]\nid = "s{n}"\ntitle = "Source {n}"\ntype = "news"\ndate = "2030-01-01"\n' for n in range(200)]
    head += [f'[[issue]]\nid = "i{n}"\nname = "Issue {n}"\n{made}' for n in range(12)]
    (data / "head.toml").write_text("\n".join(head), encoding="utf-8")
    for number in range(files):
        start = f'[[plan]]\nid = "p{number}"\nname = "Plan {number}"\nshort = "P{number}"\ntext = "full"\nmade_public = "2030-02-01"\n'
        points_here = [_point(chance, number, n) for n in range(1, points // files + 1)]
        (data / f"plan{number:03}.toml").write_text(start + made + "\n" + "\n".join(points_here), encoding="utf-8")
    return manifest


def _point(chance: random.Random, plan: int, number: int) -> str:
    lines = [
        "[[plan.point]]",
        f'number = "{number}"',
        f'short = "Point {number}"',
        f'text = "{text(chance)}"',
        f'issues = ["i{chance.randrange(12)}"]',
        f'sources = [{{ id = "s{(plan * 7 + number) % 200}", at = "page {number}" }}, "s{chance.randrange(200)}"]',
    ]
    if plan and number % 3 == 0:
        lines += [f'derives = ["p{plan - 1}/{number}"]', 'relation = "changed"', 'changes = "Another wording."']
    return "\n".join(lines) + "\n"
