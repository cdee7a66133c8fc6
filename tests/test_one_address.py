"""Addresses: written and cut in one module, and a clause whose letters are of any length is found wherever it is named."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from commanded import Command, Said
from trees import nodes_of

import tui
from tui.cli.ending import run as command
from tui.cli.new import write_new
from tui.locate import MANIFEST

ROOT = Path(tui.__file__).parent
# What is cut at a slash or has one between braces, and is no address: paths, regular expressions, intervals of days, counts, prompts,
# addresses of the net.
NO_ADDRESSES = {
    "address.py",
    "dates.py",
    "compile/bounds.py",
    "store/inputs.py",
    "terminal/suspend.py",
    "travel/addresses.py",
    "travel/asking.py",
    "travel/destination.py",
    "travel/rsync.py",
    "travel/sftp.py",
    "travel/ssh_way.py",
}
NO_ADDRESS = {
    ("app/footer.py", "/{seen.look.text(seen.filter)}"),
    ("views/guarantees/pane.py", "{said}/{len(AXES)}"),
    ("views/guarantees/pane.py", "/ join"),
    ("render/citations.py", "/ split"),  # the two ends of a date
}
CUTS = ("split", "rsplit", "partition", "rpartition", "replace", "removeprefix", "removesuffix", "startswith", "endswith")


def literal(part: ast.expr) -> str:
    """The letters between the braces of a text that is put together."""
    return part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else ""


def handmade(nodes: Iterable[ast.AST]) -> Iterator[tuple[int, str]]:
    """Every place of a module that cuts a text at a slash, or puts one together around a slash."""
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            text = "".join(
                f"{{{ast.unparse(part.value)}}}" if isinstance(part, ast.FormattedValue) else literal(part) for part in node.values
            )
            if re.search(r"(?:^|[a-z_-]|\})/\{|\}/(?:$|[a-z{])", text) and " " not in re.sub(r"\{.*?\}", "", text):
                yield node.lineno, text
        elif isinstance(node, ast.BinOp) and re.fullmatch(r"[a-z_-]*/", literal(node.left)):
            yield node.lineno, f"{literal(node.left)} +"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name, first = node.func.attr, node.args[:1]
            if name in CUTS and any(re.fullmatch(r"[a-z_-]*/", literal(one)) for one in first):
                yield node.lineno, f"/ {name}"
            if name == "join" and isinstance(node.func.value, ast.Constant) and node.func.value.value == "/":
                yield node.lineno, "/ join"


@pytest.mark.parametrize(
    "written",
    [
        'f"plan/{a}/{b}"',
        'f"plan/{a}"',
        'f"{a}/{b}"',
        'f"{a}/" + b',
        'a + f"/{b}"',
        '"compare/" + a',
        'a.partition("/")',
        'a.split("/", 1)[0]',
        '"/".join(a)',
        'a.replace("/", " point ")',
        'a.startswith("axis/")',
        'a.removeprefix("axis/")',
        'f"{a}/axis/{b}"',
    ],
)
def test_an_address_made_or_cut_by_hand_is_found(written: str) -> None:
    assert list(handmade(ast.walk(ast.parse(written))))


@pytest.mark.parametrize("written", ['f"{a} and/or {b}"', 'f"{a}"', 'a.partition(".")', '"plan/us-28"', 'written("plan", a)'])
def test_what_is_no_address_is_left_alone(written: str) -> None:
    assert not list(handmade(ast.walk(ast.parse(written))))


def test_addresses_are_written_and_cut_in_one_module() -> None:
    found = []
    for path in sorted(ROOT.rglob("*.py")):
        name = str(path.relative_to(ROOT))
        if name not in NO_ADDRESSES:
            found += [f"{name}:{line}: {text}" for line, text in handmade(nodes_of(path)) if (name, text) not in NO_ADDRESS]
    assert not found, "use tui.address"


@pytest.fixture(params=["iv", "d", "2"])
def letter(request: pytest.FixtureRequest) -> str:
    """Letters that a document may have for its clauses: one, several, and a digit."""
    return str(request.param)


@pytest.fixture
def lettered(letter: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """The commands on the template, in which one clause of point 3 has these letters and alone leads to the other plan."""
    write_new(tmp_path / "talks", None)
    for path in (tmp_path / "talks" / "data").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r'^(letter|clause) = "b"', rf'\1 = "{letter}"', text, flags=re.MULTILINE).replace(
            'clause = "b" }', f'clause = "{letter}" }}'
        )
        text = text.replace('derives = ["arden-draft/3a"]\n', "").replace("arden-draft/3b", f"arden-draft/3{letter}")
        path.write_text(text.replace('derives = ["arden-draft/3"]', f'derives = ["arden-draft/3{letter}"]'), encoding="utf-8")

    def run(*words: str) -> Said:
        code = command(["--briefing", str(tmp_path / "talks" / MANIFEST), *words])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return run


def test_the_check_of_clauses_of_any_letters_is_silent(lettered: Command) -> None:
    done = lettered("check")
    assert (done.code, done.out) == (0, "")


def test_show_answers_with_the_point_that_holds_the_clause(lettered: Command, letter: str) -> None:
    whole = lettered("show", "plan", "arden-draft/3").out
    assert "Thirds and a toll" in whole
    for asked in (("plan", f"arden-draft/3{letter}"), (f"plan/arden-draft/3{letter}",)):
        assert lettered("show", *asked).out == whole
    assert lettered("show", "plan", f"arden-draft/9{letter}").code == 1


def test_compare_puts_what_comes_from_a_clause_beside_the_point_of_that_clause(lettered: Command) -> None:
    rows = [row["numbers"] for row in lettered("compare", "arden-draft", "bellmoor-counter", "--json").data["rows"]]
    assert [["3"], ["3"]] in rows
    assert [["3"], []] not in rows
    assert [[], ["3"]] not in rows


def test_what_a_clause_is_referred_to_by_is_told_of_its_point(lettered: Command, letter: str) -> None:
    told = lettered("show", "plan", f"arden-draft/3{letter}", "--json").data["referred_to_by"]
    assert "plan/bellmoor-counter/3" in told
