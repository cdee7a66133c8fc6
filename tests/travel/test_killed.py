"""`kill -9` at any moment: a reader has the briefing before or the one after, whole, and the next time mends the rest."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from commanded import commanded
from session import ROOT, environment

from tui.travel.edition import parted, read_edition


def store_of(web: Path) -> bytes:
    """The store that a folder publishes."""
    return gzip.decompress((web / read_edition(parted((web / "edition.signed").read_bytes())[0]).now.file).read_bytes())


def short(store: bytes) -> str:
    """What `killed.py` calls a store."""
    return hashlib.sha256(store).hexdigest()[:8]


def rows(*words: object) -> list[list[str]]:
    """What `killed.py` tells of each step."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "travel" / "killed.py"), *map(str, words)],
        env=environment(HOME=os.environ["HOME"], TMPDIR=os.environ["HOME"]),  # what is killed clears nothing away
        capture_output=True,
        text=True,
        check=True,
    )
    return [line.split() for line in done.stdout.splitlines()]


def test_a_pull_killed_at_any_step_leaves_one_whole_store_and_the_next_pull_mends_the_rest(published: Path, tmp_path: Path) -> None:
    first, second = (short(store_of(published / name)) for name in ("first", "web"))
    assert commanded("pull", (published / "first").as_uri(), "--unverified", "--into", tmp_path / "before").code == 0
    known = tmp_path / "before" / "known.json"
    known.write_text(known.read_text().replace("/first/", "/web/"))  # the same place, where the second version is now
    found = rows("pull", (published / "web").as_uri(), tmp_path / "kept", tmp_path / "before", tmp_path / "none")
    cut = next(number for number, row in enumerate(found) if row == ["anew"])
    after_one, at_first = found[:cut], found[cut + 1 :]
    assert len(after_one) > 5, found
    assert {then for _, then, _, _ in after_one} == {first, second}
    assert {then for _, then, _, _ in at_first} == {"-", second}
    assert {(after, litter) for _, _, after, litter in after_one + at_first} == {(second, "0")}


def test_a_publication_killed_at_any_step_is_the_old_one_or_the_new_one_to_its_readers(published: Path, tmp_path: Path) -> None:
    first, second = (store_of(published / name) for name in ("first", "web"))
    (tmp_path / "second.db").write_bytes(second)
    shutil.copytree(published / "first", tmp_path / "before")
    found = rows("publish", tmp_path / "second.db", tmp_path / "web", tmp_path / "before")
    assert len(found) > 5, found
    assert {then for _, then, _, _ in found} == {short(first), short(second)}
    assert {(after, litter) for _, _, after, litter in found} == {(short(second), "0")}
