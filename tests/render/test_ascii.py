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
        ("Đặng, Wałęsa, Støre, Straße, cœur", "Dang, Walesa, Store, Strasse, coeur"),
        ("Kalın, Þór, æon", "Kalin, Thor, aeon"),
        ("A pause ≠ a peace; force ≤ 5; aid ≥ 5; ±5; 10⁻³", "A pause != a peace; force <= 5; aid >= 5; +/-5; 10^-3"),
        ("A pause =\u0338 a peace, \u2209 and \u226e", "A pause != a peace, ? and ?"),
        ("secu\u00adrity, Non\u2011aggression, „Слов\u02bcянськ‚", "security, Non-aggression, \"Slov'yans'k'"),
        ("₴5 → €6, 10²³ m₁₂", "UAH 5 -> EUR 6, 10^23 m_12"),
        ("brand™", "brandTM"),
    ],
)
def test_no_number_changes_and_no_letter_is_dropped(text: str, shown: str) -> None:
    assert in_ascii(text) == shown
