"""CSV that spreadsheets read and never compute."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.render.spreadsheet import csv_text, harmless
from tui.views.data import Table

CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf")), max_size=20)


@pytest.mark.parametrize("cell", ["=1+1", "+49", "-2+3", "－2", "@SUM(A1)", " =1", "＝1+1", "\u00a0=1", '=HYPERLINK("x")'])
def test_a_cell_that_would_be_a_formula_is_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-2", "-2.5", "2", "a=1", "", "a - b"])
def test_numbers_stay_numbers_and_words_words(cell: str) -> None:
    assert harmless(cell) == cell


@pytest.mark.parametrize("before", [" ", "\u3000", "\u00ad", "\u200d", "\u115f", "\u2800", "\n"])
def test_what_shows_nothing_hides_no_formula(before: str) -> None:
    assert harmless(f"{before}=1").startswith("'")


def test_a_formula_behind_a_control_character_is_text() -> None:
    assert harmless("\t=1+1").startswith("'")
    assert harmless("\x1b]0;x\x07=1+1") == "'=1+1"


@pytest.mark.sweep
@given(st.lists(st.lists(CELLS, min_size=2, max_size=2).map(tuple), max_size=6))
def test_a_table_reads_back_as_it_was_written(rows: list[tuple[str, ...]]) -> None:
    text = csv_text(Table(("a", "b"), tuple(rows)))
    back = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""))]
    assert back == [("a", "b"), *(tuple(map(harmless, row)) for row in rows)]
