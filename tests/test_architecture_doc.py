"""The page that walks one fact through the code: what it names is there, and what it shows is what the program prints."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from commanded import commanded
from trees import nodes_of

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```\n\$ briefing (.*)\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
PROSE = re.sub(r"^```.*?^```", "", TEXT, flags=re.DOTALL | re.MULTILINE)
WORD = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"(?:tui|tests|data)/[\w/.-]+\.\w+")
FUNCTION = re.compile(r"(\w+)\(\)")
CLASS = re.compile(r"[A-Z][a-z]\w+")


def names_of(path: Path) -> set[str]:
    """Return the names of all functions and classes of a module, methods with them."""
    return {node.name for node in nodes_of(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)}


def paths() -> list[str]:
    return [word for word in WORD.findall(PROSE) if FILE.fullmatch(word)]


def named() -> Iterator[tuple[str, str]]:
    """Yield every function and class that the page names, with the file that was named last before it."""
    for section in PROSE.split("\n## "):
        before: list[str] = []
        for word in WORD.findall(section):
            if FILE.fullmatch(word):
                before.insert(0, word)
            elif found := FUNCTION.fullmatch(word) or (CLASS.fullmatch(word)):
                yield (found[1] if found.re is FUNCTION else found[0]), before[0] if before else ""


def test_every_file_that_it_names_exists() -> None:
    assert [path for path in paths() if not (ROOT / path).is_file()] == []
    assert len(paths()) > 30


def test_every_function_and_class_that_it_names_stands_in_one_of_the_files_named() -> None:
    held = set().union(*(names_of(ROOT / path) for path in paths() if path.endswith(".py")))
    found = list(named())
    assert [name for name, _ in found if name not in held] == []
    assert len(found) > 40


def test_a_function_stands_in_the_file_named_before_it() -> None:
    told_again = {"page_at", "lay_out", "Figure", "Date"}  # named with their file above, and again by what uses them
    wrong = [(name, file) for name, file in named() if name not in told_again and file and name not in names_of(ROOT / file)]
    assert wrong == []


@pytest.mark.parametrize(("asked", "lines"), SHOWN)
def test_a_command_that_it_shows_prints_what_it_shows(shipped: Path, asked: str, lines: str) -> None:
    printed = commanded("--briefing", shipped, *asked.split()).out
    for line in lines.strip("\n").split("\n"):
        assert line in printed


def test_the_record_that_it_shows_is_the_one_in_the_data() -> None:
    (record,) = re.findall(r"^```toml\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
    shipped = re.split(r"^(?=\[\[)", (ROOT / "data" / "figures.toml").read_text(encoding="utf-8"), flags=re.MULTILINE)
    (found,) = [one for one in shipped if '"purl-shortfall"\n' in one]
    assert [line for line in record.strip().split("\n") if line not in found.split("\n")] == []
