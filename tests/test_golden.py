"""The words of the whole program against the golden texts; `make golden` rewrites these."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden.shown import COMMANDS, FORMATS, KINDS, TABS, parts_of
from golden.texts import COMMANDS as ASKED
from golden.texts import NO_TEXT_OF_THE_BRIEFING, REWRITE, Texts, differences, held, made, read, rewrite, written

AS_IT_IS = held()


@pytest.fixture(scope="module")
def now(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Texts]:
    return made(tmp_path_factory.mktemp("golden"))


@pytest.mark.sweep
def test_every_word_is_what_it_was(now: dict[str, Texts]) -> None:
    told = [differences(AS_IT_IS.get(name, {}), now.get(name, {})) for name in sorted(AS_IT_IS.keys() | now.keys())]
    if any(told):
        pytest.fail("\n".join(filter(None, told)) + f"\n\nIf this is meant: {REWRITE}, and read the difference.", pytrace=False)


def test_no_file_and_no_text_is_empty() -> None:
    assert AS_IT_IS
    assert [name for name, texts in AS_IT_IS.items() if not texts] == []
    assert [(name, one) for name, texts in AS_IT_IS.items() for one, text in texts.items() if not text.strip()] == []


def test_every_subject_kind_format_part_and_command_has_texts() -> None:
    addresses = {name for file, texts in AS_IT_IS.items() if file.startswith("addresses/") for name in texts}
    assert [kind for kind in KINDS if not any(address.startswith(f"{kind}/") for address in addresses)] == []
    assert [ident for ident in TABS if ident not in addresses or ident not in AS_IT_IS[f"panes/{ident}.txt"]] == []
    assert [(name, what) for name in FORMATS for what in parts_of(name) if what not in AS_IT_IS[f"exports/{name}.txt"]] == []
    asked = {words[0] for words in ASKED} | {"list", "show"}
    assert set(COMMANDS) - asked == NO_TEXT_OF_THE_BRIEFING


def test_a_timeline_a_search_and_a_table_have_something_in_them() -> None:
    assert AS_IT_IS["exports/csv.txt"]["timeline"].count("\r\n") > 2
    assert AS_IT_IS["panes/search.txt"]["search toll"].count("> ") > 2
    assert all(text.count("\r\n") > 1 for what, text in AS_IT_IS["exports/csv.txt"].items() if what != "all")


def test_a_file_reads_back_as_it_was_written() -> None:
    texts = {"a/b": "one\n\ntwo\r\n", "c": "no end", "d e": "\n"}
    assert read(written(texts)) == texts


def test_a_difference_names_the_text_and_shows_both_lines() -> None:
    told = differences({"a": "one\ntwo\n", "b": "x\n"}, {"a": "one\n2\n", "b": "x\n"})
    assert told.splitlines()[:2] == ["--- a (golden)", "+++ a (now)"]
    assert "-two\n+2" in told
    assert " b " not in told


def test_rewriting_names_what_changed_and_takes_away_what_is_no_text_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("golden.texts.FOLDER", tmp_path)
    assert rewrite({"a.txt": {"a": "1\n"}, "b/c.txt": {"c": "2\n"}}) == ["a.txt", "b/c.txt"]
    assert rewrite({"a.txt": {"a": "1\n"}}) == ["b/c.txt"]
    assert held() == {"a.txt": {"a": "1\n"}}
