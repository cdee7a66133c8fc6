"""Stores that somebody else made or damaged: more kinds of them than anybody would think of one by one."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT"
ODD = (
    None,
    -1,
    2**62,
    1.5,
    float("inf"),
    b"\x00\xff",
    "",
    "x" * 300_000,
    "\x1b]0;owned\x07",
    "2031-99-99",
    "nowhere",
    "ü\u202e" * 50,
    "../..",
)
Change = Callable[[sqlite3.Connection, random.Random], object]


def changed(whole: bytes, change: Change, chance: random.Random) -> bytes:
    """Return a store after a change to it by somebody who knows SQLite."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(whole)
        connection.executescript("PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON; PRAGMA ignore_check_constraints = ON")
        connection.create_function("chance", 0, lambda: chance.randrange(2))
        change(connection, chance)
        return connection.serialize()
    finally:
        connection.close()


def tables(connection: sqlite3.Connection) -> list[str]:
    named = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'passage_words%' ORDER BY rowid")
    return [name for (name,) in named]


def filled(connection: sqlite3.Connection) -> list[str]:
    return [name for name in tables(connection) if connection.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone()]


def drop(connection: sqlite3.Connection, chance: random.Random) -> None:
    connection.execute(f'DROP TABLE "{chance.choice(tables(connection))}"')


def empty(connection: sqlite3.Connection, chance: random.Random) -> None:
    connection.execute(f'DELETE FROM "{chance.choice(filled(connection))}"')


def lose(connection: sqlite3.Connection, chance: random.Random) -> None:
    name = chance.choice(filled(connection))
    key = connection.execute(f"SELECT name FROM pragma_table_info('{name}') WHERE pk = 1").fetchone()[0]
    connection.execute(f'DELETE FROM "{name}" WHERE "{key}" = (SELECT "{key}" FROM "{name}" WHERE chance() LIMIT 1)')


def view(connection: sqlite3.Connection, chance: random.Random) -> None:
    name = chance.choice(tables(connection))
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info('{name}')")]
    connection.execute(f'DROP TABLE "{name}"')
    connection.execute(f'CREATE VIEW "{name}" AS {ENDLESS} {", ".join(f"x AS {chr(34)}{one}{chr(34)}" for one in columns)} FROM n')


def trigger(connection: sqlite3.Connection, chance: random.Random) -> None:
    connection.execute(f'CREATE TRIGGER t AFTER INSERT ON "{chance.choice(tables(connection))}" BEGIN DELETE FROM meta; END')


def add(connection: sqlite3.Connection, chance: random.Random) -> None:
    connection.execute(f'ALTER TABLE "{chance.choice(tables(connection))}" ADD COLUMN more TEXT')


def worked_out(connection: sqlite3.Connection, chance: random.Random) -> None:
    name = chance.choice(tables(connection))
    connection.execute(f'ALTER TABLE "{name}" ADD COLUMN more TEXT AS (hex(zeroblob(9))) VIRTUAL')


def odd(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Put what a type forbids into a cell, and let the schema say again that it is forbidden."""
    name = chance.choice(filled(connection))
    column = chance.choice([row[1] for row in connection.execute(f"PRAGMA table_info('{name}')")])
    (told,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    loose = told.replace("STRICT", "").replace(" NOT NULL", "").replace("WITHOUT ROWID", "").rstrip(", \n") if "ROWID" not in told else told
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (loose, name))
    version = connection.execute("PRAGMA schema_version").fetchone()[0]
    connection.execute(f"PRAGMA schema_version = {version + 1}")
    value = chance.choice(ODD)
    with suppress(sqlite3.IntegrityError):  # a number of a row, or what is unique
        connection.execute(f'UPDATE "{name}" SET "{column}" = ? WHERE chance()', (value,))
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (told, name))


def unindexed(connection: sqlite3.Connection, chance: random.Random) -> None:
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    connection.execute(f'DROP INDEX "{chance.choice(found)[0]}"')


CHANGES: tuple[tuple[Change, int], ...] = (
    (drop, 5), (empty, 12), (lose, 12), (view, 3), (trigger, 1), (add, 3), (worked_out, 1), (odd, 30), (unindexed, 1),
)  # fmt: skip


def stores(whole: bytes, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield damaged stores, each with what was done to it: some 90."""
    chance = random.Random(seed)
    for change, times in CHANGES:
        for number in range(times):
            yield f"{getattr(change, '__name__', '')} {number}", changed(whole, change, chance)
    used = [place for place in range(100, len(whole)) if whole[place]]
    for count in (1, 3, 30, 300) * 5:
        flipped = bytearray(whole)
        for place in chance.sample(used, count):
            flipped[place] = chance.randrange(256)
        yield f"{count} bytes", bytes(flipped)
