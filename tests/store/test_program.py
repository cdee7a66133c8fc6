"""A store knows that it is stale when the code that made it has changed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import tui

PACKAGE = Path(tui.__file__).parent
STALE = "import sys; from pathlib import Path; from tui.compile.build import stale; print(stale(*map(Path, sys.argv[1:])))"
BUILD = """
import sys; from pathlib import Path; from tui.compile.build import build; build(*map(Path, sys.argv[1:]), whole=True)
print(*[module.__file__ for name, module in sys.modules.items() if name.partition(".")[0] == "tui"], sep="\\n")
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program, whose files may be changed."""
    shutil.copytree(PACKAGE, tmp_path / "program" / "tui", ignore=shutil.ignore_patterns("__pycache__", "shipped"))
    return tmp_path / "program"


def run(program: Path, code: str, *words: Path) -> str:
    done = subprocess.run([sys.executable, "-c", code, *map(str, words)], cwd=program, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_change_in_any_module_that_a_build_runs_makes_the_store_stale(program: Path, tmp_path: Path) -> None:
    manifest, store = program / "tui" / "cli" / "template" / "briefing.toml", tmp_path / "store.db"
    ran = [Path(line) for line in run(program, BUILD, manifest, store).splitlines()]
    assert program / "tui" / "compile" / "bounds.py" in ran
    assert run(program, STALE, manifest, store) == "False"
    digested = {path for folder in ("", "compile", "checks", "store") for path in (program / "tui" / folder).glob("*.py")}
    assert set(ran) <= digested  # what follows tries a few; these are all
    for name in ("compile/bounds.py", "checks/craft.py", "store/flatten.py", "hostile.py", "model.py"):
        changed = program / "tui" / name
        before = changed.read_text(encoding="utf-8")
        changed.write_text(f"{before}\n# changed\n", encoding="utf-8")
        assert run(program, STALE, manifest, store) == "True", name
        changed.write_text(before, encoding="utf-8")
    assert run(program, STALE, manifest, store) == "False"


def test_a_change_in_what_only_shows_leaves_the_store_fresh(program: Path, tmp_path: Path) -> None:
    manifest, store = program / "tui" / "cli" / "template" / "briefing.toml", tmp_path / "store.db"
    run(program, BUILD, manifest, store)
    with (program / "tui" / "cli" / "show.py").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert run(program, STALE, manifest, store) == "False"
