"""The words of the tab_words at every width."""

import pytest

from tui.app.chrome import tab_words
from tui.keys import KEYS
from tui.views import TABS

TITLES = ("Overview", "Parties", "Red lines", "Guarantees", "Compare", "Timeline", "Sources", "Figures", "Issues")


def test_with_room_every_name_is_whole() -> None:
    assert tab_words(TITLES, 0, 120) == [f"{n} {title}" for n, title in enumerate(TITLES, 1)]
    assert " ".join(tab_words(TITLES[:7], 2, 80)) == "1 Overview 2 Parties 3 Red lines 4 Guarantees 5 Compare 6 Timeline 7 Sources"


def test_eight_and_nine_panes_keep_names_on_eighty_columns() -> None:
    assert " ".join(tab_words(TITLES[:8], 0, 80)) == "1 Overview 2 Parties 3 Red lin 4 Guarant 5 Compare 6 Timelin 7 Sources 8 Figures"
    assert " ".join(tab_words(TITLES, 3, 80)) == "1 Overv 2 Parti 3 Red l 4 Guarantees 5 Compa 6 Timel 7 Sourc 8 Figur 9 Issue"


@pytest.mark.parametrize("count", [7, 8, 9])
@pytest.mark.parametrize("cells", [40, 80, 120])
def test_the_current_pane_is_whole_every_digit_is_there_and_the_line_is_kept(count: int, cells: int) -> None:
    for current in range(count):
        words = tab_words(TITLES[:count], current, cells)
        assert [word[0] for word in words] == [str(n) for n in range(1, count + 1)]
        assert words[current] == f"{current + 1} {TITLES[current]}"
        assert len(" ".join(words)) <= cells


def test_where_no_name_would_tell_anything_digits_are_left() -> None:
    assert " ".join(tab_words(TITLES, 0, 40)) == "1 Overview 2 3 4 5 6 7 8 9"


def test_every_pane_has_its_digit_and_its_title_in_the_table_of_keys() -> None:
    texts = {key.keys[0]: key.text for key in KEYS if key.name.startswith("pane_")}
    assert texts == {str(n): f"to the pane {pane.title}" for n, pane in enumerate(TABS.values(), 1)}
