"""Faults in a copy of the shipped briefing: each is found, and only it."""

import re
import shutil
from pathlib import Path

import pytest
from border_talks import findings, told

ROOT = Path(__file__).parents[2]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped briefing, to break."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "briefing.toml", tmp_path)
    return tmp_path


def broken(path: Path, pattern: str, by: str) -> int:
    """Replace the first match in a file; its line."""
    text = path.read_text(encoding="utf-8")
    match = re.search(pattern, text, re.MULTILINE)
    assert match
    path.write_text(text[: match.start()] + match.expand(by) + text[match.end() :], encoding="utf-8")
    return text.count("\n", 0, match.start()) + 1


def test_the_shipped_briefing_has_no_faults(copy: Path) -> None:
    assert [str(one) for one in findings(copy)] == []


def test_one_id_one_date_one_type_and_one_bracket_in_four_files_give_four_findings(copy: Path) -> None:
    data = copy / "data"
    lines = [
        broken(data / "figures.toml", r"^value = ([\d_]+)$", r'value = "\1"'),
        broken(data / "positions.toml", r'^said_on = "(\d{4})-\d\d-\d\d"', r'said_on = "\1-02-30"'),
        broken(data / "red-lines" / "russia.toml", r'^party = "russia"', 'party = "rusia"'),
        broken(data / "sources.toml", r"^\[\[source\]\]", "[[source]"),
    ]
    assert told(findings(copy)) == [
        f"figures.toml:{lines[0]}:9 E204",
        f"positions.toml:{lines[1]}:11 E401",
        f"russia.toml:{lines[2]}:9 E301",
        f"sources.toml:{lines[3]}:9 E101",
    ]
