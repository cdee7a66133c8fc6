"""Run the cases in turn and print a table: the median of the ratios, their spread, and the goal. `python -m bench [--quick] [WORDS]`"""

from __future__ import annotations

import argparse
import platform
import shutil
import statistics
import tempfile
from pathlib import Path

from bench.cases import CASES, PEERS, Case, Ground

ROW = "{:<32} {:>10} {:>17} {:>9}  {}"


def line(case: Case, ground: Ground, rounds: int) -> str:
    """One row of the table."""
    try:
        pairs = [case.measure(ground) for _ in range(rounds)]
    except (AssertionError, OSError) as error:
        return ROW.format(case.name, "failed", "", "", str(error)[:60])
    values = [ours if case.exact else ours / base for ours, base in pairs]
    shown = [f"{value:,.0f}" if case.exact else f"{value:.2f}" for value in (statistics.median(values), min(values), max(values))]
    goal = "" if case.goal == float("inf") else f"{case.goal:,.0f}" if case.exact else f"{case.goal:.2f}"
    met = "" if not goal else "met" if statistics.median(values) <= case.goal else "missed"
    return ROW.format(case.name, shown[0], f"{shown[1]} to {shown[2]}", goal, met)


def main() -> None:
    """The table."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller stores, fewer rounds")
    parser.add_argument("words", nargs="*", help="only the cases whose names hold these words")
    asked = parser.parse_args()
    print(
        f"Python {platform.python_version()}; peers not installed: {', '.join(one for one in PEERS if not shutil.which(one)) or 'none'}\n"
    )
    print(ROW.format("what", "median", "spread", "goal", ""))
    with tempfile.TemporaryDirectory() as folder:
        ground = Ground(Path(folder), quick=asked.quick)
        for case in CASES:
            if all(word in case.name for word in asked.words):
                print(line(case, ground, min(case.rounds, 3) if asked.quick else case.rounds), flush=True)


if __name__ == "__main__":
    main()
