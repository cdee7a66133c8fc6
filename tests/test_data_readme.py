"""The examples of the data README, taken together, are a briefing of their own: what it teaches is what the program accepts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.compile.build import build, check
from tui.model import KINDS, STATUS, Manifest
from tui.shapes import shapes
from tui.store.read import Store

ROOT = Path(__file__).parents[1]
README = ROOT / "data" / "README.md"


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    """The README's lake, as a folder with a manifest and one data file."""
    examples = re.findall(r"^```toml\n(.*?)^```", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "lake.toml").write_text("\n".join(examples), encoding="utf-8")
    manifest = tmp_path / "briefing.toml"
    manifest.write_text('title = "The lake"\nas_of = "2031-05-07"\nhandling = "Invented"\ndesk = "desk"\n', encoding="utf-8")
    return manifest


def test_the_examples_of_the_data_readme_have_no_findings(lake: Path) -> None:
    assert [str(finding) for finding in check(lake)] == []


def test_the_data_readme_shows_every_kind(lake: Path, tmp_path: Path) -> None:
    built = build(lake, tmp_path / "lake.sqlite")
    assert {kind for kind, count in built.counts.items() if count} >= set(KINDS)


def fields_of(cls: type) -> Iterator[str]:
    """Yield every key that a table of this class may have, those of its parts with them."""
    for name, shape in shapes(cls).items():
        yield name
        if shape.table:
            yield from fields_of(shape.table)


@pytest.mark.parametrize("cls", [*KINDS.values(), Manifest], ids=lambda cls: cls.__name__)
def test_the_data_readme_shows_every_field(cls: type) -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in fields_of(cls) if not re.search(rf"\b{name}\b", text)] == []


def test_the_data_readme_hides_what_its_lake_learned_later(lake: Path, tmp_path: Path) -> None:
    path = build(lake, tmp_path / "lake.sqlite").path
    with Store.open(path, "2031-05-03") as before, Store.open(path, "2031-05-07") as after:
        assert before.ids("plan") == ("draft",)
        assert after.ids("plan") == ("draft", "answer")


@pytest.mark.parametrize("path", ["data/README.md", "tui/cli/template/data/issues.toml"])
def test_the_letters_of_a_status_are_those_that_the_program_takes(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    for letter, word in STATUS.items():
        assert re.findall(rf"([A-Z])\s{word}", text) == [letter], word
