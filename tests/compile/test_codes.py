"""Every finding code has an example that breaks the rule and one that keeps it, and both do what they say."""

import ast
import re
from pathlib import Path

import pytest
from border_talks import findings, write

import tui
from tui.checks.codes import Code, codes

# These are about files as such; `test_files.py` fires each of them.
ABOUT_FILES = {"E102", "E103", "E104", "E105", "E106", "E107"}
IN_TOML = [code for code in codes().values() if code.code not in ABOUT_FILES]


def test_the_frame_of_the_examples_has_no_fault(tmp_path: Path) -> None:
    assert findings(write(tmp_path)) == []


@pytest.mark.parametrize("code", IN_TOML, ids=lambda code: code.code)
def test_the_wrong_example_gives_this_finding_and_no_other(code: Code, tmp_path: Path) -> None:
    found = findings(write(tmp_path, code.example_wrong))
    assert {one.code for one in found} == {code.code}, [str(one) for one in found]
    assert {one.severity for one in found} == {code.severity}
    assert all(one.fix and one.excerpt and one.where.path.endswith("b.toml") for one in found)


@pytest.mark.parametrize("code", IN_TOML, ids=lambda code: code.code)
def test_the_right_example_gives_none(code: Code, tmp_path: Path) -> None:
    assert [str(one) for one in findings(write(tmp_path, code.example_right))] == []


def test_every_code_that_the_program_can_tell_is_explained() -> None:
    told = set()
    for folder in ("compile", "checks"):
        for path in (Path(tui.__file__).parent / folder).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[EW]\d{3}", node.value):
                    told.add(node.value)
    assert told == codes().keys()


@pytest.mark.parametrize("code", codes().values(), ids=lambda code: code.code)
def test_a_code_is_filed_under_itself_and_says_why_it_is_there(code: Code) -> None:
    assert codes()[code.code] is code
    assert code.title == code.title.strip().rstrip(".")
    assert code.why.endswith((".", "?"))
    assert code.severity == ("error" if code.code[0] == "E" else "warning")
