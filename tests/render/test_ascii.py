"""Text shown in ASCII alone says the same, above all the same numbers."""

from __future__ import annotations

import pytest

from tui.render.ascii import in_ascii


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1½ brigades", "1 1/2 brigades"),
        ("10² km, H₂O", "10^2 km, H_2O"),
        ("item 4②", "item 4(2)"),
        ("800\N{NO-BREAK SPACE}000 – €5…", "800 000 - EUR 5..."),
        ("Đặng, Wałęsa, Зеленський", "?ang, Walesa, ??????????"),
        ("brand™", "brandTM"),
    ],
)
def test_no_number_changes_and_no_letter_is_dropped(text: str, shown: str) -> None:
    assert in_ascii(text) == shown
