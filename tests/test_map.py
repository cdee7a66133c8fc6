"""The map of the code: a reader who opens the docstring of a folder finds every module of it there, and none that is gone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui
from tui.cli.words import COMMANDS
from tui.views import VIEWS

ROOT = Path(tui.__file__).parent
FOLDERS = sorted(path.parent for path in ROOT.rglob("__init__.py"))
NAMED = re.compile(r"[\w/.-]*\w(?:\.(?:py|toml|md|tcss|css|html\.j2)\b|/)")
# What is named for all of its like at once: a command by its line in COMMANDS, a subject by its line in VIEWS, and the modules of a subject
# by what `views/__init__.py` says of them.
BY_A_REGISTRY = {
    ROOT / "cli": {f"{module}.py" for module, _ in COMMANDS.values()},
    ROOT / "views": {name for view in VIEWS.values() for name in (f"{view.front.split('.')[0]}/", f"{view.front}.py")},
}
OF_EVERY_SUBJECT = {"question.py", "page.py", "pane.py", "view.py"}


def named(folder: Path) -> list[str]:
    """Return the files and folders that the docstring of a folder names."""
    text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    return NAMED.findall(text)


def held(folder: Path) -> Iterator[str]:
    """Yield the modules and the packages of a folder."""
    yield from (path.name for path in folder.glob("*.py") if not path.name.startswith("__"))
    yield from (f"{path.parent.name}/" for path in folder.glob("*/__init__.py"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT.parent)))
def test_a_folder_says_what_each_of_its_modules_is_for(folder: Path) -> None:
    told = {*named(folder), *BY_A_REGISTRY.get(folder, ()), *(OF_EVERY_SUBJECT if folder.parent == ROOT / "views" else ())}
    assert sorted(set(held(folder)) - told) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT.parent)))
def test_a_folder_names_nothing_that_is_gone(folder: Path) -> None:
    places = (folder, ROOT, ROOT.parent, ROOT / "checks")
    own = set(named(folder)) - (OF_EVERY_SUBJECT if folder in (ROOT, ROOT / "views", *(ROOT / "views").iterdir()) else set())
    assert [name for name in sorted(own) if not any((place / name).exists() for place in places)] == []


def unfound(text: str) -> list[str]:
    """Return the names that a text says are in a file (`MOST in ...`) and that the file does not define."""
    told = re.findall(r"\b([A-Z][A-Z_]+),? (?:and there again\s+)?in\s+`([\w/]+\.py)`", text)
    return [
        f"{name} in {file}" for name, file in told if not re.search(rf"^{name}\b.* = ", (ROOT / file).read_text(encoding="utf-8"), re.M)
    ]


def test_a_name_that_the_map_leads_to_stands_where_it_says() -> None:
    text = " ".join((tui.__doc__ or "").split())
    assert len(re.findall(r"[A-Z][A-Z_]+ in `", text)) > 4
    assert unfound(text) == []
    assert unfound("STATUS in `model.py`, NEVER_HEARD_OF in `model.py`") == ["NEVER_HEARD_OF in model.py"]
