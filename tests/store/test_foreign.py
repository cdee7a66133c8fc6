"""A store made by somebody else is read as ours is, or refused in a sentence: no traceback, no endless question."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import foreign
import pytest
from golden.digest import digest

from tui.compile.build import built, ready
from tui.errors import BriefingError, MachineError
from tui.render.formats import export
from tui.store import opening
from tui.store.inputs import inputs_of
from tui.store.read import Store
from tui.store.schema import SCHEMA_DIGEST
from tui.views import HOME, TABS
from tui.views.search.question import matches
from tui.views.search.question import search as find
from tui.views.subject import page_at

SEED = 20310303


def look(path: Path, panes: Iterable[str] = TABS) -> None:
    """Read a store as the commands and panes do."""
    with Store.open(ready(path)) as store:
        for pane in panes:
            page_at(store, pane)
        for kind in ("plan", "issue", "party"):
            for one in store.ids(kind)[:1]:
                page_at(store, f"{kind}/{one}")
        store.search("a ferry")
        if "overview" in panes:
            export(store, inputs_of(path).digests, "json", "all", [])


def test_the_schema_is_the_one_that_stores_are_compared_with() -> None:
    assert digest() == SCHEMA_DIGEST, "the model has changed: `make golden` writes the digest"


@pytest.mark.sweep
def test_a_store_of_ours_is_read(ferry: Path, shipped: Path) -> None:
    for path in (ferry, shipped):
        look(path)
        assert built(lambda path=path: path) == path  # type: ignore[misc]


@pytest.mark.sweep
def test_whatever_was_done_to_a_store_a_sentence_says_it(ferry: Path, tmp_path: Path) -> None:
    path, told = tmp_path / "store.db", Counter[str]()
    panes = list(pairwise([*TABS, HOME]))
    for number, (what, content) in enumerate(foreign.stores(ferry.read_bytes(), SEED)):
        path.write_bytes(content)
        try:
            look(path, panes[number % len(panes)])
        except BriefingError:
            told["refused"] += 1
        except Exception as error:
            raise AssertionError(what) from error
        else:
            told["read"] += 1
    assert told.total() > 80, told
    assert told["refused"] > 35


@pytest.mark.parametrize("change", [foreign.drop, foreign.view, foreign.trigger, foreign.add, foreign.worked_out, foreign.unindexed])
def test_another_schema_is_refused_before_anything_is_read(ferry: Path, tmp_path: Path, change: foreign.Change) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(foreign.changed(ferry.read_bytes(), change, random.Random(1)))
    with pytest.raises(MachineError, match="another version of this program, or by another program"):
        ready(path)
    with pytest.raises(MachineError, match="not ready"):
        built(lambda: path)


@pytest.mark.parametrize(("table", "column"), [("point", "text"), ("passage", "body"), ("digest", "digest"), ("file", "path")])
def test_a_text_that_goes_on_behind_a_null_character_is_refused(ferry: Path, tmp_path: Path, table: str, column: str) -> None:
    """For SQLite such a text is as long as what stands before it."""
    path = tmp_path / "store.db"
    hidden = f"UPDATE {table} SET {column} = {column} || char(0) || {column}"
    path.write_bytes(foreign.changed(ferry.read_bytes(), lambda connection, _: connection.execute(hidden), random.Random(1)))
    with pytest.raises(MachineError, match=f"{table} holds what it cannot hold"):
        ready(path)


def test_a_hit_that_names_what_is_not_there_ends_in_a_sentence(ferry: Path, tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    astray = "UPDATE passage SET id = 'nowhere'"
    path.write_bytes(foreign.changed(ferry.read_bytes(), lambda connection, _: connection.execute(astray), random.Random(1)))
    with Store.open(ready(path)) as store, pytest.raises(MachineError, match="'nowhere', which it does not hold"):
        matches(store, find(store, "ferry"))


def test_a_question_without_an_end_is_ended(ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.1)
    connection = opening.Connection(ferry)
    with pytest.raises(MachineError, match="comes to no end"):
        connection.select(f"{foreign.ENDLESS} max(x) FROM n")
    connection.close()
