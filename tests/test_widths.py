"""How wide text is: the most that any terminal takes, and where they disagree."""

import unicodedata

import pytest

from tui.widths import cell, disputed, width


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc", 3),
        ("漢字", 4),
        ("e\u0301", 1),
        ("বাংলা", 5),
        ("\u2630", 2),
        ("🇺🇦", 4),
        ("⚠\ufe0f", 2),
        ("👍🏽", 4),
        ("a\u200db", 2),
        ("Київ", 4),
        ("\U0001fae9", 2),
        ("\U00031350", 2),
    ],
)
def test_a_text_takes_the_most_cells_that_any_terminal_gives_it(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    "text",
    ["বাংলা", "မြန်မာ", "\u2630", "\u4dc0", "🇺🇦", "👩\u200d🚀", "👍🏽", "⚠\ufe0f", "1\ufe0f\u20e3", "se\u00adcurity", "\u0600", "\U0001fae9"],
)
def test_text_on_which_terminals_disagree_is_known(text: str) -> None:
    assert disputed(text) is not None
    assert disputed(f"ab{text}") == 2 + (disputed(text) or 0)


@pytest.mark.parametrize("text", ["Zelensky", "Зеленський", "漢字", "Łódź", "e\u0301", "—…“”", "Ελλάδα", "שלום"])
def test_other_text_is_not(text: str) -> None:
    assert disputed(text) is None


def test_no_character_that_a_newer_table_widens_is_counted_as_less() -> None:
    for code in range(0x20, 0x30000):
        if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Cc"):
            assert cell(chr(code)) >= (
                2 if unicodedata.east_asian_width(chr(code)) in "WF" and not unicodedata.category(chr(code)).startswith("M") else 0
            )
