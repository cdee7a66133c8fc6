"""Findings in the width of a terminal: broken between words, with ids and places whole, and carets under what is meant."""

import re
from pathlib import Path

import pytest
from border_talks import findings, write

from tui.checks.codes import codes
from tui.cli.paging import set_in
from tui.widths import width


@pytest.mark.parametrize("cells", [40, 80])
def test_a_finding_is_broken_between_words_and_says_the_same(cells: int, tmp_path: Path) -> None:
    long = "[[party]]\nid = 'east'\nmembers = [" + ", ".join(f"'a-member-of-the-east-{number}'" for number in range(20)) + "]\n"
    wide = "[[party]]\nid = 'west'\nname = '" + "北京" * 60 + "\\u0007'\n"
    seen = 0
    for text in (long, wide.replace("'" + "北", '"北').replace("7'", '7"'), *(code.example_wrong for code in [*codes().values()][::5])):
        for one in findings(write(tmp_path / "a folder" / "of-talks", text)) if "[[" in text else ():
            told = set_in(one, cells)
            place, lines = f"{one.where.path}:{one.where.line}:{one.where.column}:", told.split("\n")
            assert lines[0].startswith(place)
            assert all(width(line) <= cells or len(line.split()) <= 2 for line in lines[1:] if " | " not in line), told
            words = re.sub(r"\n +\d* \| .*", "", told).split()
            assert words == re.sub(r"\n +\d* \| .*", "", str(one)).split()
            shown = [line for line in lines if re.match(r" +\d* \| ", line)]
            assert all(width(line) <= cells for line in shown), told
            if shown:
                carets = slice(shown[1].index("^"), len(shown[1]))
                marked = one.excerpt.split("\n")
                if cells == 80 and width(marked[0]) <= 80:
                    assert shown == marked
                if shown[0].isascii():
                    assert shown[0][carets] in marked[0]
            seen += 1
    assert seen > 30
