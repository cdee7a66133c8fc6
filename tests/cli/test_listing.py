"""`list` and `search` take words and filters, words with a minus among them, and `list` lists points."""

from __future__ import annotations

from pathlib import Path

import pytest
from commanded import Command, Said

from tui.cli.ending import run


@pytest.fixture
def briefing(ferry: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def call(*words: str, place: Path | None = None) -> Said:
        code = run(["--briefing", str(place or ferry), *words])
        held = capsys.readouterr()
        return Said(code, held.out, held.err)

    return call


def ids(said: Said) -> list[str]:
    assert said.code == 0, said.err
    return [line.split()[0] for line in said.out.splitlines()]


def test_a_list_takes_the_filters_and_words_of_a_search(briefing: Command) -> None:
    assert ids(briefing("list", "red-line", "party:bellmoor")) == ["bellmoor-toll"]
    assert ids(briefing("list", "plan", "after:2031-03-12")) == ["bellmoor-counter"]
    assert ids(briefing("list", "red-lines", "toll")) == ["bellmoor-toll"]
    assert ids(briefing("list", "red-line", "-ferry")) == ["bellmoor-toll"]
    assert ids(briefing("list", "red-line", "party:bellmoor", "issue:ferry")) == []
    assert [one["id"] for one in briefing("list", "red-line", "party:arden", "--json").data] == ["arden-ferry"]


@pytest.mark.parametrize("kind", ["point", "points"])
def test_points_are_a_kind_to_list(briefing: Command, kind: str) -> None:
    found = ids(briefing("list", kind))
    assert "arden-draft/3" in found
    data = briefing("list", kind, "--json").data
    assert [one["id"] for one in data] == found
    assert {one["kind"] for one in data} == {"point"}
    assert set(ids(briefing("list", kind, "issue:money"))) < set(found)


def test_a_value_that_nothing_has_is_wrong_usage_with_the_nearest(briefing: Command) -> None:
    said = briefing("list", "plan", "party:belmoor")
    assert (said.code, said.out) == (2, "")
    assert "the nearest is 'bellmoor'" in said.err


def test_a_word_with_a_minus_is_no_option(briefing: Command) -> None:
    with_it, without = (briefing("search", *words, "--json").data for words in (("toll",), ("toll", "-lorries")))
    assert len(without) < len(with_it)
    assert briefing("search", "-4").code in (0, 1)
    assert "No such option" in briefing("search", "toll", "--no-such").err


def test_days_are_in_words_in_every_list(briefing: Command) -> None:
    for kind in ("source", "event", "plan", "figure"):
        assert not any(sign in briefing("list", kind).out for sign in ("%", "~", "/2031"))


def test_a_search_tells_what_was_taken_for_a_slip_and_what_holds_only_some(briefing: Command) -> None:
    said = briefing("search", "brigde", "toll").out
    assert "'brigde' is nowhere, looked for: bridge" in said
    assert "Not all of it" in said
    assert all(one["partial"] for one in briefing("search", "brigde", "--json").data)


def test_a_search_without_any_hit_says_how_to_go_on(briefing: Command) -> None:
    said = briefing("search", "zzzzzz")
    assert said.code == 1
    assert "try fewer words" in said.err
