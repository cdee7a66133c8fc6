"""The numbers of a plan's points and clauses, and those that are given twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui.compile.faults import Fault, Path
from tui.compile.known import Known


def declare_points(plan: dict[str, Any], path: Path, known: Known, faults: list[Fault]) -> None:
    """Make the points of a raw plan known; a number or a letter that stands twice goes to `faults`."""
    places: dict[str, Path] = {}
    for index, point in _tables(plan.get("point")):
        number = point.get("number")
        if isinstance(number, str):
            _declare("E208", f"point {number}", number, (*path, "point", index, "number"), places, faults)
    for index, point in _tables(plan.get("point")):
        for part, clause in _tables(point.get("clause")):
            number, letter = point.get("number"), clause.get("letter")
            if isinstance(number, str) and isinstance(letter, str):
                where = (*path, "point", index, "clause", part, "letter")
                _declare("E209", f"clause {number}{letter}", f"{number}{letter}", where, places, faults)
    plan_id = plan.get("id")
    if isinstance(plan_id, str):
        known.points.setdefault(plan_id, set()).update(places)


def _declare(code: str, name: str, number: str, path: Path, places: dict[str, Path], faults: list[Fault]) -> None:
    if number in places:
        fix = "every point keeps a number of its own" if code == "E208" else "give each clause a letter of its own"
        faults.append(Fault(code, path, f"{name} stands in this plan twice", fix, first=places[number]))
    else:
        places[number] = path


def _tables(value: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """The tables in what should be a list of tables, with their places in it."""
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, dict):
            yield index, item
