"""The faults that `make mutants` puts into the program can still be put there. That the golden texts tell them takes it a minute."""

from __future__ import annotations

from pathlib import Path

import pytest
from mutants import MUTANTS, PROGRAM, Mutant, places


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.seen)
def test_the_place_of_a_mutant_is_there_once_and_it_changes_something(mutant: Mutant) -> None:
    assert len(places(mutant.found)) == 1, mutant.found
    assert mutant.found != mutant.instead


def test_there_are_fifteen_mutants_or_more_and_none_twice() -> None:
    assert len({(one.found, one.instead) for one in MUTANTS}) == len({one.seen for one in MUTANTS}) == len(MUTANTS) >= 15


def test_a_place_that_is_gone_or_doubled_is_counted(tmp_path: Path) -> None:
    (tmp_path / PROGRAM).mkdir()
    (tmp_path / PROGRAM / "a.py").write_text("one\none\n")
    assert [len(places(words, tmp_path)) for words in ("one", "two")] == [2, 0]
