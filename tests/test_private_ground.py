"""What is used of Textual and Rich that they promise nobody: listed in `tui.terminal`, with the reason, and still there."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from trees import nodes_of

import tui
from tui import terminal

OURS = (Path(tui.__file__).parent, Path(__file__).parent)
LISTED = re.compile(r"^    ([\w.]+)\.(_\w+)  +(\S.+)$", re.MULTILINE)
PRIVATE = re.compile(r"_(?!_)\w+")
# Where the classes stand that the list may name, and whatever ours derive from.
MODULES = {
    "App": "textual.app",
    "LinuxDriver": "textual.drivers.linux_driver",
    "Screen": "textual.screen",
    "Widget": "textual.widget",
    "Input": "textual.widgets",
    "XTermParser": "textual._xterm_parser",
    "Strip": "textual.strip",
    "Compositor": "textual._compositor",
    "Style": "rich.style",
    "Segment": "rich.segment",
    "Console": "rich.console",
}
CLASSES: dict[str, type] = {name: getattr(import_module(module), name) for name, module in MODULES.items()}


def listed() -> dict[str, set[str]]:
    """The owners in the list, and what of each."""
    found: dict[str, set[str]] = {}
    for owner, name, _ in LISTED.findall(terminal.__doc__ or ""):
        found.setdefault(owner, set()).add(name)
    return found


@cache
def defined(path: str) -> dict[str, frozenset[str]]:
    """The private names that each class in a file defines, as methods, as attributes of the class and as attributes of its objects."""
    found: dict[str, frozenset[str]] = {}
    for node in nodes_of(Path(path)):
        if isinstance(node, ast.ClassDef):
            found[node.name] = frozenset(name for inner in ast.walk(node) for name in given(inner) if PRIVATE.fullmatch(name))
    return found


def given(node: ast.AST) -> Iterator[str]:
    """The names that a line of a class gives a meaning."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        yield node.name
    elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and getattr(node.value, "id", "") in ("self", "cls"):
        yield node.attr
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id


@cache
def private_of(owner: type) -> frozenset[str]:
    """The private names of a class of theirs and of those that it derives from."""
    names: set[str] = set()
    for base in owner.__mro__:
        if base.__module__.split(".")[0] in ("textual", "rich"):
            names |= {name for name in vars(base) if PRIVATE.fullmatch(name)}
            spec = find_spec(base.__module__)
            if spec is not None and spec.origin is not None:
                names |= defined(spec.origin).get(base.__name__, frozenset())
    return frozenset(names)


def used(path: Path) -> Iterator[tuple[int, str]]:
    """The private attributes and modules of Textual and Rich that a file of ours touches, each with its line."""
    own = {name for names in defined(str(path)).values() for name in names}
    theirs = frozenset[str]().union(*(private_of(owner) for owner in CLASSES.values()))
    for node in nodes_of(path):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("textual._", "rich._")):
            yield node.lineno, (node.module or "").rpartition(".")[2]
        elif isinstance(node, ast.ClassDef) and (bases := bases_of_theirs(path, node)):
            above = frozenset[str]().union(*(private_of(owner) for owner in bases))
            for inner in ast.walk(node):
                if isinstance(inner, ast.Attribute) and getattr(inner.value, "id", "") in ("self", "cls") and inner.attr in above:
                    yield inner.lineno, inner.attr
                elif isinstance(inner, ast.FunctionDef) and inner.name in above:
                    yield inner.lineno, inner.name
                elif isinstance(inner, ast.AnnAssign | ast.Assign):
                    yield from ((inner.lineno, name) for target in targets(inner) for name in given(target) if name in above)
        elif isinstance(node, ast.Attribute) and node.attr in theirs and node.attr not in own and not own_class(node):
            yield node.lineno, node.attr


def targets(node: ast.AnnAssign | ast.Assign) -> list[ast.expr]:
    return node.targets if isinstance(node, ast.Assign) else [node.target]


def own_class(node: ast.Attribute) -> bool:
    """Whether it is asked of the object itself: then its class says whose it is."""
    return getattr(node.value, "id", "") in ("self", "cls")


def bases_of_theirs(path: Path, node: ast.ClassDef) -> list[type]:
    """The classes of theirs that a class of ours derives from, over classes of ours in between too."""
    if path.is_relative_to(OURS[0]):
        module = ".".join(("tui", *path.relative_to(OURS[0]).with_suffix("").parts)).removesuffix(".__init__")
        made = getattr(import_module(module), node.name, None)
        return [made] if isinstance(made, type) and private_of(made) else []
    bases = [base.value if isinstance(base, ast.Subscript) else base for base in node.bases]
    return [CLASSES[base.id] for base in bases if isinstance(base, ast.Name) and base.id in CLASSES]


@cache
def every_use() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for folder in OURS:
        for path in sorted(folder.rglob("*.py")):
            if "textual" in (text := path.read_text(encoding="utf-8")) or "rich" in text or "tui.app" in text or "tui.terminal" in text:
                for line, name in used(path):
                    found.setdefault(name, []).append(f"{path.relative_to(folder.parent)}:{line}")
    return found


def test_every_private_name_of_textual_and_rich_in_use_stands_in_the_list() -> None:
    names = {name for names in listed().values() for name in names}
    unlisted = {name: places for name, places in every_use().items() if name not in names}
    assert not unlisted, "list these in tui/terminal/__init__.py, with the reason"


def test_the_list_names_nothing_that_is_no_longer_used() -> None:
    unused = {name for names in listed().values() for name in names} - every_use().keys()
    assert not unused


@pytest.mark.parametrize(("owner", "name"), [(owner, name) for owner, names in sorted(listed().items()) for name in sorted(names)])
def test_the_installed_version_has_what_the_list_names(owner: str, name: str) -> None:
    if owner in ("textual", "rich"):
        assert find_spec(f"{owner}.{name}") is not None
    elif "." in owner:
        assert hasattr(import_module(owner), name)
    else:
        assert name in private_of(CLASSES[owner]), f"{owner} has no {name} any more: what used it is broken by an upgrade"


def test_program_code_touches_private_ground_in_the_terminal_folder_only() -> None:
    strays = [place for places in every_use().values() for place in places if place.startswith("tui/") and "tui/terminal/" not in place]
    assert not strays
