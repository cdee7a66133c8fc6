"""The table of docs/terminals.md: every row names a test that is there."""

import ast
import re
from functools import cache
from pathlib import Path

TESTS = Path(__file__).parent
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (TESTS.parent / "docs" / "terminals.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| case ", "| recommendation ", "| taken out "))
]


@cache
def defined_in(file: str) -> set[str]:
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_row_names_a_test_that_is_there() -> None:
    assert len(ROWS) > 200
    for row in ROWS:
        assert len(row) == 2, row
        case, named = row
        assert case, row
        found = re.fullmatch(r"([\w/]+\.py)::(\w+)", named)
        assert found, f"{row}: a row without a test"
        assert found[2] in defined_in(found[1]), row


def test_every_recommendation_is_in_the_table() -> None:
    assert {int(row[0].split()[0]) for row in ROWS if row[0][0].isdigit()} == set(range(1, 26))
