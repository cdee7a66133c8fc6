"""Faults that a reader would see, and that the golden texts must tell: `python -m mutants`, or `make mutants`.

Each is put into a copy of the program in turn, and the golden texts are compared there. One that nobody notices survives, and fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from golden.__main__ import DIFFER

ROOT = Path(__file__).parent.parent
PROGRAM = "tui"
SUFFIXES = (".py", ".j2", ".css")


@dataclass(frozen=True)
class Mutant:
    """A fault: what a reader would see, the one place in the program that it changes, wherever that stands, and what stands there then."""

    seen: str
    found: str
    instead: str


MUTANTS = (
    Mutant("an event's page does not say what it was about", "    if entry.about:", "    if entry.about and not entry.about:"),
    Mutant(
        "a search gives words in titles no more weight",
        "_NAMED, _OWN, _TITLE, _BODY, _ALSO = 6.0, 3.5, 2.2,",
        "_NAMED, _OWN, _TITLE, _BODY, _ALSO = 0.0, 3.5, 1.0,",
    ),
    Mutant(
        "the table of parties has red lines and no positions",
        "                for held in issue.positions\n",
        "                for held in ()\n",
    ),
    Mutant(
        "key figures stand without their notes",
        'if one.record.note:\n        blocks.append(Item(line(Span("note: "',
        'if not one.record.note:\n        blocks.append(Item(line(Span("note: "',
    ),
    Mutant("the table of events does not tell which are expected", 'else "expected" if one.expected else ""', 'else ""'),
    Mutant(
        "a source's page does not say after whom it tells",
        'if source.via:\n        blocks.append(Field("Via"',
        'if False:\n        blocks.append(Field("Via"',
    ),
    Mutant("what became known later names all its sources in the list", "\nCITED = 3 ", "\nCITED = 30 "),
    Mutant("a lineage begins with the youngest text", "for plan in reversed(chain.values())", "for plan in chain.values()"),
    Mutant("a red line's page does not say how firm it is", '    blocks.append(Field("Firmness"', '    [].append(Field("Firmness"'),
    Mutant("an axis on which nothing is said is said to be none", 'line(state_words("unsaid"))', 'line(state_words("none"))'),
    Mutant(
        "in a comparison same and changed have changed places",
        'Meaning("=", "same", "says the same in substance; the words may differ"),\n    _CHANGED,',
        'Meaning("~", "same", "says the same in substance; the words may differ"),\n    Meaning("=", "changed", "says it otherwise"),',
    ),
    Mutant("a bottom line stands without the tag of who judges", 'return line(tag(of.attribution), " ", Span(day', "return line(Span(day"),
    Mutant("an issue is said to be agreed in its words where the aim alone is", '"A": "aim agreed",', '"A": "text agreed",'),
    Mutant(
        "judgements stand before figures in the overview", "for part in (_figures, _judgements):", "for part in (_judgements, _figures):"
    ),
    Mutant("a search gives twenty hits where it is not told how many", "MOST = 50  # hits", "MOST = 20  # hits"),
)


def places(found: str, root: Path = ROOT) -> list[Path]:
    """Return the files of the program that hold a string, each as often as it holds it."""
    paths = sorted(path for path in (root / PROGRAM).rglob("*") if path.suffix in SUFFIXES)
    return [path for path in paths for _ in range(path.read_text(encoding="utf-8").count(found))]


def verdict(mutant: Mutant | None, folder: Path) -> str | None:
    """Return what is wrong with a mutant in a copy of its own, None where the golden texts tell it; without one they must be silent."""
    for name in (PROGRAM, "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    if mutant:
        found = places(mutant.found, folder)
        if len(found) != 1:
            return f"its place is there {len(found)} times"
        text = found[0].read_text(encoding="utf-8")
        found[0].write_text(text.replace(mutant.found, mutant.instead), encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "golden", "--check"]
    done = subprocess.run(command, cwd=folder / "tests", env=environment, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode == (DIFFER if mutant else 0):
        return None
    if done.returncode in (0, DIFFER):
        return "survived" if mutant else f"the golden texts differ without any fault:\n{done.stdout}"
    return f"broke the program instead:\n{done.stderr}"  # nobody would ship that, so it says nothing of the texts


def verdicts() -> Iterator[tuple[str, str | None]]:
    """Yield each mutant, that there is none first, with what is wrong with it."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        todo = [None, *MUTANTS]
        found = pool.map(verdict, todo, [Path(folder) / str(number) for number in range(len(todo))])
        yield from zip([one.seen if one else "the program as it is" for one in todo], found, strict=True)


def main() -> int:
    """Try all of them; return 1 where one survives."""
    wrong = 0
    for seen, fault in verdicts():
        wrong += fault is not None
        print(f"{'told' if fault is None else 'NOT TOLD':9} {seen}{f': {fault}' if fault else ''}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
