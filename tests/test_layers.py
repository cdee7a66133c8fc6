"""The arrows of the house: who may import whom, read from every file."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from trees import nodes_of

import tui

ROOT = Path(tui.__file__).parent

# What each part may import of ours, besides itself. The map in `tui/__init__.py` says the same in words.
WORDS = {
    "errors",
    "expression",
    "frozen",
    "address",
    "model",
    "shapes",
    "findings",
    "hostile",
    "dates",
    "names",
    "version",
    "kiosk",
    "widths",
    "fold",
    "folders",
}
MAY: dict[str, set[str]] = {
    "frozen": set(),
    "model": {"frozen"},
    "version": set(),
    "hostile": {"frozen"},
    "names": {"fold"},
    "widths": set(),
    "folders": {"errors"},
    "kiosk": set(),
    "expression": set(),
    "fold": {"expression", "hostile"},
    "dates": {"expression", "fold", "frozen", "model"},
    "shapes": {"frozen", "model"},
    "errors": set(),
    "address": {"frozen"},
    "findings": {"errors", "frozen", "model"},
    "compile": WORDS | {"checks", "store", "locate"},
    "checks": WORDS | {"compile.loaded"},
    "store": WORDS,
    "locate": WORDS,
    "views": WORDS | {"store.read", "store.search", "store.outline", "store.bearing"},
    "render": WORDS | {"views", "store.read"},
    "reader": WORDS | {"views", "store.read"},
    "app": WORDS
    | {"views", "render", "reader", "store.read", "store.opening", "store.examining", "keys", "settings", "origin", "terminal"},
    "cli": WORDS
    | {
        "compile",
        "checks",
        "store.read",
        "store.opening",
        "store.inputs",
        "store.schema.VERSION",
        "travel",
        "locate",
        "views",
        "render",
        "reader",
        "keys",
        "settings",
        "origin",
        "terminal",
        "app",
    },
    "travel": WORDS | {"locate", "origin", "store.read", "store.examining", "store.schema"},
    "keys": {"frozen", "views.TABS"},
    "settings": {"frozen", "folders", "keys", "model"},
    "origin": {"frozen"},
    "terminal": WORDS | {"render.ascii"},
}
# One library, one home.
HOMES: dict[str, set[str]] = {
    "textual": {"app", "terminal"},
    "rich": {"app", "terminal"},
    "click": {"cli"},
    "sqlite_utils": {"store"},
    "tomli": {"compile"},
    "pydantic": {"compile"},
    "pydantic_core": {"compile"},
    "tree_sitter": {"compile"},
    "tree_sitter_toml": {"compile"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "docx": {"render"},
    "openpyxl": {"render"},
    "anyascii": {"render", "fold"},
    "sqlite3": {"store", "compile", "reader"},
}


@cache
def files() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.py") if "template" not in path.parts)


def part_of(path: Path) -> str:
    relative = path.relative_to(ROOT)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


@cache
def imports(path: Path) -> list[tuple[int, str]]:
    found = []
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import hides where the arrow goes"
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found


@pytest.mark.parametrize("part", sorted({part_of(path) for path in files()} - {"__init__"}))
def test_arrows_only_go_down(part: str) -> None:
    for path in (path for path in files() if part_of(path) == part):
        assert_goes_down(path, part)


def assert_goes_down(path: Path, part: str) -> None:
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


def at_run_time(node: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports below a node, in functions too, without those for the type checker alone."""
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.Import | ast.ImportFrom):
            yield inner
        elif isinstance(inner, ast.If) and getattr(inner.test, "id", "") == "TYPE_CHECKING":
            yield from (found for other in inner.orelse for found in at_run_time(other))
        elif not isinstance(inner, ast.expr | ast.expr_context):  # no import stands in one
            yield from at_run_time(inner)


def module_graph() -> dict[str, set[str]]:
    """Which module of ours imports which. A module does not import the packages that it stands in."""
    name_of = {path: ".".join(("tui", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__") for path in files()}
    names = set(name_of.values())
    graph: dict[str, set[str]] = {}
    for path, name in name_of.items():
        found = list(at_run_time(nodes_of(path)[0]))
        meant = {
            whole if (whole := f"{node.module}.{alias.name}") in names else str(node.module)
            for node in found
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        meant |= {alias.name for node in found if isinstance(node, ast.Import) for alias in node.names}
        graph[name] = {other for other in meant if other in names and other != name}
    return graph


def reached(graph: dict[str, set[str]], start: str) -> set[str]:
    """The modules that a module comes to import, over others too."""
    seen: set[str] = set()
    todo = list(graph[start])
    while todo:
        if (name := todo.pop()) not in seen:
            seen.add(name)
            todo.extend(graph[name])
    return seen


def circles(graph: dict[str, set[str]]) -> list[tuple[str, ...]]:
    """The sets of modules that come back to each other."""
    over = {name: reached(graph, name) for name in graph}
    return sorted({tuple(sorted(other for other in over[name] if name in over[other])) for name in graph if name in over[name]})


def test_a_circle_is_found_also_over_a_third_module() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [("a", "b", "c")]
    assert circles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_no_modules_import_each_other_in_a_circle_not_even_within_functions() -> None:
    assert not circles(module_graph())


def unexplained(text: str, nodes: Iterable[ast.AST] | None = None) -> Iterator[int]:
    """The lines of imports of ours within functions that stand without what the import would cost; one reason holds for those below it."""
    lines = text.splitlines()
    ours = {
        inner.lineno: inner.end_lineno or inner.lineno
        for node in nodes or ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.ImportFrom) and str(inner.module).startswith("tui")
    }
    told: set[int] = set()  # lines at which the reason of an import above ends
    for first, last in sorted(ours.items()):
        if first - 1 in told or re.search(r"# [\d.]+ ms\b", "".join(lines[first - 1 : last])):
            told.add(last)
        else:
            yield first


def test_an_import_of_ours_within_a_function_says_what_it_would_cost_at_the_top() -> None:
    assert list(unexplained("def f():\n    from tui.a import b\n")) == [2]
    assert not list(unexplained("def f():\n    from tui.a import b  # 20 ms: why\n    from tui.a import c\n"))
    wrong = [
        (str(path.relative_to(ROOT)), line) for path in files() for line in unexplained(path.read_text(encoding="utf-8"), nodes_of(path))
    ]
    assert wrong == []


def test_the_command_line_knows_of_the_app_only_how_to_start_it() -> None:
    known = {(path.name, name) for path in (ROOT / "cli").rglob("*.py") for _, name in imports(path) if f"{name}.".startswith("tui.app.")}
    assert known == {("opening.py", "tui.app.run")}


def test_no_pane_imports_another_pane() -> None:
    for path in (ROOT / "views").glob("*/pane.py"):
        for number, name in imports(path):
            parts = name.split(".")
            other = parts[2] if parts[:2] == ["tui", "views"] and parts[3:4] == ["pane"] else path.parent.name
            assert other == path.parent.name, f"{path}:{number}: a pane imports the pane of {other}"


def test_only_panes_know_how_wide_the_screen_is() -> None:
    for path in (ROOT / "views").rglob("*.py"):
        if path.name not in ("pane.py", "heads.py", "cells.py"):
            assert not [name for _, name in imports(path) if name.startswith("tui.views.cells")], f"{path} measures cells"


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


def test_no_two_classes_have_one_name() -> None:
    homes: dict[str, list[str]] = {}
    for path in files():
        for node in nodes_of(path):
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(str(path.relative_to(ROOT)))
    assert {name: where for name, where in homes.items() if len(where) > 1} == {}
