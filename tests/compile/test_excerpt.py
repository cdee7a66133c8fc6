"""The excerpt shows the line at fault with carets under the place, whatever the line holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compile.sourcefile import excerpt


def test_the_carets_stand_under_the_place() -> None:
    assert excerpt('party = "nort"', 12, 9, 15) == '   12 | party = "nort"\n      |         ^^^^^^'


def test_a_place_past_the_end_of_the_line_gets_one_caret() -> None:
    assert excerpt("x = ", 3, 5, 6) == "    3 | x =\n      |     ^"


def test_the_gutter_grows_with_the_number() -> None:
    assert excerpt("a = 1", 1234567, 1, 2) == "1234567 | a = 1\n        | ^"


@pytest.mark.parametrize(("text", "cells"), [("北京 = ", 7), ("e\u0301 = ", 4), ("\ta = ", 8)])
def test_carets_count_cells_and_not_characters(text: str, cells: int) -> None:
    line, carets = excerpt(text + "5", 1, len(text) + 1, len(text) + 2).split("\n")
    assert carets == "      | " + " " * cells + "^"
    assert line.endswith("5")


def test_a_long_line_is_cut_to_a_window_around_the_place() -> None:
    line, carets = excerpt("x" * 500 + "HERE" + "y" * 500, 7, 501, 505).split("\n")
    assert line == "    7 | …" + "x" * 40 + "HERE" + "y" * 50 + "…"
    assert line[carets.index("^") : carets.rindex("^") + 1] == "HERE"


def test_a_long_value_is_cut_at_its_end() -> None:
    line, _ = excerpt("k = " + "v" * 500, 7, 5, 505).split("\n")
    assert line.startswith("    7 | k = vvv")
    assert line.endswith("v…")
    assert len(line) == 8 + 96


def test_what_may_not_be_shown_is_taken_out() -> None:
    line, _ = excerpt('a\x1b[31m = "b\u202ec"', 1, 12, 17).split("\n")
    assert line == '    1 | a = "bc"'


@given(st.text(max_size=400).map(lambda text: text.replace("\n", "")), st.integers(1, 420), st.integers(0, 420))
def test_an_excerpt_is_two_short_lines_with_a_caret_inside(line: str, column: int, more: int) -> None:
    shown = excerpt(line, 5, column, column + more).split("\n")
    assert len(shown) == 2
    assert "^" in shown[1]
    assert len(shown[0]) <= 8 + 98
    assert "\x1b" not in shown[0]
