"""The table of docs/terminals.md: every row names a test that is there."""

import ast
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (TESTS.parent / "docs" / "terminals.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| case ", "| recommendation ", "| taken out "))
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_row_names_a_test_that_is_there(row: list[str]) -> None:
    assert len(row) == 2
    case, named = row
    assert case
    found = re.fullmatch(r"([\w/]+\.py)::(\w+)", named)
    assert found, "a row without a test"
    tree = ast.parse((TESTS / found[1]).read_text(encoding="utf-8"))
    assert found[2] in {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_recommendation_is_in_the_table() -> None:
    assert {int(row[0].split()[0]) for row in ROWS if row[0][0].isdigit()} == set(range(1, 26))
