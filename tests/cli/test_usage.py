"""What a command is asked wrongly is answered with a sentence that leads on, and nothing is overlooked or destroyed."""

from __future__ import annotations

from pathlib import Path

import pytest
from commanded import Command, Said

from tui.cli.ending import run
from tui.locate import MANIFEST


@pytest.fixture
def talks(ferry_talks: Path) -> Path:
    """A briefing with its sources and its store."""
    return ferry_talks


@pytest.fixture
def briefing(talks: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def call(*words: str) -> Said:
        code = run(["--briefing", str(talks), *words])
        held = capsys.readouterr()
        return Said(code, held.out, held.err)

    return call


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("compare", "--row", ""), "--row"),
        (("compare", "--issue", " "), "--issue"),
        (("compare", "arden-draft", ""), "a word"),
        (("later", "--until", ""), "--until"),
        (("search", ""), "a word"),
        (("search", "bridge", " "), "a word"),
        (("show", "plan", ""), "a word"),
        (("guarantees", "--axis", ""), "--axis"),
        (("red-lines", "--plan", ""), "--plan"),
        (("export", "md", "--plans", ""), "--plans"),
        (("export", "md", "-o", ""), "--output"),
        (("new", ""), "a word"),
    ],
    ids=" ".join,
)
def test_what_is_empty_is_wrong_usage_and_never_overlooked(briefing: Command, words: tuple[str, ...], what: str) -> None:
    said = briefing(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err == f"briefing: {what} is empty; briefing {words[0]} --help tells what it takes\n"


def test_a_sentence_does_not_repeat_all_of_what_was_typed(briefing: Command) -> None:
    said = briefing("list", "partys" * 9000)
    assert said.code == 2
    assert len(said.err) < 3000
    assert said.err.endswith("term, judgement\n")


def test_a_list_of_plans_without_a_plan_is_wrong_usage(briefing: Command) -> None:
    said = briefing("export", "md", "--plans", " , ")
    assert (said.code, said.out, said.err) == (2, "", "briefing: --plans names no plan; write it like A,B\n")


def test_an_export_never_takes_the_place_of_a_source_or_of_a_store(briefing: Command, talks: Path, tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(talks / MANIFEST)
    held = [talks / MANIFEST, *sorted((talks / "data").rglob("*.toml")), talks / ".briefing" / "store.db", tmp_path / "link.md"]
    before = [path.read_bytes() for path in held]
    for path in held:
        said = briefing("export", "md", "-o", str(path))
        assert (said.code, said.out) == (2, "")
        assert f"{path} is a" in said.err
        assert "so it is not overwritten; give another name" in said.err
    assert [path.read_bytes() for path in held] == before


def test_an_export_takes_the_place_of_an_earlier_one(briefing: Command, tmp_path: Path) -> None:
    out = tmp_path / "talks.md"
    for what in ("parties", "timeline"):
        assert briefing("export", "md", "--what", what, "-o", str(out)).code == 0
    assert out.read_text() == briefing("export", "md", "--what", "timeline").out


@pytest.mark.parametrize("words", [("brief", "-4"), ("compare", "us-28", "-x"), ("explain", "-E101")])
def test_a_word_that_is_taken_for_an_option_is_told_with_what_makes_it_none(briefing: Command, words: tuple[str, ...]) -> None:
    said = briefing(*words)
    assert said.code == 2
    assert f"What stands behind -- is no option: briefing {words[0]} -- WORD" in said.err
    assert "behind --" not in briefing(words[0], "--nothing").err
