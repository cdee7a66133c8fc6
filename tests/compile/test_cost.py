"""Positions, checks and findings cost little: nothing is looked up that nobody asks for, and many faults take no more than their share."""

import gc
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli
from border_talks import findings, write

from tui.compile import load

POINT = """\
[[plan.point]]
number = "{number}"
issues = ["border"]
text = "{text}"
numbers = [{{ value = 600, unit = "guards", what = "on each bank" }}]
known_from = "2030-02-01"
"""


def plans(points: int, text: str = "x" * 200) -> str:
    """Plans of a thousand points each."""
    head = '[[plan]]\nid = "p{0}"\nname = "Plan {0}"\nshort = "P{0}"\ntext = "full"\nmode = "document"\nsources = ["herald"]\n'
    return "".join(
        (head.format(number // 1000) if number % 1000 == 0 else "") + POINT.format(number=number % 1000 + 1, text=text)
        for number in range(points)
    )


def quickest(action: Callable[[], Any]) -> float:
    times = []
    for _ in range(3):
        gc.collect()
        start = time.process_time()  # what others do on this machine is no part of it
        action()
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.sweep
def test_loading_takes_no_more_than_a_few_times_the_parsing(tmp_path: Path) -> None:
    text = plans(4000)
    write(tmp_path, text)
    load(tmp_path)  # imports, and the shapes of the kinds
    assert quickest(lambda: load(tmp_path)) < 4 * quickest(lambda: tomli.loads(text))


@pytest.mark.sweep
def test_thousands_of_faults_are_found_in_a_time_that_grows_with_their_number(tmp_path: Path) -> None:
    few, many = write(tmp_path / "few", plans(250, "")), write(tmp_path / "many", plans(2000, ""))
    assert len(findings(many)) == 2000
    assert quickest(lambda: findings(many)) < 24 * quickest(lambda: findings(few))


def test_a_briefing_without_faults_is_never_read_a_second_time_for_places(tmp_path: Path) -> None:
    write(tmp_path, plans(10))
    code = f"import sys; from pathlib import Path; from tui.compile import load; assert not load(Path({str(tmp_path)!r})).findings"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; print('tree_sitter' in sys.modules)"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_asking_which_files_there_are_loads_no_parser() -> None:
    code = "import sys; from tui.compile import data_files; print({'tomli', 'pydantic', 'tree_sitter'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
