"""`kill -9` at any moment: a reader has the briefing before or the one after, whole, and the next time mends the rest."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commanded import commanded
from desk import Desk, desk_in
from session import ROOT, environment

from tui.compile.build import build

FIRST, SECOND = "The catch is 600,000 tonnes.", "The catch is 800,000 tonnes."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_in(tmp_path)


def store_of(desk: Desk, folder: Path, text: str) -> tuple[Path, str]:
    """A store that says this, and what it is in short."""
    desk.write(text)
    path = build(desk.folder / "briefing.toml", folder / f"{len(text)}-{text[13]}.db", whole=True).path
    return path, hashlib.sha256(path.read_bytes()).hexdigest()[:8]


def rows(*words: object) -> list[list[str]]:
    """What `killed.py` tells of each step."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "travel" / "killed.py"), *map(str, words)],
        env=environment(HOME=os.environ["HOME"]),
        capture_output=True,
        text=True,
        check=True,
    )
    return [line.split() for line in done.stdout.splitlines()]


def test_a_pull_killed_at_any_step_leaves_one_whole_store_and_the_next_pull_mends_the_rest(desk: Desk, tmp_path: Path) -> None:
    first, second = (store_of(desk, tmp_path, text)[1] for text in (FIRST, SECOND))
    assert desk.publish(tmp_path / "web", text=FIRST).code == 0
    assert commanded("pull", (tmp_path / "web").as_uri(), "--unverified", "--into", tmp_path / "before").code == 0
    assert desk.publish(tmp_path / "web", text=SECOND).code == 0
    found = rows("pull", (tmp_path / "web").as_uri(), tmp_path / "kept", tmp_path / "before")
    assert len(found) > 15, found
    assert {then for _, then, _, _ in found} == {first, second}
    assert {(after, litter) for _, _, after, litter in found} == {(second, "0")}


def test_a_first_pull_killed_at_any_step_leaves_nothing_or_the_store(desk: Desk, tmp_path: Path) -> None:
    _, first = store_of(desk, tmp_path, FIRST)
    assert desk.publish(tmp_path / "web", text=FIRST).code == 0
    found = rows("pull", (tmp_path / "web").as_uri(), tmp_path / "kept", tmp_path / "none")
    assert {then for _, then, _, _ in found} == {"-", first}
    assert {(after, litter) for _, _, after, litter in found} == {(first, "0")}


def test_a_publication_killed_at_any_step_is_the_old_one_or_the_new_one_to_its_readers(desk: Desk, tmp_path: Path) -> None:
    _, first = store_of(desk, tmp_path, FIRST)
    assert desk.publish(tmp_path / "web", text=FIRST).code == 0
    shutil.copytree(tmp_path / "web", tmp_path / "before")
    store, second = store_of(desk, tmp_path, SECOND)
    found = rows("publish", store, tmp_path / "web", tmp_path / "before")
    assert len(found) > 15, found
    assert {then for _, then, _, _ in found} == {first, second}
    assert {(after, litter) for _, _, after, litter in found} == {(second, "0")}
