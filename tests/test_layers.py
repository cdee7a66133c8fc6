"""The arrows of the house: who may import whom, read from every file."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui

ROOT = Path(tui.__file__).parent

# What each part may import of ours, besides itself. The map in `tui/__init__.py` says the same in words.
WORDS = {"errors", "frozen", "model", "shapes", "findings", "hostile", "dates", "names", "version"}
MAY: dict[str, set[str]] = {
    "frozen": set(),
    "model": {"frozen"},
    "version": set(),
    "hostile": {"frozen"},
    "names": set(),
    "dates": {"frozen", "model"},
    "shapes": {"frozen", "model"},
    "errors": set(),
    "findings": {"errors", "frozen", "model"},
    "compile": WORDS | {"checks", "store", "locate"},
    "checks": WORDS | {"compile.loaded"},
    "store": WORDS,
    "locate": WORDS,
    "template": WORDS,
    "answers": WORDS | {"store.read", "store.search", "store"},
    "pages": WORDS | {"answers"},
    "export": WORDS | {"answers", "pages", "store"},
    "app": WORDS | {"answers", "pages", "export", "store"},
    "cli": WORDS | {"compile", "checks", "store", "locate", "template", "answers", "pages", "export", "app"},
}
# One library, one home.
HOMES: dict[str, set[str]] = {
    "textual": {"app"},
    "rich": {"app"},
    "click": {"cli"},
    "sqlite_utils": {"store"},
    "tomli": {"compile"},
    "pydantic": {"compile"},
    "pydantic_core": {"compile"},
    "tree_sitter": {"compile"},
    "tree_sitter_toml": {"compile"},
    "jinja2": {"export"},
    "sqlite3": {"store", "compile"},
}


def files() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.py") if "template" not in path.parts)


def part_of(path: Path) -> str:
    relative = path.relative_to(ROOT)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import hides where the arrow goes"
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_arrows_only_go_down(path: Path) -> None:
    part = part_of(path)
    if part == "__init__":
        return
    for number, name in imports(path):
        top, _, rest = name.partition(".")
        if top == "tui":
            other = rest.split(".", 1)[0]
            if other != part and other:
                assert other in MAY[part] or any(rest.startswith(allowed) for allowed in MAY[part]), (
                    f"{path}:{number}: {part} may not import {name}"
                )
        elif top in HOMES:
            assert part in HOMES[top], f"{path}:{number}: {top} lives in {sorted(HOMES[top])}, not in {part}"


def test_no_pane_imports_another_pane() -> None:
    panes = {"overview", "parties", "red_lines", "guarantees", "compare", "timeline", "sources"}
    for path in (ROOT / "app" / "panes").glob("*.py"):
        for number, name in imports(path):
            last = name.removeprefix("tui.app.panes.").split(".", 1)[0] if name.startswith("tui.app.panes.") else ""
            assert not (last in panes and last != path.stem), f"{path}:{number}: a pane imports the pane {last}"


def test_the_map_names_every_part() -> None:
    text = (ROOT / "__init__.py").read_text(encoding="utf-8")
    for path in ROOT.iterdir():
        if path.name.startswith(("_", ".")) or path.suffix not in ("", ".py") or path.name in ("version.py", "shipped"):
            continue
        assert f"    {path.name}{'/' if path.is_dir() else ''}" in text, f"{path.name} is missing from the map in tui/__init__.py"


def test_the_model_imports_no_third_party_package() -> None:
    heavy = {"pydantic", "tomli", "rich", "textual", "click"}
    code = f"import sys; import tui.model; print([name for name in sys.modules if name.split('.')[0] in {heavy}])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_file_grows_beyond_three_hundred_lines() -> None:
    long = {str(path.relative_to(ROOT)): lines for path in files() if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300}
    assert long.keys() <= {"model.py"}, f"split these: {long}"  # the record kinds stay on one page
