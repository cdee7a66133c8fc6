"""No file is so long, and no class so wide, that a reader cannot hold it in mind; what is, is named here with its reason."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module
from pathlib import Path

import tui

ROOT = Path(tui.__file__).parent
LINES, METHODS = 300, 15
LONG = {"model.py": "all kinds of records in one list: who looks for a field scrolls, and who adds a kind sees its like"}
WIDE = {
    "Pane": "each method answers one question of the screen, and most panes leave most of them as they are",
    "ReaderScreen": "each method is one thing that keys, mouse or panes ask of the screen; none is long",
    "Store": "each method is one question to the store; the statements stand in modules of their own",
}


def own_methods(cls: type) -> list[str]:
    """Return the names of what a class does that no base of it asks for: its own methods and properties."""
    asked = {name for base in cls.__bases__ for name in dir(base)}
    does = (name for name, held in vars(cls).items() if inspect.isfunction(held) or isinstance(held, property | classmethod | staticmethod))
    return [name for name in does if name not in asked and not name.startswith("__")]


def test_no_file_is_too_long() -> None:
    lines = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n") for path in ROOT.rglob("*.py")}
    assert {name for name, count in lines.items() if count > LINES} == LONG.keys()


def test_no_class_does_too_much() -> None:
    modules = [import_module(found.name) for found in pkgutil.walk_packages(tui.__path__, "tui.") if not found.name.endswith("__main__")]
    classes = {held for module in modules for held in vars(module).values() if inspect.isclass(held) and held.__module__ == module.__name__}
    assert {cls.__name__ for cls in classes if len(own_methods(cls)) > METHODS} == WIDE.keys()
